"""Random functions as machine code against the interpreter: every processor level, many registers and few."""

from __future__ import annotations

import random
from typing import Any

import pytest
from backend.drawing import draw
from backend.native import Compiled, machine, same
from ir.generate import random_function

import jitney.ir.interpret as interpreter
from jitney.ir import ops
from jitney.x86 import cpu
from jitney.x86.lowering import lowering

FEATURES = cpu.features()
BARE = frozenset({"SSE2"})
TARGETS = {
    "native": (FEATURES, 32),
    "sse2": (BARE, 32),
    "without bmi": (FEATURES - {"BMI2", "AVX512F"}, 5),
    "few registers": (FEATURES, 3),
    "sse4": (FEATURES - {"AVX", "AVX512F", "LZCNT", "POPCNT"}, 6),
}
KEPT = [object() for _ in range(4)]


@pytest.mark.parametrize("name", TARGETS)
@pytest.mark.parametrize("size", [15, 60, 250])
def test_computation(name: str, size: int) -> None:
    target = lowering(*TARGETS[name])
    for seed in range(1200 // size):
        function, arguments = random_function(random.Random(1000 * size + seed), size)
        expected = interpreter.run(function, arguments)
        assert same(Compiled([function], target)(*arguments), expected), seed


@pytest.mark.parametrize("name", TARGETS)
def test_calls(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With calls of all kinds, polls that find something, and objects held at exits."""
    counts: dict[int, int] = {}

    def change(by: int, address: int) -> None:
        counts[address] = counts.get(address, 0) + by

    def reference(machine: Any, value: Any, arguments: list[int], result: int) -> Any:
        by = 1 if value.op == ops.RETAIN else -1
        return lambda environment: change(by, environment[arguments[0]])

    for op in (ops.RETAIN, ops.RELEASE):
        monkeypatch.setitem(interpreter._SPECIAL, op, reference)
    monkeypatch.setattr(interpreter, "_reference", lambda _, address: change(-1, address))
    target = lowering(*TARGETS[name])
    for seed in range(60):
        rng = random.Random(seed)
        functions, arguments, _ = draw(rng, 20, [id(thing) for thing in KEPT])
        counts.clear()
        expected = interpreter.run(functions[0], arguments, callees={one.name: one for one in functions})
        monkeypatch.setattr(machine().poll, "value", rng.randrange(2))
        found = Compiled(functions, target)(*arguments)
        assert same(found, expected), seed
        wanted = {address: count for address, count in counts.items() if count}
        assert {address: count for address, count in machine().count.items() if count} == wanted, seed
