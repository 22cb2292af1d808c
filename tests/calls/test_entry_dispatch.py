"""Dispatchers: misses, exits and reruns, what entries watch, and life and death."""

from __future__ import annotations

import ctypes
import gc
import sys
import threading
import traceback
import weakref
from typing import Any

import pytest
from calls.entry_support import (
    Dispatcher,
    add_entry,
    call,
    counted,
    dispatcher,
    dump,
    hooks,
    leave,
    needs_layout,
    plain,
    returns,
)
from calls.support import child

from jitney.calls import kinds
from jitney.calls.dispatchroutines import RERUN, RETRY, Raise, dispatch_routines
from jitney.calls.entry import EMPTY
from jitney.calls.jittype import JitBase, hold, make, set_entry
from jitney.calls.kinds import FLOAT, INT, NONE
from jitney.calls.layout import dict_version, layout
from jitney.machine import context
from jitney.x86 import dword, eax, qword, r15, rdi, rsi

_ = hooks


def exits(number: int = 5, effects: int = 0) -> Any:
    """Writes the function that leaves by an exit, its two parameters the operands."""

    def write(a: Any) -> None:
        a.mov(qword[r15 + context.WORDS], rdi)
        a.mov(qword[r15 + context.WORDS + 8], rsi)
        a.mov(dword[r15 + context.EFFECTS], effects)
        leave(a, number)

    return write


def upcalls(function: Any) -> Any:
    """Writes the function that calls a Python function and returns 1, leaving by exit 9 if that raises."""

    def write(a: Any) -> None:
        failed = a.label()
        a.mov(rdi, id(function))
        call(a, "upcall")
        a.jc(failed)
        a.mov(eax, 1)
        a.clc()
        a.ret()
        a.bind(failed)
        leave(a, 9)

    write.keep = function  # type: ignore[attr-defined]
    return write


class Boom(Exception):
    pass


def new(py_func: Any = plain) -> Dispatcher:
    return make(Dispatcher, py_func)


# Misses


def test_a_new_dispatcher_misses(hooks: Any) -> None:
    f = new()
    assert f.py_func is plain and callable(f) and f._held == ()
    assert f() == ("missed", None, ())
    assert f(1, 2, x=3) == ("missed", ("x",), (1, 2, 3))
    assert f(*range(100_000))[2] == tuple(range(100_000))
    for attribute in ("py_func", "_held", "_entry"):
        with pytest.raises((AttributeError, TypeError)):
            setattr(f, attribute, 0)
    f.note = 1
    assert weakref.ref(f)() is f and f.note == 1


def test_a_miss_may_rerun_retry_or_raise(hooks: Any) -> None:
    f = new()
    hooks.miss = lambda *args: RERUN
    assert f(1, x=2) == ("python", (1,), {"x": 2})
    assert hooks.log == ["miss", "done"]
    hooks.log.clear()
    hooks.miss = lambda *args: RETRY
    assert f(1, x=2) == ("missed again", ("x",), (1, 2))
    assert hooks.log == ["miss", "miss_again"]
    hooks.again = lambda *args: RETRY  # there is no third try
    assert f(1, x=2) == ("python", (1,), {"x": 2})
    hooks.miss = lambda *args: Raise(Boom("no"))
    with pytest.raises(Boom) as raised:
        f()
    assert len(traceback.extract_tb(raised.value.__traceback__)) == 1

    def boom(*args: Any) -> None:
        raise Boom

    hooks.miss = boom
    with pytest.raises(Boom):
        f()


def test_references_of_misses(hooks: Any) -> None:
    f = new()
    thing, other = object(), object()
    for outcome in (0, RERUN, RETRY, Raise(Boom())):
        hooks.miss = lambda *args, outcome=outcome: outcome
        with counted(f, thing, other, plain, RERUN, RETRY, outcome):
            for _ in range(50):
                try:
                    f(thing, x=other)
                except Boom as error:
                    error.__traceback__ = None


def test_the_interpreter_as_entry(hooks: Any) -> None:
    f = new()
    set_entry(f, dispatch_routines()["interpret"])
    assert f(1, 2, x=3, y=4) == ("python", (1, 2), {"x": 3, "y": 4})
    assert f(**{"a": 1}) == ("python", (), {"a": 1})

    class Owner:
        def method(self, *args: Any) -> Any:
            return self, args

    owner = Owner()
    bound = type(owner.method)(f, owner)
    assert bound(1) == ("python", (owner, 1), {})
    thing = object()
    with counted(f, thing, plain):
        for _ in range(50):
            f(thing, x=thing)


