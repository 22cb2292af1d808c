"""Bail-outs: exact answers beyond 64 bits, writes that cannot be taken back, when to give up; and endless recursion."""

from __future__ import annotations

import math
import sys
import threading
import time
import warnings
from typing import Any

import pytest
from jit.children import run

from jitney import jit

DEEP = 600 if sys.version_info[:2] == (3, 12) else 850
"""Early releases of 3.12 let Python functions that C calls recur some 750 times."""


def fresh_factorial() -> Any:
    @jit
    def factorial(n: Any) -> Any:
        return 1 if n < 2 else n * factorial(n - 1)

    return factorial


def test_iterative() -> None:
    @jit
    def fibonacci(n: Any) -> Any:
        a, b = 0, 1
        for _ in range(n):
            a, b = b, a + b
        return a

    assert fibonacci(90) == fibonacci.py_func(90) and fibonacci.stats().bailed == 0
    assert fibonacci(100) == fibonacci.py_func(100)
    assert fibonacci.stats().bailed == 1
    ((reason, count),) = fibonacci.stats().reasons.items()
    line = fibonacci.py_func.__code__.co_firstlineno + 4
    assert count == 1 and f"line {line}: " in reason and reason.startswith(fibonacci.__qualname__)
    assert "1 calls bailed out" in repr(fibonacci.stats())


def test_recursive() -> None:
    factorial = fresh_factorial()
    for n in (20, 30, DEEP):
        assert factorial(n) == math.factorial(n)
    assert factorial.stats().bailed <= 4
    assert factorial(20) == math.factorial(20)


def test_recursive_in_linear_time() -> None:
    """While the interpreter runs a call again, the calls within it do not bail out one by one."""
    factorial = fresh_factorial()
    factorial(30)

    def duration(function: Any) -> float:
        start = time.perf_counter()
        function(DEEP)
        return time.perf_counter() - start

    python = min(duration(plain) for _ in range(3))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert min(duration(factorial) for _ in range(3)) < 10 * python + 0.01


def plain(n: int) -> int:
    return 1 if n < 2 else n * plain(n - 1)


def test_writes_before_a_bail_out() -> None:
    @jit
    def write(a: Any, n: Any) -> Any:
        a[0] = 1
        return n**4

    data = bytearray(2)
    assert write(data, 2) == 16
    with pytest.raises(OverflowError, match="already written") as caught:
        write(data, 10**6)
    assert data == b"\1\0"
    assert caught.value.__traceback__ is not None and caught.value.__traceback__.tb_next is not None
    assert caught.value.__traceback__.tb_next.tb_lineno == write.py_func.__code__.co_firstlineno + 3


def test_writes_to_what_the_call_has_made_do_not_count() -> None:
    np = pytest.importorskip("numpy")

    @jit
    def work(n: Any) -> Any:
        a = np.zeros(3)
        a[0] = 1.0
        return n**4

    assert work(10**6) == 10**24


def test_writes_of_a_callee_count() -> None:
    @jit
    def callee(a: Any) -> Any:
        a[0] = 7
        return 1

    @jit
    def caller(a: Any, n: Any) -> Any:
        return callee(a) + n**4

    data = bytearray(1)
    with pytest.raises(OverflowError, match="already written"):
        caller(data, 10**6)


def test_giving_up_is_said_once() -> None:
    @jit
    def cube(n: Any) -> Any:
        return n * n * n

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for _ in range(10):
            assert cube(2**40) == 2**120
    (warning,) = caught
    assert warning.category is RuntimeWarning and warning.filename == __file__
    assert warning.lineno == cube.py_func.__code__.co_firstlineno + 2 and "cube" in str(warning.message)
    stats = cube.stats()
    assert stats.bailed == 3 and stats.interpreted == 7
    assert cube(2.0) == 8.0 and stats.interpreted == 7  # other types are compiled as before
    assert cube(3) == 27 and stats.interpreted == 8


