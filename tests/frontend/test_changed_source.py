"""Files that change while the program runs: what is compiled is what the function was made of."""

from __future__ import annotations

import importlib
import linecache
import os
import sys
import time
from pathlib import Path

import pytest

from jitney import UnsupportedError


def write(path: Path, number: int, age: float = 0.0) -> None:
    path.write_text(f"from jitney import jit\n\n@jit\ndef f(n):\n    return n + {number}\n")
    os.utime(path, (time.time() + age, time.time() + age))
    importlib.invalidate_caches()


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.delitem(sys.modules, "changing", raising=False)
    return tmp_path / "changing.py"


def test_a_module_loaded_anew(module: Path) -> None:
    write(module, 1)
    import changing  # type: ignore[import-not-found]

    assert changing.f(1) == 2
    linecache.getlines(str(module))
    write(module, 500, age=2)
    assert importlib.reload(changing).f(1) == 501


def test_a_file_that_changes_before_the_first_call(module: Path) -> None:
    write(module, 1)
    import changing

    write(module, 500, age=2)
    with pytest.raises(UnsupportedError, match="has been changed since the function was loaded from it"):
        changing.f(1)