def test_deep_recursion_in_the_interpreter(hooks: Any) -> None:
    def factorial(n: int) -> int:
        return 1 if n == 0 else n * f(n - 1)

    f = new(factorial)
    hooks.miss = lambda *args: RERUN
    depth = sys.getrecursionlimit()
    sys.setrecursionlimit(3000)
    try:
        assert f(200) % 10**49 == 0
        with pytest.raises(RecursionError):
            f(10**6)
    finally:
        sys.setrecursionlimit(depth)


# Entries


@needs_layout
def test_entries_in_a_chain(hooks: Any) -> None:
    f = dispatcher(returns(("i", 1)), [INT], [INT])
    add_entry(f, returns(("i", 2)), [FLOAT], [INT])
    add_entry(f, returns(("i", 3)), [INT, INT], [INT])
    assert [f(0), f(0.0), f(0, 0), f(0)] == [1, 2, 3, 1]
    assert hooks.log == []
    assert f("x") == ("missed", None, ("x",))
    assert f(0, y=0) == ("missed", ("y",), (0, 0))


@needs_layout
def test_a_miss_that_compiles(hooks: Any) -> None:
    f = new()

    def compile(f: Dispatcher, names: Any, *args: Any) -> Any:
        add_entry(f, returns(("i", len(args))), [INT] * len(args), [INT])
        return RETRY

    hooks.miss = compile
    assert [f(1, 2), f(1), f(1, 2)] == [2, 1, 2]
    assert hooks.log == ["miss", "miss"]
    assert f("x") == ("missed again", None, ("x",))


@needs_layout
def test_an_exit(hooks: Any) -> None:
    seen = []

    def left(f: Any, address: int, error: Any) -> Any:
        exit, effects = (ctypes.c_uint32.from_address(address + at).value for at in (context.EXIT, context.EFFECTS))
        words = (ctypes.c_int64 * 2).from_address(address + context.WORDS)
        seen.append((f, exit, effects, list(words), error))
        return answer

    f = dispatcher(exits(effects=1), [INT, INT], [INT])
    hooks.left = left
    answer: Any = RERUN
    assert f(-3, 2**62) == ("python", (-3, 2**62), {})
    assert seen.pop() == (f, 5, 1, [-3, 2**62], None)
    assert hooks.log == ["left", "done"]
    answer = "result"
    assert f(1, 2) == "result"
    answer = Raise(Boom("from the hook"))
    with pytest.raises(Boom, match="from the hook") as raised:
        f(1, 2)
    assert len(traceback.extract_tb(raised.value.__traceback__)) == 1
    del raised
    seen.clear()
    thing = answer.exception
    for answer in (RERUN, thing, Raise(thing)):
        with counted(f, thing, RERUN, answer):
            for _ in range(50):
                try:
                    f(1, 2)
                except Boom as error:
                    error.__traceback__ = None
                seen.clear()


@needs_layout
@pytest.mark.parametrize("nogil", [False, True])
def test_an_exit_with_buffers(hooks: Any, nogil: bool) -> None:
    data = bytearray(100)
    f = dispatcher(exits(), [kinds.buffer(bytearray, "B", 1, writable=True)], [INT], nogil=nogil, defaults=(data,))

    def left(f: Any, address: int, error: Any) -> Any:
        with pytest.raises(BufferError):
            data.append(0)
        return answers[0]

    hooks.left = left
    for answer in (RERUN, "result", Raise(Boom())):
        answers = [answer]
        with counted(f, data):
            for _ in range(50):
                try:
                    assert f(data) in (("python", (data,), {}), "result")
                    assert f() in (("python", (), {}), "result")
                except Boom as error:
                    error.__traceback__ = None
        data.append(0)
        data.pop()


@needs_layout
@pytest.mark.parametrize("nogil", [False, True])
def test_an_upcall_that_raises(hooks: Any, nogil: bool) -> None:
    def function(address: int) -> None:
        if fails:
            raise Boom("below")

    fails = False
    f = dispatcher(upcalls(function), [], [INT], nogil=nogil)
    assert f() == 1
    fails = True
    errors = []

    def left(f: Any, address: int, error: Any) -> Any:
        assert ctypes.c_uint32.from_address(address + context.EXIT).value == 9
        errors.append(error)
        return Raise(error)

    hooks.left = left
    with pytest.raises(Boom, match="below") as raised:
        f()
    assert raised.value is errors.pop()
    assert [frame.name for frame in traceback.extract_tb(raised.value.__traceback__)][-1] == "function"
    del raised
    with counted(f, function):
        for _ in range(50):
            with pytest.raises(Boom):
                f()
            errors.clear()


