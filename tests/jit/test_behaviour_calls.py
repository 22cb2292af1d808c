"""Calls and options: arguments and defaults, signatures, refusals, fallback, Numba's options."""

from __future__ import annotations

import time
import warnings
from typing import Any

import pytest
from jit.children import define, run

from jitney import SignatureError, UnsupportedError, jit, njit


def full(a: Any, b: Any = 2, /, c: Any = 3, *, d: Any, e: Any = 5) -> Any:
    return a + b * c + d * e


def plain(a: Any, b: Any = 2.5, c: Any = None) -> Any:
    return (a, b) if c is None else (a, c)


CALLS = [
    "full(1, d=1)", "full(1, 2, 3, d=4)", "full()", "full(1)", "full(1, 2, 3, 4, d=1)", "full(1, a=1, d=1)",
    "full(1, q=1, d=1)", "full(1, 2, 3, c=3, d=1)", "full(1, d=1, **{'e': 7})", "full(*(1, 2), d=2)", "full(d=1, b=2)",
    "full(1, 2, d=1, e=2, c=5)", "full(1, d=None)", "plain()", "plain(1)", "plain(1, 2)", "plain(1, 2, 3)",
    "plain(1, 2, None)", "plain(1, c=None)", "plain(1, c=2.5)", "plain(a=1)", "plain(b=1)", "plain(1, a=1)",
    "plain(1, 2, 3, 4)", "plain(1, x=1)", "plain(1, **{'b': 3})", "plain(True, b=False)", "plain(1, c=(1, 2))",
]  # fmt: skip


def outcome(call: str, functions: dict[str, Any]) -> tuple[Any, ...]:
    try:
        result = eval(call, functions)
    except TypeError as error:
        return type(error), str(error)
    return type(result), result, repr(result)


@pytest.mark.parametrize("call", CALLS)
def test_arguments(call: str) -> None:
    expected = outcome(call, {"full": full, "plain": plain})
    functions = {"full": jit(full), "plain": jit(plain)}
    for _ in range(3):
        assert outcome(call, functions) == expected


def test_signatures() -> None:
    f = jit("int64(int64)")(lambda x: x + 1)
    assert f.signatures == [("int",)] and f.stats().compiled == 1
    assert f(1) == 2 and f.stats().compiled == 1
    assert f(1.5) == 2.5 and f.signatures == [("int",), ("float",)]
    g = jit(["int64(int64)", "float64(float64)"])(lambda x: x * 2)
    assert g.stats().compiled == 2 and (g(2), g(0.5)) == (4, 1.0) and g.stats().compiled == 2
    g.compile("(bool)")
    assert g.stats().compiled == 3 and g(True) == 2 and g.stats().compiled == 3


def test_annotations() -> None:
    names = define(
        "@jit(annotations=True)\ndef f(x: int, y: float = 2.0) -> float: return x * y\n", "<annotated>", jit=jit
    )
    assert names["f"].signatures == [("int", "float")] and names["f"](3) == 6.0
    assert names["f"].stats().compiled == 1


@pytest.mark.parametrize(
    ("signature", "message"),
    [
        ("float64(int64)", "says that the result is float, but it is int"),
        ("int64(int64, int64)", "2 parameters"),
        ("int65(int64)", "int65"),
        ("nonsense((", "nonsense"),
        (5, "a signature is text"),
    ],
)
def test_wrong_signatures(signature: Any, message: str) -> None:
    with pytest.raises(SignatureError, match=message):
        jit(signature)(lambda x: x + 1)


def test_signature_of_numpy_arrays_before_numpy_is_imported() -> None:
    pytest.importorskip("numpy")
    code = """
    import sys
    from jitney import jit
    @jit("float64[:](float64[:])")
    def f(a):
        return a[1:]
    import numpy as np
    assert f(np.arange(3.0)).tolist() == [1, 2] and f.stats().compiled == 1
    print("fine")
    """
    assert run(code) == "fine\n"


