"""Pickles of jitted functions, loaded in a process that has never seen them."""

from __future__ import annotations

import base64
import copy
import math
import multiprocessing
import pickle
from typing import Any

import pytest
from jit.children import define, run

from jitney import jit

SOURCE = """
import math
K = 3
PAIR = (1, 2.5)

@jit
def plain(x, y=2, *, z=4):
    "A docstring."
    return x * y + K + z + PAIR[0]

@jit(nogil=True)
def uses_others(x):
    return math.floor(x) + plain(x)

@jit
def even(n): return True if n == 0 else odd(n - 1)

@jit
def odd(n): return False if n == 0 else even(n - 1)

def closure(k):
    @jit
    def inner(x, d=k): return x * k + d
    return inner

def recursive():
    @jit
    def factorial(n): return 1 if n < 2 else n * factorial(n - 1)
    return factorial

def mutual():
    @jit
    def a(n): return 0 if n == 0 else b(n - 1) + 1
    @jit
    def b(n): return 0 if n == 0 else a(n - 1) + 2
    return a

def indirect():
    k = 5
    return jit(lambda x, y=3: x * k + y)

two = jit(lambda x: x * K), jit(lambda x: x - K)

class Holder:
    @staticmethod
    @jit
    def static(x): return x + 1

CASES = [
    (plain, (3,)), (uses_others, (2.5,)), (even, (10,)), (closure(4), (7,)), (recursive(), (20,)), (mutual(), (9,)),
    (indirect(), (2,)), (two[0], (9,)), (two[1], (9,)), (Holder.static, (1,)),
]
"""

LOAD = """
import base64, pickle
for name, arguments, expected, options, data in pickle.loads(base64.b64decode({data!r})):
    f = pickle.loads(data)
    assert type(f).__name__ == "Dispatcher" and f.__qualname__ == name and f._options == options, f
    for _ in range(2):
        result = f(*arguments)
        assert (type(result), result) == (type(expected), expected), (name, result)
        f = pickle.loads(pickle.dumps(f))  # and once more from here
print("fine")
"""


def test_in_a_fresh_process() -> None:
    names = define(SOURCE, "<pickled>", jit=jit)
    names["__name__"] = "__main__"
    assert names["plain"].__doc__ == "A docstring."
    items = [
        (f.__qualname__, arguments, f(*arguments), f._options, pickle.dumps(f, protocol))
        for f, arguments in names["CASES"]
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1)
    ]
    data = base64.b64encode(pickle.dumps(items)).decode()
    assert run(LOAD.format(data=data)) == "fine\n"


@jit
def importable(x: Any) -> Any:
    return math.sqrt(x) + 1


def test_by_name_where_it_can_be_imported() -> None:
    assert pickle.loads(pickle.dumps(importable)) is importable or b"importable" in pickle.dumps(importable)


def test_spawned_workers() -> None:
    names = define(SOURCE, "<spawned>", jit=jit)
    f = names["closure"](4)
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        assert pool.map(f, [1, 2, 3]) == [f(1), f(2), f(3)]


def test_cloudpickle() -> None:
    cloudpickle = pytest.importorskip("cloudpickle")
    f = define(SOURCE, "<cloud>", jit=jit)["closure"](4)
    assert pickle.loads(cloudpickle.dumps(f))(2) == f(2)
    assert pickle.loads(cloudpickle.dumps(lambda x: f(x) + 1))(2) == f(2) + 1


def test_copies_are_the_function_itself() -> None:
    assert copy.copy(importable) is importable and copy.deepcopy(importable) is importable
    assert copy.deepcopy([importable])[0] is importable


def test_state_that_cannot_be_pickled_says_so() -> None:
    f = define("@jit\ndef f(x):\n    return x + G\n", "<odd>", jit=jit, G=(n for n in ()))["f"]
    with pytest.raises(TypeError, match="generator"):
        pickle.dumps(f)
