"""Each pass on functions as text: `<pass>.ir` holds cases, with what the pass makes of them behind a line `---`.

With JITNEY_REWRITE=1 in the environment the expectations are written anew; look at the difference before believing it.
"""

from __future__ import annotations

import importlib
import os
import pathlib

import pytest

from jitney.ir.text import parse_function, print_function
from jitney.ir.verify import verify

FILES = sorted(pathlib.Path(__file__).parent.glob("*.ir"))


def cases_of(path: pathlib.Path) -> list[tuple[str, str, str]]:
    """The titles, functions and expectations."""
    found = []
    for case in path.read_text().split("=== ")[1:]:
        title, text = case.split("\n", 1)
        before, _, after = text.partition("---\n")
        found.append((title, before.strip() + "\n", after.strip() + "\n"))
    return found


def passed(pass_name: str, text: str) -> str:
    function = parse_function(text)
    verify(function)
    importlib.import_module(f"jitney.passes.{pass_name}").run(function)
    verify(function)
    return print_function(function)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_a_pass_makes(path: pathlib.Path) -> None:
    if os.environ.get("JITNEY_REWRITE"):
        parts = [f"=== {title}\n{before}---\n{passed(path.stem, before)}" for title, before, _ in cases_of(path)]
        path.write_text("\n".join(parts))
    for title, before, after in cases_of(path):
        assert passed(path.stem, before) == after, title


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_pass_leaves_its_own_result_alone(path: pathlib.Path) -> None:
    for title, _, after in cases_of(path):
        assert passed(path.stem, after) == after, title
