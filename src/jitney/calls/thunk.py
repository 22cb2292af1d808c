"""Thunks: the generated code between a vectorcall and a function's machine code.

    PyObject *thunk(callable, PyObject *const *args, size_t nargsf, PyObject *kwnames)

There is one for each list of types, not for each function: it finds the function's address in the callable. It does:

    no keywords and as many arguments as parameters, or on to `slow`
    take a reference to the callable, so that it survives its own call
    convert: where object layouts are known, exact floats and ints straight into their registers; at the first
        argument that is anything else, all of them by `convert` (C API) into slots on the stack, and on to registers
    state = INSIDE; call; has a callback raised?; the state as before      (runtime.py says what the state is)
    give buffers back, make the result an object
    jump to `drop`, which lets the callable go

With nogil, or an unknown layout, every argument goes by `convert`, and the state is in thread-specific storage.

The frame, upwards from rsp: arguments that go on the stack (System V ABI 3.2.3), slots, four words, buffers.
"""

from __future__ import annotations

import weakref
from collections import deque

from ..machine import link
from ..x86 import (
    Assembler,
    abi,
    al,
    ax,
    dword,
    eax,
    ecx,
    edi,
    ptr,
    qword,
    r8,
    r8d,
    r9,
    r9d,
    r10,
    r10d,
    r11,
    rax,
    rbp,
    rbx,
    rcx,
    rdi,
    rdx,
    rip,
    rsi,
    rsp,
    xmm0,
    xmm1,
    xmm2,
    xmm3,
    xmm4,
    xmm5,
    xmm6,
    xmm7,
    xmm8,
)
from .common import BUFFER_SIZE, VIEWS_COUNT, VIEWS_FIRST
from .numbers import box, compact
from .runtime import ADDRESS, INSIDE, LARGE_FRAME, STACK_PER_LEVEL, runtime

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..machine import Image
    from ..machine.signature import Signature, Type
    from .layout import Layout
    from .runtime import Runtime

VECTOR_REGISTERS = (xmm0, xmm1, xmm2, xmm3, xmm4, xmm5, xmm6, xmm7)


def places(parameters: tuple[Type, ...]) -> list[Any]:
    """Where each parameter goes: a register, or the number of its word on the stack."""
    return abi.places(type.kind == "float" for type in parameters)


class Thunk:
    """A linked thunk. `address` is its entry."""

    __slots__ = ("__weakref__", "address", "block")

    def __init__(self, image: Image) -> None:
        self.block = image.block
        self.address = image.address


_thunks: weakref.WeakValueDictionary[tuple[object, ...], Thunk] = weakref.WeakValueDictionary()
"""The code cache: thunks in use, by result, parameters, and whether they release the GIL."""
_latest: deque[Thunk] = deque(maxlen=16)
"""The thunks made last, kept for those who load and drop one function after the other."""


def thunk(signature: Signature, nogil: bool) -> Thunk:
    """The thunk for functions of these types, which lives as long as some function holds on to it."""
    key = (signature.result.code, bytes(type.code for type in signature.parameters), nogil)
    found = _thunks.get(key)
    if found is None:
        found = _thunks.setdefault(key, Thunk(link(_Writer(runtime(), signature, nogil).code())))
        _latest.append(found)
    return found


