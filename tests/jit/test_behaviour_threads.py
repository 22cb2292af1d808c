"""Threads: jitted functions run beside each other, and are called, compiled and dropped by several at once."""

from __future__ import annotations

import array
import gc
import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from jitney import jit


def together(*functions: Callable[[], object]) -> None:
    """Run functions, each in a thread, from the same moment on. What one raises is raised."""
    barrier = threading.Barrier(len(functions))
    errors: list[BaseException] = []

    def work(function: Callable[[], object]) -> None:
        barrier.wait()
        try:
            function()
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=(function,)) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]


@pytest.fixture
def slow_switches() -> Iterator[None]:
    """Whoever waits for the GIL asks for it after ten seconds only."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(10)
    yield
    sys.setswitchinterval(before)


def test_nogil_beside_compiled_code(slow_switches: None) -> None:
    """Two threads that wait for each other again and again."""

    @jit(nogil=True)
    def take_turns(turn: Any, me: Any, n: Any) -> Any:
        spins = 0
        for _ in range(n):
            while turn[0] != me:
                spins = (spins + 1) & 0xFFFF
            turn[0] = 1 - me
        return n

    take_turns(bytearray(1), 0, 1)
    turn, results = bytearray(1), []
    start = time.perf_counter()
    together(*[lambda me=me: results.append(take_turns(turn, me, 20)) for me in (0, 1)])  # type: ignore[misc]
    assert results == [20, 20] and time.perf_counter() - start < 9


def test_nogil_beside_python(slow_switches: None) -> None:
    @jit(nogil=True)
    def wait(a: Any) -> Any:
        s = 0
        while a[0] == 0:
            s = (s + 1) & 255
        return s

    wait(bytearray(b"\1"))
    flag = bytearray(1)
    thread = threading.Thread(target=wait, args=(flag,))
    start = time.perf_counter()
    thread.start()
    assert sum(range(1000)) == 499500
    flag[0] = 1
    thread.join(20)
    assert not thread.is_alive() and time.perf_counter() - start < 9


def sum_times(a: Any, k: Any) -> Any:
    s = 0
    for i in range(len(a)):
        s += a[i] * k
    return s


ARGUMENTS: list[tuple[Any, Any]] = [
    (b"abc", 2),
    (b"abc", 2.5),
    (b"abc", True),
    (bytearray(b"xyz"), 3),
    (memoryview(b"12"), 1),
    (array.array("i", [1, 2]), 2),
    (array.array("d", [1, 2]), 2),
    (array.array("d", [1, 2]), -0.5),
    (b"", 7),
    (b"\xff" * 9, 2**50),
    (b"abc", None),
]


def outcome(function: Any, arguments: tuple[Any, ...]) -> tuple[Any, ...]:
    try:
        result = function(*arguments)
    except TypeError as error:
        return TypeError, str(error)
    return type(result), result


@pytest.mark.parametrize("options", [{}, {"nogil": True}])
def test_first_calls_at_once(options: dict[str, Any]) -> None:
    """Many threads call a fresh function with arguments of different types."""
    expected = [outcome(sum_times, arguments) for arguments in ARGUMENTS]

    for _ in range(3):
        f = jit(**options)(sum_times)

        def work(start: int, f: Any = f) -> None:
            for k in range(4 * len(ARGUMENTS)):
                index = (k + start) % len(ARGUMENTS)
                assert outcome(f, ARGUMENTS[index]) == expected[index]

        before = sys.getswitchinterval()
        sys.setswitchinterval(1e-5)
        try:
            together(*[lambda k=k: work(k) for k in range(8)])  # type: ignore[misc]
        finally:
            sys.setswitchinterval(before)
        assert f.stats().compiled == len(f.signatures) == 9


def test_globals_that_change_meanwhile() -> None:
    """Readers see values that the name has had, and never an older one than before."""
    namespace = {"K": 0}
    read = jit(_reader(namespace))
    done = False

    def write() -> None:
        nonlocal done
        for k in range(100):
            namespace["K"] = k
            time.sleep(0)
        done = True

    def look() -> None:
        last = 0
        while not done:
            before = namespace["K"]
            now = read(0)
            assert last <= now and before <= now <= namespace["K"]
            last = now

    together(write, look, look)
    assert read(1) == 100


def _reader(namespace: dict[str, Any]) -> Any:
    import types

    def read(x: Any) -> Any:
        return x + K  # type: ignore[name-defined]  # noqa: F821

    return types.FunctionType(read.__code__, namespace, "read")


def printing() -> Any:
    @jit
    def f(n: Any) -> Any:
        s = 0
        for i in range(n):
            print(i)
            s += i
        return s

    return f


class Stdout:
    """Standard output that calls a function instead."""

    def __init__(self, function: Callable[[], object]) -> None:
        self.function = function

    def write(self, text: str) -> int:
        self.function()
        return len(text)

    def __enter__(self) -> None:
        self.before, sys.stdout = sys.stdout, self  # type: ignore[assignment]

    def __exit__(self, *args: object) -> None:
        sys.stdout = self.before


def test_dropped_while_it_runs() -> None:
    for _ in range(3):
        functions = [printing()]
        alive = weakref.ref(functions[0])

        def drop(functions: list[Any] = functions) -> None:
            functions.clear()
            gc.collect()

        with Stdout(drop):
            result = functions[0](4)
        gc.collect()
        assert result == 6 and alive() is None


def test_called_again_while_it_runs() -> None:
    f = printing()
    depth = 0
    results = []

    def again() -> None:
        nonlocal depth
        if depth < 5:
            depth += 1
            results.append(f(3 if depth % 2 else True))  # compiled for other types from within
            depth -= 1

    with Stdout(again):
        assert f(3) == 3
    assert set(results) == {0, 3}


def test_collector_runs_while_functions_are_called_and_dropped() -> None:
    def work() -> None:
        for k in range(10):
            f = printing() if k % 2 else jit(lambda x: x + 1)
            f.itself = f
            if not k % 2:
                assert f(k) == k + 1
            del f
            gc.collect(0)

    together(*[work] * 4)
    gc.collect()
