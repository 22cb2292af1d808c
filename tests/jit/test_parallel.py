"""Parallel loops at run time: exceptions, signals, forks, threads, memory, the end of the process."""

from __future__ import annotations

import gc
import sys
import textwrap
import threading
import traceback
import weakref
from collections.abc import Iterator

import pytest
from jit.children import define, run
from jit.parallel import FULL, ONCE, made
from jit.support import alike

import jitney
from jitney import jit, prange

np = pytest.importorskip("numpy")


@pytest.fixture(autouse=True)
def four_threads() -> Iterator[None]:
    before = jitney.get_num_threads()
    jitney.set_num_threads(4)
    yield
    jitney.set_num_threads(before)


RAISING = """
@jit
def inner(a, i):
    return 1000 // a[i]

def f(a, b):
    for i in prange(len(a)):
        b[i] = inner(a, i) + (
            a[i] // 1)
    return b
"""


FAILING = """
def f(a, n):
    for i in prange(n):
        if a[i]:
            raise ValueError('at', i)
        a[i] = 2
"""
TWICE = """
def f(a, n):
    s = 0
    for i in prange(n):
        for j in range(32):
            s += j & 1
    for i in prange(n):
        if a[i]:
            raise ValueError('at', i)
        for j in range(32):
            s += j & 1
    return s
"""
FRESH = """
def f(n, k):
    a = np.zeros(n)
    for i in prange(n):
        a[i] = (i + 1) ** k % 7
    return a[n - 1]
"""
SUM = """
def f(n, bad):
    s = 0
    for i in prange(n):
        if i == bad:
            raise ValueError(i)
        s += i
    return s
"""


def test_the_lowest_exception() -> None:
    """Of several iterations that raise, it is the one of the first that is raised, every time."""
    f = made(FAILING)
    draw = np.random.default_rng(2)
    for _ in range(300 if FULL else 60):
        a = np.zeros(5000, np.int64)
        bad = draw.integers(0, 5000, draw.integers(1, 9))
        a[bad] = 1
        with pytest.raises(ValueError) as caught:
            f(a, 5000)
        assert caught.value.args == ("at", bad.min())
        assert (a[: bad.min()] == 2).all()


def test_many_short_loops_that_fail() -> None:
    """Workers come late, go early, and join in twice; what is raised is always the first exception."""
    f = made(TWICE)
    draw = np.random.default_rng(3)
    for _ in range(4000 if FULL else 300):
        jitney.set_num_threads(int(draw.choice((2, 3, 7, 16))))
        n = int(draw.choice((2, 5, 100, 256, 300, 1000)))
        a = np.zeros(n, np.int64)
        a[draw.integers(0, n, draw.integers(0, 4))] = 1
        first = int(a.argmax()) if a.any() else None
        try:
            assert f(a, n) == n * 32 and first is None
        except ValueError as error:
            assert error.args == ("at", first)


def test_traceback() -> None:
    """It has the line of the body, one frame for the function, and frames for what it calls."""
    f = made(RAISING)
    a, b = np.ones(1000, np.int64), np.zeros(1000)
    a[700] = 0
    plain, jitted = [], []
    for function, lines in ((f.py_func, plain), (f, jitted)):
        with np.errstate(divide="raise"), pytest.raises(ZeroDivisionError if function is None else Exception) as caught:
            function(memoryview(a), b)
        lines += [(frame.name, frame.lineno) for frame in traceback.extract_tb(caught.value.__traceback__)]
    assert jitted == plain


def test_bail_outs() -> None:
    """Nothing written: the interpreter runs the call; else OverflowError says that something was."""
    f = made("def f(n, k):\n    s = 0\n    for i in prange(n):\n        s += i ** k\n    return s")
    assert f(500, 9) == f.py_func(500, 9) and f.stats().bailed == 1
    g = made("def f(a, k):\n    for i in prange(len(a)):\n        a[i] = (i + 1) ** k % 7")
    a = np.zeros(500, np.int64)
    with pytest.raises(OverflowError, match="partly written"):
        g(a, 20)
    g(a, 2)
    assert (a == (np.arange(500) + 1) ** 2 % 7).all()
    fresh = made(FRESH)
    assert alike(fresh(300, 20), fresh.py_func(300, 20))