@needs_layout
def test_a_rerun_that_raises(hooks: Any) -> None:
    def function(*args: Any) -> None:
        raise Boom("in Python")

    f = dispatcher(exits(), [INT, INT], [INT], function)
    with counted(f, function):
        for _ in range(50):
            with pytest.raises(Boom, match="in Python"):
                f(1, 2)
    assert hooks.log[:2] == ["left", "done"]


@needs_layout
def test_deep_reruns(hooks: Any) -> None:
    def count(n: int, m: int) -> int:
        return 0 if n == 0 else 1 + f(n - 1, m)

    f = dispatcher(exits(), [INT, INT], [INT], count)
    depth = sys.getrecursionlimit()
    sys.setrecursionlimit(5000)
    try:
        assert f(500, 0) == 500
        with pytest.raises(RecursionError):
            f(10**6, 0)
    finally:
        sys.setrecursionlimit(depth)


# What is watched


def version(namespace: dict[str, Any]) -> int:
    known = layout()
    assert known is not None
    return dict_version(namespace, known)


@needs_layout
@pytest.mark.parametrize("buffers", [False, True])
def test_watched_dicts(hooks: Any, buffers: bool) -> None:
    first: dict[str, Any] = {"x": 1}
    second: dict[str, Any] = {"y": 1}
    data = bytearray(5)
    parameters = [kinds.buffer(bytearray, "B", 1, writable=True), INT] if buffers else [INT, INT]
    args = (data, 1) if buffers else (1, 1)
    watched = [(first, version(first)), (second, version(second))]
    f = dispatcher(returns(("i", 7)), parameters, [INT], dicts=watched, number=42)
    assert f(*args) == 7 and hooks.log == []

    def update(f: Any, number: int) -> Any:
        assert number == 42
        data.append(0)  # nothing is exported meanwhile
        data.pop()
        for index, namespace in enumerate((first, second)):
            f.entry.expect_version(index, version(namespace))
        return True

    hooks.changed = update
    for change in (lambda: first.update(x=2), lambda: second.pop("y"), lambda: (first.clear(), second.clear())):
        change()
        assert f(*args) == 7 and hooks.log == ["changed"]
        hooks.log.clear()
        assert f(*args) == 7 and hooks.log == []
    assert f(1.5) == ("missed", None, (1.5,))  # before a look at what is watched
    hooks.log.clear()
    hooks.changed = lambda f, number: False  # updates nothing
    first["z"] = 1
    with counted(f, data):
        for _ in range(50):
            assert f(*args) == ("missed again", None, args)
    assert hooks.log[:2] == ["changed", "miss_again"]

    def boom(f: Any, number: int) -> Any:
        raise Boom

    hooks.changed = boom
    with counted(f, data):
        for _ in range(50):
            with pytest.raises(Boom):
                f(*args)
    data.append(0)

    def replace(f: Any, number: int) -> Any:
        set_entry(f, dispatch_routines()["interpret"])

    hooks.changed = replace
    assert f(*args) == ("python", args, {})


@needs_layout
def test_watched_cells(hooks: Any) -> None:
    def closure() -> Any:
        def get() -> Any:
            return content

        def put(value: Any) -> None:
            nonlocal content
            content = value

        def delete() -> None:
            nonlocal content
            del content

        content: Any = 1000.5
        assert get.__closure__ is not None
        return get.__closure__[0], put, delete

    cell, put, delete = closure()
    f = dispatcher(returns(("i", 7)), [], [INT], cells=[(cell, cell.cell_contents)])
    assert f() == 7 and hooks.log == []

    def update(f: Any, number: int) -> None:
        try:
            f.entry.expect_content(0, cell.cell_contents)
        except ValueError:
            f.entry.expect_content(0, EMPTY)

    hooks.changed = update
    for change in (lambda: put(object()), delete, lambda: put([])):
        change()
        assert f() == 7 and hooks.log == ["changed"]
        hooks.log.clear()
        assert f() == 7 and hooks.log == []
    thing = object()
    put(thing)
    f()
    put(None)
    f()
    assert sys.getrefcount(thing) == 2


# Life and death


