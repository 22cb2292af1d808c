"""`jitney show`."""

from __future__ import annotations

from pathlib import Path

import pytest

from jitney.cli import main

SOURCE = """\
from jitney import jit

@jit
def called(n):
    return n + 1

called(1)
called(1.0)

@jit
def idle(n, x):
    return n * x

def plain(n: int, x: "float64") -> float:
    return n * x

class Group:
    @jit
    def method(self, x):
        return x

    @staticmethod
    @jit
    def double(x):
        return x + x

number = 3
"""


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "functions_to_show.py"
    path.write_text(SOURCE)
    return str(path)


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["show", *arguments]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["show", *arguments]) == 1
    out, err = capsys.readouterr()
    assert out == "" and err.startswith("jitney: ")
    return err


def test_types_that_it_was_called_with(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(capsys, f"{file}:called")
    assert "called(n: int) -> int\n" in out and "called(n: float) -> float\n" in out
    assert "   5 |     return n + 1\n" in out and " addsd " in out.replace("vaddsd", "addsd")


def test_types_that_are_asked_for(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(capsys, f"{file}:idle", "--types", "int64, float64")
    assert out.startswith("idle(n: int, x: float) -> float\n")
    out = shown(capsys, f"{file}:Group.double", "--types", "float64")
    assert out.startswith("Group.double(x: float) -> float\n")


def test_types_that_it_is_annotated_with(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys, f"{file}:plain").startswith("plain(n: int, x: float) -> float\n")


def test_the_ir(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(capsys, f"{file}:plain", "--ir")
    assert "; the IR that machine code was made of" in out and " = fmul " in out and " ret\n" in out
    assert "; the IR as the front end makes it" in shown(capsys, f"{file}:plain", "--stage", "lowered")


def test_mistakes(file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "FILE.py:FUNCTION" in refused(capsys, file[:-3])
    assert "there is no file" in refused(capsys, f"{file}x:called")
    assert "it defines called, idle, plain, Group" in refused(capsys, f"{file}:missing")
    assert "not a function" in refused(capsys, f"{file}:number")
    err = refused(capsys, f"{file}:idle")
    assert "idle(n, x) was not called" in err and "--types" in err and "'n' has no annotation" in err
    assert "has 2 parameters, and --types names 1 types" in refused(capsys, f"{file}:idle", "--types", "(int64,)")
    assert "'strange' is not a type" in refused(capsys, f"{file}:idle", "--types", "strange")
    assert "the stages are lowered," in refused(capsys, f"{file}:plain", "--stage", "strange")
    (tmp_path / "broken_to_show.py").write_text("1 / 0\n")
    assert "ZeroDivisionError: division by zero" in refused(capsys, f"{tmp_path}/broken_to_show.py:f")
