"""The permanent machine code around a dispatcher: what its calls do when no entry takes them or compiled code leaves.

A dispatcher (jittype.py) is called at the address in its vectorcall slot, which is one of

    miss        asks Python what to do with this call: compile, say
    interpret   runs the undecorated function
    an entry    (entry.py) checks and unboxes the arguments and calls compiled code; where the arguments aren't what
                it is for, it goes on to the next one, and the last one to `miss`

and all of them have the signature of a vectorcall: PyObject *f(callable, args, nargsf, kwnames). Python's part is in
hooks (`set_hooks`), each called without holding anything up:

    miss(dispatcher, kwnames or None, *args) and miss_again(...)
        returns the call's result, RERUN, or RETRY: call the dispatcher once more, which if nothing takes the call
        leads to `miss_again`
    left(dispatcher, context's address, exception or None)
        compiled code left by an exit: returns RERUN or the call's result
    changed(dispatcher, number of the entry)
        something that the entry watches is not what it was: updates what it expects or replaces the entry. The
        dispatcher is called once more; a second change in one call leads to `miss_again`.
    done(dispatcher)
        a rerun is over

RERUN runs the undecorated function with the original arguments, called from here, so that deep recursion costs no
second frame of Python's. A hook that returns Raise(exception) raises it without the hook's frame in the traceback.

What has happened in a call is kept in flags of nargsf, next to PY_VECTORCALL_ARGUMENTS_OFFSET; entries ignore them.
"""

from __future__ import annotations

import ctypes
import functools

from ..errors import JitneyError
from ..x86 import (
    Assembler,
    eax,
    ecx,
    edx,
    esi,
    ptr,
    qword,
    r8,
    r8d,
    r9,
    r12,
    r13,
    r14,
    r15,
    r15d,
    rax,
    rbp,
    rbx,
    rcx,
    rdi,
    rdx,
    rip,
    rsi,
    rsp,
)
from .common import common
from .cpython import has, object_function
from .jitroutines import routines
from .permanent import addresses, linked
from .writer import PermanentWriter, Writer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from .layout import Layout

VECTORCALL = object.__basicsize__
PY_FUNC = VECTORCALL + 8
HELD = VECTORCALL + 16
BASIC_SIZE = VECTORCALL + 24

MISSED, CHANGED = 62, 61
"""Bits of nargsf."""
FLAGS_SHIFT = 3
"""Shifting nargsf left by so much drops its flags."""

ROUTINES = (
    "miss", "interpret", "rerun", "leave", "changed", "call_on", "build", "traverse", "clear", "dealloc",
)  # fmt: skip
HOOKS = ("miss", "miss_again", "left", "changed", "done")