@needs_layout
def test_deleted_in_its_own_call(hooks: Any) -> None:
    def function(address: int) -> None:
        nonlocal f
        assert reference() is not None
        f = None
        gc.collect()
        assert reference() is not None

    f: Any = dispatcher(upcalls(function), [], [INT])
    reference = weakref.ref(f)
    assert f() == 1
    assert reference() is None


@needs_layout
@pytest.mark.parametrize("hook", ["miss", "left", "changed"])
def test_deleted_in_a_hook(hooks: Any, hook: str) -> None:
    namespace: dict[str, Any] = {}
    options: dict[str, Any] = {"dicts": [(namespace, 0)]} if hook == "changed" else {}
    box: list[Any] = [dispatcher(exits(), [INT, INT], [INT], **options)]
    reference = weakref.ref(box[0])

    def delete(*args: Any) -> Any:
        box.clear()
        gc.collect()
        return RERUN

    setattr(hooks, hook, delete)
    hooks.again = lambda *args: RERUN
    args = ("x",) if hook == "miss" else (1, 2)
    assert box[0](*args) == ("python", args, {})
    assert reference() is None


def test_dead_cycles_are_collected(hooks: Any) -> None:
    def function() -> None:
        pass

    f = new(function)
    function.f = f  # type: ignore[attr-defined]
    f.me = f
    hold(f, (f,))
    reference = weakref.ref(f)
    del f, function
    gc.collect()
    assert reference() is None


def test_a_class_is_collected() -> None:
    class Derived(JitBase):
        pass

    make(Derived, plain)
    cycle = make(Derived, plain)
    cycle.me = cycle  # type: ignore[attr-defined]
    reference = weakref.ref(Derived)
    del Derived, cycle
    gc.collect()
    assert reference() is None


@needs_layout
def test_called_from_a_dead_cycle() -> None:
    out = child(
        """
import gc
from calls.entry_support import *
from jitney.calls.kinds import INT
class Node:
    def __del__(self):
        try:
            print(self.f(), flush=True)
        except TypeError:
            print("dead", flush=True)
for order in range(4):
    f = dispatcher(returns(("i", 7)), [], [INT])
    node = Node()
    node.f = f
    f.node = node if order & 1 else [node]
    if order & 2:
        hold(f, (node,))
    del f, node
    gc.collect()
"""
    )
    assert len(out.split()) == 4


@needs_layout
def test_dispatchers_do_not_leak(hooks: Any) -> None:
    from calls.support import grows

    namespace: dict[str, Any] = {}

    def once() -> None:
        f = dispatcher(returns(("i", 7)), [INT], [INT], defaults=(1,), dicts=[(namespace, version(namespace))])
        assert f(1) == 7 and f() == 7
        assert f("x")[0] == "missed"
        hooks.log.clear()

    assert grows(once, 300, 300) < 1 << 20


# Threads


@needs_layout
def test_nogil_runs_beside_python(hooks: Any) -> None:
    def spin(a: Any) -> None:
        loop = a.here()
        a.dec(rdi)
        a.jne(loop)
        a.mov(eax, 1)
        a.clc()
        a.ret()

    f = dispatcher(spin, [INT], [INT], nogil=True)
    done = []
    thread = threading.Thread(target=lambda: done.append(f(400_000_000)))
    thread.start()
    steps = 0
    while thread.is_alive():
        steps += 1
        threading.Event().wait(0.001)
    thread.join()
    assert done == [1] and steps > 10


@needs_layout
def test_many_threads_change_entries(hooks: Any) -> None:
    f = dispatcher(returns(("i", 7)), [INT], [INT])
    second = add_entry(f, returns(("i", 8)), [INT], [INT])
    routines = dispatch_routines()
    stop = threading.Event()
    wrong = []
    hooks.miss = lambda *args: 7
    f.entry = second

    def call() -> None:
        while not stop.is_set():
            for _ in range(100):
                if f(1) not in (7, 8, ("python", (1,), {})):
                    wrong.append(1)

    threads = [threading.Thread(target=call) for _ in range(3)]
    for thread in threads:
        thread.start()
    for _ in range(10):
        for address in (second.address, routines["miss"], routines["interpret"]):
            set_entry(f, address)
            stop.wait(0.0001)
    stop.set()
    for thread in threads:
        thread.join()
    assert not wrong


@needs_layout
def test_a_call_with_none(hooks: Any) -> None:
    f = dispatcher(dump("", (ctypes.c_uint64 * 1)()), [NONE], [NONE])
    with counted(f, None):
        for _ in range(50):
            assert f(None) is None
