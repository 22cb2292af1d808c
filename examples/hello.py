"""Hello from machine code, twice: assembled from a text, and written by calls of Python.

What it shows: a text in Intel syntax becomes bytes that Python calls; a function with a parameter calls the C library,
and what Jitney writes around its body can be read in the listing.

    python examples/hello.py
"""

from __future__ import annotations

import sys
import time

import jitney
from jitney.x86 import Assembler, assemble

SOURCE = r"""
        mov     eax, 1              ; the system call `write` of Linux
        mov     edi, 1              ; to standard output
        lea     rsi, [rip + text]   ; from here
        mov     edx, size           ; so many bytes
        syscall
        ret
text:   .ascii  "Hello from a text!\n"
size =  $ - text
"""


def from_text() -> int:
    """Assembles the source and runs it. Returns what the system call returned: how many bytes were written."""
    data = assemble(SOURCE)
    print(f"The text becomes {len(data)} bytes: {data[:12].hex(' ')} ...", flush=True)
    hello = jitney.load(data, "() -> int64")
    return int(hello())


def from_calls() -> jitney.Function:
    """A function with a parameter, which has printf print it."""
    a = Assembler()
    with a.function("(name: pointer, times: int32) -> None", "greet") as f:
        f.call(a.extern("printf"), b"Hello, %s! This is greeting number %d.\n\0", f.name, f.times)
        f.call(a.extern("fflush"), 0)
    return jitney.load(a.code(), f.signature, name="greet")


def main() -> None:
    from_text()
    start = time.perf_counter()
    greet = from_calls()
    took = time.perf_counter() - start
    print(f"\nThe function greet{greet.signature}, made in {1000 * took:.2f} ms, is")
    print(greet.listing())
    sys.stdout.flush()  # C has a buffer of its own
    for number in (1, 2):
        greet(b"reader\0", number)


if __name__ == "__main__":
    main()
