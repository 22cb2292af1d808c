"""Functions and callbacks under deletion, garbage collection, threads, leaks and shutdown."""

from __future__ import annotations

import copy
import gc
import pickle
import sys
import threading
import time
import weakref
from typing import Any

import pytest
from calls.support import UNKNOWN_LAYOUT, add_floats, calls_through, child, echo, function, grows
from hypothesis import given
from hypothesis import strategies as st

from jitney.calls import Function, callback, load
from jitney.machine.memory import arena


class Unwilling:
    """Raises wherever it is asked for its value."""

    def __index__(self) -> int:
        raise KeyError("index")

    def __float__(self) -> float:
        raise KeyError("float")


class Exporter(bytearray):
    """A buffer, and a count of how often it is given back, kept by bytearray itself: it can't be resized before."""


def assert_raises(error: type[BaseException], f: Any, *args: Any, **kwargs: Any) -> None:
    try:
        f(*args, **kwargs)
    except error:
        return
    raise AssertionError(f"{error.__name__} expected")


def leaking_actions() -> dict[str, Any]:
    add = add_floats()
    ints = function(lambda a: a.ret(), "(a: int64, b: uint8, c: uint64, d: bool) -> int64")
    pointers = function(lambda a: a.ret(), "(a: pointer, b: pointer[mut], c: pointer) -> None")
    data = bytearray(8)

    def fail(*_: Any) -> None:
        raise ValueError("from a callback")

    raising = calls_through(callback(fail, "(pointer) -> int32"), "(pointer) -> int32")
    wrong = calls_through(callback(lambda x: "text", "(pointer) -> int32"), "(pointer) -> int32")
    fine = calls_through(callback(lambda x: x * 2, "(float64) -> float64"), "(float64) -> float64")
    large, unwilling, keyword = 10**30, Unwilling(), {"".join(("y", "")): 2.0}
    return {
        "floats": lambda: add(1.0, 2.5),
        "floats of ints": lambda: add(10**20, 3),
        "keywords": lambda: add(1.0, y=2.0),
        "keywords compared": lambda: add(1.0, **{"yy"[1:]: 2.0}),
        "ints": lambda: ints(2**62, 200, 2**64 - 1, True),
        "buffers": lambda: pointers(b"12345", data, data),
        "count": lambda: assert_raises(TypeError, add, 1.0),
        "too many": lambda: assert_raises(TypeError, add, *range(300)),
        "unexpected keyword": lambda: assert_raises(TypeError, add, 1.0, z=large),
        "twice": lambda: assert_raises(TypeError, add, 1.0, x=large),
        "missing": lambda: assert_raises(TypeError, add, **keyword),
        "type": lambda: assert_raises(TypeError, add, 1.0, "no"),
        "range": lambda: assert_raises(OverflowError, ints, 1, 256, 1, True),
        "range of uint64": lambda: assert_raises(OverflowError, ints, 1, 25, large, True),
        "not a bool": lambda: assert_raises(TypeError, ints, 1, 25, 1, large),
        "own error": lambda: assert_raises(KeyError, add, 1.0, unwilling),
        "own error after buffers": lambda: assert_raises(KeyError, pointers, data, data, unwilling),
        "buffer refused": lambda: assert_raises(BufferError, pointers, data, b"read-only", data),
        "no buffer": lambda: assert_raises(TypeError, pointers, data, data, None),
        "callback": lambda: fine(3.0),
        "callback raises": lambda: assert_raises(ValueError, raising, data),
        "callback returns text": lambda: assert_raises(TypeError, wrong, data),
    }


@pytest.mark.parametrize("name", list(leaking_actions()))
def test_nothing_leaks(name: str) -> None:
    action = leaking_actions()[name]
    # 20 bytes lost at each call would show, and a reference count off by one in the counts below.
    singletons = [None, True, False, float, int, str, tuple, ValueError, TypeError, OverflowError]
    action()
    gc.collect()
    before = [sys.getrefcount(item) for item in singletons]
    assert grows(action, 15000, warm_up=1000) < 300_000
    after = [sys.getrefcount(item) for item in singletons]
    assert all(abs(now - then) < 1000 for then, now in zip(before, after, strict=True))


