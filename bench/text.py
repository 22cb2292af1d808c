"""Assembly as a text: lines a second beside Keystone, in one call for the file, and time that grows with the file."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator

from .measure import Row, at_least, at_most, in_turns, installed, run_python, timer

LINES = 20_000
ROUNDS = 5
WORDS = "rax rcx rdx rbx rsi rdi r8 r9 r10 r11 r12 r13 r14 r15".split()
SIZES = (10_000, 30_000, 100_000)


def distinct_lines(count: int, seed: int = 1) -> list[str]:
    """Lines of which no two are equal, in the mix of a program: moves, arithmetic, memory, vectors."""
    rng = random.Random(seed)
    found: dict[str, None] = {}

    def register() -> str:
        return rng.choice(WORDS)

    def memory() -> str:
        index = f" + {register()}*{rng.choice((1, 2, 4, 8))}" if rng.random() < 0.4 else ""
        return f"[{register()}{index} + {rng.randrange(1, 1 << rng.choice((6, 6, 10, 20)))}]"

    def vector() -> str:
        return f"ymm{rng.randrange(16)}"

    kinds = (
        lambda: f"mov {register()}, {register()}",
        lambda: f"mov {register()}, qword ptr {memory()}",
        lambda: f"mov qword ptr {memory()}, {register()}",
        lambda: f"lea {register()}, {memory()}",
        lambda: f"{rng.choice(('add', 'sub', 'and', 'or', 'xor', 'cmp'))} {register()}, {rng.randrange(1 << 20)}",
        lambda: f"{rng.choice(('add', 'sub', 'imul', 'cmp'))} {register()}, qword ptr {memory()}",
        lambda: f"{rng.choice(('shl', 'shr', 'sar'))} {register()}, {rng.randrange(1, 64)}",
        lambda: f"mov {register()}, {rng.getrandbits(32)}",
        lambda: f"{rng.choice(('vaddps', 'vmulpd', 'vsubps', 'vandpd'))} {vector()}, {vector()}, {vector()}",
        lambda: f"{rng.choice(('vaddps', 'vmulpd'))} {vector()}, {vector()}, ymmword ptr {memory()}",
        lambda: f"vmovups ymmword ptr {memory()}, {vector()}",
    )
    while len(found) < count:
        found[rng.choice(kinds)()] = None
    return list(found)


def against_keystone() -> Iterator[Row]:
    """A file of distinct lines, assembled in one call: the same bytes, and how many lines a second."""
    from jitney.x86 import assemble

    keystone = installed("keystone")
    engine = keystone.Ks(keystone.KS_ARCH_X86, keystone.KS_MODE_64)
    text = "\n".join(distinct_lines(LINES))
    assert assemble(text) == engine.asm(text, as_bytes=True)[0]
    ours, theirs = in_turns(ROUNDS, timer(lambda: assemble(text)), timer(lambda: engine.asm(text, as_bytes=True)))
    floor = at_least(0.2, "at least 1/5, aim 1/3")
    yield Row(
        f"text of {LINES:,} distinct lines, in one call", LINES / ours, "lines/s", "Keystone", LINES / theirs,
        theirs / ours, floor,
    )  # fmt: skip


def growth() -> Iterator[Row]:
    """A file with labels and jumps forward: the time of a line must not grow with the file."""
    from jitney.x86 import assemble

    def sample(count: int) -> Callable[[], float]:
        text = with_jumps(count)

        def line() -> float:
            start = time.process_time()
            assemble(text)
            return 1e6 * (time.process_time() - start) / count

        return line

    first, *others = in_turns(ROUNDS, *map(sample, SIZES))
    for count, each in zip(SIZES[1:], others, strict=True):
        yield Row(
            f"text of {count:,} lines, {count // 10:,} labels", each, "us/line", f"{SIZES[0]:,} lines", first,
            each / first, at_most(1.5, "at most 1.5 times that"),
        )  # fmt: skip


def with_jumps(count: int) -> str:
    """A file of `count` lines: a label each ten, and a jump to one further on."""
    rng = random.Random(count)
    lines = distinct_lines(count * 8 // 10, count)
    text = []
    for number in range(count // 10):
        target = min(count // 10 - 1, number + rng.choice((0, 1, 2, 5, 300)))
        text += [*lines[8 * number : 8 * number + 8], f"{rng.choice(('jne', 'jmp', 'jb'))} label{target}"]
        text.append(f"label{number}:")
    return "\n".join(text)


FIRST_LINE = """
from time import process_time
start = process_time()
from jitney.x86 import assemble
assemble("mov rax, qword ptr [rbx + 8]")
print(process_time() - start)
"""


def first_line() -> Iterator[Row]:
    """In a fresh interpreter, from the import to the first assembled line: tables and everything, processor time."""
    (ours,) = in_turns(20, lambda: 1000 * float(run_python(FIRST_LINE)))
    yield Row("import jitney.x86, first line of text (CPU)", ours, "ms", floor=at_most(40, "at most 40 ms"))
