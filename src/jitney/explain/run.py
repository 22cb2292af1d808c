"""Running a program in a process of its own, and learning how it ended.

The child is forked when all is in its place, so that both know every address. If it is stopped by a signal, its handler
(calls/start.py) tells us all registers and waits; we look at its memory, and let it go on to its end.

Who asks us to end means the program: such signals are passed on to it, and it is killed if we are.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..calls.start import REPORT_SIZE, Returned, Starter
from ..machine import Code, link_all
from ..machine.sections import BSS, DATA
from .crash import Paint, explain, plainly
from .process import Process
from .stopped import RUNWAY, Stopped

if TYPE_CHECKING:
    from ..machine.sections import Symbol
    from ..x86.text.program import Program

SIGNALS = [
    signal.SIGSEGV, signal.SIGBUS, signal.SIGILL, signal.SIGFPE, signal.SIGTRAP, signal.SIGSYS, signal.SIGABRT,
    signal.SIGINT, signal.SIGTERM, signal.SIGALRM,
]  # fmt: skip
PASSED_ON = (signal.SIGINT, signal.SIGTERM)
FROM_KERNEL = 0x80  # SI_KERNEL (sigaction(2))
READY = b"!"
FINISHED = b"returned"
FAILED = b"failed: "
TO_ANSWER = 5  # seconds


class Call(NamedTuple):
    """What goes into the registers of a function that is called, and onto the stack: words."""

    integers: Sequence[int] = ()
    floats: Sequence[int] = ()
    more: Sequence[int] = ()


class Start(NamedTuple):
    """The arguments of a process, for the place where it begins."""

    arguments: Sequence[bytes] = ()


class Ended(NamedTuple):
    """How a program ended: `status` as os.waitpid gives it, what a call returned, or the report on a crash. `late`:
    after it had run for too long."""

    status: int
    returned: Returned | None
    crash: str | None
    late: bool


def run_program(
    program: Program, entry: Symbol, what: Call | Start, timeout: float | None = None, paint: Paint = plainly
) -> Ended:
    """Run a program from a label on. `timeout` is in seconds, `paint` colours the report on a crash.

    Raises LinkError, ExecutableMemoryError, OSError.
    """
    (report_in, report_out), (answer_in, answer_out) = os.pipe(), os.pipe()
    # The starter has its place before the program: what that writes behind its data hits nothing of ours.
    starter = Starter(report_out, answer_in)
    image, _ = link_all([program.code, Code.from_bytes(b"\xcc" * RUNWAY, program.code.target)])
    address = image.address_of(entry)

    def look(report: bytes, child: int) -> str:
        way_back = 0 if isinstance(what, Start) else starter.way_back
        stopped = Stopped(report, Process(child), program, image, way_back)
        return explain(stopped, timeout if stopped.signal == signal.SIGALRM else None, paint)

    sys.stdout.flush()
    sys.stderr.flush()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, PASSED_ON)
    passing = None
    parent = os.getpid()
    try:
        child = os.fork()
        if child == 0:
            try:
                starter.tie(parent)
                os.close(report_in)
                os.close(answer_out)
                starter.guard([start + size for name, (start, size) in image.sections.items() if name in (DATA, BSS)])
                _be_child(starter, address, what, report_out, before)
            finally:
                os._exit(127)
        os.close(report_out)
        os.close(answer_in)
        passing = threading.Thread(target=_pass_on, args=(child,), daemon=True)
        passing.start()
        return _watch(child, report_in, answer_out, look, timeout, passing)
    finally:
        if passing is not None:
            _stop(passing)
            while signal.sigtimedwait(PASSED_ON, 0) is not None:  # what was sent to both, and came here last
                pass
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        os.close(report_in)
        os.close(answer_out)


def _pass_on(child: int) -> None:
    """Send the child what is sent to this process, until `_stop`. What a terminal sends, it sends to both."""
    while (sent := signal.sigwaitinfo(PASSED_ON)).si_pid != os.getpid():
        if sent.si_code != FROM_KERNEL:
            os.kill(child, sent.si_signo)


def _stop(passing: threading.Thread) -> None:
    while passing.is_alive():
        assert passing.ident is not None
        signal.pthread_kill(passing.ident, signal.SIGTERM)
        passing.join(0.1)


def _be_child(starter: Starter, address: int, what: Call | Start, report: int, mask: set[int | signal.Signals]) -> None:
    """Run the program, in the child. `mask` is that of its signals."""
    import ctypes

    try:
        starter.install(SIGNALS)
    except OSError as error:
        os.write(report, FAILED + str(error).encode())
        return
    os.write(report, READY)
    signal.pthread_sigmask(signal.SIG_SETMASK, mask)
    if isinstance(what, Start):
        starter.begin(address, what.arguments)
        return
    result = starter.call(address, *what)
    ctypes.CDLL(None).fflush(None)  # what the program printed with the C library
    os.write(report, FINISHED + result)
    os._exit(0)


def _watch(
    child: int,
    report: int,
    answer: int,
    look: Callable[[bytes, int], str],
    timeout: float | None,
    passing: threading.Thread,
) -> Ended:
    data, late = _read(child, report, timeout)
    crash = None
    returned = None
    if data.startswith(FINISHED):
        returned = Returned.read(data[len(FINISHED) :])
    elif data.startswith(FAILED):
        os.waitpid(child, 0)
        raise OSError(data[len(FAILED) :].decode())
    elif len(data) == REPORT_SIZE:
        try:
            crash = look(data, child)
        finally:
            os.write(answer, b"\0")
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
    _stop(passing)  # before the number of the child may be another's
    return Ended(os.waitpid(child, 0)[1], returned, crash, late)


def _read(child: int, report: int, timeout: float | None) -> tuple[bytes, bool]:
    """What the child reports, nothing if it just ends; and whether it had to be stopped. Its time begins with it."""
    first = os.read(report, len(READY))
    if first != READY:
        return first + os.read(report, 2 * REPORT_SIZE), False
    poll = select.poll()
    poll.register(report, select.POLLIN)
    handle = _handle(child)
    if handle is not None:
        poll.register(handle, select.POLLIN)
    late = False
    end = None if timeout is None else time.monotonic() + timeout
    try:
        while True:
            left = None if end is None else max(0, round(1000 * (end - time.monotonic())))
            ready = dict(poll.poll(left))
            if report in ready:
                return os.read(report, 2 * REPORT_SIZE), late
            if ready:
                return b"", late
            os.kill(child, signal.SIGKILL if late else signal.SIGALRM)
            late, end = True, time.monotonic() + TO_ANSWER
    finally:
        if handle is not None:
            os.close(handle)


def _handle(child: int) -> int | None:
    """What tells of the child's end: it may leave children of its own, which keep the pipe. None on old systems."""
    try:
        return os.pidfd_open(child)
    except (AttributeError, OSError):
        return None
