"""What a first call is compiled with, and what later ones are."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from jit.children import define

from jitney import jit, tiers

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(autouse=True)
def as_shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiers, "ROUNDS", 4_000_000)


SUM = """
def total(a):
    s = 0
    for i in range(len(a)):
        s += a[i]
    return s
"""


def made_of(text: str) -> dict[str, Any]:
    return define(text, f"<{text}>")


def provisional(function: Any) -> list[bool]:
    return [spec.provisional for spec in function._specialisations.values()]


def made(text: str, name: str, **options: Any) -> Any:
    return jit(**options)(made_of(text)[name])


def test_a_short_first_call_is_compiled_anew_when_it_comes_again() -> None:
    total, a = made(SUM, "total"), np.arange(100)
    assert total(a) == 4950 and provisional(total) == [True]
    assert total(a) == 4950 and provisional(total) == [False]
    assert total(a) == 4950 and total.stats().compiled == 1 and total.signatures == [("int64[::1]",)]


def test_a_long_first_call_is_not() -> None:
    total = made(SUM, "total")
    assert total(np.ones(5_000_000, np.int64)) == 5_000_000 and provisional(total) == [False]


@pytest.mark.parametrize(
    "text",
    [
        "def f(n):\n    return n + 1",
        "def f(n):\n    s = 0\n    for i in range(10_000_000):\n        s += i & n\n    return s",
        "def f(n):\n    s = 0\n    for i in range(n):\n        s += f(i)\n    return s",
    ],
    ids=["without loops", "by a constant", "recursive"],
)
def test_what_gets_everything_at_once(text: str) -> None:
    f = made(text, "f")
    names = f.py_func.__globals__
    names["f"] = f
    f(3)
    assert provisional(f) == [False]


@pytest.mark.parametrize("options", [{"fastmath": True}, {"parallel": True}, {"_passes": True}])
def test_options_that_get_everything_at_once(options: dict[str, Any]) -> None:
    total = made(SUM, "total", **options)
    assert total(np.arange(4)) == 6 and provisional(total) == [False]


def test_signatures_compile_for_good() -> None:
    total = made(SUM, "total")
    total.compile("(int64[::1])")
    assert provisional(total) == [False] and total(np.arange(4)) == 6


def test_reports_are_of_the_final_code() -> None:
    total = made(SUM, "total")
    total(np.arange(4))
    assert provisional(total) == [True]
    assert "vectorised" in total.explain_loops() and provisional(total) == [False]


def test_extents() -> None:
    rows: list[tuple[Any, int]] = [
        (-7, 7), (2.5, 2), (float("nan"), tiers.BEYOND), (float("-inf"), tiers.BEYOND), (1 << 70, tiers.BEYOND),
        (None, 1), (True, 1), ((), 1), ((3, (b"12345",)), 5), (np.zeros((3, 4)), 12), (np.float32(9), 9),
        (np.array(5), 5), (bytearray(8), 8), (int, tiers.BEYOND),
    ]  # fmt: skip
    for value, expected in rows:
        assert tiers.extent(value) == expected


def test_callees_are_counted_and_compiled_anew_too() -> None:
    names = made_of(
        "def inner(n):\n    s = 0\n    for i in range(n):\n        s += i * n\n    return s\n"
        "def outer(n):\n    s = 0\n    for i in range(n):\n        s += inner(n)\n    return s\n"
    )
    inner = names["inner"] = jit(names["inner"])
    outer = jit(names["outer"])
    expected = sum(sum(i * 30 for i in range(30)) for _ in range(30))
    assert outer(30) == expected and provisional(outer) == provisional(inner) == [True]
    assert outer(30) == expected and provisional(outer) == provisional(inner) == [False]
    assert inner(30) == sum(i * 30 for i in range(30))
    long = jit(outer.py_func)
    assert long(1000) == sum(i * 1000 for i in range(1000)) * 1000 and provisional(long) == [False]


def test_exceptions_and_bail_outs_of_a_first_call() -> None:
    names = made_of(
        "def f(a, n):\n    s = 1\n    for i in range(n):\n        s *= a[i]\n    return s\n",
    )
    f = jit(names["f"])
    with pytest.raises(IndexError):
        f(np.arange(4), 5)
    assert provisional(f) == [True]
    big = (2**62, 8, 2)
    g = jit(names["f"])
    for _ in range(2):
        assert g(big, 3) == 2**66
    with pytest.warns(RuntimeWarning, match="keeps leaving"):
        assert g(big, 3) == 2**66
    assert g.stats().bailed + g.stats().interpreted == 3


def test_what_it_looked_up_changes_between_the_calls() -> None:
    names = made_of("step = 1\ndef f(n):\n    s = 0\n    for i in range(n):\n        s += step\n    return s\n")
    f = jit(names["f"])
    assert f(10) == 10
    names["step"] = 3
    assert f(10) == 30 and f(10) == 30
    names["step"] = 0.5
    assert f(10) == 5.0 and f(10) == 5.0


def test_threads_that_come_at_once() -> None:
    total, a, found = made(SUM, "total"), np.arange(1000), []
    threads = [threading.Thread(target=lambda: found.append(total(a))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [499500] * 8 and provisional(total) == [False]


def test_a_cold_process_does_without_what_it_does_not_need() -> None:
    text = (
        "import sys, linecache\n"
        f"text = {SUM!r}\n"
        "linecache.cache['<sum>'] = (len(text), None, text.splitlines(keepends=True), '<sum>')\n"
        "exec(compile(text, '<sum>', 'exec'))\n"
        "from jitney import jit\n"
        "total = jit(total)\n"
        "assert total(b'abc') == 294\n"
        "late = ('jitney.passes.split', 'jitney.backend.vectors', 'jitney.calls.entry')\n"
        "print([name for name in late if name in sys.modules])\n"
        "assert total(b'abc') == 294\n"
        "print([name for name in late if name in sys.modules])\n"
    )
    shown = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    first, second = shown.splitlines()
    assert first == "[]" and "jitney.passes.split" in second