def test_reruns_nest() -> None:
    """A rerun calls another function that bails out, which calls the first one."""

    @jit
    def f(n: Any) -> Any:
        return g(n - 1) * 2**40 + n if n > 0 else 1

    @jit
    def g(n: Any) -> Any:
        return f(n - 1) * 2**40 - n if n > 0 else 2

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        expected = [_alternate(n) for n in range(30)]
        for _ in range(5):
            assert [f(n) for n in range(30)] == expected


def _alternate(n: int, sign: int = 1) -> int:
    if n <= 0:
        return 1 if sign > 0 else 2
    return _alternate(n - 1, -sign) * 2**40 + sign * n


def test_after_a_rerun_that_raises_calls_are_compiled_again() -> None:
    @jit
    def f(n: Any, d: Any) -> Any:
        return n**4 // d

    with pytest.raises(ZeroDivisionError):
        f(10**6, 0)
    assert f(10**6, 1) == 10**24 and f.stats().bailed == 2
    assert f(2, 1) == 16 and f.stats().interpreted == 0


def test_threads_that_bail_out() -> None:
    @jit
    def power(n: Any) -> Any:
        r = 1
        for _ in range(n):
            r *= 3
        return r

    wrong = []

    def work() -> None:
        for i in range(150):
            n = i % 80
            if power(n) != 3**n:
                wrong.append(n)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        threads = [threading.Thread(target=work) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert not wrong


RECURSIONS = """
import threading
from jitney import jit

@jit
def endless(n): return endless(n + 1) + 1

@jit
def there(n): return back(n + 1) + 1

@jit
def back(n): return there(n + 1) * 2

@jit
def wide(n, x, y, z, u, v, w):
    r = wide(n + 1, y, z, u, v, w, x)
    return r + x * y + z * u + v * w

CALLS = ((endless, 0), (there, 0), (back, 0), (wide, 0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0))

def attempt():
    for f, *args in CALLS:
        try:
            f(*args)
        except RecursionError as error:
            assert str(error).startswith("maximum recursion depth exceeded"), error
            count.append(f)

count = []
"""


@pytest.mark.parametrize("compiled_there", [False, True])
def test_endless_recursion(compiled_there: bool) -> None:
    code = f"""
{RECURSIONS}
if {not compiled_there}:
    attempt()
    attempt()
for size in (64, 128, 256, 1024, 65536):
    threading.stack_size(size << 10)
    thread = threading.Thread(target=attempt)
    thread.start()
    thread.join()
print(len(count))
"""
    assert run(code) == f"{4 * (5 if compiled_there else 7)}\n"


def test_recursion_where_the_stack_is_limited_later() -> None:
    """Where the stack ends has been looked up by then."""
    said = run("""
import resource
from jitney import jit

@jit
def depth(n):
    return 0 if n == 0 else depth(n - 1) + 1

print(depth(1000))
resource.setrlimit(resource.RLIMIT_STACK, (1 << 20, resource.getrlimit(resource.RLIMIT_STACK)[1]))
try:
    depth(10**9)
except RecursionError:
    print("too deep")
""")
    assert said == "1000\ntoo deep\n"


def test_recursion_as_deep_as_the_stack_allows() -> None:
    @jit
    def depth(n: Any) -> Any:
        return 0 if n == 0 else depth(n - 1) + 1

    n = 10 * sys.getrecursionlimit()
    assert depth(n) == n


@pytest.mark.parametrize("size", [32768, 65536, 131072, 262144])
def test_recursion_without_end_on_small_stacks(size: int) -> None:
    """In compiled code, and in the interpreter after a bail-out, which takes more stack at each level."""
    said = run(f"""
import threading
from jitney import jit

@jit
def depth(n):
    return 1 + depth(n + 1)

@jit
def growing(a, b):
    return a + growing(b, a + b)

def both():
    for arguments in ((depth, 1), (growing, 1, 1)):
        try:
            arguments[0](*arguments[1:])
        except RecursionError:
            print("too deep")

both()
threading.stack_size({size})
thread = threading.Thread(target=both)
thread.start()
thread.join()
""")
    assert said.split("\n").count("too deep") == 4
