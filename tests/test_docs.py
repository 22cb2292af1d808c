"""The Python in README.md and docs/ runs, and gives what its comments say."""

from __future__ import annotations

import ast
import linecache
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])


def blocks(page: Path) -> str:
    return "\n".join(re.findall(r"```python\n(.*?)```", page.read_text(), re.DOTALL))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_do_what_they_say(page: Path) -> None:
    source = blocks(page)
    comments = {number: line.partition("  # ")[2].strip() for number, line in enumerate(source.splitlines(), 1)}
    names: dict[str, object] = {}
    file = f"<{page.name}>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)  # @jit looks for it there
    if page.name == "assembler.md":
        exec("from jitney.x86 import *; from jitney.x86 import Assembler, xmm1, xmm2, xmm3, rax", names)
    for statement in ast.parse(source).body:
        claim = comments.get(statement.end_lineno or 0, "")
        code = compile(ast.Module([statement], []), file, "exec")
        raises = re.match(r"(\w+Error): (.*)", claim)
        if raises:
            with pytest.raises(Exception) as caught:
                exec(code, names)
            assert type(caught.value).__name__ == raises[1]
            said = re.split(r"(?: \()?\.\.\.", raises[2])[0]
            assert str(caught.value).startswith(said), caught.value
        elif isinstance(statement, ast.Expr) and claim:
            value = eval(compile(ast.Expression(statement.value), file, "eval"), names)
            try:
                expected = ast.literal_eval(claim.partition(";")[0])
            except (SyntaxError, ValueError):
                continue
            assert value == expected and type(value) is type(expected), f"line {statement.lineno}: {value!r}"
        else:
            exec(code, names)
