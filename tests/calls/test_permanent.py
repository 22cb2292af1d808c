"""The permanent routines come assembled as they would be on the spot."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from jitney.calls import common, dispatchroutines, jitroutines, permanent, runtime
from jitney.calls.layout import layout

ROOT = Path(__file__).parent.parent.parent
needs_layout = pytest.mark.skipif(layout() is None, reason="nothing comes assembled for an unknown layout")


@needs_layout
def test_the_file_of_this_version_is_up_to_date() -> None:
    made = subprocess.run([sys.executable, ROOT / "tools" / "make_routines.py", "--check"])
    assert made.returncode == 0, "run `make routines`"


@needs_layout
@pytest.mark.parametrize("kind", ["common", "jit", "dispatch", "calls"])
def test_what_comes_assembled_is_what_would_be_assembled(kind: str) -> None:
    modules = {"common": common, "jit": jitroutines, "dispatch": dispatchroutines, "calls": runtime}
    writer = modules[kind].write(layout())  # type: ignore[attr-defined]
    exported, parts = permanent._assembled(layout())[kind]
    assert exported == writer.exported
    assert permanent.packed(permanent._code(parts)) == permanent.packed(writer.a.code())


def test_nothing_comes_assembled_for_another_layout(monkeypatch: pytest.MonkeyPatch) -> None:
    known = layout()
    if known is not None:
        other = type(known)(known.tagged)
        other.digits += 8
        assert permanent._assembled(other) == {}
    assert permanent._assembled(None) == {}


def test_an_interpreter_as_no_file_says_assembles_for_itself() -> None:
    program = """
from jitney.calls import permanent
permanent._assembled = lambda layout: {}
from jitney.calls.dispatchroutines import dispatch_routines
import jitney.x86.select
assert dispatch_routines()["miss"] and len(jitney.x86.select.selector("mov").known) > 20
"""
    subprocess.run([sys.executable, "-c", program], check=True)
