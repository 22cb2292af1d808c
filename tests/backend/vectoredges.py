"""Run as a program, as a fault would end it: loads and stores of vectors at the very end of what may be touched.

Lanes beyond it are masked. The features to use stand on the command line.
"""

from __future__ import annotations

import ctypes
import mmap
import sys
from typing import Any

from backend.native import Compiled
from backend.vectorcases import BOOL, ELEMENTS, INTEGERS, KIND, SIZES

from jitney.ir import ops
from jitney.ir.function import Function, Memory, Value
from jitney.ir.types import I8, I32, I64, KINDS, vector
from jitney.ir.vectorbuilder import VectorBuilder
from jitney.x86.lowering import lowering
from jitney.x86.vectors import VectorUnit

PAGE = mmap.PAGESIZE


def last_page() -> tuple[Any, int]:
    """A page and the address behind it, where nothing may be touched."""
    pages = mmap.mmap(-1, 2 * PAGE)
    start = ctypes.addressof(ctypes.c_char.from_buffer(pages))
    if ctypes.CDLL(None).mprotect(ctypes.c_void_p(start + PAGE), PAGE, 0):
        raise OSError("mprotect")
    return pages, start + PAGE


def function(unit: VectorUnit, op: int, element: int, lanes: int, kind: str) -> Function:
    """void f(end, count): the op on `lanes` elements that end there, or on `count`, the rest beyond it and masked."""
    made = Function("edge")
    entry = made.block()
    made.blocks.append(entry)
    end, count = made.param(entry, I64), made.param(entry, I64)
    b = VectorBuilder(made, entry)
    type = vector(element, lanes)
    size = KINDS[kind].size
    masked = op not in (ops.LOAD, ops.STORE)
    elements = count if masked else b.word(lanes)
    base = b.sub(end, b.mul(elements, b.word(size)))
    memory = Memory(KINDS[kind], 1, 0, "m")
    mask = b.masklow(count, lanes) if masked else None
    out = b.frame(64)
    value: Value | None = None
    if op == ops.LOAD:
        value = b.load_vector(type, memory, base)
    elif op == ops.STORE:
        b.store(memory, stored(b, element, type), base)
    elif op == ops.MLOAD and mask is not None:
        value = b.load_masked(type, memory, base, None, mask)
    elif op == ops.MSTORE and mask is not None:
        b.store_masked(memory, stored(b, element, type), base, None, mask)
    elif mask is not None:
        index = I64 if 8 * lanes <= unit.vector_bytes else I32
        memory = Memory(KINDS[kind], size, 0, "m")
        places = b.lanes(vector(index, lanes))
        if op == ops.GATHER:
            value = b.gather(type, memory, base, places, mask)
        else:
            b.scatter(memory, stored(b, element, type), base, places, mask)
    if value is not None:
        b.store(Memory(KINDS[KIND[element]], 1, 0, "out"), value, out)
    entry.return_(())
    return made


def stored(b: VectorBuilder, element: int, type: int) -> Value:
    if element == BOOL:
        return b.lanewise(ops.EQ, *[b.lanes(type - BOOL + I8)] * 2)
    if element in INTEGERS:
        return b.lanes(type)
    return b.splat(b.function.const(element, 1.5), type)


def main(features: frozenset[str]) -> None:
    unit = VectorUnit(ops.NAMES, features)
    pages, end = last_page()
    done = 0
    for op in (ops.LOAD, ops.STORE, ops.MLOAD, ops.MSTORE, ops.GATHER, ops.SCATTER):
        for element in (*ELEMENTS, BOOL):
            for lanes in (2, 4, 8, 16, 32, 64):
                if not unit.has_vector(op, element, lanes):
                    continue
                for name, kind in KINDS.items():
                    right = kind.type == I64 and kind.size <= SIZES[element] if element in INTEGERS else False
                    right = right or (element not in INTEGERS and kind.type == element)
                    few = (op in (ops.MLOAD, ops.MSTORE) and unit.level < 2) and kind.size < SIZES[element]
                    few = few or (op in (ops.GATHER, ops.SCATTER) and kind.size < 4)
                    if not right or few:
                        continue
                    compiled = Compiled([function(unit, op, element, lanes, name)], lowering(features))
                    for count in (0, 1, lanes - 1):
                        compiled(end, count)
                    done += 1
    print(done, len(pages))


if __name__ == "__main__":
    main(frozenset(sys.argv[1].split(",")))