def test_calls_of_parallel_functions() -> None:
    """From jitted functions, parallel ones, and recursively: a thread that comes to an inner loop runs it alone."""
    source = """
    from jitney import jit, prange
    @jit(parallel=True)
    def inner(n):
        s = 0
        for i in prange(n):
            s += i
        return s
    @jit(parallel=True)
    def outer(n):
        s = 0
        for i in prange(n):
            s += inner(i)
        return s
    @jit
    def plain(n):
        return inner(n) + outer(n)
    @jit(parallel=True)
    def tree(n):
        if n < 2:
            return 1
        s = 0
        for i in prange(n):
            s += tree(n - 1 - i % 2)
        return s
    @jit(parallel=True)
    def failing(n):
        s = 0
        for i in prange(n):
            if n == 3 and i == 2:
                s //= 0
            s += failing(3) if n > 3 else i
        return s
    """
    names = define(source.replace("s //= 0", "s += 1 // (n - 3)"), "<calls>")
    for _ in range(5):
        assert names["inner"](1000) == 499500
        assert names["outer"](600) == sum(n * (n - 1) // 2 for n in range(600))
        assert names["plain"](300) == 44850 + sum(n * (n - 1) // 2 for n in range(300))
        assert names["tree"](6) == _tree(6)
        with pytest.raises(ZeroDivisionError) as caught:
            names["failing"](500)
        assert [frame.name for frame in traceback.extract_tb(caught.value.__traceback__)][1:] == ["failing"] * 2


def _tree(n: int) -> int:
    return 1 if n < 2 else sum(_tree(n - 1 - i % 2) for i in range(n))


def test_deep_recursion_in_threads() -> None:
    """The stack of a worker ends in RecursionError, as any other."""
    source = """
    from jitney import jit, prange
    @jit
    def down(n):
        return down(n + 1) + 1 if n >= 0 else 0
    @jit(parallel=True)
    def f(n):
        s = 0
        for i in prange(n):
            s += down(i) if i % 10 == 9 else 0
        return s
    """
    f = define(source, "<deep>")["f"]
    for _ in range(3):
        with pytest.raises(RecursionError):
            f(1000)


@ONCE
def test_short_stacks() -> None:
    """The results of the parts lie on the stack: where that is short, RecursionError comes soon."""
    code = """
    @jit(parallel=True)
    def wide(n, deep):
        a = b = c = d = 0
        e = f = g = h = 0.0
        for i in prange(n):
            a += wide(n, deep)[0] if deep else i
            b += i
            c ^= i
            d = max(d, i)
            e += i
            f -= i
            g = max(g, i * 0.5)
            h = min(h, i * -0.5)
            p = i, i * 1.0
        return a, b, c, d, e, f, g, h, p
    def check():
        results.append(wide(1000, False) == wide.py_func(1000, False))
        try:
            wide(2, True)
        except RecursionError:
            results.append(True)
    results = []
    check()
    for size in (1 << 15, 1 << 16, 1 << 18, 1 << 20):
        threading.stack_size(size)
        thread = threading.Thread(target=check)
        thread.start()
        thread.join()
    print(results == [True] * 10)
    """
    assert run(CHILD + textwrap.dedent(code)) == "True\n"


def test_changed_globals() -> None:
    names = define(
        "def f(n):\n    s = 0\n    for i in prange(n):\n        s += K * i\n    return s",
        "<globals>",
        K=1,
        prange=prange,
    )
    f = jit(parallel=True)(names["f"])
    for k in (1, 2, 3, 4, 5, 6, 7, 2.5):
        names["K"] = k
        assert alike(f(1000), k * 499500)
    names["prange"] = range
    assert alike(f(1000), 2.5 * 499500)


def test_many_threads_at_once() -> None:
    """Loops called from several threads of Python, some of which fail."""
    f = made(SUM)
    wrong = []

    def work(seed: int) -> None:
        for k in range(200):
            n = 300 + (seed * 37 + k * 11) % 700
            try:
                if f(n, -1 if k % 3 else n // 2) != n * (n - 1) // 2 or not k % 3:
                    wrong.append((n, k))
            except ValueError as error:
                if k % 3 or error.args != (n // 2,):
                    wrong.append((n, k, error))
            if k % 50 == 0:
                jitney.set_num_threads(2 + (seed + k) % 6)

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_other_threads_run() -> None:
    """The GIL is free while a loop runs, whoever calls it."""
    f = made("def f(a, n):\n    for i in prange(n):\n        while a[0] == 0:\n            pass\n")
    outer = define("@jit\ndef outer(a, n):\n    return f(a, n)", "<outer>", f=f, jit=jit)["outer"]
    for function in (f, outer):
        a = np.ones(1, np.int64)
        function(a, 2)
        a[0] = 0
        timer = threading.Timer(0.02, a.fill, (1,))
        before = sys.getswitchinterval()
        sys.setswitchinterval(10)
        try:
            timer.start()
            function(a, 4)
        finally:
            sys.setswitchinterval(before)
        timer.join()


CHILD = """
import math, os, signal, sys, threading, time
import numpy as np
import jitney
from jitney import jit, prange
jitney.set_num_threads(4)

@jit(parallel=True)
def total(n):
    s = 0
    for i in prange(n):
        s += i
    return s

@jit(parallel=True)
def endless(a, n):
    for i in prange(n):
        while a[i % 5] == 0:
            pass

@jit(parallel=True)
def waits(a, n):
    for i in prange(n):
        if i > 0:
            while a[0] == 0:
                pass

@jit(parallel=True)
def asks(x, n):
    s = 0.0
    for i in prange(n):
        while x > 1.0:
            s += math.gamma(x)
    return s

asks(1.0, 10); total(1000); endless(np.ones(5, np.int64), 10); waits(np.ones(5, np.int64), 10)
"""


def test_interrupt() -> None:
    """Ctrl-C within 50 milliseconds, while the caller runs a part, and while it waits for others; then all goes on."""
    code = """
    a = np.zeros(5, np.int64)
    def interrupt():
        global sent
        time.sleep(0.03)
        sent = time.perf_counter()
        os.kill(os.getpid(), signal.SIGINT)
    ways = ((endless, 4, 1000), (endless, 1, 1000), (waits, 4, 4), (waits, 2, 2), (waits, 4, 300), (asks, 3, 1000))
    for f, threads, n in ways:
        jitney.set_num_threads(threads)
        delays = []
        for attempt in range(5):
            thread = threading.Thread(target=interrupt)
            thread.start()
            try:
                f(2.5 if f is asks else a, n)
            except KeyboardInterrupt as error:
                delays.append(time.perf_counter() - sent)
                assert error.__traceback__.tb_next.tb_frame.f_code.co_name == f.__name__
            thread.join()
            assert total(1000) == 499500
            if delays[-1] < 0.05:
                break
        assert min(delays) < 0.05, (f, threads, delays)
    print("fine")
    """
    assert run(CHILD + textwrap.dedent(code)) == "fine\n"


def test_handlers_that_raise() -> None:
    """What a handler raises comes out as it is, while a part runs, and while it calls a function of Python's."""
    code = """
    class Alarm(Exception):
        pass
    def handler(*_):
        raise Alarm(sent)
    signal.signal(signal.SIGALRM, handler)
    for sent in range(12):
        f, *arguments = ((asks, 2.5, 1000), (endless, np.zeros(5, np.int64), 1000), (asks, 2.5, 1))[sent % 3]
        signal.setitimer(signal.ITIMER_REAL, 0.02)
        try:
            f(*arguments)
        except Alarm as error:
            assert error.args == (sent,)
    print("fine")
    """
    assert run(CHILD + textwrap.dedent(code)) == "fine\n"


def test_the_lowest_exception_of_python() -> None:
    """Also where functions of Python's raise, and threads that have no exceptions call them."""
    f = made("import math\ndef f(a, n):\n    for i in prange(n):\n        a[i] = math.gamma(a[i])\n    return 1")
    draw = np.random.default_rng(5)
    for _ in range(100 if FULL else 10):
        a = np.ones(1000)
        bad = draw.integers(0, 1000, 5)
        a[bad] = [-1.0, 1000.0, -3.0, 500.0, -np.inf]
        wanted = ValueError if a[bad.min()] < 0 else OverflowError
        with pytest.raises((ValueError, OverflowError)) as caught:
            f(a, 1000)
        assert caught.type is wanted


def test_fork() -> None:
    """Before, after, and in the midst of a loop, from a signal's handler: then the child says so."""
    code = """
    def check(what):
        pid = os.fork()
        if pid == 0:
            os._exit(what())
        assert os.waitpid(pid, 0)[1] == 0
    def loops():
        return 0 if all(total(n) == n * (n - 1) // 2 for n in (0, 5, 1000, 5000)) else 1
    check(loops)
    loops()
    check(lambda: (check(loops), loops())[1])
    stop = threading.Event()
    def others():
        while not stop.is_set():
            loops()
    threads = [threading.Thread(target=others) for _ in range(2)]
    for thread in threads: thread.start()
    for _ in range(20): check(loops)
    stop.set()
    for thread in threads: thread.join()
    a = np.zeros(5, np.int64)
    me = os.getpid()
    def handler(*_):
        os.fork()
        a[:] = 1
    signal.signal(signal.SIGALRM, handler)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        endless(a, 1000)
    except RuntimeError as error:
        assert os.getpid() != me and "fork" in str(error)
        os._exit(loops())
    assert os.getpid() == me
    assert os.wait()[1] == 0
    print("fine")
    """
    assert run(CHILD + textwrap.dedent(code)) == "fine\n"


ENDS = [
    ("asks, args=(2.5, 1000)", ""),
    ("endless, args=(a, 1000)", "sys.exit(0)"),
    ("endless, args=(a, 1000)", ""),
    ("asks, args=(2.5, 1000)", "os._exit(0)"),
]


@pytest.mark.parametrize(("what", "end"), ENDS if FULL else ENDS[:2])
def test_exit(what: str, end: str) -> None:
    """While the pool sleeps, and while a daemon thread is in a loop, whose threads may be calling Python."""
    code = f"""
a = np.zeros(5, np.int64)
for daemon in (False, True):
    if daemon:
        threading.Thread(target={what}, daemon=True).start()
        time.sleep(0.02)
    assert total(100) == 4950
print("fine", flush=True)
{end}
"""
    assert run(CHILD + code, timeout=20) == "fine\n"


@ONCE
def test_without_known_layouts() -> None:
    code = """
    from concurrent.futures import ThreadPoolExecutor
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(total, [1000] * 100)) == {499500}
    try:
        waits(np.ones(1, np.int64), 2**62 - 1) if False else None
        endless(np.ones(1, np.int64), 10)
    except IndexError as error:
        print(error)
    """
    assert "out of bounds" in run(CHILD + textwrap.dedent(code), JITNEY_LAYOUT="unknown")


@ONCE
def test_threads_are_refused() -> None:
    """Where the system makes no more threads, the loop runs with those that there are."""
    code = """
    import resource
    import jitney, ctypes
    from jitney import jit, prange
    from jitney.machine import link
    jitney.set_num_threads(3)
    @jit(parallel=True)
    def total(n):
        s = 0
        for i in prange(n):
            s += i
        return s
    total(1)
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    used = int(open("/proc/self/statm").read().split()[0]) * 4096
    resource.setrlimit(resource.RLIMIT_AS, (used + (4 << 20), hard))  # no room for a stack
    print(total(1000), total(2000))
    """
    assert run(code).split() == ["499500", "1999000"]


def test_many_small_calls() -> None:
    """Nothing grows: not memory, not threads, not references."""
    code = """
    @jit(parallel=True)
    def fails(a, n):
        s = 0
        for i in prange(n):
            s += a[i]
        return s
    def resident():
        return int(open("/proc/self/statm").read().split()[1]) * 4
    def calls(count):
        a = np.arange(300)
        for k in range(count):
            total(2 + k % 600)
            fails(a, 300)
            if k % 20 == 0:
                try:
                    fails(a, 301)
                except IndexError:
                    pass
        return sys.getrefcount(a)
    first = calls(2000)
    before, threads = resident(), len(os.listdir("/proc/self/task"))
    for _ in range(ROUNDS):
        assert calls(5000) == first
    assert resident() - before < 600, resident() - before
    assert len(os.listdir("/proc/self/task")) == threads
    print("fine")
    """.replace("ROUNDS", "4" if FULL else "1")
    assert run(CHILD + textwrap.dedent(code)) == "fine\n"


def test_compiled_code_is_freed() -> None:
    gone = []
    for _ in range(20):
        f = made("def f(n):\n    s = 0\n    for i in prange(n):\n        s += i\n    return s")
        assert f(500) == 124750
        gone.append(weakref.ref(f))
    del f
    gc.collect()
    assert sum(ref() is not None for ref in gone) == 0