def test_refusals_are_on_one_screen() -> None:
    names = define(
        """
        @jit
        def f(x):
            y = x + 1
            return sum([y, {y: x}])
        """,
        "<refused>",
        jit=jit,
    )
    with pytest.raises(UnsupportedError) as caught:
        names["f"](1)
    text = str(caught.value)
    assert text.startswith("<refused>:5: in f: ") and len(text.splitlines()) < 20
    assert "    return sum([y, {y: x}])\n" in text and "^" in text and "y is int" in text
    trace = caught.value.__traceback__
    assert trace is not None and trace.tb_next is None  # no frames of the compiler
    with pytest.raises(UnsupportedError, match="the argument 'x' is a list"):
        names["f"]([1])
    with pytest.raises(UnsupportedError, match="the argument 'x' is a object"):
        names["f"](object())


def test_recursion_over_types() -> None:
    """A constant beyond 64 bits is one type however often it is computed; where there is no end of types, we say so."""
    names = define(
        """
        @jit
        def big(k, n):
            return 1 if k == 0 else big(k - 1, ~(2**63))

        @jit
        def nested(x, k):
            return 1 if k == 0 else nested((x,), k - 1)
        """,
        "<types>",
        jit=jit,
    )
    assert names["big"](5, 1) == 1
    with pytest.raises(UnsupportedError, match="recursion of nested in which the types of arguments never repeat"):
        names["nested"](1, 5)


def test_numpys_other_int64_is_named() -> None:
    np = pytest.importorskip("numpy")
    if np.longlong is np.int64:
        pytest.skip("here they are one type")
    with pytest.raises(UnsupportedError, match="of dtype longlong\n\n  to NumPy longlong is another type than int64"):
        jit(lambda x: x)(np.longlong(3))
    assert jit(lambda x: x)(np.longlong(3).astype(np.int64)) == 3


def test_fallback_warns_once() -> None:
    f = jit(fallback=True)(lambda x: [x])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert (f(1), f(2), f("a"), f(x=3)) == ([1], [2], ["a"], [3])
    (warning,) = caught
    assert warning.category is RuntimeWarning and warning.filename == __file__
    assert f.stats().interpreted == 4
    start = time.perf_counter()
    for _ in range(2000):
        f(1)
    assert time.perf_counter() - start < 1  # it is not tried again, which would take 2,000 compilations


def test_options() -> None:
    with pytest.raises(TypeError, match="no option 'wrong'"):
        jit(wrong=1)
    for thing in (print, int, 1.5j, object()):
        with pytest.raises((TypeError, SignatureError)):
            jit(thing)(lambda x: x) if not callable(thing) else jit(thing)
    code = """
    import warnings
    from jitney import jit, njit
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for _ in range(3):
            for name in ("cache", "boundscheck", "looplift"):
                jit(**{name: True})(lambda x: x)
            jit(error_model="numpy"), jit(error_model="python"), njit(nopython=True), jit(cache=False)
    assert {warning.filename for warning in caught} == {"<child>"}, caught
    print(sorted(str(warning.message).split(": ")[1].split("=")[0].split()[0] for warning in caught))
    """
    assert run(code) == "['boundscheck', 'cache', 'error_model', 'looplift']\n"
    assert njit is jit


def test_source() -> None:
    with pytest.raises(UnsupportedError, match="its source is needed"):
        eval("jit(lambda x: x)", {"jit": jit})(1)
    three = jit(lambda x: x + 1), jit(lambda x: x + 2), jit(lambda y: y + 1)
    assert [f(1) for f in three] == [2, 3, 2]

    def other(function: Any) -> Any:
        return function

    @other
    @jit
    @other
    def decorated(
        x: Any,
    ) -> Any:
        return x + 1

    assert decorated(1) == 2

    def maker() -> Any:
        @jit
        def f(x: Any) -> Any:
            return x + 1

        @jit
        def g(x: Any) -> Any:
            return f(x) + 1

        return g

    assert maker()(1) == 3
    cell = define("@jit\ndef f(x): return x + 1\n", "<ipython-input-1-0123456789ab>", jit=jit)
    assert cell["f"](1) == 2


def test_changed_source_is_refused() -> None:
    names = define("@jit\ndef f(x): return x + 1\n", "<changed>", jit=jit)
    define("\n\n\n\n", "<changed>")
    with pytest.raises(UnsupportedError, match="has the file changed"):
        names["f"](1)
