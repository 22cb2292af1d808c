"""The context of a call: what running compiled code shares with whoever called it from Python.

It lies on the stack of the thread, in the frame of the generated code between Python and the compiled function, and its
address stays in one register while compiled code runs (abi.py of the processor). Offsets in bytes.
"""

from __future__ import annotations

EXIT = 0
"""u32: the number of the exit by which compiled code left."""
TRACED = 4
"""u32: how many callers have left after it; the first TRACE_COUNT of their exits are in TRACE, innermost first."""
EFFECTS = 8
"""u32: not 0 once something was done that the caller from Python can see."""
NOGIL = 12
"""u32: not 0 where the GIL was released for this call; THREAD then is the PyThreadState to take it back with.
WORKER and SHARING say that the code is a part of a parallel loop (calls/workers.py)."""
WORKER, SHARING = 2, 3
"""In a thread of the pool, which has no PyThreadState; in the thread that has called the loop."""
STACK_LIMIT = 16
"""u64: a function that finds its stack pointer below asks `deepen` for more."""
POLL = 24
"""u64: the address of a u32 that isn't 0 when Python wants something: a signal's handler run, the GIL."""
NEXT_PAUSE = 32
"""u64: the time (of the processor's clock) before which a poll that finds something needn't look again."""
THREAD = 40
"""u64"""
PART = 48
"""u64: with WORKER or SHARING, the number of the part that is running, from 1; 0: Python code has raised in it."""
WORDS = 64
"""u64 each: operands of an exit, operands and results of an upcall, results of a call that have no register."""
WORD_COUNT = 128
TRACE = WORDS + 8 * WORD_COUNT
"""u32 each"""
TRACE_COUNT = 128
SIZE = TRACE + 4 * TRACE_COUNT
