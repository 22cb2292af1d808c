"""Lines of Intel syntax as people and compilers write them: the bytes are those of GNU as."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from gnu import gnu, gnu_version

from jitney.errors import AssemblyError
from jitney.x86.text import assemble

pytestmark = pytest.mark.skipif(not gnu_version(), reason="GNU as is not installed")

LINES = """
MOV RAX, QWORD PTR [RBX+RCX*8-16]
mov eax,DWORD PTR [rbp-4]
mov eax, dword ptr [rsp][rax*4]
mov eax, 16[rsp]
mov eax, -8[rbp+rax*4]
mov rax, [rbx]
mov [rbx], rax
mov byte ptr [rbx], 'A'
mov rax, 0b101
mov rax, 0x1f
mov al, 1fh
mov rax, 0x123456789abcdef0
mov rax, 0xffffffff
mov rax, -1
mov eax, -1
mov eax, 0xffffffff
mov ax, 0xffff
movabs rax, 5
movabs rax, 0x123456789abcdef0
movabs al, [0x123456789abcdef0]
movabs [0x123456789abcdef0], eax
mov eax, ds:[0x1234]
mov eax, fs:0x28
mov rax, QWORD PTR fs:40
mov rax, qword ptr fs:[0x28]
mov rax, [fs:0x28]
mov rax, gs:[rax+8]
mov eax, [ebx+ecx*2]
mov eax, [rax*4]
mov eax, [rax*1]
mov eax, [rax*2]
mov eax, [rax*1+rbx]
mov eax, [rbx+rax*1]
mov eax, [rsp+rax]
mov eax, [rax+rsp]
mov eax, [8+rax]
mov eax, [rax+4*2]
mov eax, [4*rax+rbx]
mov eax, [rax+rbx*2+(1<<4)]
mov eax, [rax-(-8)]
mov eax, [rip+0x10]
mov eax, [0x1234]
mov eax, [-8]
add eax, 1
add rax, 0x7f
add rax, 0x80
add rax, -128
add al, 1
add eax, 1000
add ax, 1000
add dword ptr [rax], 1
add word ptr [rax], 1000
add byte ptr [rax], 1
sub rsp, 40
and rsp, -16
and rax, 0xfffffffffffffff0
xor eax, eax
cmp qword ptr [rax], 0
test al, 1
test rax, rax
test eax, 0x100
test [rax], rbx
test rbx, [rax]
imul rax, 5
imul rax, 500
imul ax, 5
imul eax, ebx
imul eax, ebx, 3
imul rax, [rbx], 1000
imul rbx
shl rax
shl rax, 1
sal rax, 5
shr eax, cl
sar byte ptr [rax]
rol qword ptr [rax], 3
shld eax, ebx, 3
shld eax, ebx, cl
inc eax
dec byte ptr [rax]
neg rax
not dword ptr [rax]
push rax
push r12
push 1
push 1000
push -1
push qword ptr [rax]
push fs
pop qword ptr [rax]
pop r15
xchg rax, rbx
xchg ebx, eax
xchg eax, eax
xchg rax, rax
.uleb128 0, 127, 128, 624485, 0xffffffffffffffff
.sleb128 -1, 63, 64, -64, -65, -624485, 0
int 3
xchg rax, rax
int 3
xchg rax, rax
int 3
xchg rax, rax
int 3
xchg rax, rax
int 3
xchg [rax], rbx
xchg rbx, [rax]
movzx eax, byte ptr [rax]
movzx eax, ax
movsx rax, byte ptr [rax]
movsx rax, ecx
movsx rax, dword ptr [rcx]
movsxd rax, ecx
lea rax, [rbx+rcx*4+8]
lea eax, [rbx]
lea rax, [rbx*8]
cbw
cdqe
cqo
cwde
ret
ret 8
retf
leave
enter 16, 0
nop
nop dword ptr [rax]
nop word ptr cs:[rax+rax*1+0x0]
int 0x80
int3
icebp
ud2
ud2a
syscall
sysenter
sysret
cpuid
rdtsc
pause
hlt
iretq
pushfq
popfq
pushf
popf
xlatb
xlat
fwait
rep movsb
rep stosq
repz cmpsb
repne scasb
rep ret
rep stos qword ptr es:[rdi], rax
rep movs qword ptr es:[rdi], qword ptr ds:[rsi]
lods al, byte ptr ds:[rsi]
lodsb
stosd
scas al, byte ptr es:[rdi]
cmps byte ptr ds:[rsi], byte ptr es:[rdi]
movsb
movsq
outsb
insd
lock inc dword ptr [rax]
lock add qword ptr [rax], 1
lock cmpxchg [rdi], rsi
lock xadd dword ptr [rax], ecx
lock cmpxchg16b [rdi]
xacquire lock add dword ptr [rax], 1
bnd ret
notrack jmp rax
in al, dx
in eax, 0x60
out dx, al
out 0x60, al
seta al
setnbe byte ptr [rax]
setz al
setc bl
cmovnbe eax, ebx
cmovz rax, [rbx]
cmovpe rax, rbx
bt eax, 5
bts dword ptr [rax], 7
bsf rax, rbx
popcnt rax, rbx
lzcnt eax, [rax]
bswap rax
crc32 eax, bl
crc32 rax, qword ptr [rbx]
movbe rax, [rbx]
andn rax, rbx, rcx
bzhi rax, rbx, rcx
shlx rax, rbx, rcx
rorx rax, rbx, 5
mulx rax, rbx, rcx
call rax
call qword ptr [rax]
call [rax]
jmp rax
jmp qword ptr [rax*8+0x100]
jmp [rax]
fld dword ptr [rax]
fld qword ptr [rax]
fld tbyte ptr [rax]
fld st(1)
fld1
fldz
fstp st(1)
fstp qword ptr [rsp-8]
fist word ptr [rax]
fild qword ptr [rax]
fistp qword ptr [rax]
fadd
fadd st(1)
fadd st, st(3)
fadd st(3), st
fadd dword ptr [rax]
faddp
faddp st(2)
faddp st(2), st
fsub st, st(2)
fsub st(2), st
fsubr st, st(1)
fsubp
fsubp st(1), st
fsubrp
fdiv
fmul
fdiv st, st(1)
fdivp st(1), st
fdivrp
fmulp
fcom
fcom st(2)
fcomp
fcompp
fcomi
fcomi st, st(1)
fcomip st, st(1)
fucom
fucomi st, st(2)
fucomip
fucompp
fxch
fxch st(3)
fcmovb st, st(1)
fstsw ax
fnstsw ax
fstcw word ptr [rax]
fldcw word ptr [rax]
fninit
finit
fnstenv [rax]
fxsave [rax]
movd xmm0, eax
movd rax, xmm0
movd xmm0, rax
movd eax, xmm0
movq xmm0, rax
movq rax, xmm0
movq xmm0, xmm1
movq xmm0, qword ptr [rax]
movq mm0, rax
movq mm0, [rax]
movdq2q mm0, xmm1
movaps xmm0, xmm1
movaps xmm0, xmmword ptr [rax]
movaps xmm0, [rax]
movups [rax], xmm15
movss xmm0, dword ptr [rax]
movsd xmm0, qword ptr [rax]
movsd qword ptr [rax], xmm0
movsd xmm0, [rax]
cvtsi2sd xmm0, eax
cvtsi2sd xmm0, rax
cvtsi2sd xmm0, dword ptr [rax]
cvttsd2si rax, xmm0
pshufd xmm0, xmm1, 0x1b
cmpltps xmm0, xmm1
cmpeqsd xmm0, qword ptr [rax]
cmpnless xmm0, xmm1
cmpps xmm0, xmm1, 2
pclmulqdq xmm0, xmm1, 0
pclmullqlqdq xmm0, xmm1
pclmulhqhqdq xmm0, xmm1
vpclmullqhqdq xmm0, xmm1, xmm2
blendvps xmm1, xmm2, xmm0
blendvps xmm1, xmm2
pinsrd xmm0, eax, 1
pextrq rax, xmm0, 1
vaddps ymm0, ymm1, ymm2
vaddps ymm0, ymm1, ymmword ptr [rax]
vaddps ymm0, ymm1, [rax]
vaddps xmm8, xmm9, xmm10
vaddps xmm16, xmm1, xmm2
vcmpltps ymm1, ymm2, ymm3
vcmpeq_uqpd ymm1, ymm2, ymm3
vcmptrue_usss xmm1, xmm2, xmm3
vcmpltps k1, zmm2, zmm3
vcmpltps k1{k2}, zmm2, zmm3, {sae}
vpcmpltd k1, zmm2, zmm3
vpcmpnltuq k1, zmm2, zmm3
vpcmpequb k1, zmm2, zmm3
vpcmpeqb k1, zmm2, zmm3
vfmadd213ps zmm1, zmm2, zmm3, {rn-sae}
vfmadd213ps zmm1{k1}{z}, zmm2, zmm3
vfmadd213ps zmm1 {k1} {z}, zmm2, zmm3
vaddps zmm1, zmm2, dword ptr [rax]{1to16}
vaddps zmm1, zmm2, dword bcst [rax]
vaddpd zmm1{k1}, zmm2, [rax]{1to8}
vaddpd ymm1, ymm2, qword ptr [rax+0x10]{1to4}
vaddpd zmm1, zmm2, zmm3, {rz-sae}
vcvtpd2ps xmm1, ymmword ptr [rax]
vcvtpd2ps xmm1, qword ptr [rax]{1to4}
vgetexpps zmm1, zmm2, {sae}
vrndscaleps zmm1, zmm2, {sae}, 3
vmovups zmmword ptr [rax]{k1}, zmm1
vmovups zmm1, [rax+64]
vmovups zmm1, [rax+65]
vmovdqu64 zmm1{k7}{z}, zmmword ptr [rsp+128]
vpgatherdd zmm1{k1}, [rax+zmm2*4]
vpgatherdd ymm1, dword ptr [rax+ymm2*4], ymm3
vgatherqps xmm1, dword ptr [rax+xmm2*8], xmm3
vscatterdps [rax+zmm2*4]{k1}, zmm3
kmovw k1, eax
kmovq rax, k1
kandw k1, k2, k3
vpmovm2b zmm1, k1
valignd zmm1, zmm2, zmm3, 5
vpternlogd zmm1, zmm2, zmm3, 0xff
vmovd xmm1, eax
vmovd xmm1, rax
vmovq xmm1, rax
vpsrld xmm1, xmmword ptr [rax], 4
vpermil2ps xmm1, xmm2, xmm3, xmm4, 0
{evex} vaddps xmm1, xmm2, xmm3
{vex3} vaddps xmm1, xmm2, xmm3
{vex} vaddps xmm1, xmm2, xmm3
{disp32} mov eax, [rax+8]
{disp8} mov eax, [rax+8]
{evex} vmovaps xmm1, [rax]
prefetcht0 [rax]
clflush [rax]
mfence
ldmxcsr [rax]
rdrand eax
rdfsbase rax
xgetbv
mov cr0, rax
mov rax, cr8
mov dr7, rax
mov ds, ax
mov ax, ds
mov es, [rax]
lgdt [rax]
sgdt [rax]
lldt ax
str ax
invlpg [rax]
wrmsr
swapgs
clac
endbr64
tdpbssd tmm1, tmm2, tmm3
tileloadd tmm1, [rax+rbx*1]
vpcomltb xmm1, xmm2, xmm3
vprotb xmm1, xmm2, 3
bndmk bnd0, [rax]
pmulhrw mm0, mm1
femms
"""


@pytest.fixture(scope="module")
def theirs() -> dict[str, bytes]:
    lines = LINES.strip().splitlines()
    for_gnu = [line.replace("1fh", "0x1f").replace("[fs:", "fs:[") for line in lines]
    return {line: data for line, data in zip(lines, gnu(for_gnu), strict=True) if isinstance(data, bytes)}


# GNU as has no such line, but other assemblers do.
OURS = {"icebp": "f1", "sysret": "0f 07", "notrack jmp rax": "3e ff e0", "mov rax, 0b101": "48 c7 c0 05 00 00 00"}


@pytest.mark.parametrize("line", LINES.strip().splitlines())
def test_line(line: str, theirs: dict[str, bytes]) -> None:
    try:
        data = assemble(line)
    except AssemblyError as error:
        pytest.fail(f"{error}\nGNU as: {theirs[line].hex(' ') if line in theirs else 'refused'}")
    if line in OURS:
        assert data.hex(" ") == OURS[line]
    else:
        assert line in theirs, f"GNU as refused {line}; here {data.hex(' ')}"
        assert data.hex(" ") == theirs[line].hex(" ")


PROGRAMS = {
    "branches": r"""
        start: xor eax, eax
        1:  inc eax
            cmp eax, 10
            jne 1b
            jz 2f
            .rept 60
            add dword ptr [rsp+rax*4+0x100], 0x1000
            .endr
            je start
        2:  jmp 2f
            call start
        2:  loop 2b
            jmp start2
            .fill 130, 1, 0x90
        start2: ret
            jmp short start2
            jecxz start2
            jmp start
    """,
    "macros": r"""
        .macro save first, second=rbx, others:vararg
            push \first
            push \second
            lea rax, [\others]
        .endm
        .macro count n
            .if \n
            nop
            count "(\n-1)"
            .else
            ret
            .endif
        .endm
        .macro spin reg
        again\@: dec \reg
            jnz again\@
        .endm
        save rcx, r15, rdi+8
        save rcx, , rax
        save second=rdi, first=rsi, others=rbx
        count 5
        spin eax
        spin rbx
        .irp r, rax, rbx, r12
            pop \r
        .endr
        .irpc d, 0123
            .byte 0x\d
        .endr
        .ifdef nothing
            hlt
        .elseif 2 > 1
            cmc
        .else
            hlt
        .endif
    """,
    "data": r"""
        N = 5
        .equ M, N*2
        .set K, M + 1
        a: .byte 1, 2, 'A', -1, 0xff, N
           .word 0x1234, -2
           .long K, 0x80000000, b - a, . - a
           .quad -1, b - a
           .ascii "one\n", "two\0"
           .asciz "three \"q\" ; # \x41\101"
           .float 1.5, -2e3
           .double 0.1
           .zero 3
           .fill 3, 2, 0x1234
           .skip 2, 0xcc
        b: .octa 0x0123456789abcdef0123456789abcdef
           mov ecx, offset K
           mov ecx, b - a
           add ecx, (b - a) / 2
           mov eax, N
           mov eax, [rbx + N*8]
           .byte (1 << 4) | 3, ~0 & 0xf, 7 % 4, -(3), 10 / 3, 1 == 1, 2 < 1
        N = N + 1
           .byte N
           .byte c - b
           lea rax, [rip + a]
           lea rax, a[rip+4]
           mov eax, c - b
        c:
    """,
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_program(name: str, tmp_path: Path) -> None:
    text = PROGRAMS[name]
    (tmp_path / "t.s").write_text(".intel_syntax noprefix\n" + text)
    subprocess.run(["as", "-o", tmp_path / "t.o", tmp_path / "t.s"], check=True)
    subprocess.run(["objcopy", "-O", "binary", "-j", ".text", tmp_path / "t.o", tmp_path / "t.bin"], check=True)
    assert assemble(text).hex(" ") == (tmp_path / "t.bin").read_bytes().hex(" ")
