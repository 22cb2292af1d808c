"""Globals, closures, module attributes and builtins: what changes between calls is seen by the next one."""

from __future__ import annotations

import builtins
import sys
import time
import types
import warnings
from typing import Any

import pytest
from jit.children import define

from jitney import UnsupportedError, jit
from jitney.frontend.session import Changes

HUGE = [2**63, 2**64 - 1, 2**64, -(2**63) - 1, 2**200]
VALUES = [1, 2, 2.5, True, False, -7, 0.0, *HUGE, -(2**63), 3, None, 2, "text", 1.5]


@pytest.fixture
def names() -> dict[str, Any]:
    return define(
        """
        import math
        K = 1

        @jit
        def read(x): return x + K

        @jit
        def callee(x): return x + K

        @jit
        def caller(x): return callee(x) * 2

        @jit
        def uses_modules(x): return math.floor(x) + module.k

        @jit
        def absolute(x): return abs(x)

        def closure():
            n = 1

            @jit
            def get(x):
                return x + n

            def set(value):
                nonlocal n
                n = value

            return get, set
        """,
        "<names>",
        jit=jit,
        module=types.ModuleType("module"),
    )


def outcome(function: Any, *arguments: Any) -> tuple[Any, ...]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            result = function(*arguments)
        except (TypeError, NameError) as error:
            return type(error), str(error)
        except UnsupportedError:
            return (UnsupportedError,)
    return type(result), result


def same(function: Any, *arguments: Any) -> None:
    got = outcome(function, *arguments)
    assert got in (outcome(function.py_func, *arguments), (UnsupportedError,))
    if got[0] is UnsupportedError:
        assert outcome(function.py_func, *arguments)[0] is TypeError


def test_global(names: dict[str, Any]) -> None:
    for value in VALUES * 2:
        names["K"] = value
        same(names["read"], 1)
        same(names["caller"], 1)
    del names["K"]
    for _ in range(2):
        assert outcome(names["read"], 1) == (NameError, "name 'K' is not defined")
    names["K"] = 5
    assert names["read"](1) == 6


def test_cell(names: dict[str, Any]) -> None:
    get, set = names["closure"]()
    for value in VALUES * 2:
        set(value)
        same(get, 1)
    assert names["closure"]()[0](1) == 2


def test_callee(names: dict[str, Any]) -> None:
    caller = names["caller"]
    assert caller(1) == 4
    names["callee"] = jit(lambda x: x * 10)
    assert caller(1) == 20
    names["callee"] = lambda x: x
    with pytest.raises(UnsupportedError, match="decorate"):
        caller(1)
    names["callee"] = jit(lambda x: x)
    assert caller(1) == 2


def test_module(names: dict[str, Any]) -> None:
    f, module, math = names["uses_modules"], names["module"], names["math"]
    module.k = 3
    assert f(2.5) == 5
    module.k = 0.5
    assert f(2.5) == 2.5
    other = types.ModuleType("other")
    other.floor = math.ceil  # type: ignore[attr-defined]
    names["math"] = other
    assert f(2.5) == 3.5
    names["math"] = math
    names["module"] = types.ModuleType("third")
    names["module"].k = 1
    assert f(2.5) == 3
    for k in range(20):
        names["module"].k = k
        assert f(2.5) == 2 + k
    assert f.stats().compiled < 14


def test_builtin(names: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    f = names["absolute"]
    assert f(-1) == 1
    names["abs"] = jit(lambda x: x * 2)
    assert f(-1) == -2
    del names["abs"]
    assert f(-1) == 1
    monkeypatch.setattr(builtins, "abs", jit(lambda x: x * 3))
    assert f(-1) == -3
    monkeypatch.undo()
    assert f(-1) == 1


def test_unrelated_changes_compile_nothing(names: dict[str, Any]) -> None:
    f = names["read"]
    assert f(1) == 2
    for k in range(300):
        names[f"unrelated{k % 50}"] = k
        assert f(1) == 2
        del names[f"unrelated{k % 50}"]
    assert f.stats().compiled == 1


def test_a_number_that_changes_at_every_call(names: dict[str, Any]) -> None:
    """It is compiled in some times, then read when code runs."""
    get, set = names["closure"]()
    f, caller = names["read"], names["caller"]
    for k in range(200):
        names["K"] = k
        set(k)
        assert (f(1), caller(1), get(1)) == (1 + k, 2 + 2 * k, 1 + k)
    for function in (f, caller, get):
        assert function.stats().compiled <= Changes.MOST + 1
    names["K"] = 2.5
    assert (f(1), caller(1)) == (3.5, 7.0)


def test_numpy_numbers_that_change(names: dict[str, Any]) -> None:
    np = pytest.importorskip("numpy")
    f = names["read"]
    for kind in (np.int8, np.uint8, np.int64, np.uint64, np.float32, np.float64, np.bool_):
        for k in range(8):
            names["K"] = kind(100 + k if k % 2 else 0)
            same(f, np.float64(1.5))
            same(f, 1)
    assert f.stats().compiled < 40


def test_a_number_that_must_be_known_stays_compiled_in() -> None:
    names = define(
        """
        K = 0

        @jit
        def f(n):
            s = 0
            for i in (1, 2, 3)[K:]:
                s += i * n
            return s
        """,
        "<must be known>",
        jit=jit,
    )
    for k in range(12):
        names["K"] = k % 4
        assert names["f"](10) == names["f"].py_func(10)


def test_what_is_compiled_all_the_time_is_left_to_the_interpreter() -> None:
    names = define("DATA = b''\n\n@jit\ndef f(i):\n    return DATA[i] + 1\n", "<data>", jit=jit)
    f = names["f"]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for k in range(100):
            names["DATA"] = bytes([k, k])
            assert f(1) == k + 1
    (warning,) = caught
    assert warning.category is RuntimeWarning and (warning.filename, warning.lineno) == ("<data>", 4)
    assert f.stats().compiled < 30


def test_what_changes_now_and_then_is_compiled() -> None:
    names = define("DATA = b''\n\n@jit\ndef f(i):\n    return DATA[i] + 1\n", "<data>", jit=jit)
    for k in range(25):
        names["DATA"] = bytes([k, k])
        assert names["f"](1) == k + 1
        time.sleep(0.02)
    assert names["f"].stats().compiled == 25


def test_a_change_during_the_call(names: dict[str, Any]) -> None:
    """The running call goes on with what it began with, or sees the change; the next one sees it."""
    text = "\n\n@jit\ndef shout(x):\n    print(x)\n    return x + K\n"
    namespace = define(text, "<shout>", jit=jit, K=1)

    class Writer:
        def write(self, text: str) -> int:
            namespace["K"] += 1
            return len(text)

    before, sys.stdout = sys.stdout, Writer()  # type: ignore[assignment]
    try:
        for _ in range(8):
            known = namespace["K"]
            assert known <= namespace["shout"](0) <= namespace["K"]
    finally:
        sys.stdout = before