@pytest.mark.parametrize("name", list(leaking_actions()))
def test_references_balance(name: str) -> None:
    """To the very one: the arguments and the function have as many references after a thousand calls as before."""
    action = leaking_actions()[name]
    cells = [cell.cell_contents for cell in action.__closure__ or ()]
    action()
    gc.collect()
    before = [sys.getrefcount(item) for item in cells]
    for _ in range(1000):
        action()
    assert [sys.getrefcount(item) for item in cells] == before


def test_code_is_freed_with_the_function() -> None:
    echo("int16")  # whose thunk is kept for a while
    gc.collect()
    before = arena().stats()
    functions = [echo("int16") for _ in range(50)]
    callbacks = [callback(lambda: None, "() -> None") for _ in range(50)]
    assert arena().stats() != before
    del functions, callbacks
    gc.collect()
    after = arena().stats()
    assert repr(after) == repr(before) or vars_of(after) == vars_of(before)


def vars_of(stats: Any) -> dict[str, Any]:
    return {name: getattr(stats, name) for name in type(stats).__slots__ if "high" not in name and "peak" not in name}


def test_cycles_are_collected() -> None:
    f = add_floats()
    f.self = f
    gone = weakref.ref(f)
    del f
    gc.collect()
    assert gone() is None

    def cycle() -> Any:
        holder: list[Any] = []
        holder.append(calls_through(callback(lambda: holder[0](), "() -> None"), "() -> None"))
        return weakref.ref(holder[0])

    gone = cycle()
    gc.collect()
    assert gone() is None


def test_a_finaliser_in_a_dead_cycle_may_still_call() -> None:
    """The collector finalises the objects of a dead cycle in any order: code must outlive all of them."""
    results: list[float] = []

    class Holder:
        def __init__(self) -> None:
            self.me = self
            self.f = add_floats()
            self.g = calls_through(callback(lambda x: x + 1, "(float64) -> float64"), "(float64) -> float64")

        def __del__(self) -> None:
            results.append(self.f(1.0, 2.0))
            results.append(self.g(1.0))

    for _ in range(20):
        Holder()
    gc.collect()
    assert results == [3.0, 2.0] * 20


def test_deleted_inside_its_own_call() -> None:
    for nogil in (False, True):
        namespace: dict[str, Any] = {}

        def drop(x: float, namespace: dict[str, Any] = namespace) -> float:
            namespace.clear()
            gc.collect()
            overwrite = [add_floats() for _ in range(20)]  # takes the freed pages, if they were freed too early
            return x + len(overwrite)

        back = callback(drop, "(float64) -> float64")
        f = calls_through(back, "(float64) -> float64", nogil=nogil)
        gone = weakref.ref(f), weakref.ref(back)
        namespace["f"] = f
        del f, back, drop
        assert call_popped(namespace) == 21.0
        gc.collect()
        assert gone[0]() is None and gone[1]() is None


def call_popped(namespace: dict[str, Any]) -> Any:
    """Calls the function by a C caller that borrows its only reference: a dict's."""
    import ctypes

    item = ctypes.pythonapi.PyDict_GetItemString
    item.restype, item.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
    call = ctypes.pythonapi.PyObject_Call
    call.restype, call.argtypes = ctypes.py_object, [ctypes.c_void_p, ctypes.py_object, ctypes.c_void_p]
    return call(item(namespace, b"f"), (1.0,), None)


