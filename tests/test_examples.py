"""The examples run, and what they compile gives what the plain way gives."""

from __future__ import annotations

import importlib.util
import math
import random
import subprocess
import sys
from array import array
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parent.parent / "examples"


def load(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(f"example_{name}", FOLDER / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_each_example_is_tested() -> None:
    names = {path.stem for path in FOLDER.glob("*.py")}
    assert {f"test_{name}" for name in names} <= set(globals())


def test_hello() -> None:
    """In a process of its own, because machine code writes to its output."""
    environment = {"PYTHONPATH": ":".join(sys.path)}
    command = [sys.executable, str(FOLDER / "hello.py")]
    said = subprocess.run(command, stdout=subprocess.PIPE, check=True, timeout=60, env=environment, text=True).stdout
    assert "Hello from a text!\n" in said and "call printf" in said
    assert said.endswith("Hello, reader! This is greeting number 2.\n")


def random_program(chance: random.Random) -> str:
    """Loops count down a cell, and change others only, so that each program ends."""
    parts = []
    for _ in range(chance.randrange(1, 12)):
        if chance.random() < 0.25:
            body = "".join(chance.choice("+->.,") * chance.randrange(1, 4) for _ in range(chance.randrange(6)))
            parts.append(f"[-]{'+' * chance.randrange(4)}[>{body}{'<' * (body.count('>') + 1)}-]")
        else:
            parts.append(chance.choice(["+", "-", ">", "<", ".", ",", "[-]"]) * chance.randrange(1, 4))
    return "".join(parts)


def test_brainfuck(capsys: pytest.CaptureFixture[str]) -> None:
    example = load("brainfuck")
    example.main([], scale=10)
    said = capsys.readouterr().out
    assert "the alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'" in said and "'Greetings from writing!'" in said
    for seed in range(20):
        program = random_program(random.Random(seed))
        one, other = example.demonstrate("random", program, b"given")
        assert one == other
    for wrong in ("[", "+]"):
        with pytest.raises(SyntaxError):
            example.compile(wrong, print, int)


def test_dot(capsys: pytest.CaptureFixture[str]) -> None:
    numpy = pytest.importorskip("numpy")
    example = load("dot")
    functions = example.possible()
    assert "SSE2" in functions
    for size in (*range(40), 257):
        x, y = numpy.arange(size) % 7 - 3.0, numpy.arange(size) % 5 + 0.5
        for dot in functions.values():
            assert dot(x, y, size) == numpy.dot(x, y)
    example.main((10, 1000), 0.001)
    assert "numpy.dot" in capsys.readouterr().out


def test_qsort(capsys: pytest.CaptureFixture[str]) -> None:
    example = load("qsort")
    example.main(300)
    assert "by_magnitude" in capsys.readouterr().out
    extremes = array("q", [5, -(1 << 63) + 1, (1 << 63) - 1, 0, -5, 4])
    for key, python in example.ORDERS:
        numbers = extremes[:]
        example.sorter(key)(numbers, len(numbers))
        assert [python(x) for x in numbers] == sorted(map(python, extremes))


def test_formula(capsys: pytest.CaptureFixture[str]) -> None:
    numpy = pytest.importorskip("numpy")
    example = load("formula")
    function, names = example.compile_formula("-a * sqrt(b) + min(c, 2) / max(d, a) - abs(e - f) * (g + h) + i")
    assert names == list("abcdefghi")
    for size in (0, 1, 7, 8, 9, 31):
        columns = numpy.random.default_rng(size).random((9, size)) * 4
        result = numpy.empty(size)
        function(size, result, *columns)
        for row, (a, b, c, d, e, f, g, h, i) in zip(result, columns.T, strict=True):
            assert row == -a * math.sqrt(b) + min(c, 2) / max(d, a) - abs(e - f) * (g + h) + i
    for wrong in ("a ** 2", "f(a)", "a if b else c", "sqrt(a, b)", "'text'", "a" + "+ (b" * 17 + ")" * 17):
        with pytest.raises(SyntaxError):
            example.compile_formula(wrong)
    example.main([], 100, 0.001)
    assert "the same bits as NumPy" in capsys.readouterr().out
