"""NumPy's functions of scalars, each type and pair of types against NumPy itself."""

from __future__ import annotations

import itertools
import os
import random
from typing import Any

import numpy as np
import pytest
from frontend.scalar_oracle import TYPES, Bailed, Operation, Refused, outcome, samples

from jitney.frontend.library import rule_for
from jitney.frontend.types import SCALARS, object_of

UFUNCS = {
    ufunc.__name__: ufunc
    for ufunc in vars(np).values()
    if isinstance(ufunc, np.ufunc) and ufunc.nin <= 2 and ufunc.signature is None and ufunc is not np.isnat
}
REFUSALS = ("float16", "np.clip of an integer to bounds of other types")
MOST = 40
"""Pairs of values for each pair of types."""

pytestmark = pytest.mark.filterwarnings("ignore")


def values_of(names: tuple[str, ...], seed: str) -> list[tuple[Any, ...]]:
    rng = random.Random(seed)
    found = list(itertools.product(*[samples(name, rng) for name in names]))
    return found if len(found) <= MOST else rng.sample(found, MOST)


def lowered(function: Any) -> Any:
    rule = rule_for(function)
    assert rule is not None
    return lambda L, *operands: rule(L, list(operands), {})


def check(function: Any, names: tuple[str, ...]) -> int:
    """Compares the results, and tells how many could be."""
    try:
        compiled = Operation(lowered(function), [TYPES[name] for name in names])
    except Refused as refused:
        assert any(reason in str(refused) for reason in REFUSALS)
        return 0
    done = 0
    for values in values_of(names, function.__name__ + "".join(names)):
        try:
            got = outcome(compiled, values)
        except Bailed:
            assert "uint" in names
            continue
        assert got == outcome(function, values), (function, names, values)
        done += 1
    return done


@pytest.mark.parametrize("name", sorted(UFUNCS))
def test_ufuncs(name: str) -> None:
    ufunc = UFUNCS[name]
    assert sum(check(ufunc, names) for names in itertools.product(TYPES, repeat=ufunc.nin)) > 100


@pytest.mark.parametrize("name", SCALARS)
def test_types_as_functions(name: str) -> None:
    assert sum(check(np.dtype(name).type, (source,)) for source in TYPES) > 200
    assert outcome(Operation(lowered(np.dtype(name).type), []), ()) == outcome(np.dtype(name).type, ())


def test_clip() -> None:
    assert sum(
        check(np.clip, names) for names in random.Random(5).sample(list(itertools.product(TYPES, repeat=3)), 300)
    )
    for name in SCALARS:
        for bounds in itertools.product(("int", "uint", name), repeat=2):
            check(np.clip, (name, *bounds))
    values = [0.0, -0.0, 1.0, -2.0, 3.0, float("nan")]
    compiled = Operation(lowered(np.clip), [TYPES["float64"]] * 3)
    for each in itertools.product([np.float64(value) for value in values], repeat=3):
        assert outcome(compiled, each) == outcome(np.clip, each), each


@pytest.mark.parametrize("digits", (0, 1, 2, 5, 12, 23, -1, -3))
def test_round(digits: int) -> None:
    for name in ("float32", "float64", "float", "int", "uint8", "int64"):
        if digits < 0 and "float" not in name:
            continue
        compiled = Operation(lowered(np.round), [TYPES[name], TYPES["int"]], {1: digits})
        for (value,) in values_of((name,), "round"):
            got = outcome(compiled, (value, digits))
            assert got == outcome(np.round, (value, digits)), (name, value, digits)


def test_descriptions_of_types_are_constants() -> None:
    operation = Operation(lowered(np.finfo), [object_of(np.float32)])
    assert operation.result.value.eps == np.finfo(np.float32).eps  # type: ignore[union-attr]
    assert Operation(lowered(np.iinfo), [object_of(np.int16)]).result.value.max == 32767  # type: ignore[union-attr]


def test_what_is_not_taken_is_refused() -> None:
    assert rule_for(np.matmul) is None
    refused: list[tuple[Any, list[Any]]] = [
        (np.sqrt, [TYPES["int8"]]),
        (np.add, [TYPES["int"]] * 3),
        (np.exp, [object_of("text")]),
        (np.float64, [object_of("1.5")]),
        (np.clip, [TYPES["int"]] * 2),
    ]
    for function, types in refused:
        with pytest.raises(Refused):
            Operation(lowered(function), types)


def test_unknown_layouts_take_the_way_through_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jitney.frontend.ufunc.inner_loop", lambda *key: None)
    for function, types in ((np.exp, ("float64",)), (np.hypot, ("float32", "int16")), (np.frexp, ("float",))):
        assert check(function, types) > 10


FLOATS = [name for name, ufunc in UFUNCS.items() if {"d->d", "dd->d"} & set(ufunc.types)]
POINTS = int(os.environ.get("JITNEY_POINTS", "500"))
"""How many random numbers each function is tried at."""


@pytest.mark.parametrize("name", FLOATS)
def test_functions_of_floats_have_numpys_bits(name: str) -> None:
    ufunc, rng = UFUNCS[name], random.Random(name)
    for dtype in (np.float32, np.float64):
        compiled = Operation(lowered(ufunc), [TYPES[np.dtype(dtype).name]] * ufunc.nin)
        for _ in range(POINTS):
            scale = rng.choice((1.0, 1.0, 20.0, 1e3, 1e-5, 1e30))
            values = tuple(dtype(rng.uniform(-scale, scale)) for _ in range(ufunc.nin))
            assert outcome(compiled, values) == outcome(ufunc, values), values
