"""The known differences from CPython, as docs/jit.md lists them. There should be few."""

from __future__ import annotations

import sys
import warnings
from typing import Any

import pytest

from jitney import jit


def test_no_warnings_of_numpy() -> None:
    np = pytest.importorskip("numpy")

    @jit
    def quotient(x: Any, y: Any) -> Any:
        return x / y

    one, zero = np.float64(1), np.float64(0)
    with warnings.catch_warnings(), np.errstate(divide="raise"):
        warnings.simplefilter("error")
        assert quotient(one, zero) == float("inf")
        with pytest.raises(FloatingPointError):
            quotient.py_func(one, zero)


def test_recursion_goes_as_deep_as_the_stack() -> None:
    @jit
    def depth(n: Any) -> Any:
        return 0 if n == 0 else 1 + depth(n - 1)

    assert depth(3 * sys.getrecursionlimit()) == 3 * sys.getrecursionlimit()


def test_a_tuple_that_is_returned_is_another_one() -> None:
    @jit
    def same(t: Any) -> Any:
        return t

    t = (1, 2.5)
    assert same(t) == t
    assert same(t) is not t


def test_tracing_does_not_see_compiled_functions() -> None:
    @jit
    def square(x: Any) -> Any:
        return x * x

    square(3)
    seen: list[str] = []
    before = sys.getprofile()
    sys.setprofile(lambda frame, event, argument: seen.append(frame.f_code.co_name) if event == "call" else None)
    try:
        square(3)
    finally:
        sys.setprofile(before)
    assert "square" not in seen
