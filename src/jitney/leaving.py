"""When compiled code has left by an exit: the exception to raise, or to have the interpreter run the call again."""

from __future__ import annotations

import warnings
from _thread import _local

from .calls.frames import traceback
from .compiler import exit_of
from .errors import JitneyError
from .execution import decref
from .frontend.objects import box
from .frontend.raising import Join
from .ir.function import BAIL, PASS_ON

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .compiler import Leaving
    from .dispatch import Dispatcher
    from .execution import Left
    from .frontend.source import Source

PACKAGE = __name__.partition(".")[0] + "."

MOST_BAILS = 3
"""Calls that bail out before the interpreter is left to run such calls."""


class _Reruns(_local):
    """The reruns under way in this thread. While there is one, functions that bail out again are interpreted."""

    def __init__(self) -> None:
        self.depth = 0
        self.stack: list[Dispatcher | None] = []  # who runs its Python function; None: not because it bailed out
        self.suspended: list[Dispatcher] = []


reruns = _Reruns()


def outcome(dispatcher: Dispatcher, left: Left) -> BaseException | None:
    """The exception to raise; None if the call is to be run again by the interpreter."""
    exits = [exit_of(number) for number in left.numbers]
    frames = [frame for exit in exits for frame in (exit, *exit.callers)]
    first = frames[0]
    if left.error is not None:
        trace = left.error.__traceback__
        while trace is not None and str(trace.tb_frame.f_globals.get("__name__")).startswith(PACKAGE):
            trace = trace.tb_next  # how compiled code came to call Python is nobody's business
        return _with_frames(left.error.with_traceback(trace), frames)
    if first.kind == BAIL and first.payload.recipe is None:
        return _bailed(dispatcher, first, frames, left.effects)
    if first.kind == PASS_ON:
        error = RecursionError("a thread of a parallel loop could not call Python: its stack or all memory is used up")
        return _with_frames(error, frames)
    arguments, at = [], 0
    for type in first.payload.types:
        arguments.append(box(type, left.words[at : at + len(type.words)]))
        at += len(type.words)
    if first.kind != BAIL:
        for k in first.payload.lent:  # the arguments have references of their own
            decref(left.words[k])
    try:
        first.payload.recipe(*arguments)
    except BaseException as error:
        return _with_frames(error.with_traceback(None), frames)
    if first.kind == BAIL:
        return _bailed(dispatcher, first, frames, left.effects)
    where = f"{first.spec.source.qualname}, line {first.payload.position[0]}"
    return JitneyError(f"{where}: compiled code found a fault, and Python finds none. Please report this.")


def _bailed(dispatcher: Dispatcher, first: Leaving, frames: list[Leaving], effects: bool) -> BaseException | None:
    line, reason = first.payload.position[0], first.payload.reason
    stats = dispatcher.stats()
    stats.bailed += 1
    text = f"{first.spec.source.qualname}, line {line}: {reason}"
    stats.reasons[text] = stats.reasons.get(text, 0) + 1
    if not reruns.depth:
        spec = frames[-1].spec
        spec.bails += 1
        if spec.bails == MOST_BAILS:
            dispatcher._leave_to_interpreter(spec)
            where = "" if first.spec is spec else f" in {first.spec.source.qualname}"
            complain(first.spec.source, line, f"keeps leaving compiled code ({reason}{where})", dispatcher)
    if effects:
        what = "the call had already written, so what it was passed is partly written"
        way = f"{dispatcher.__qualname__}.py_func is the function for the interpreter"
        return _with_frames(OverflowError(f"{reason}; {what} ({way})"), frames)
    return None


def complain(source: Source, line: int, what: str, dispatcher: Dispatcher) -> None:
    """Warns, at a line of a function's source, that the interpreter is left to run a jitted function."""
    text = f"{dispatcher.__qualname__} {what}; the interpreter runs it from now on for such arguments"
    warnings.warn_explicit(text, RuntimeWarning, source.filename, line)


def _with_frames(error: BaseException, frames: list[Leaving]) -> BaseException:
    """The exception with a traceback that has a frame for each jitted function it came through."""
    inner, *outer = frames
    shown = [inner, *(frame for frame in outer if not isinstance(frame.payload, Join))]
    sites = [(frame.spec.source, frame.payload.position) for frame in shown if not _is_ours(frame.spec.source)]
    return error.with_traceback(traceback(error.__traceback__, sites))


def _is_ours(source: Source) -> bool:
    """Whether a function is one that the compiler has written in Python."""
    return str(source.function.__module__).startswith(PACKAGE)