class _Marker:
    """An object that hooks return."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name


RERUN, RETRY = _Marker("RERUN"), _Marker("RETRY")


class Raise:
    """Returned by a hook: raise this exception."""

    __slots__ = ("exception",)

    def __init__(self, exception: BaseException) -> None:
        self.exception = exception


def _no_hook(*args: object) -> object:
    raise JitneyError("no hooks have been set")


class _Routines(PermanentWriter):
    def write(self) -> None:
        for name in (*ROUTINES, "call_python", "judge"):
            self.routine(name, getattr(self, name))
        a = self.a
        a.section("data")
        a.align(8)
        for hook in HOOKS:
            a.bind(self.label(f"hook_{hook}"))
            self.exported.append(f"hook_{hook}")
            a.u64(0)

    def hook(self, name: str) -> Any:
        return qword[rip + self.label(f"hook_{name}")]

    def hold(self, callable: Any) -> None:
        """Takes a reference to the dispatcher in that register, which is never immortal. May clobber as a call does."""
        if self.layout is not None:
            self.a.inc(qword[callable + self.layout.refcount])
        else:
            self.a.mov(rdi, callable)
            self.call("Py_IncRef")

    # The frame of a call that Python takes part in: the four arguments, and a reference to the dispatcher.

    SAVED = (rbx, r12, r13, r14, r15)

    def enter(self) -> None:
        a = self.a
        for register in self.SAVED:
            a.push(register)
        a.mov(rbx, rdi)
        a.mov(r12, rsi)
        a.mov(r13, rdx)
        a.mov(r14, rcx)

    def leave_with_result(self) -> None:
        """Returns what is in rax and lets the dispatcher go."""
        a = self.a
        a.mov(rdi, rbx)
        for register in reversed(self.SAVED):
            a.pop(register)
        a.jmp(self.extern_drop())

    def extern_drop(self) -> Any:
        return self.a.extern("drop")

    def as_they_came(self) -> None:
        a = self.a
        a.mov(rdi, rbx)
        a.mov(rsi, r12)
        a.mov(rdx, r13)
        a.mov(rcx, r14)

    def miss(self) -> None:
        """PyObject *miss(callable, args, nargsf, kwnames)"""
        a = self.a
        counted, argument, filled, first, retry, finish = (a.label() for _ in range(6))
        self.enter()
        self.hold(rbx)
        # all arguments into a tuple, however many they are
        a.lea(r15, ptr[8 * r13])
        a.shr(r15, FLAGS_SHIFT)
        a.test(r14, r14)
        a.je(counted)
        a.mov(rdi, r14)
        self.call("PyTuple_Size")
        a.add(r15, rax)
        a.bind(counted)
        a.lea(rdi, ptr[r15 + 2])
        self.call("PyTuple_New")
        a.test(rax, rax)
        a.je(finish)
        a.push(rax)
        a.push(r15)  # counts down
        a.mov(r15, rax)
        a.mov(rax, self.object(None))
        a.test(r14, r14)
        a.cmovne(rax, r14)
        self.put(1, rax)
        self.put(0, rbx)
        a.bind(argument)
        a.mov(rax, qword[rsp])
        a.test(rax, rax)
        a.je(filled)
        a.dec(qword[rsp])
        a.mov(rdi, qword[r12 + 8 * rax - 8])
        self.call("Py_IncRef")
        a.mov(rsi, qword[rsp])
        a.mov(rdx, qword[r12 + 8 * rsi])
        a.add(rsi, 2)
        a.mov(rdi, r15)
        self.call("PyTuple_SetItem")
        a.jmp(argument)
        a.bind(filled)
        a.mov(rdi, self.hook("miss"))
        a.bt(r13, MISSED)
        a.jnc(first)
        a.mov(rdi, self.hook("miss_again"))
        a.bind(first)
        a.mov(rsi, r15)
        self.call("PyObject_CallObject")
        a.mov(rdi, r15)
        a.mov(r15, rax)
        self.call("Py_DecRef")
        a.add(rsp, 16)
        a.mov(rdi, r15)
        a.call(self.label("judge"))
        a.mov(rcx, self.object(RERUN))
        a.cmp(rax, rcx)
        a.je(self.label("rerunning"))
        a.mov(rcx, self.object(RETRY))
        a.cmp(rax, rcx)
        a.je(retry)
        a.bind(finish)
        self.leave_with_result()
        a.bind(retry)
        a.bts(r13, MISSED)
        a.jc(self.label("rerunning"))  # `miss_again` has no third try
        self.as_they_came()
        a.call(qword[rbx + VECTORCALL])
        a.jmp(finish)

    def put(self, index: int, value: Any) -> None:
        """A new reference to `value` into the tuple in r15."""
        a = self.a
        a.push(value)
        a.push(value)
        a.mov(rdi, value)
        self.call("Py_IncRef")
        a.pop(rdx)
        a.pop(rdx)
        a.mov(rdi, r15)
        a.mov(esi, index)
        self.call("PyTuple_SetItem")

    def judge(self) -> None:
        """PyObject *judge(PyObject *): what a hook returned. A marker's reference is given back, a Raise is raised."""
        a = self.a
        plain, marker, done = a.label(), a.label(), a.label()
        room = self.push(rbx, rbp)
        a.mov(rbx, rdi)
        a.mov(rax, rdi)
        a.test(rdi, rdi)
        a.je(plain)
        for value in (RERUN, RETRY):
            a.mov(rcx, self.object(value))
            a.cmp(rdi, rcx)
            a.je(marker)
        self.call("PyObject_Type")
        a.mov(rbp, rax)
        a.mov(rdi, rax)
        self.call("Py_DecRef")
        a.mov(rcx, self.object(Raise))
        a.mov(rax, rbx)
        a.cmp(rbp, rcx)
        a.jne(plain)
        a.mov(rdi, rbx)
        a.lea(rsi, ptr[rip + self.text("exception")])
        self.call("PyObject_GetAttrString")
        a.test(rax, rax)
        a.je(done)
        a.mov(rdi, rax)
        a.call(a.extern("raise_object"))
        a.bind(done)
        a.mov(rdi, rbx)
        self.call("Py_DecRef")
        a.xor(eax, eax)
        a.bind(plain)
        self.pop(rbx, rbp, room=room)
        a.ret()
        a.bind(marker)
        self.call("Py_DecRef")
        a.mov(rax, rbx)
        a.jmp(plain)

    def changed(self) -> None:
        """PyObject *changed(callable, args, nargsf, kwnames, int number of the entry)"""
        a = self.a
        failed, again = a.label(), a.label()
        a.bt(rdx, CHANGED)
        a.jc(again)
        self.enter()
        a.mov(r15d, r8d)
        self.hold(rbx)
        a.mov(rdi, self.hook("changed"))
        a.lea(rsi, ptr[rip + self.text("Oi")])
        a.mov(rdx, rbx)
        a.mov(ecx, r15d)
        self.call("PyObject_CallFunction", variadic=True)
        a.test(rax, rax)
        a.je(failed)
        a.mov(rdi, rax)
        self.call("Py_DecRef")
        a.bts(r13, CHANGED)
        self.as_they_came()
        a.call(qword[rbx + VECTORCALL])
        a.bind(failed)
        self.leave_with_result()
        a.bind(again)
        a.bts(rdx, MISSED)
        a.jmp(self.label("miss"))

    def interpret(self) -> None:
        """PyObject *interpret(callable, args, nargsf, kwnames): the undecorated function."""
        a = self.a
        self.enter()
        self.hold(rbx)
        a.call(self.label("call_python"))
        self.leave_with_result()

    def rerun(self) -> None:
        """PyObject *rerun(callable, args, nargsf, kwnames): likewise, then `done`. Takes over a reference to callable.

        `miss` comes here too.
        """
        a = self.a
        error = 24
        quiet, ended = a.label(), a.label()
        self.enter()
        a.bind(self.label("rerunning"))
        a.call(self.label("call_python"))
        a.mov(r15, rax)
        a.sub(rsp, error + 8)
        self.fetch("PyErr_Fetch")
        a.mov(rdi, self.hook("done"))
        a.mov(rsi, rbx)
        a.xor(edx, edx)
        self.call("PyObject_CallFunctionObjArgs", variadic=True)
        a.mov(rdi, rax)
        a.test(rax, rax)
        a.jne(quiet)
        a.mov(rdi, rbx)
        self.call("PyErr_WriteUnraisable")
        a.jmp(ended)
        a.bind(quiet)
        self.call("Py_DecRef")
        a.bind(ended)
        self.restore()
        a.add(rsp, error + 8)
        a.mov(rax, r15)
        self.leave_with_result()

    def call_python(self) -> None:
        """Calls the undecorated function: the dispatcher in rbx, the other arguments as they came in r12 r13 r14.

        Recursion by this way takes stack at each level, which Python does not count.
        """
        a = self.a
        fits = a.label()
        a.sub(rsp, 8)
        a.call(a.extern("check_stack"))
        a.lea(rsp, ptr[rsp + 8])
        a.jnc(fits)
        a.xor(eax, eax)
        a.ret()
        a.bind(fits)
        a.mov(rdi, qword[rbx + PY_FUNC])
        a.mov(rsi, r12)
        a.mov(rdx, r13)
        a.btr(rdx, MISSED)
        a.btr(rdx, CHANGED)
        a.mov(rcx, r14)
        if has("PyObject_Vectorcall"):
            a.jmp(self.c("PyObject_Vectorcall"))
            return
        # 3.10 has only the variant that takes keywords as a dict
        keywords, keyword, filled, failed = (a.label() for _ in range(4))
        a.test(rcx, rcx)
        a.jne(keywords)
        a.jmp(self.c("PyObject_VectorcallDict"))
        a.bind(keywords)
        room = self.push(rbp, r15, local=8)
        a.mov(qword[rsp], 0)
        self.call("PyDict_New")
        a.mov(rbp, rax)
        a.test(rax, rax)
        a.je(failed)
        a.bind(keyword)
        a.mov(rdi, r14)
        self.call("PyTuple_Size")
        a.cmp(rax, qword[rsp])
        a.je(filled)
        a.mov(rdi, r14)
        a.mov(rsi, qword[rsp])
        self.call("PyTuple_GetItem")
        a.mov(rsi, rax)
        a.lea(rdx, ptr[8 * r13])
        a.shr(rdx, FLAGS_SHIFT)
        a.add(rdx, qword[rsp])
        a.mov(rdx, qword[r12 + 8 * rdx])
        a.mov(rdi, rbp)
        a.inc(qword[rsp])
        self.call("PyDict_SetItem")
        a.jmp(keyword)
        a.bind(filled)
        a.mov(rdi, qword[rbx + PY_FUNC])
        a.mov(rsi, r12)
        a.lea(rdx, ptr[8 * r13])
        a.shr(rdx, FLAGS_SHIFT)
        a.mov(rcx, rbp)
        self.call("PyObject_VectorcallDict")
        a.mov(r15, rax)
        a.mov(rdi, rbp)
        self.call("Py_DecRef")
        a.mov(rax, r15)
        a.bind(failed)
        self.pop(rbp, r15, room=room)
        a.ret()

    def call_on(self) -> None:
        """PyObject *call_on(callable, args, nargsf, kwnames), another such in rax: calls that. Takes over a reference
        to callable: for code that may be freed as soon as that goes."""
        a = self.a
        a.push(rdi)
        a.call(rax)
        a.pop(rdi)
        a.jmp(self.extern_drop())

    def leave(self) -> None:
        """PyObject *leave(callable, context): the hook `left`. Returns a result, NULL, or RERUN without a reference."""
        a = self.a
        have = a.label()
        room = self.push(rbx, rbp, local=24)
        a.mov(rbx, rdi)
        a.mov(rbp, rsi)
        self.fetch("PyErr_Fetch")
        a.cmp(qword[rsp], 0)
        a.je(have)
        self.fetch("PyErr_NormalizeException")
        a.mov(rsi, qword[rsp + 16])
        a.test(rsi, rsi)
        a.je(have)
        a.mov(rdi, qword[rsp + 8])
        self.call("PyException_SetTraceback")
        a.bind(have)
        a.mov(rdi, self.hook("left"))
        a.lea(rsi, ptr[rip + self.text("OKO")])
        a.mov(rdx, rbx)
        a.mov(rcx, rbp)
        a.mov(r8, self.object(None))
        a.mov(r9, qword[rsp + 8])
        a.test(r9, r9)
        a.cmovne(r8, r9)
        self.call("PyObject_CallFunction", variadic=True)
        a.mov(rbp, rax)
        for offset in (0, 8, 16):
            a.mov(rdi, qword[rsp + offset])
            self.call("Py_DecRef")  # NULL is fine
        a.mov(rdi, rbp)
        a.call(self.label("judge"))
        self.pop(rbx, rbp, room=room)
        a.ret()

    def build(self) -> None:
        """PyObject *build(PyObject *make, int64 *words, size_t count): make(*words)"""
        a = self.a
        item, call, failed, finish = (a.label() for _ in range(4))
        saved = (rbx, rbp, r12, r13)
        room = self.push(*saved)
        a.mov(rbx, rdi)
        a.mov(rbp, rsi)
        a.mov(r12, rdx)
        a.mov(rdi, rdx)
        self.call("PyTuple_New")
        a.mov(r13, rax)
        a.test(rax, rax)
        a.je(finish)
        a.bind(item)
        a.dec(r12)
        a.js(call)
        a.mov(rdi, qword[rbp + 8 * r12])
        self.call("PyLong_FromLongLong")
        a.test(rax, rax)
        a.je(failed)
        a.mov(rdi, r13)
        a.mov(rsi, r12)
        a.mov(rdx, rax)
        self.call("PyTuple_SetItem")
        a.jmp(item)
        a.bind(call)
        a.mov(rdi, rbx)
        a.mov(rsi, r13)
        self.call("PyObject_CallObject")
        a.bind(failed)
        a.mov(rdi, r13)
        a.mov(r13, rax)
        self.call("Py_DecRef")
        a.mov(rax, r13)
        a.bind(finish)
        self.pop(*saved, room=room)
        a.ret()

    # The type's routines

    def traverse(self) -> None:
        """int traverse(PyObject *self, visitproc visit, void *arg): the type, the function, what is held."""
        a = self.a
        finish = a.label()
        saved = (rbx, rbp, r12)
        room = self.push(*saved)
        a.mov(rbx, rdi)
        a.mov(rbp, rsi)
        a.mov(r12, rdx)
        a.mov(rdi, rbx)
        self.call("PyObject_Type")
        a.push(rax)
        a.push(rax)
        a.mov(rdi, rax)
        self.call("Py_DecRef")
        a.pop(rdi)
        a.pop(rdi)
        a.mov(rsi, r12)
        a.call(rbp)
        a.test(eax, eax)
        a.jne(finish)
        for offset in (PY_FUNC, HELD):
            absent = a.label()
            a.mov(rdi, qword[rbx + offset])
            a.test(rdi, rdi)
            a.je(absent)
            a.mov(rsi, r12)
            a.call(rbp)
            a.test(eax, eax)
            a.jne(finish)
            a.bind(absent)
        a.xor(eax, eax)
        a.bind(finish)
        self.pop(*saved, room=room)
        a.ret()

    def clear(self) -> None:
        """int clear(PyObject *self): what is held goes, so first of all nothing may call it any more."""
        a = self.a
        room = self.push(rbx)
        a.mov(rbx, rdi)
        a.mov(qword[rbx + VECTORCALL], 0)
        for offset in (PY_FUNC, HELD):
            a.mov(rdi, qword[rbx + offset])
            a.mov(qword[rbx + offset], 0)
            self.call("Py_DecRef")  # NULL is fine
        a.xor(eax, eax)
        self.pop(rbx, room=room)
        a.ret()


