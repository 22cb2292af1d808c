"""What scripts write into the tree is what they would write now."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(script: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "tools" / script), "--check"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_table_of_forms_is_up_to_date() -> None:
    pytest.importorskip("iced_x86")
    made_from = (ROOT / "src/jitney/x86/forms.txt").read_text().partition("iced-x86 ")[2].partition(";")[0]
    if version("iced-x86") != made_from:
        pytest.skip(f"the table was made from iced-x86 {made_from}, another version is installed")
    done = run("make_forms.py")
    assert done.returncode == 0, done.stderr


def test_the_stubs_are_up_to_date() -> None:
    done = run("make_stubs.py")
    assert done.returncode == 0, done.stderr
