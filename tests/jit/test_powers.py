"""`x ** 2`, `x ** 0.5` and the like of floats are C's pow to the last bit, though that is rarely called: where the
result is next to the middle of two floats, at powers of two, and at the ends of the range."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from jit.support import build, same

from jitney import jit
from jitney.frontend import powers


def hard(count: int, dtype: str) -> Any:
    """Numbers whose square is nearly half-way between two floats, or next to a power of two, and some of any kind."""
    rng = np.random.default_rng(17)
    bits = {"float64": 53, "float32": 24}[dtype]
    exponents = {"float64": (-110, 110), "float32": (-12, 12)}[dtype]
    wide = np.ldexp(1 + rng.random(16 * count), rng.integers(*exponents, 16 * count)).astype(dtype)
    product = wide * wide
    split = wide.astype(np.longdouble)
    lost = np.abs(split * split - product) / np.spacing(product)  # a long double has 64 bits: near enough to choose by
    roots = np.sqrt(np.ldexp(1.0, rng.integers(*exponents, count)))
    powers = (roots * (1 + rng.integers(-9, 10, count) * 2.0 ** (1 - bits))).astype(dtype)
    word = np.uint64 if bits == 53 else np.uint32
    drawn = rng.integers(0, np.iinfo(word).max, count, dtype=word).view(dtype)
    ends = np.array([0.0, -0.0, 1e-30, 1e30, 1e-23, 2.0**-8, 2.0**8, 1e-160, 1e150, 5e-324, np.inf, np.nan]).astype(
        dtype
    )
    return np.concatenate([wide[(lost > 0.43) & (lost < 0.57)], powers, -powers, drawn, ends, -ends])


def differing(a: Any, y: Any) -> Any:
    n = 0
    for i in range(len(a)):
        p = a[i] ** 2
        q = a[i] ** y  # a call
        if not (p == q or (p != p and q != q)):
            n += 1
    return n


def square(x: Any) -> Any:
    return x**2


@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_squares_are_those_of_pow(dtype: str) -> None:
    with np.errstate(all="ignore"):
        numbers = hard(100_000, dtype)
        assert len(numbers) > 350_000
        assert jit(differing)(numbers, np.dtype(dtype).type(2)) == 0
        jitted = jit(square)
        for x in numbers[:: len(numbers) // 500]:
            same(square, x, jitted=jitted)


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("exponent", [3, 0.5, 1.5, -0.5, -1, -2])
def test_other_powers_are_those_of_pow(dtype: str, exponent: float) -> None:
    """Results of all sizes, those next to powers of two, and numbers of any kind."""
    rng = np.random.default_rng(23)
    count = 100_000
    sizes = (-130, 130) if dtype == "float64" else (-18, 18)
    roots = np.ldexp(1.0, rng.integers(*sizes, count)) ** (1 / exponent)
    drawn = np.ldexp(1 + rng.random(count), rng.integers(*sizes, count)) ** (1 / exponent)
    with np.errstate(all="ignore"):
        near = (roots * (1 + rng.integers(-9, 10, count) * np.finfo(dtype).eps)).astype(dtype)
        numbers = np.concatenate([near, drawn.astype(dtype), -drawn.astype(dtype), hard(1000, dtype)[-30_000:]])
        source = f"def f(a, y):\n    n = 0\n    for i in range(len(a)):\n        p = a[i] ** ({exponent})\n"
        source += (
            "        q = a[i] ** y\n        if not (p == q or (p != p and q != q)):\n            n += 1\n    return n\n"
        )
        assert build(source, jit)(numbers, np.dtype(dtype).type(exponent)) == 0


@pytest.mark.parametrize("exponent", ["3", "0.5", "1.5", "-0.5", "-1", "-2", "3.0", "-2.0"])
def test_other_powers_of_floats(exponent: str) -> None:
    """What the operator raises, too: zeros to negative powers, roots of negative numbers."""
    ends = (0.0, -0.0, 1.5, 1e-200, 5e-324, 1.3e154, 1e103, -1e200, 1e308, math.inf, -math.inf, math.nan)
    for source in (f"x ** ({exponent})", f"math.pow(x, {exponent})"):
        function = build(f"def f(x):\n    return {source}\n", lambda function: function)
        jitted = jit(function)
        for x in (*ends, *[-x for x in ends], *hard(200, "float64")[::7].tolist()):
            same(function, x, jitted=jitted)


@pytest.mark.parametrize(
    "source", ["x ** 2", "x ** 2.0", "pow(x, 2)", "math.pow(x, 2)", "math.pow(2.5, 2)", "(x * x) ** 2"]
)
def test_squares_of_floats(source: str) -> None:
    function = build(f"def f(x):\n    return {source}\n", lambda function: function)
    jitted = jit(function)
    ends = (0.0, -0.0, 1.5, 1e-200, 5e-324, 1.3e154, 1.35e154, -1e200, 1e308, math.inf, -math.inf, math.nan)
    for x in (*ends, *hard(500, "float64")[::7].tolist()):
        same(function, x, jitted=jitted)


@pytest.mark.parametrize("known", [False, True])
def test_a_library_that_is_not_known_is_called(monkeypatch: pytest.MonkeyPatch, known: bool) -> None:
    monkeypatch.setattr(powers, "has_known_pow", lambda: known)
    jitted = jit(square)
    assert jitted(1.1) == 1.1**2
    assert ("fmul" in jitted.inspect_ir("lowered")) == known


def test_pow_without_its_wrapper_is_pow() -> None:
    import ctypes
    import math

    double = ctypes.c_double
    bare = ctypes.CFUNCTYPE(double, double, double)(powers.bare_pow())
    numbers = [
        0.0,
        1.0,
        0.5,
        2.0,
        3.7,
        1e-300,
        1e300,
        5e-324,
        math.inf,
        math.nan,
        1e17 + 2,
        *hard(50, "float64")[:2000],
    ]
    with np.errstate(all="ignore"):
        for x in (*numbers, *[-number for number in numbers[:11]]):
            for y in (2.0, 0.5, -1.0, -0.5, 0.0, -0.0, 3.0, 1.5, 1e3, -1e3, 0.1, math.inf, -math.inf, math.nan):
                expected = float(np.float64(x) ** np.float64(y))
                found = bare(x, y)
                assert found == expected or (found != found and expected != expected), (x, y)
                assert math.copysign(1.0, found) == math.copysign(1.0, expected) or found != found, (x, y)
