"""`jitney demo` and the programs that it shows."""

from __future__ import annotations

import math
import random
import subprocess
import sys
from array import array

import pytest

import jitney
from jitney import demo
from jitney.x86 import cpu

NEEDED = {128: "SSE2", 256: "AVX", 512: "AVX512F"}


def test_the_command_runs_all_five_parts() -> None:
    run = subprocess.run([sys.executable, "-m", "jitney.cli", "demo"], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    assert (
        run.stdout.count("Hello World!\n") >= 1 and run.stdout.count("Hello World!") >= 4
    )  # printed and listed, twice
    assert "lea rsi, [rip + message]" in run.stdout
    assert "agree in every bit: True" in run.stdout
    assert "agree in every point: True" in run.stdout
    assert "a, b = a * a - b * b + x" in run.stdout and "mulsd xmm" in run.stdout


def test_a_reader_may_stop_reading() -> None:
    run = subprocess.run(
        f"{sys.executable} -m jitney demo | head -n 1", shell=True, capture_output=True, text=True, check=False
    )
    assert run.stderr == "" and run.stdout.startswith("1. ")


def test_the_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    from jitney.cli import main

    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out.split() == ["jitney", jitney.__version__]


def test_the_article_lists_as_in_the_article() -> None:
    pytest.importorskip("iced_x86")
    lines = jitney.load(demo.ARTICLE, "() -> None").code.listing().splitlines()
    assert lines[3].split() == "15: 48 8d 35 04 00 00 00 lea rsi, [rip + 4] # 0x20".split()
    assert lines[7].split()[-3:] == [".ascii", '"Hello', 'World!"']


def test_greatest_common_divisor() -> None:
    gcd = jitney.load(demo.greatest_common_divisor(), "(uint64, uint64) -> uint64")
    rng = random.Random(1)
    for _ in range(2000):
        a, b = rng.getrandbits(rng.randrange(65)), rng.getrandbits(rng.randrange(65))
        assert gcd(a, b) == math.gcd(a, b)


def test_horner() -> None:
    p = jitney.load(demo.horner(), "(float64) -> float64")
    for x in (0.0, -0.0, 1.5, -3e300, math.inf):
        expected = x * (2.0 * x + -3.0) + 0.5
        assert p(x) == expected or (math.isnan(p(x)) and math.isnan(expected))


@pytest.mark.parametrize("width", [128, 256, 512])
@pytest.mark.parametrize("n", [0, 1, 2, 3, 7, 8, 9, 63, 64, 65, 1000])
def test_axpy_at_every_width(width: int, n: int) -> None:
    code = demo.axpy(width)
    if missing := cpu.missing(code.features | {NEEDED[width]}):
        pytest.skip(f"this processor lacks {', '.join(missing)}")
    update = jitney.load(code, "(n: int64, a: float64, x: pointer, y: pointer[mut]) -> None")
    rng = random.Random(n)
    x = array("d", (rng.uniform(-1, 1) for _ in range(n + 1)))
    y = array("d", (rng.uniform(-1, 1) for _ in range(n + 1)))
    expected = array("d", [b + 0.3 * a for a, b in zip(x, y, strict=True)][:n] + [y[n]])
    update(n, 0.3, x, y)
    assert y == expected  # and the element behind the last is untouched
