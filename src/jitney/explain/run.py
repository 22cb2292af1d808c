"""Running a program in a process of its own, and learning how it ended.

The child is forked when all is in its place, so that both know every address. If it is stopped by a signal, its handler
(calls/start.py) tells us all registers and waits; we look at its memory, and let it go on to its end.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from collections.abc import Callable
from typing import NamedTuple

from ..calls.start import REPORT_SIZE, Returned, Starter
from .process import Process

SIGNALS = [
    signal.SIGSEGV, signal.SIGBUS, signal.SIGILL, signal.SIGFPE, signal.SIGTRAP, signal.SIGSYS, signal.SIGABRT,
    signal.SIGINT, signal.SIGALRM,
]  # fmt: skip
FINISHED = b"returned"
FAILED = b"failed: "


Look = Callable[[bytes, Process], str]


class Call(NamedTuple):
    """A function to be called: its address and what goes into its registers and onto the stack."""

    address: int
    integers: list[int]
    floats: list[int]
    more: list[int]


class Start(NamedTuple):
    """A place where a process begins, and its arguments."""

    address: int
    arguments: list[bytes]


class Ended(NamedTuple):
    """How a program ended: `status` as os.waitpid gives it, what a call returned, or what `look` made of a crash.
    `late`: after it had run for too long."""

    status: int
    returned: Returned | None
    crash: str | None
    late: bool


class Runner:
    """What is made ready for one run, before the program gets its place in memory: what the program writes behind its
    data then hits nothing of ours."""

    def __init__(self) -> None:
        (self.report_in, self.report_out), (self.answer_in, self.answer_out) = os.pipe(), os.pipe()
        self.starter = Starter(self.report_out, self.answer_in)

    def run(self, what: Call | Start, look: Look, timeout: float | None = None, end: int | None = None) -> Ended:
        """Run it. `look` is given a crash's report and the process while it still exists. `timeout` is in seconds,
        `end` the address where the data of the program end.

        Raises OSError.
        """
        sys.stdout.flush()
        sys.stderr.flush()
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is the child's
        try:
            child = os.fork()
            if child == 0:
                try:
                    os.close(self.report_in)
                    os.close(self.answer_out)
                    if end is not None:
                        self.starter.guard(end)
                    _be_child(self.starter, what, self.report_out)
                finally:
                    os._exit(127)
            os.close(self.report_out)
            os.close(self.answer_in)
            return _watch(child, self.report_in, self.answer_out, look, timeout)
        finally:
            signal.signal(signal.SIGINT, before)
            os.close(self.report_in)
            os.close(self.answer_out)


def _be_child(starter: Starter, what: Call | Start, report: int) -> None:
    """Run the program, in the child."""
    import ctypes

    try:
        starter.install(SIGNALS)
    except OSError as error:
        os.write(report, FAILED + str(error).encode())
        return
    if isinstance(what, Start):
        starter.begin(what.address, what.arguments)
        return
    result = starter.call(*what)
    ctypes.CDLL(None).fflush(None)  # what the program printed with the C library
    os.write(report, FINISHED + result)
    os._exit(0)


def _watch(child: int, report: int, answer: int, look: Look, timeout: float | None) -> Ended:
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
            crash = look(data, Process(child))
        finally:
            os.write(answer, b"\0")
    return Ended(os.waitpid(child, 0)[1], returned, crash, late)


def _read(child: int, report: int, timeout: float | None) -> tuple[bytes, bool]:
    """What the child reports, nothing if it just ends; and whether it had to be stopped."""
    poll = select.poll()
    poll.register(report, select.POLLIN)
    handle = os.pidfd_open(child) if hasattr(os, "pidfd_open") else None  # it may leave children that keep the pipe
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
            late, end = True, time.monotonic() + 2  # to answer
    finally:
        if handle is not None:
            os.close(handle)
