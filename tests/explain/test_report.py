"""What `inspect_ir` and `inspect_asm` print."""

from __future__ import annotations

import math
from typing import Any

import pytest

from jitney import jit
from jitney.explain.report import STAGES
from jitney.ir.text import parse_function


@jit
def total(n: Any) -> Any:
    s = 0
    for i in range(n):
        s += i * i // (i + 1)
    return s


@jit
def wave(x: Any, k: Any) -> Any:
    return math.sin(x) / k


@jit
def fib(n: Any) -> Any:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@pytest.fixture(scope="module", autouse=True)
def compiled() -> None:
    assert total(10) == 36 and wave(1.0, 2) == math.sin(1.0) / 2 and fib(10) == 55


def test_assembly_stands_below_its_source() -> None:
    lines = total.inspect_asm().splitlines()
    assert lines[0] == "total(n: int) -> int"
    assert " bytes at 0x" in lines[1] and "compiled in" in lines[1]
    first = total.py_func.__code__.co_firstlineno
    shown = f"{first + 4:>4} |         s += i * i // (i + 1)"
    loop = [k for k, line in enumerate(lines) if line == shown][1]  # behind the loop without checks
    after = [line[40:].split()[0] for line in lines[loop + 1 :] if line[6:8] == ": "]
    assert after.index("imul") < after.index("jo") < after.index("jl")


def test_exits_say_why() -> None:
    text = total.inspect_asm()
    line = total.py_func.__code__.co_firstlineno + 4
    reason = f"; bail-out, line {line}: an int left 64 bits"
    rows = [row for row in text.splitlines() if row.endswith(reason)]
    assert [row.startswith(".") for row in rows].count(True) == 1  # the code that leaves
    assert any(" jo ." in row for row in rows)  # what goes there
    text = wave.inspect_asm()
    assert "what `math.sin(x) / k` raises" in text and "what `math.sin(x)` raises" in text
    assert "; sin" in text  # the address of a C function
    text = fib.inspect_asm()
    assert "raises RecursionError" in text and "what `fib(n - 1)` raised" in text
    assert "what a signal's handler raised" in total.inspect_asm()


@pytest.mark.parametrize("function", [total, wave, fib], ids=lambda function: function.__name__)
@pytest.mark.parametrize("stage", STAGES)
def test_ir_after_each_stage(function: Any, stage: str) -> None:
    text = function.inspect_ir(stage)
    assert text.startswith(f"; {function.__name__}(")
    assert " | " in text
    parse_function(text, {"sin": None})  # what is printed can be read back


def test_the_front_end_leaves_more_than_the_passes() -> None:
    assert len(total.inspect_ir("lowered")) > len(total.inspect_ir("hoist"))


def test_an_unknown_stage_is_refused() -> None:
    with pytest.raises(ValueError, match="'optimized' is no stage; the stages are lowered, "):
        total.inspect_ir("optimized")


def test_signatures_choose() -> None:
    text = wave.inspect_asm(signature="float64, float64")
    assert text.startswith("wave(x: float, k: float) -> float")


def test_ir_of_an_early_stage_whose_exits_go_later() -> None:
    @jit
    def masked(x: Any) -> Any:
        return (x * 3 + 1) * (x + 2) & 255

    masked(5)
    assert masked.inspect_ir("lowered").count("bail-out") > masked.inspect_ir().count("bail-out")
