"""Writing the moves of numbers between Python objects and registers, where layouts are known, or by the C API."""

from __future__ import annotations

from ..x86 import (
    Assembler,
    al,
    ax,
    dword,
    eax,
    edi,
    edx,
    ptr,
    qword,
    r10,
    r10b,
    r10d,
    r11,
    r11d,
    rax,
    rcx,
    rdi,
    rdx,
    rsp,
    xmm0,
)
from .layout import DIGIT_BITS, Layout
from .permanent import object_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..machine.signature import Type


def unpack(a: Assembler, layout: Layout, signed: bool) -> None:
    """Writes: the value of an exact int at rax, into rax; carry set where it has not that many bits; returns.

    Clobbers only r10 and r11, so that arguments that are already in their registers stay.
    """
    have, two, negative, fail = (a.label() for _ in range(4))
    a.push(rdx)
    a.mov(r10, qword[rax + layout.long_size])
    a.mov(r11, r10)
    if layout.tagged:
        a.shr(r11, 3)
    else:
        a.neg(r11)
        a.cmovs(r11, r10)
    a.cmp(r11, 3)
    a.ja(fail)
    a.mov(edx, dword[rax + layout.digits])
    a.cmp(r11, 2)
    a.jb(have)
    a.je(two)
    a.mov(r11d, dword[rax + layout.digits + 8])
    a.test(r11d, -1 << 64 - 2 * DIGIT_BITS & 0xFFFFFFFF)
    a.jne(fail)
    a.shl(r11, 2 * DIGIT_BITS)
    a.or_(rdx, r11)
    a.bind(two)
    a.mov(r11d, dword[rax + layout.digits + 4])
    a.shl(r11, DIGIT_BITS)
    a.or_(rdx, r11)
    a.bind(have)
    a.test(r10b, 2) if layout.tagged else a.test(r10, r10)
    (a.jne if layout.tagged else a.js)(fail if not signed else negative)
    if signed:
        a.test(rdx, rdx)
        a.js(fail)
    a.mov(rax, rdx)
    a.pop(rdx)
    a.clc()
    a.ret()
    if signed:
        a.bind(negative)
        a.neg(rdx)
        a.jns(fail)
        a.mov(rax, rdx)
        a.pop(rdx)
        a.clc()
        a.ret()
    a.bind(fail)
    a.pop(rdx)
    a.stc()
    a.ret()


def compact(a: Assembler, layout: Layout, wide: Any) -> None:
    """Writes: the value of an exact int of at most one digit, at rax, into rax; others to `wide`. Clobbers r10, r11."""
    a.mov(r10, qword[rax + layout.long_size])
    if layout.tagged:  # the digit times 1 - sign
        a.cmp(r10, 2 << 3)
        a.jae(wide)
        a.mov(eax, dword[rax + layout.digits])
        a.and_(r10d, 3)
        a.mov(r11d, 1)
        a.sub(r11, r10)
        a.imul(rax, r11)
    else:  # the digit times the count of digits, which has the sign
        a.lea(r11, ptr[r10 + 1])
        a.cmp(r11, 2)
        a.ja(wide)
        a.mov(eax, dword[rax + layout.digits])
        a.imul(rax, r10)


def box(a: Assembler, layout: Layout | None, type: Type, permanent: bool = False) -> None:
    """Writes: the Python object of a C result of that type (in rax or xmm0), into rax; NULL with an exception set."""

    def object(value: bool | None) -> Any:
        return a.extern(object_name(value), None if permanent else id(value))

    if type.kind == "float":
        if type.size == 4:
            a.cvtss2sd(xmm0, xmm0)
        a.call(a.extern("PyFloat_FromDouble"))
    elif type.kind in ("bool", "none"):
        if type.kind == "bool":
            a.test(al, al)
            a.mov(rax, object(True))
            a.mov(rcx, object(False))
            a.cmove(rax, rcx)
        else:
            a.mov(rax, object(None))
        if layout is None:
            a.push(rax)
            a.sub(rsp, 8)
            a.mov(rdi, rax)
            a.call(a.extern("Py_IncRef"))
            a.add(rsp, 8)
            a.pop(rax)
        elif not layout.immortal:
            a.inc(qword[rax + layout.refcount])
    else:
        signed = type.kind == "signed"
        if type.size == 8:
            a.mov(rdi, rax)
        elif type.size == 4:
            a.movsxd(rdi, eax) if signed else a.mov(edi, eax)
        else:
            part = al if type.size == 1 else ax
            a.movsx(rdi, part) if signed else a.movzx(edi, part)
        a.call(a.extern("PyLong_FromLongLong" if signed else "PyLong_FromUnsignedLongLong"))