def test_deleted_while_an_argument_is_converted() -> None:
    namespace: dict[str, Any] = {}

    class Dropping:
        def __float__(self) -> float:
            namespace.clear()
            gc.collect()
            self.overwrite = [add_floats() for _ in range(20)]
            return 4.0

    namespace["f"] = echo("float64")
    import ctypes

    item = ctypes.pythonapi.PyDict_GetItemString
    item.restype, item.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
    call = ctypes.pythonapi.PyObject_Call
    call.restype, call.argtypes = ctypes.py_object, [ctypes.c_void_p, ctypes.py_object, ctypes.c_void_p]
    assert call(item(namespace, b"f"), (Dropping(),), None) == 4.0
    namespace["f"] = echo("float64")
    assert call(item(namespace, b"f"), (), id(keywords := {"arg0": Dropping()})) == 4.0
    assert keywords


def test_copies_are_the_function_itself() -> None:
    f = add_floats()
    assert copy.copy(f) is f and copy.deepcopy(f) is f and copy.deepcopy([f])[0] is f
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        with pytest.raises(TypeError, match=r"cannot pickle <jitney\.Function add"):
            pickle.dumps(f, protocol)
    back = callback(print, "() -> None")
    assert copy.deepcopy(back) is back
    with pytest.raises(TypeError, match="cannot pickle"):
        pickle.dumps(back)


def test_slots_cannot_be_written() -> None:
    f = add_floats()
    for name in ("address", "_held", "code", "signature", "__signature__", "_as_parameter_"):
        with pytest.raises((AttributeError, TypeError)):
            setattr(f, name, 0)
        with pytest.raises((AttributeError, TypeError)):
            delattr(f, name)
    f.__dict__.clear()
    assert f(1.0, 2.0) == 3.0
    with pytest.raises(TypeError, match=r"Function\(\) takes exactly 2"):
        f()
    assert "jitney.Function" in repr(f)
    with pytest.raises(TypeError, match=r"made by jitney\.load"):
        Function()
    with pytest.raises(TypeError, match="not an acceptable base"):
        type("Sub", (Function,), {})
    raw = object.__new__(Function)
    assert repr(raw) == "<jitney.Function, dead>" and raw.address == 0
    with pytest.raises(TypeError):
        raw()
    with pytest.raises(TypeError):
        raw(x=1)
    base = Function.__base__()
    with pytest.raises(TypeError):
        base(1)
    for attribute in ("code", "signature", "__signature__", "_as_parameter_"):
        with pytest.raises((AttributeError, TypeError)):
            getattr(raw, attribute)
    with pytest.raises((AttributeError, TypeError)):
        raw.listing()


def test_a_cleared_function_raises() -> None:
    """What an object's destructor sees that runs while the collector tears a dead cycle down."""
    seen: list[str] = []

    class Owner:
        pass

    class Untracked:
        __slots__ = ()

        def __del__(self) -> None:
            f = find()
            try:
                seen.append(f"result {f(1.0, 2.0)}")
            except TypeError as error:
                seen.append(f"TypeError {error}")

    import ctypes

    f = add_floats()
    key = id(f)

    def find() -> Any:
        return ctypes.cast(key, ctypes.py_object).value

    f.first = Untracked()
    f.self = f
    f.last = Untracked()
    del f
    gc.collect()
    assert len(seen) == 2
    assert all(text == "result 3.0" or text.startswith("TypeError") for text in seen)


def test_threads_load_drop_and_call() -> None:
    errors: list[BaseException] = []
    shared = [add_floats() for _ in range(4)]
    end = time.monotonic() + 1.5

    def work(number: int) -> None:
        try:
            back = callback(lambda x: x + 1.0, "(float64) -> float64")
            while time.monotonic() < end:
                f = load(b"\xf2\x0f\x58\xc1\xc3", "(float64, float64) -> float64", nogil=bool(number % 2))
                assert f(1.0, number) == 1.0 + number
                g = calls_through(back, "(float64) -> float64", nogil=number % 3 == 0)
                assert g(0.5) == 1.5
                shared[number % 4] = f
                for other in list(shared):
                    assert other(1.0, 2.0) == 3.0
        except BaseException as error:
            errors.append(error)

    old = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(old)
    assert not errors


