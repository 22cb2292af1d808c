"""The checker finds what is wrong with an allocation, if it is made wrong on purpose."""

from __future__ import annotations

import random
from typing import Any

import pytest
from backend.native import parse
from ir.generate import random_function

from jitney.backend.allocate import SLOT, Allocation, Allocator
from jitney.backend.checker import AllocationError
from jitney.backend.codegen import generate
from jitney.ir.types import F32, F64
from jitney.x86.lowering import lowering


def spoil(monkeypatch: pytest.MonkeyPatch, change: Any) -> None:
    """Has `change` alter what the allocator finds."""
    original = Allocator.run

    def run(self: Allocator) -> Allocation:
        found = original(self)
        change(self, found)
        return found

    monkeypatch.setattr(Allocator, "run", run)


def test_two_values_in_one_register(monkeypatch: pytest.MonkeyPatch) -> None:
    function = parse("""
        function both(v1: i64, v2: i64) -> i64 {
        b3:
          v4: i64 = mul v1, v2
          v5: i64 = xor v1, v2
          v6: i64 = sub v4, v5
          return v6
        }""")
    generate(function, lowering(), {}, check=True)

    def change(allocator: Allocator, found: Allocation) -> None:
        found.locations[5] = found.locations[4]

    spoil(monkeypatch, change)
    with pytest.raises(AllocationError, match="which holds"):
        generate(function, lowering(), {}, check=True)


def test_register_that_a_call_clobbers(monkeypatch: pytest.MonkeyPatch) -> None:
    function = parse("""
        function over(v1: f64) -> f64 {
        b3:
          v4: f64 = ccall sin(v1)
          v5: f64 = fadd v4, v1
          return v5
        }""")

    def change(allocator: Allocator, found: Allocation) -> None:
        assert found.locations[1] >= SLOT
        found.locations[1] = allocator.target.float_arguments[0]

    spoil(monkeypatch, change)
    with pytest.raises(AllocationError):
        generate(function, lowering(), {}, check=True)


def test_loops(monkeypatch: pytest.MonkeyPatch) -> None:
    """Random functions: wherever a value is put where another lives at the same time, it is found."""
    spoiled = []
    rng = random.Random(2)

    def change(allocator: Allocator, found: Allocation) -> None:
        masks = allocator.ranges.masks
        values = allocator.ranges.values
        for _ in range(200):
            one, other = rng.sample(list(values), 2)
            if masks[one] & masks[other] and (values[one].type in (F64, F32)) == (values[other].type in (F64, F32)):
                if found.locations[one] != found.locations[other]:
                    found.locations[one] = found.locations[other]
                    spoiled.append(one)
                    return

    spoil(monkeypatch, change)
    caught = 0
    for seed in range(150):
        function, _ = random_function(random.Random(seed), 40)
        try:
            generate(function, lowering(), {}, check=True)
        except AllocationError:
            caught += 1
    # The others are values that are read in no instruction that the change has reached.
    assert caught > 0.7 * len(spoiled), (caught, len(spoiled))