class _Writer:
    """Writes one thunk."""

    def __init__(self, runtime: Runtime, signature: Signature, nogil: bool) -> None:
        self.a = Assembler()
        self.runtime = runtime
        self.layout = runtime.layout
        self.parameters = signature.parameters
        self.result = signature.result
        self.places = places(signature.parameters)
        self.nogil = nogil
        self.fast = self.layout is not None and not nogil
        self.cold = self.a.label("cold")
        self.ready = self.a.label("ready")
        self.codes = self.a.label("codes")
        self.later: list[Callable[[], None]] = []
        """Writers of the parts that stand out of line, after the straight path."""

        count = len(self.parameters)
        pointers = sum(type.kind == "pointer" for type in self.parameters)
        words = sum(isinstance(place, int) for place in self.places)
        self.slots = 8 * words
        self.outcome = self.slots + 8 * count
        self.state = self.outcome + 8
        self.thread = self.outcome + 16
        self.views = self.outcome + 24 if pointers else None
        size = self.outcome + 24 + (VIEWS_FIRST + pointers * BUFFER_SIZE if pointers else 0)
        # A large frame counts as levels of recursion: a thousand calls within calls, which Python allows, would
        # overflow the stack.
        self.levels = size // STACK_PER_LEVEL if size >= LARGE_FRAME else 0
        self.frame = size + (8 - size) % 16  # with the return address and two registers saved, 24 bytes lie above

    def extern(self, name: str) -> Any:
        return self.runtime.extern(self.a, name)

    def code(self) -> Any:
        a = self.a
        fail = a.label("fail")
        leave = a.label("leave")
        slow = a.label("slow")
        refused = a.label("refused")
        a.lea(rax, ptr[rdx + rdx])
        a.test(rcx, rcx)
        a.jne(slow)
        a.cmp(rax, 2 * len(self.parameters))
        a.jne(slow)
        a.push(rbx)
        a.push(rbp)
        a.sub(rsp, self.frame)
        a.mov(rbx, rdi)
        a.mov(rbp, rsi)
        if self.layout is not None:
            a.inc(qword[rbx + self.layout.refcount])
        else:
            a.call(a.extern("Py_IncRef"))
        if self.levels:
            a.mov(edi, self.levels)
            a.call(self.extern("deepen"))
            a.test(eax, eax)
            a.je(refused)
        if self.views is not None:
            a.mov(qword[rsp + self.views + VIEWS_COUNT], 0)
        if self.fast:
            for index, (type, place) in enumerate(zip(self.parameters, self.places, strict=True)):
                self.convert(index, type, place)
            a.bind(self.ready)
            self.call_with_gil(fail)
        else:
            self.convert_all(fail)
            self.call_in_thread_state(fail)
        if self.views is not None:
            self.release_views()
        box(a, self.layout, self.result)
        a.bind(leave)
        if self.levels:
            a.mov(edi, self.levels)
            a.call(self.extern("surface"))
            a.bind(refused)  # rax is 0 there
        a.mov(rdi, rbx)
        a.add(rsp, self.frame)
        a.pop(rbp)
        a.pop(rbx)
        a.jmp(self.extern("drop"))

        a.bind(fail)
        if self.views is not None:
            a.lea(rdi, ptr[rsp + self.views])
            a.call(self.extern("release_quietly"))
        a.xor(eax, eax)
        a.jmp(leave)
        for write in self.later:
            write()
        if self.fast and self.parameters:
            a.bind(self.cold)
            self.convert_all(fail)
            self.load_all()
            a.jmp(self.ready)
        a.bind(slow)
        a.mov(r8d, len(self.parameters))
        a.jmp(self.extern("slow"))
        if self.parameters:
            a.section("rodata")
            a.bind(self.codes)
            a.bytes(bytes(type.code for type in self.parameters))
        return a.code()

    # Conversions where layouts are known. The object comes in rax; r10 and r11 are free.

    def convert(self, index: int, type: Type, place: Any) -> None:
        """Argument `index` to its place, or on to `cold`."""
        assert self.layout is not None
        self.a.mov(rax, qword[rbp + 8 * index])
        if type.kind == "float":
            self.convert_float(type, place, self.layout)
            return
        if type.kind == "bool":
            self.convert_bool()
        else:
            self.convert_int(type, self.layout)
        self.a.mov(qword[rsp + 8 * place] if isinstance(place, int) else place, rax)

    def check_type(self, wanted: type, otherwise: Any) -> None:
        assert self.layout is not None
        self.a.mov(r11, self.a.extern(wanted.__name__, id(wanted)))
        self.a.cmp(qword[rax + self.layout.type], r11)
        self.a.jne(otherwise)

    def convert_float(self, type: Type, place: Any, layout: Layout) -> None:
        a = self.a
        on_stack = isinstance(place, int)
        target = xmm8 if on_stack else place
        other, done = a.label(), a.label()
        self.check_type(float, other)
        if type.size == 8:
            a.movsd(target, qword[rax + layout.float_value])
        else:
            a.xorps(target, target)
            a.cvtsd2ss(target, qword[rax + layout.float_value])
            a.movd(r10d, target)
            a.and_(r10d, 0x7FFFFFFF)
            a.cmp(r10d, 0x7F800000)
            a.je(self.cold)  # infinite: was it before?
        a.bind(done)
        if on_stack:
            a.movsd(qword[rsp + 8 * place], target)

        def from_int() -> None:
            a.bind(other)
            self.check_type(int, self.cold)
            a.call(self.extern("unpack_signed"))
            a.jc(self.cold)
            a.xorps(target, target)
            a.cvtsi2sd(target, rax)
            if type.size == 4:
                a.cvtsd2ss(target, target)
            a.jmp(done)

        self.later.append(from_int)

    def convert_int(self, type: Type, layout: Layout) -> None:
        a = self.a
        wide, done = a.label(), a.label()
        any_word = type.maximum == (1 << 64) - 1
        self.check_type(int, self.cold)
        compact(a, layout, wide)
        if any_word:
            a.test(rax, rax)
            a.js(self.cold)
        a.bind(done)
        if type.size < 8:
            if type.kind == "signed":
                {1: lambda: a.movsx(r10, al), 2: lambda: a.movsx(r10, ax), 4: lambda: a.movsxd(r10, eax)}[type.size]()
            else:
                {1: lambda: a.movzx(r10d, al), 2: lambda: a.movzx(r10d, ax), 4: lambda: a.mov(r10d, eax)}[type.size]()
            a.cmp(rax, r10)
            a.jne(self.cold)

        def from_digits() -> None:
            a.bind(wide)
            a.call(self.extern("unpack_unsigned" if any_word else "unpack_signed"))
            a.jnc(done)
            a.jmp(self.cold)

        self.later.append(from_digits)

    def convert_bool(self) -> None:
        a = self.a
        done = a.label()
        a.mov(r10, rax)
        a.mov(r11, a.extern("True", id(True)))
        a.mov(eax, 1)
        a.cmp(r10, r11)
        a.je(done)
        a.mov(r11, a.extern("False", id(False)))
        a.xor(eax, eax)
        a.cmp(r10, r11)
        a.jne(self.cold)
        a.bind(done)

    # Conversions by the C API.

    def convert_all(self, fail: Any) -> None:
        """All arguments into their slots, or to `fail` with an exception set."""
        a = self.a
        if not self.parameters:
            return
        a.mov(rdi, rbx)
        a.mov(rsi, rbp)
        a.lea(rdx, ptr[rip + self.codes])
        a.mov(ecx, len(self.parameters))
        a.lea(r8, ptr[rsp + self.slots])
        if self.views is None:
            a.xor(r9d, r9d)
        else:
            a.lea(r9, ptr[rsp + self.views])
        a.call(self.extern("convert"))
        a.test(eax, eax)
        a.je(fail)

    def load_all(self) -> None:
        """All arguments from their slots to their places."""
        a = self.a
        for index, place in enumerate(self.places):
            slot = qword[rsp + self.slots + 8 * index]
            if isinstance(place, int):
                a.mov(rax, slot)
                a.mov(qword[rsp + 8 * place], rax)
            elif place in VECTOR_REGISTERS:
                a.movsd(place, slot)
            else:
                a.mov(place, slot)

    # The call.

    def call_with_gil(self, fail: Any) -> None:
        a = self.a
        odd, done = a.label(), a.label()
        state = self.extern("state")
        a.mov(r11, state)
        a.mov(r10d, dword[r11])
        a.mov(dword[rsp + self.state], r10d)
        a.mov(dword[r11], INSIDE)
        a.call(qword[rbx + ADDRESS])
        a.mov(rcx, state)
        a.mov(r10d, dword[rsp + self.state])
        a.cmp(dword[rcx], INSIDE)
        a.mov(dword[rcx], r10d)
        a.jne(odd)
        a.bind(done)

        def not_inside() -> None:
            # A callback has raised; or the code has let other threads have the GIL on its own account.
            a.bind(odd)
            self.save_result()
            a.call(a.extern("PyErr_Occurred"))
            a.test(rax, rax)
            a.jne(fail)
            self.load_result()
            a.jmp(done)

        self.later.append(not_inside)

    def call_in_thread_state(self, fail: Any) -> None:
        a = self.a
        a.call(self.extern("enter"))
        a.mov(qword[rsp + self.state], rax)
        if self.nogil:
            a.call(a.extern("PyEval_SaveThread"))
            a.mov(qword[rsp + self.thread], rax)
        self.load_all()
        a.call(qword[rbx + ADDRESS])
        self.save_result()
        if self.nogil:
            a.mov(rdi, qword[rsp + self.thread])
            a.call(a.extern("PyEval_RestoreThread"))
        a.mov(rdi, qword[rsp + self.state])
        a.call(self.extern("leave"))
        a.test(eax, eax)
        a.jne(fail)
        self.load_result()

    def release_views(self) -> None:
        a = self.a
        nothing = a.label()
        a.cmp(qword[rsp + self.views + VIEWS_COUNT], 0)
        a.je(nothing)
        self.save_result()
        a.lea(rdi, ptr[rsp + self.views])
        a.call(self.extern("release"))
        self.load_result()
        a.bind(nothing)

    def save_result(self) -> None:
        if self.result.kind == "float":
            self.a.movsd(qword[rsp + self.outcome], xmm0)
        else:
            self.a.mov(qword[rsp + self.outcome], rax)

    def load_result(self) -> None:
        if self.result.kind == "float":
            self.a.movsd(xmm0, qword[rsp + self.outcome])
        else:
            self.a.mov(rax, qword[rsp + self.outcome])