def test_calls_from_a_signal_handler() -> None:
    """In a process with one thread: CPython may leave a signal waiting that another thread has received."""
    child(
        """
import signal, time
from jitney.calls import load
add, count, running = load("f2 0f 58 c1 c3", "(x: float64, y: float64) -> float64"), 0, True
def handler(*_):
    global count
    count += 1
    assert add(1.0, y=2.0) == 3.0
    assert load("48 89 f8 c3", "(int32) -> int32")(count) == count
    if running:
        signal.setitimer(signal.ITIMER_REAL, 0.001)
signal.signal(signal.SIGALRM, handler)
signal.setitimer(signal.ITIMER_REAL, 0.001)
end = time.monotonic() + 0.7
while time.monotonic() < end:
    assert add(2.0, 3.0) == 5.0
    assert load(b"\\xc3", "() -> None")() is None
running = False
signal.setitimer(signal.ITIMER_REAL, 0)
assert count > 10
"""
    )


@pytest.mark.parametrize("nogil", [False, True])
def test_calls_while_the_interpreter_shuts_down(nogil: bool) -> None:
    output = child(
        """
import atexit, sys
from jitney.calls import load, callback
from jitney.x86 import Assembler, rsp
f = load(b"\\xf2\\x0f\\x58\\xc1\\xc3", "(x: float64, y: float64) -> float64")
back = callback(lambda x: x + 1, "(float64) -> float64")
a = Assembler()
a.sub(rsp, 8); a.call(a.extern("back", back)); a.add(rsp, 8); a.ret()
g = load(a.code(), "(float64) -> float64", nogil=NOGIL)
class Last:
    def __init__(self): self.f, self.g, self.write = f, g, sys.stdout.write; self.me = self
    def __del__(self):
        self.write(f"{self.f(1.0, 2.0)} {self.g(1)} ")
        try: self.f("x", 1)
        except TypeError as error: self.write(f"{error}\\n")
keep = sys.modules["keep"] = Last()
atexit.register(Last().__del__)
""".replace("NOGIL", str(nogil))
    )
    assert output.count("3.0 2.0 f() argument 'x' must be float") >= 2


def test_threads_that_outlive_the_interpreter() -> None:
    """Daemon threads in machine code without the GIL, and in callbacks, while and after Python shuts down."""
    output = child(
        """
import os, sys, threading, time
from jitney.calls import callback, load
from jitney.x86 import Assembler, rdi, rsp
a = Assembler(); a.jmp(a.extern("usleep"))
pause = load(a.code(), "(uint32) -> int32", nogil=True)
a = Assembler(); a.sub(rsp, 8); a.mov(rdi, 1000)
a.call(a.extern("usleep"))
a.call(a.extern("back", callback(lambda: None, "() -> None")))
a.add(rsp, 8); a.ret()
pause_and_call = load(a.code(), "() -> None", nogil=True)
def work(function, *arguments):
    while True: function(*arguments)
for _ in range(3):
    threading.Thread(target=work, args=(pause, 1000), daemon=True).start()
    threading.Thread(target=work, args=(pause_and_call,), daemon=True).start()
time.sleep(0.05)
class Late:
    def __del__(self, sleep=time.sleep, write=os.write):
        sleep(0.1)  # lets the threads ask for the GIL
        write(1, b"late")  # past sys.stdout, which may have been flushed for the last time
sys.modules["late"] = Late()
"""
    )
    assert output == "late"


@pytest.mark.skipif(UNKNOWN_LAYOUT, reason="starts its own processes in both modes")
@pytest.mark.parametrize("layout", ["", "unknown"])
def test_fork_in_a_callback(layout: str) -> None:
    output = child(
        """
import os
from jitney.calls import load, callback
from jitney.x86 import Assembler, rsp
def forked(x):
    pid = os.fork()
    if pid:
        assert os.waitpid(pid, 0)[1] == 0
    return x + (pid == 0)
back = callback(forked, "(int64) -> int64")
a = Assembler()
a.sub(rsp, 8); a.call(a.extern("back", back)); a.add(rsp, 8); a.ret()
for nogil in (False, True):
    f = load(a.code(), "(int64) -> int64", nogil=nogil)
    child = f(0)
    g = load(b"\\x48\\x8d\\x04\\x37\\xc3", "(int64, int64) -> int64")
    print("child" if child else "parent", g(child, 1), flush=True)
    if child:
        os._exit(0)
""",
        layout=layout,
        PYTHONWARNINGS="ignore",
    )
    assert sorted(output.split("\n")) == ["", "child 2", "child 2", "parent 1", "parent 1"]


