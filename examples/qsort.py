"""The C library sorts, by comparators made at run time.

`qsort` is told by a function how two elements compare. Here that function is machine code for exactly the order that is
asked for, written when it is asked for: no Python runs while C sorts.

What it shows: code that calls C which calls code; the address of a label as an argument; and, beside it, what the same
costs when C has to call Python for each comparison.

    python examples/qsort.py
"""

from __future__ import annotations

import ctypes
import random
import time
from array import array
from collections.abc import Callable
from typing import Any

import jitney
from jitney.x86 import Assembler, Reg, al, cl, eax, qword, rax, rcx, rdx

Key = Callable[[Assembler, Reg], None]
"""Writes instructions that turn a value in a register into what it is sorted by. rax is free."""


def ascending(a: Assembler, value: Reg) -> None:
    pass


def descending(a: Assembler, value: Reg) -> None:
    a.not_(value)


def by_magnitude(a: Assembler, value: Reg) -> None:
    a.mov(rax, value)
    a.sar(rax, 63)  # all ones where it is negative
    a.xor(value, rax)
    a.sub(value, rax)


def odd_ones_first(a: Assembler, value: Reg) -> None:
    a.ror(value, 1)  # what was the lowest bit is the sign


def sorter(key: Key) -> jitney.Function:
    """A function that sorts an array of 64-bit integers by a key."""
    a = Assembler()
    with a.function("(numbers: pointer[mut], count: int64) -> None", "sort") as f:
        f.call(a.extern("qsort"), f.numbers, f.count, 8, a.label("compare"))
    with a.function("(x: pointer, y: pointer) -> int32", "compare") as f:
        a.mov(rcx, qword[f.x])
        a.mov(rdx, qword[f.y])
        key(a, rcx)
        key(a, rdx)
        a.cmp(rcx, rdx)
        a.setg(al)
        a.setl(cl)
        a.sub(al, cl)  # 1, 0 or -1
        a.movsx(eax, al)
    return jitney.load(a.code(), "(numbers: pointer[mut], count: int64) -> None", entry="sort")


ORDERS: tuple[tuple[Key, Callable[[int], Any]], ...] = (
    (ascending, lambda x: x),
    (descending, lambda x: -x),
    (by_magnitude, abs),
    (odd_ones_first, lambda x: (x % 2 == 0, x >> 1 & (1 << 63) - 1)),
)
"""Keys, and what each is in Python."""


def with_ctypes(numbers: array[int]) -> None:
    """The same by a comparator in Python."""
    number = ctypes.POINTER(ctypes.c_int64)
    comparator = ctypes.CFUNCTYPE(ctypes.c_int, number, number)
    compare = comparator(lambda x, y: (x[0] > y[0]) - (x[0] < y[0]))
    address, count = numbers.buffer_info()
    ctypes.CDLL(None).qsort(ctypes.c_void_p(address), ctypes.c_size_t(count), ctypes.c_size_t(8), compare)


def main(count: int = 200_000) -> None:
    chance = random.Random(1)
    given = array("q", (chance.randrange(-(10**6), 10**6) for _ in range(count)))
    print(f"{count:,} numbers: {', '.join(map(str, given[:6]))}, ...\n")
    sorter(ascending)  # reads the tables of instructions, once for a process
    for key, python in ORDERS:
        start = time.perf_counter()
        sort = sorter(key)
        made = time.perf_counter()
        numbers = given[:]
        sort(numbers, len(numbers))
        end = time.perf_counter()
        assert [python(x) for x in numbers] == sorted(map(python, given)), key.__name__
        print(f"{key.__name__:<15} {', '.join(map(str, numbers[:4])) + ', ...':<42}", end="")
        print(f"made in {1000 * (made - start):.2f} ms, sorts in {1000 * (end - made):6.1f} ms")
    few = max(1, count // 20)
    start = time.perf_counter()
    with_ctypes(given[:few])
    took = time.perf_counter() - start
    start = time.perf_counter()
    sorter(ascending)(given[:few], few)
    print(f"\n{few:,} of them by a comparator in Python: {1000 * took:.1f} ms, ", end="")
    print(f"against {1000 * (time.perf_counter() - start):.1f} ms, with making one in machine code.")


if __name__ == "__main__":
    main()
