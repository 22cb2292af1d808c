"""What emitting costs: the builder against iced-x86 driven from Python, and the way from emitting to a first call."""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Callable, Iterator
from typing import Any

import jitney
from jitney.x86 import (
    Assembler,
    dword,
    eax,
    ecx,
    edx,
    k1,
    k2,
    ptr,
    qword,
    qword_bcst,
    r8,
    r9,
    r10,
    r11,
    r12,
    r13,
    rax,
    rbx,
    rcx,
    rdi,
    rdx,
    rsi,
    rsp,
    xmm0,
    xmm1,
    xmm2,
    xmm3,
    xmm9,
    xmmword,
    ymm1,
    ymm4,
    ymm5,
    ymm12,
    ymmword,
    z,
    zmm1,
    zmm2,
    zmm3,
    zmm7,
    zmm16,
    zmm17,
    zmm30,
    zmmword,
)

from .measure import Floor, Row, at_least, at_most, compare_times, in_turns, installed, run_python, timer

PROGRAM_LENGTH = 40
REPEATS = 50


def emit_with_jitney(displacement: int, immediate: int, repeats: int) -> Assembler:
    """The mixed program, `repeats` times over: 16 general purpose, 8 SSE, 6 AVX and 10 AVX-512 instructions.

    Every time with other displacements and immediates, counted up from the ones given.
    """
    a = Assembler()
    for i in range(repeats):
        d, n = displacement + 64 * i, immediate + i
        a.push(rbx)
        a.mov(rax, qword[rdi + d])
        a.mov(rcx, qword[rsi + 8 * rax + d])
        a.add(rax, rcx)
        a.sub(dword[rsp + d], n)
        a.mov(r8, n)
        a.lea(r9, ptr[r8 + 4 * rcx - d])
        a.imul(r10, r9, n)
        a.xor(edx, edx)
        a.cmp(qword[r12 + d], r10)
        a.shl(rdx, 7)
        a.test(eax, ecx)
        a.movzx(ecx, dword_low_byte(d))
        a.and_(r11, r13)
        a.mov(qword[rbx + 2 * r9 + d], r11)
        a.pop(rbx)
        a.movsd(xmm0, qword[rdi + 8 * rax + d])
        a.addsd(xmm0, xmm1)
        a.mulsd(xmm0, qword[rsi + d])
        a.movaps(xmmword[rsp + d], xmm9)
        a.cvtsi2sd(xmm2, rax)
        a.pshufd(xmm3, xmm2, n & 255)
        a.paddd(xmm1, xmmword[r12 + d])
        a.ucomisd(xmm0, xmm2)
        a.vmovupd(ymm1, ymmword[rdi + 8 * rcx + d])
        a.vaddpd(ymm4, ymm1, ymm5)
        a.vfmadd231pd(ymm4, ymm12, ymmword[rsi + d])
        a.vpermq(ymm5, ymm4, n & 255)
        a.vxorps(ymm1, ymm1, ymm1)
        a.vmovupd(ymmword[rdi + 8 * rcx + d], ymm4)
        a.vmovupd(zmm1, zmmword[rdi + 8 * rcx + d])
        a.vaddpd(zmm16, zmm1, zmm2)
        a.vmulpd(zmm3(k1), zmm16, zmm17)
        a.vfmadd213pd(zmm7(k1, z), zmm2, zmmword[rsi + d])
        a.vaddpd(zmm30, zmm1, qword_bcst[rdx + d])
        a.vpcmpeqd(k2, zmm1, zmmword[r12 + d])
        a.vpternlogq(zmm1, zmm2, zmm3, n & 255)
        a.vpaddd(zmm17(k2), zmm1, zmm30)
        a.kandw(k1, k1, k2)
        a.vmovapd(zmmword[rsp + d], zmm16)
    return a


def dword_low_byte(displacement: int) -> Any:
    """The byte operand of movzx."""
    from jitney.x86 import byte

    return byte[rdx + displacement]


def emit_with_iced(iced: Any) -> Callable[[int, int, int], Any]:
    """The same instructions through iced-x86, which wants the form named by the caller."""
    C, R, I, M = iced.Code, iced.Register, iced.Instruction, iced.MemoryOperand
    Encoder = iced.Encoder

    def emit(displacement: int, immediate: int, repeats: int) -> Any:
        encoder = Encoder(64)
        encode = encoder.encode
        ip = 0
        for i in range(repeats):
            d, n = displacement + 64 * i, immediate + i
            ip += encode(I.create_reg(C.PUSH_R64, R.RBX), ip)
            ip += encode(I.create_reg_mem(C.MOV_R64_RM64, R.RAX, M(R.RDI, displ=d, displ_size=1)), ip)
    return emit
