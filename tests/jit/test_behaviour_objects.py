"""A jitted function among Python's tools: descriptors, functools, inspect, doctest, typing, dataclasses, weakref."""

from __future__ import annotations

import dataclasses
import doctest
import functools
import inspect
import pydoc
import sys
import types
import typing
import weakref
from typing import Any

import pytest
from jit.children import define

from jitney import UnsupportedError, jit


@jit
def documented(x: int, y: float = 2.0) -> float:
    """Adds.

    >>> documented(1)
    3.0
    >>> documented(1, 0.5)
    1.5
    """
    return x + y


class Holder:
    """A class with jitted functions in it."""

    @staticmethod
    @jit
    def a(x: Any) -> Any:
        return x + 1

    @jit
    @staticmethod
    def b(x: Any) -> Any:
        return x + 2

    @classmethod
    @jit
    def c(cls, x: Any) -> Any:
        return x + 3

    @jit
    @classmethod
    def d(cls, x: Any) -> Any:
        return x + 4

    @jit(fallback=True)
    def method(self, x: Any) -> Any:
        return x + self.offset  # type: ignore[attr-defined]

    @jit
    def refused(self, x: Any) -> Any:
        return x


def test_descriptors() -> None:
    for holder in (Holder, Holder()):
        assert [holder.a(1), holder.b(1), holder.c(1), holder.d(1)] == [2, 3, 4, 5]  # type: ignore[attr-defined]
    holder = Holder()
    holder.offset = 5  # type: ignore[attr-defined]
    with pytest.warns(RuntimeWarning, match="'self' is a"):
        assert holder.method(1) == 6
    assert holder.method(2) == 7
    with pytest.raises(UnsupportedError, match=r"the argument 'self' is a .*Holder"):
        holder.refused(1)
    bound = holder.refused
    assert isinstance(bound, types.MethodType) and bound.__self__ is holder


def test_functools() -> None:
    @functools.wraps(documented)
    def wrapper(*args: Any) -> Any:
        return documented(*args)

    assert wrapper.__wrapped__ is documented and wrapper(1) == 3.0  # type: ignore[attr-defined]
    assert inspect.signature(wrapper) == inspect.signature(documented.py_func)
    assert functools.partial(documented, 1)(2.0) == 3.0 and functools.partial(documented, y=1.0)(2) == 3.0
    assert functools.reduce(jit(lambda a, b: a * b), range(1, 6)) == 120
    assert functools.lru_cache(documented)(1) == 3.0
    assert sorted([3, 1, 2], key=jit(lambda x: -x)) == [3, 2, 1]
    assert list(map(documented, (1, 2))) == [3.0, 4.0]


def test_inspect() -> None:
    function = documented.py_func
    assert inspect.signature(documented) == inspect.signature(function)
    assert inspect.getsource(documented) == inspect.getsource(function)
    assert inspect.getdoc(documented) == inspect.getdoc(function)
    assert inspect.unwrap(documented) is function and callable(documented)
    assert typing.get_type_hints(documented) == {"x": int, "y": float, "return": float}
    assert (documented.__name__, documented.__qualname__) == ("documented", "documented")
    assert documented.__module__ == __name__ and documented.__annotations__ == function.__annotations__
    assert "documented(x" in pydoc.render_doc(documented, renderer=pydoc.plaintext)
    assert repr(documented) == "<jitted documented>"


def test_doctest() -> None:
    module = types.ModuleType(__name__)
    found = doctest.DocTestFinder().find(sys.modules.get(__name__, module), "m", globs=globals(), module=False)  # type: ignore[arg-type]
    tests = [test for test in found if test.examples]
    assert [test.name for test in tests] == ["m.documented"]
    results = doctest.DocTestRunner().run(tests[0])
    assert (results.attempted, results.failed) == (2, 0)


def test_identity() -> None:
    reference = weakref.ref(documented)
    assert reference() is documented and {documented: 1}[documented] == 1
    assert documented == documented and hash(documented) == hash(documented)
    again = jit(documented)
    assert again is not documented and again.py_func is documented.py_func and again(1) == 3.0
    documented.attribute = 3
    assert documented.attribute == 3
    del documented.attribute


def test_dataclass_attribute() -> None:
    @dataclasses.dataclass
    class Task:
        action: Any = documented
        other: Any = dataclasses.field(default_factory=lambda: documented)

    assert Task.action is documented and Task().other(1) == 3.0
    with pytest.raises(TypeError, match=r"made by jitney\.jit"):
        type(documented)()


def test_a_function_is_an_argument() -> None:
    apply = jit(lambda f, x: f(x) * 2)
    assert apply(documented, 1) == 6.0 and apply(jit(lambda x: x + 1), 1) == 4


def test_a_module_that_is_reloaded() -> None:
    source = "@jit\ndef f(x): return x + {}\n"
    for k in range(3):
        assert define(source.format(k), "<reloaded>", jit=jit)["f"](1) == 1 + k