@functools.cache
def _linked() -> dict[str, int]:
    values = {**routines(), **common().address, **addresses((None, RERUN, RETRY, Raise, _no_hook))}
    symbols = linked("dispatch", write, common().layout, values)
    for name in HOOKS:
        object_function("Py_IncRef")(_no_hook)
        ctypes.c_uint64.from_address(symbols[f"hook_{name}"]).value = id(_no_hook)
    return symbols


def write(layout: Layout | None) -> Writer:
    """Assembles the routines."""
    writer = _Routines(Assembler(), layout)
    writer.write()
    return writer


@functools.cache
def dispatch_routines() -> dict[str, int]:
    """The address of each routine by its name, in the process's one copy."""
    symbols = _linked()
    return {name: symbols[name] for name in ROUTINES}


def set_hooks(**hooks: Callable[..., object]) -> dict[str, Callable[..., object]]:
    """Sets the hooks named. Returns those that were there before."""
    symbols = _linked()
    before = {}
    for name, function in hooks.items():
        before[name] = _hooks.get(name, _no_hook)
        _hooks[name] = function
        object_function("Py_IncRef")(function)  # calls may come after this module is gone
        ctypes.c_uint64.from_address(symbols[f"hook_{name}"]).value = id(function)
        object_function("Py_DecRef")(before[name])
    return before


_hooks: dict[str, Callable[..., object]] = {}
