"""Malformed sources, drawn or mutated from valid ones: every one gives an AssemblyError or bytes, in good time.

python tests/x86/malformed.py [--count 200000] [--seed 0]
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import time
from functools import cache

import drawing
import test_text_gnu as valid

from jitney.errors import AssemblyError
from jitney.x86.forms import forms, mnemonics
from jitney.x86.select import selector
from jitney.x86.text import assemble

LIMIT = 20  # seconds for one source, on a processor that others use too
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


@cache
def instructions() -> list[str]:
    """An instruction of every form, as its text."""
    rng = drawing.Dealer(0)
    found = []
    for mnemonic in mnemonics():
        for form in forms(mnemonic):
            if "D" not in form.places:
                try:
                    found.append(str(selector(mnemonic)(drawing.draw(form, rng))))
                except AssemblyError:  # drawn without a size that another form needs
                    continue
    return found


def drawn(rng: random.Random) -> str:
    """Pieces of the language in no order."""
    return "".join(
        rng.choice(("", " ", "\n", ", ")) + rng.choice((*PIECES, "mov", "rbx", "1:", "x")) for _ in range(12)
    )


def source(rng: random.Random) -> str:
    """A malformed source; some are valid by chance."""
    kind = rng.random()
    if kind < 0.1:
        return drawn(rng)
    lines = LINES if kind < 0.7 else instructions()
    return mutated("\n".join(rng.choice(lines) for _ in range(rng.choice((1, 1, 2, 3, 6)))), rng)


def check(count: int, seed: int) -> tuple[int, float]:
    """Assemble that many sources. Gives how many were valid and the longest time that one took, in seconds of the
    processor. Raises AssertionError, or what came out of the assembler."""
    rng = random.Random(seed)
    fine, longest = 0, 0.0
    signal.signal(signal.SIGVTALRM, _hangs)
    for _ in range(count):
        text = source(rng)
        signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
        start = time.process_time()
        try:
            assert isinstance(assemble(text), bytes), text
            fine += 1
        except AssemblyError as error:
            assert error.errors or str(error), text
        except BaseException:
            print(f"{text!r}", file=sys.stderr)
            raise
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        longest = max(longest, time.process_time() - start)
    return fine, longest


def _hangs(*_: object) -> None:
    raise TimeoutError(f"assembling took more than {LIMIT} seconds")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    fine, longest = check(options.count, options.seed)
    print(f"{options.count} sources: {fine} valid, all others AssemblyError; at most {longest:.2f} s for one")


if __name__ == "__main__":
    main()