def test_memory_may_run_out_anywhere() -> None:
    """Each allocation of a call fails once; afterwards nothing is held, and what came out is right or a MemoryError."""
    pytest.importorskip("_testcapi")
    child(
        """
import _testcapi
from jitney.calls import callback, load
from jitney.x86 import Assembler, rsp

def through(function, signature, **options):
    a = Assembler(); a.sub(rsp, 8)
    a.call(a.extern("back", callback(function, signature)))
    a.add(rsp, 8); a.ret()
    return load(a.code(), signature, **options)

class Index:
    def __index__(self): return 5
    def __float__(self): return 5.5

text, data = "(int64, float64, pointer) -> int64", bytearray(8)
add = load("f20f58c1 c3", "(x: float64, y: float64) -> float64")
lea = load("488d0437 c3", "(a: int64, b: int64) -> int64")
two = load("4889f8 c3", "(a: pointer, b: pointer[mut]) -> None")
calls = [
    (8.0, add, (1.5, 6.5), {}), (1e18 + 3.0, add, (3, 10**18), {}), (4.0, add, (1.5,), {"y": 2.5}),
    (4.0, add, (1.5,), {"".join(("y", "y"))[1:]: 2.5}), (TypeError, add, (1.5,), {"z": 2.5}), (TypeError, add, (), {}),
    (TypeError, add, ("x", 2.0), {}), (11.0, add, (Index(), Index()), {}), (1001 * 10**12, lea, (10**12, 10**15), {}),
    (OverflowError, lea, (2**70, 1), {}), (10, lea, (Index(), Index()), {}), (None, two, (data, data), {}),
    (BufferError, two, (b"x", b"x"), {}), (BufferError, two, (data, b"x"), {}), (TypeError, two, (data, None), {}),
    (2**41 + 1, through(lambda a, b, c: 2 * a + 1, text), (2**40, 1.5, 2**45), {}),
    (2**41 + 1, through(lambda a, b, c: 2 * a + 1, text, nogil=True), (2**40, 1.5, 2**45), {}),
    (OverflowError, through(lambda a, b, c: 2**70, text), (1, 1.5, 1), {}),
    (TypeError, through(lambda: "x", "() -> int64"), (), {}),
]
failures = 0
for expected, function, args, kwargs in calls:
    for start in range(40):
        for stop in (start + 1, start + 50):
            _testcapi.set_nomemory(start, stop)
            try:
                try:
                    result = function(*args, **kwargs)
                finally:
                    _testcapi.remove_mem_hooks()
            except Exception as error:
                result = type(error)
            if result is MemoryError:
                failures += 1
            else:
                assert result == expected, (result, expected, start, stop)
            data.append(1); data.pop()  # raises BufferError if a buffer is still held
assert failures > 100
"""
    )


@given(st.lists(st.sampled_from(["load", "drop", "call", "callback", "gc"]), max_size=60))
def test_any_order_of_loading_and_dropping(steps: list[str]) -> None:
    alive: list[Any] = []
    for number, step in enumerate(steps):
        if step == "load":
            alive.append(add_floats())
        elif step == "drop" and alive:
            del alive[number % len(alive)]
        elif step == "call" and alive:
            assert alive[number % len(alive)](1.0, number) == 1.0 + number
        elif step == "callback":
            alive.append(calls_through(callback(lambda x, y: x + y, "(float64, float64) -> float64"),
                                       "(float64, float64) -> float64"))  # fmt: skip
        elif step == "gc":
            gc.collect(0)
