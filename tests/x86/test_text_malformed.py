"""Malformed sources, mutated from valid ones: every one gives an AssemblyError or bytes."""

from __future__ import annotations

import random

import pytest
import test_text_gnu as valid

from jitney.errors import AssemblyError
from jitney.x86.text import assemble

LINES = (
    [line for program in (*valid.PROGRAMS.values(), valid.LINES) for line in program.splitlines()]
    + r"""
.section .rodata
.bss
resb 5
x: dq 1.5
times 3 db 1,2
a equ $-$$
extern puts
call puts@PLT
mov rax, puts@GOTPCREL[rip]
.include "none.s"
.include "/dev/zero"
.p2align 4,,10
default rel
jmp $+5
.comm q,8,8
   0:  48 c7 c0 01 00 00 00           mov rax, 1
.exitm
/* a
b */
.pushsection .data
.popsection
x = y + 1
y = x + 1
.quad x
.float nan, 1e999
mov eax, 'abcd'
.loop: jmp .loop
.rept 10000
.macro r
r
.endm
.endr
.fill 100000000, 8, 1
.byte 1 << 127
vaddps zmm1{k1}{z}, zmm2, [rax]{1to16}
""".splitlines()
)
CHARACTERS = [*map(chr, range(32, 127)), *"\t\0\n\r\xe9\u2028\ud800\u0663\xb2"]
PIECES = r"""rax [ ] ( ) + - * , : { } " ' ; # = $ . 0x 1f 1b 0b st( ptr qword .rept .endr .macro .endm \@ \() equ ~ !
<< / % k1 {1to8} 99999999999999999999 -1 rip fs: short lock rep""".split()


def mutated(text: str, rng: random.Random) -> str:
    characters = list(text)
    for _ in range(rng.choice((1, 1, 1, 2, 3, 8))):
        at = rng.randrange(len(characters) + 1)
        how = rng.randrange(6)
        if how == 0:
            del characters[at : at + rng.choice((1, 1, 3, 10))]
        elif how == 1:
            characters.insert(at, rng.choice(CHARACTERS))
        elif how == 2:
            characters[at:at] = rng.choice(PIECES)
        elif how == 3:
            start = rng.randrange(len(characters) + 1)
            characters[at:at] = characters[start : start + rng.randrange(20)]
        elif how == 4:
            characters[at : at + 1] = [rng.choice(CHARACTERS)]
        else:
            characters[at:at] = f" {rng.choice(PIECES)} "
    return "".join(characters)


@pytest.mark.parametrize("seed", range(4))
def test_malformed(seed: int) -> None:
    rng = random.Random(seed)
    fine = 0
    for _ in range(1000):
        text = mutated("\n".join(rng.choice(LINES) for _ in range(rng.choice((1, 1, 2, 3, 6)))), rng)
        try:
            assert isinstance(assemble(text), bytes), text
            fine += 1
        except AssemblyError as error:
            assert error.errors or str(error), text
    assert fine > 10
