"""Exceptions have CPython's type, text and traceback, in which a jitted function looks as if it had not been jitted."""

from __future__ import annotations

import array
import functools
import math
import sys
import traceback
from collections.abc import Callable
from typing import Any

import pytest
from jit.children import define

from jitney import jit

ZERO = 0


@jit
def item(a: Any, i: Any) -> Any:
    return a[i] + \
        a[i + 1]  # fmt: skip


@jit
def outer(a: Any, n: Any) -> Any:
    s = 0
    for i in range(n):
        s += item(a, i)
    return s


@jit
def outermost(a: Any, n: Any) -> Any:
    return (1,
            outer(a,
                  n))  # fmt: skip


@jit
def divide(a: Any, b: Any) -> Any:
    x = 1
    return x + (a //
                b)  # fmt: skip


@jit
def boom(a: Any) -> Any:
    if a > 3:
        raise ValueError("bad", a)
    return a


@jit
def plain_class(a: Any) -> Any:
    raise KeyError


@jit
def unbound(a: Any) -> Any:
    if a:
        x = 1
    return x


@jit
def undefined(a: Any) -> Any:
    return a + nowhere  # type: ignore[name-defined]  # noqa: F821


@jit
def unpack(t: Any) -> Any:
    a, b, c = t
    return a, b, c


@jit
def unpack_inner(t: Any) -> Any:
    (a,
     b), c = t  # fmt: skip
    return a, b, c


@jit
def unpack_loop(t: Any) -> Any:
    s = 0
    for a, b in t:
        s += a + b
    return s


@jit
def square_root(x: Any) -> Any:
    return math.sqrt(x) + 1


@jit
def add_to(a: Any, i: Any, v: Any) -> None:
    a[i] += v


@jit
def store(a: Any, i: Any, v: Any) -> None:
    a[i] = v


@jit
def conditional(n: Any) -> Any:
    return (n / ZERO
            if n else 5)  # fmt: skip


@jit
def chained(a: Any, b: Any) -> Any:
    return 0 < a // b < 10 and a % b


@jit
def step(n: Any) -> Any:
    s = 0
    for i in range(0, 10, n):
        s += i
    return s


@jit
def wrong_types(a: Any, b: Any) -> Any:
    return a + b


@jit
def looping(n: Any) -> Any:
    while True:
        n -= 1
        10 // n


invert = jit(lambda x: 1 / x)


class Holder:
    @jit
    def remainder(self: Any, x: Any) -> Any:  # type: ignore[misc]
        return self % x

    @staticmethod
    @jit
    def static(x: Any) -> Any:
        return 1 % x


def closure() -> Any:
    k = 0

    @jit
    def inner(x: Any) -> Any:
        return x // k

    return inner


executed = define(
    """
    @jit
    def executed(a):
        '''A docstring,
        of two lines.'''
        return 1 \\
            // a
    """,
    "<executed>",
    jit=jit,
)["executed"]

asserts = define(  # pytest rewrites the assertions of this file
    """
    @jit
    def asserts(a):
        assert a < 7, "too big"
        assert a and a < 6
        assert (
            a
            < 5
        ), "y"
        assert not a < 4
        return a
    """,
    "<asserts>",
    jit=jit,
)["asserts"]

CASES: list[tuple[Any, tuple[Any, ...]]] = [
    (item, (b"a", 0)),
    (outer, (b"abc", 3)),
    (outermost, (bytearray(b"abc"), 3)),
    (divide, (1, 0)),
    (boom, (4,)),
    (boom, (4.5,)),
    (plain_class, (1,)),
    *[(asserts, (a,)) for a in (7, 6, 0, 5, 3)],
    (unbound, (0,)),
    (undefined, (1,)),
    (unpack, ((1, 2),)),
    (unpack, (b"abcd",)),
    (unpack_inner, (((1, 2, 3), 4),)),
    (square_root, (-1.0,)),
    (square_root, (-1,)),
    (add_to, (array.array("b", [120]), 0, 100)),
    (add_to, (bytearray(2), 2, 1)),
    (store, (bytearray(3), 1, 300)),
    (store, (bytearray(3), -4, 30)),
    (store, (b"ab", 0, 30)),
    (conditional, (3,)),
    (chained, (3, 0)),
    (step, (0,)),
    (wrong_types, (None, 1)),
    (looping, (5,)),
    (invert, (0,)),
    (Holder.remainder, (5, 0)),
    (Holder.static, (0,)),
    (closure(), (4,)),
    (executed, (0,)),
]


def text_of(function: Callable[..., Any], arguments: tuple[Any, ...]) -> str:
    try:
        function(*arguments)
    except Exception:
        return traceback.format_exc()
    return "nothing raised"


@pytest.mark.parametrize(("function", "arguments"), CASES, ids=lambda value: getattr(value, "__name__", None))
def test_traceback(function: Any, arguments: tuple[Any, ...]) -> None:
    """Line by line, carets and all, that of the undecorated function; in compiled code and by the slow way in."""
    expected = text_of(function.py_func, arguments)
    assert "nothing raised" not in expected
    for _ in range(3):
        assert text_of(function, arguments) == expected
    names = function.py_func.__code__.co_varnames[: len(arguments)]
    by_name = dict(zip(names, arguments, strict=True))
    expected = text_of(functools.partial(function.py_func, **by_name), ())
    assert text_of(functools.partial(function, **by_name), ()) == expected


def frames(error: BaseException) -> list[traceback.FrameSummary]:
    return list(traceback.extract_tb(error.__traceback__))


def test_frames_have_the_true_globals() -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        executed(0)
    trace = caught.value.__traceback__
    assert trace is not None and trace.tb_next is not None and trace.tb_next.tb_next is None
    frame = trace.tb_next.tb_frame
    assert frame.f_globals is executed.py_func.__globals__
    assert frame.f_code.co_filename == "<executed>" and frame.f_code.co_name == "executed"
    if sys.version_info >= (3, 11):
        assert frame.f_code.co_qualname == executed.py_func.__code__.co_qualname


def test_exceptions_from_python_code_keep_their_frames() -> None:
    class Sink:
        def write(self, text: str) -> int:
            raise RuntimeError("sink")

    @jit
    def shout(n: Any) -> Any:
        print(n)
        return n

    found = []
    for function in (shout, shout.py_func):
        before, sys.stdout = sys.stdout, Sink()  # type: ignore[assignment]
        try:
            function(1)
        except RuntimeError as error:
            found.append([(frame.name, frame.lineno) for frame in frames(error)][1:])
        finally:
            sys.stdout = before
    assert found[0] == found[1] and [name for name, _ in found[0]] == ["shout", "write"]


def test_context_and_cause() -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        try:
            raise KeyError(1)
        except KeyError:
            divide(1, 0)
    assert isinstance(caught.value.__context__, KeyError) and caught.value.__cause__ is None


def test_each_exception_is_a_new_one() -> None:
    found = []
    for _ in range(3):
        try:
            divide(1, 0)
        except ZeroDivisionError as error:
            found.append(error)
    assert len({id(error) for error in found}) == 3 and {len(frames(error)) for error in found} == {2}
