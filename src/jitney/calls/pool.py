"""What the threads of the pool that run parallel loops have in common: a piece of memory, and how many they are.

The threads (workers.py) are made when first needed, run nothing but compiled code, and last as long as the process.
"""

from __future__ import annotations

import ctypes
import os

# Offsets in the memory. What different threads write stands in cache lines of its own.
THREADS = 0
"""u32: how many are to share a loop, the caller among them."""
ASKED = 4
"""u32: THREADS when threads were last made; WORKERS may be fewer where the system has refused."""
WORKERS = 8
"""u32: how many threads there are in the pool."""
EPOCH = 12
"""u32: how many forks lie between this process and the one that has loaded this file."""
BUSY = 64
"""u32: 1 while a loop is shared. There is one at a time; another one is run by its caller alone."""
GENERATION = 128
"""u32: counts loops; threads sleep until it changes."""
GATE = 192
"""u32: OPEN while threads may join in, plus the count of those who have joined and not yet left."""
OPEN = 1 << 31
NEXT = 256
"""u64: the number of the next part, from 1."""
COUNT = 320
"""u64: of parts; then what is to be run: the code's address, the block's"""
CODE = 328
BLOCK = 336
CALLER = 344
"""u64: the context of the call."""
LIMIT = 352
"""u32: how many threads may join in."""
SHIFT = 356
"""u32: a thread takes so many parts at a time: those that are left, divided by 2**SHIFT; at least one."""
LOWEST = 384
"""u64: the lowest number of a part that has left by an exit, 0 once Python code has raised; 2**64 - 1: none has.
Parts of higher numbers are not wanted then, those of lower ones are: one of them may raise what comes first."""
WINNER = 392
"""u64: the context in which it has."""
STOP = 400
"""u32: 1 once LOWEST is set: what the workers poll."""
LOCK = 404
"""u32: 1 while LOWEST and WINNER are written."""
EFFECTS = 408
"""u32: as in contexts"""
SIZE = 448

MOST_THREADS = 1024

_memory = ctypes.create_string_buffer(SIZE + 64)
ctypes.pythonapi.Py_IncRef(ctypes.py_object(_memory))  # threads look at it to the very end of the process
POOL = (ctypes.addressof(_memory) + 63) & -64


def _word(offset: int) -> ctypes.c_uint32:
    return ctypes.c_uint32.from_address(POOL + offset)


def get_num_threads() -> int:
    """How many threads share a parallel loop.

    At first JITNEY_NUM_THREADS of the environment, or the number of processors that this process may use.
    """
    return _word(THREADS).value


def set_num_threads(count: int) -> None:
    """Sets how many threads share each parallel loop from now on, in the whole process; 1: none but the caller."""
    if not isinstance(count, int) or not 1 <= count <= MOST_THREADS:
        raise ValueError(f"the number of threads is an int from 1 to {MOST_THREADS}, not {count!r}")
    _word(THREADS).value = count


def _first_count() -> int:
    given = os.environ.get("JITNEY_NUM_THREADS", "")
    count = int(given) if given.isascii() and given.isdigit() else 0
    if not count:
        count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(count, MOST_THREADS)


def _forked() -> None:
    """In the child of a fork there are no threads of the pool: they will be made anew."""
    for offset in (ASKED, WORKERS, BUSY, GATE, LOCK):
        _word(offset).value = 0
    _word(EPOCH).value += 1
    ctypes.c_uint64.from_address(POOL + LOWEST).value = 0  # a loop that is being shared, if any, has lost its threads


set_num_threads(_first_count())
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forked)
