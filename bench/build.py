"""What emitting costs: the builder against iced-x86 driven from Python, and the way from emitting to a first call."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import jitney
from jitney.x86 import (
    Assembler,
    byte,
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

from .measure import Row, at_least, at_most, in_turns, installed, run_python, timer

PROGRAM = 40  # instructions: 16 general purpose, 8 SSE, 6 AVX, 10 AVX-512; every other one with memory
REPEATS = 50  # times the program, one sample


def emit_with_jitney(displacement: int, immediate: int) -> bytes:
    """The mixed program over and over, with displacements and immediates counted up from the ones given."""
    a = Assembler()
    for i in range(REPEATS):
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
        a.movzx(ecx, byte[rdx + d])
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
    data: bytes = a.code().sections["text"].data
    return data


def emitter_with_iced(iced: Any) -> Callable[[int, int], bytes]:
    """The same through iced-x86, which leaves choosing the form to its caller."""
    C, R, make, M = iced.Code, iced.Register, iced.Instruction, iced.MemoryOperand

    def emit(displacement: int, immediate: int) -> bytes:
        encoder = iced.Encoder(64)
        encode = encoder.encode
        ip = 0
        for i in range(REPEATS):
            d, n = displacement + 64 * i, immediate + i
            ip += encode(make.create_reg(C.PUSH_R64, R.RBX), ip)
            ip += encode(make.create_reg_mem(C.MOV_R64_RM64, R.RAX, M(R.RDI, R.NONE, 1, d, 1)), ip)
            ip += encode(make.create_reg_mem(C.MOV_R64_RM64, R.RCX, M(R.RSI, R.RAX, 8, d, 1)), ip)
            ip += encode(make.create_reg_reg(C.ADD_RM64_R64, R.RAX, R.RCX), ip)
            ip += encode(make.create_mem_i32(C.SUB_RM32_IMM32, M(R.RSP, R.NONE, 1, d, 1), n), ip)
            ip += encode(make.create_reg_i32(C.MOV_RM64_IMM32, R.R8, n), ip)
            ip += encode(make.create_reg_mem(C.LEA_R64_M, R.R9, M(R.R8, R.RCX, 4, -d, 1)), ip)
            ip += encode(make.create_reg_reg_i32(C.IMUL_R64_RM64_IMM32, R.R10, R.R9, n), ip)
            ip += encode(make.create_reg_reg(C.XOR_RM32_R32, R.EDX, R.EDX), ip)
            ip += encode(make.create_mem_reg(C.CMP_RM64_R64, M(R.R12, R.NONE, 1, d, 1), R.R10), ip)
            ip += encode(make.create_reg_i32(C.SHL_RM64_IMM8, R.RDX, 7), ip)
            ip += encode(make.create_reg_reg(C.TEST_RM32_R32, R.EAX, R.ECX), ip)
            ip += encode(make.create_reg_mem(C.MOVZX_R32_RM8, R.ECX, M(R.RDX, R.NONE, 1, d, 1)), ip)
            ip += encode(make.create_reg_reg(C.AND_RM64_R64, R.R11, R.R13), ip)
            ip += encode(make.create_mem_reg(C.MOV_RM64_R64, M(R.RBX, R.R9, 2, d, 1), R.R11), ip)
            ip += encode(make.create_reg(C.POP_R64, R.RBX), ip)
            ip += encode(make.create_reg_mem(C.MOVSD_XMM_XMMM64, R.XMM0, M(R.RDI, R.RAX, 8, d, 1)), ip)
            ip += encode(make.create_reg_reg(C.ADDSD_XMM_XMMM64, R.XMM0, R.XMM1), ip)
            ip += encode(make.create_reg_mem(C.MULSD_XMM_XMMM64, R.XMM0, M(R.RSI, R.NONE, 1, d, 1)), ip)
            ip += encode(make.create_mem_reg(C.MOVAPS_XMMM128_XMM, M(R.RSP, R.NONE, 1, d, 1), R.XMM9), ip)
            ip += encode(make.create_reg_reg(C.CVTSI2SD_XMM_RM64, R.XMM2, R.RAX), ip)
            ip += encode(make.create_reg_reg_i32(C.PSHUFD_XMM_XMMM128_IMM8, R.XMM3, R.XMM2, n & 255), ip)
            ip += encode(make.create_reg_mem(C.PADDD_XMM_XMMM128, R.XMM1, M(R.R12, R.NONE, 1, d, 1)), ip)
            ip += encode(make.create_reg_reg(C.UCOMISD_XMM_XMMM64, R.XMM0, R.XMM2), ip)
            ip += encode(make.create_reg_mem(C.VEX_VMOVUPD_YMM_YMMM256, R.YMM1, M(R.RDI, R.RCX, 8, d, 1)), ip)
            ip += encode(make.create_reg_reg_reg(C.VEX_VADDPD_YMM_YMM_YMMM256, R.YMM4, R.YMM1, R.YMM5), ip)
            ip += encode(
                make.create_reg_reg_mem(C.VEX_VFMADD231PD_YMM_YMM_YMMM256, R.YMM4, R.YMM12, M(R.RSI, R.NONE, 1, d, 1)),
                ip,
            )
            ip += encode(make.create_reg_reg_i32(C.VEX_VPERMQ_YMM_YMMM256_IMM8, R.YMM5, R.YMM4, n & 255), ip)
            ip += encode(make.create_reg_reg_reg(C.VEX_VXORPS_YMM_YMM_YMMM256, R.YMM1, R.YMM1, R.YMM1), ip)
            ip += encode(make.create_mem_reg(C.VEX_VMOVUPD_YMMM256_YMM, M(R.RDI, R.RCX, 8, d, 1), R.YMM4), ip)
            ip += encode(make.create_reg_mem(C.EVEX_VMOVUPD_ZMM_K1Z_ZMMM512, R.ZMM1, M(R.RDI, R.RCX, 8, d, 1)), ip)
            ip += encode(make.create_reg_reg_reg(C.EVEX_VADDPD_ZMM_K1Z_ZMM_ZMMM512B64_ER, R.ZMM16, R.ZMM1, R.ZMM2), ip)
            masked = make.create_reg_reg_reg(C.EVEX_VMULPD_ZMM_K1Z_ZMM_ZMMM512B64_ER, R.ZMM3, R.ZMM16, R.ZMM17)
            masked.op_mask = R.K1
            ip += encode(masked, ip)
            masked = make.create_reg_reg_mem(
                C.EVEX_VFMADD213PD_ZMM_K1Z_ZMM_ZMMM512B64_ER, R.ZMM7, R.ZMM2, M(R.RSI, R.NONE, 1, d, 1)
            )
            masked.op_mask = R.K1
            masked.zeroing_masking = True
            ip += encode(masked, ip)
            ip += encode(
                make.create_reg_reg_mem(
                    C.EVEX_VADDPD_ZMM_K1Z_ZMM_ZMMM512B64_ER, R.ZMM30, R.ZMM1, M(R.RDX, R.NONE, 1, d, 1, True)
                ),
                ip,
            )
            ip += encode(
                make.create_reg_reg_mem(C.EVEX_VPCMPEQD_KR_K1_ZMM_ZMMM512B32, R.K2, R.ZMM1, M(R.R12, R.NONE, 1, d, 1)),
                ip,
            )
            ip += encode(
                make.create_reg_reg_reg_i32(
                    C.EVEX_VPTERNLOGQ_ZMM_K1Z_ZMM_ZMMM512B64_IMM8, R.ZMM1, R.ZMM2, R.ZMM3, n & 255
                ),
                ip,
            )
            masked = make.create_reg_reg_reg(C.EVEX_VPADDD_ZMM_K1Z_ZMM_ZMMM512B32, R.ZMM17, R.ZMM1, R.ZMM30)
            masked.op_mask = R.K2
            ip += encode(masked, ip)
            ip += encode(make.create_reg_reg_reg(C.VEX_KANDW_KR_KR_KR, R.K1, R.K1, R.K2), ip)
            ip += encode(make.create_mem_reg(C.EVEX_VMOVAPD_ZMMM512_K1Z_ZMM, M(R.RSP, R.NONE, 1, d, 1), R.ZMM16), ip)
        code: bytes = encoder.take_buffer()
        return code

    return emit


def builder() -> Iterator[Row]:
    """Operands are built inside both loops. Ours remembers finished encodings, so there are two figures: with operands
    that it has met, as most are in a real program, and with a displacement or immediate that is new every time."""
    emit_with_iced = emitter_with_iced(installed("iced_x86"))
    assert emit_with_jitney(64, 1000) == emit_with_iced(64, 1000)
    assert emit_with_jitney(-0x8000, 70000) == emit_with_iced(-0x8000, 70000)
    counter = itertools.count(1)

    def met(emit: Callable[[int, int], bytes]) -> Callable[[], float]:
        return timer(lambda: emit(64, 1000))

    def new(emit: Callable[[int, int], bytes]) -> Callable[[], float]:
        def sample() -> float:
            i = next(counter)
            return timer(lambda: emit(0x10000 + 64 * REPEATS * i, 0x10000 + REPEATS * i))()

        return sample

    floor = at_least(0.25, "at least 1/4")
    for what, kind in (("operands met before", met), ("new displacements, immediates", new)):
        ours, theirs = in_turns(60, kind(emit_with_jitney), kind(emit_with_iced))
        rate, peer_rate = PROGRAM * REPEATS / 1000 / ours, PROGRAM * REPEATS / 1000 / theirs
        yield Row(f"builder, {what}", rate, "k instr/s", "iced-x86", peer_rate, rate / peer_rate, floor)


FIRST_PROGRAM = """
import sys; sys.path.insert(0, {folder!r})
from time import perf_counter
start = perf_counter()
from bench import build
imported = perf_counter()
build.REPEATS = 1
build.emit_with_jitney(64, 1000)
print(perf_counter() - imported)
"""


def first_program() -> Iterator[Row]:
    """The mixed program for the first time in a process, when the forms of each mnemonic are read from the table."""
    from pathlib import Path

    source = FIRST_PROGRAM.format(folder=str(Path(__file__).parent.parent))
    (seconds,) = in_turns(10, lambda: float(run_python(source)))
    yield Row(f"builder, first {PROGRAM} instructions of a process (cold)", 1000 * seconds, "ms")


def thirty_instructions(seed: int) -> int:
    """Emit, link, map and call a function of 30 instructions, none of it the same as for another seed."""
    a = Assembler()
    a.mov(rax, rdi)
    for i in range(14):
        a.add(rax, seed + i)
        a.xor(rax, rsi)
    a.ret()
    function = jitney.load(a.code(), "(int64, int64) -> int64")
    result: int = function(seed, 7)
    return result


def emit_to_call() -> Iterator[Row]:
    counter = itertools.count(100_000, 100)
    expected = 100_000
    for i in range(14):
        expected = expected + 100_000 + i ^ 7
    assert thirty_instructions(100_000) == expected

    (seconds,) = in_turns(300, timer(lambda: thirty_instructions(next(counter))))
    floor = at_most(1, "under 1 ms")
    yield Row("emit, link, map, first call of 30 instructions", 1000 * seconds, "ms", floor=floor)
