"""The Python in README.md and docs/ runs, and gives what its comments say."""

from __future__ import annotations

import ast
import linecache
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])


def parts(page: Path) -> list[tuple[str, str]]:
    """(Python, what it prints or an empty text) for each fenced block of Python: `output` may come right behind it."""
    return re.findall(r"```python\n(.*?)```(?:\n```output\n(.*?)```)?", page.read_text(), re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_do_what_they_say(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, object] = {}
    found = parts(page)
    everything = "\n".join(source for source, _ in found)
    file = f"<{page.name}>"
    linecache.cache[file] = (len(everything), None, everything.splitlines(keepends=True), file)  # @jit looks there
    first = 0
    for source, output in found:
        capsys.readouterr()
        run(source, first, file, names)
        if output:
            assert capsys.readouterr().out.strip("\n") == output.strip("\n")
        first += source.count("\n") + 1


def run(source: str, first: int, file: str, names: dict[str, object]) -> None:
    """Statement by statement, as from line `first` on, each compared with the comment behind it."""
    comments = {number: line.partition("  # ")[2].strip() for number, line in enumerate(source.splitlines(), 1)}
    for statement in ast.parse(source).body:
        claim = comments.get(statement.end_lineno or 0, "")
        ast.increment_lineno(statement, first)
        code = compile(ast.Module([statement], []), file, "exec")
        raises = re.match(r"(\w+Error): (.*)", claim)
        if raises:
            with pytest.raises(Exception) as caught:
                exec(code, names)
            assert type(caught.value).__name__ == raises[1]
            said = re.split(r"(?: \()?\.\.\.", raises[2])[0]
            assert str(caught.value).startswith(said.rstrip()), caught.value
        elif isinstance(statement, ast.Expr) and claim:
            value = eval(compile(ast.Expression(statement.value), file, "eval"), names)
            try:
                expected = ast.literal_eval(claim.partition(";")[0])
            except (SyntaxError, ValueError):
                continue
            assert value == expected and type(value) is type(expected), f"line {statement.lineno}: {value!r}"
        else:
            exec(code, names)
