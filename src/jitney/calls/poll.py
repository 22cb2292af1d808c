"""The word that loops poll: not 0 when Python wants something, a signal's handler run or the GIL for another thread.

CPython keeps such a word for its own loop, `eval_breaker`. It is not public, so a table says where each version has it,
and that is checked once by making Python want something. Where it is unknown, compiled code polls a word that is always
1: `pause` then looks at the clock every time, which is right but slow.

A call that has released the GIL must not take it because of the other threads. There the main thread polls the word for
signals alone, and the others a word that is always 0.

Sources: Include/internal/pycore_interp.h, pycore_ceval_state.h, pycore_runtime.h; from 3.13 on cpython/pystate.h.
"""

from __future__ import annotations

import ctypes
import sys
from _thread import get_ident

from ..machine import link
from ..records import NamedTuple
from .cpython import current_thread_state, object_function
from .layout import layout

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


class Poll(NamedTuple):
    """Where the word is: at `word`; if `per_thread`, so many bytes into the PyThreadState of the thread.

    Where `main_thread` isn't 0, the word concerns the main thread alone, whose pthread_t is at that address.
    """

    word: int
    per_thread: bool = False
    main_thread: int = 0


class _Place(NamedTuple):
    per_thread: bool
    eval_breaker: int  # in PyThreadState or PyInterpreterState
    signals_pending: int  # in _PyRuntime; 0: there is none, and eval_breaker does without the GIL too
    main_thread: int  # in _PyRuntime


_PLACES = {
    (3, 10): _Place(False, 68, 344, 72),
    (3, 11): _Place(False, 100, 352, 80),
    (3, 12): _Place(False, 368, 2008, 64),
    (3, 13): _Place(True, 24, 0, 0),
}

_words = (ctypes.c_uint32 * 2)(0, 1)
object_function("Py_IncRef")(_words)
NEVER = Poll(ctypes.addressof(_words))
ALWAYS = Poll(ctypes.addressof(_words) + 4)

_checked: dict[str, bool] = {}


def poll(nogil: bool = False) -> Poll:
    """Where the word is for calls that hold the GIL, or with `nogil`, have released it."""
    place = _place()
    if place is None:
        return ALWAYS
    if place.per_thread:
        return Poll(place.eval_breaker, True)
    if not nogil:
        return Poll(_interpreter() + place.eval_breaker)
    runtime = _runtime()
    ident = ctypes.c_uint64.from_address(runtime + place.main_thread).value
    import threading

    if ident != threading.main_thread().ident:
        return ALWAYS
    return Poll(runtime + place.signals_pending, False, runtime + place.main_thread)


def poll_address(nogil: bool = False) -> int:
    """The address of the word for a call that the running thread is about to make."""
    found = poll(nogil)
    if found.per_thread:
        return _thread_state() + found.word
    if found.main_thread and ctypes.c_uint64.from_address(found.main_thread).value != get_ident():
        return NEVER.word
    return found.word


def _place() -> _Place | None:
    """The running version's row of the table, if it holds."""
    place = _PLACES.get(sys.version_info[:2])
    if place is None or layout() is None:
        return None
    good = _checked.get("eval_breaker")
    if good is None:
        word = (_thread_state() if place.per_thread else _interpreter()) + place.eval_breaker
        good = _checked["eval_breaker"] = any(_answers(word) for _ in range(3))  # other threads may interfere
    return place if good else None


def _interpreter() -> int:
    return _pointer("PyInterpreterState_Main")


def _thread_state() -> int:
    return _pointer(current_thread_state())


def _pointer(function: str) -> int:
    return int(ctypes.PYFUNCTYPE(ctypes.c_void_p)((function, ctypes.pythonapi))())


def _runtime() -> int:
    return ctypes.addressof(ctypes.c_char.in_dll(ctypes.pythonapi, "_PyRuntime"))


def _in_main_thread() -> bool:
    threading = sys.modules.get("threading")  # where it wasn't imported yet, it would take this thread for the main one
    return threading is None or threading.current_thread() is threading.main_thread()


class _Interruption(Exception):
    pass


def _answers(word: int) -> bool:
    """Whether the low byte at `word` is 0, becomes 1 when something is pending, and 0 when Python has dealt with it."""
    seen = (ctypes.c_uint8 * 2)(1, 0)
    probe = _probe()
    try:
        # Only the main thread makes pending calls. Elsewhere an exception raised in this very thread must do.
        probe(word, seen, 0 if _in_main_thread() else get_ident(), id(_Interruption))
        for _ in range(1000):
            pass
    except _Interruption:
        pass
    now = ctypes.c_uint8.from_address(word).value
    return (seen[0], seen[1] != 0, now) == (0, True, 0)


def _probe() -> Callable[..., object]:
    """void probe(uint8 *word, uint8 seen[2], uint64 thread, PyObject *exception): `word` before and after there is
    something pending: a call that does nothing, or where `thread` isn't 0, the exception in that thread."""
    from ..x86 import Assembler, byte, dl, eax, esi, ptr, rbp, rbx, rcx, rdi, rdx, rip, rsi, rsp

    a = Assembler()
    nothing, call, done = a.label(), a.label(), a.label()
    a.push(rbx)
    a.push(rbp)
    a.sub(rsp, 8)
    a.mov(rbx, rdi)
    a.mov(rbp, rsi)
    a.mov(rdi, rdx)
    a.mov(dl, byte[rbx])
    a.mov(byte[rbp], dl)
    a.test(rdi, rdi)
    a.je(call)
    a.mov(rsi, rcx)
    a.call(a.extern("PyThreadState_SetAsyncExc"))
    a.jmp(done)
    a.bind(call)
    a.lea(rdi, ptr[rip + nothing])
    a.xor(esi, esi)
    a.call(a.extern("Py_AddPendingCall"))
    a.bind(done)
    a.mov(dl, byte[rbx])
    a.mov(byte[rbp + 1], dl)
    a.add(rsp, 8)
    a.pop(rbp)
    a.pop(rbx)
    a.ret()
    a.bind(nothing)
    a.xor(eax, eax)
    a.ret()
    image = link(a.code())
    object_function("Py_IncRef")(image)  # the pending call may come late
    number, pointer = ctypes.c_uint64, ctypes.c_void_p
    return ctypes.PYFUNCTYPE(None, number, pointer, number, number)(image.address)
