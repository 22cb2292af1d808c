"""Well-known programs, those of tests/kernels on larger inputs: beside Numba, Numba with bounds checks, and gcc -O3.

All run in one process, warm, in turns, on the same memory, which is filled anew before each call; the best of some
rounds counts. Times are the thread's on the processor, so that other programs on the machine count less; nothing here
runs in more than one thread. Nobody's answer is taken on trust:

- Jitney's on the small input has to be CPython's, to the last bit.
- Numba's on the small input, and everyone's on the large one, has to agree with it: ints exactly, floats to 1e-9 of the
  largest number about. Where Jitney and a peer disagree on the large input, CPython computes it too, and decides.
- gcc fuses products and sums at these flags, and a chaotic system then goes elsewhere; so it is a second build, with
  -ffp-contract=off, whose answers are compared.

First calls are timed from a new function to the second result of the small input, as a second call may compile what the
first one left for later; the better of two; no cache is used.
"""

from __future__ import annotations

import array
import math
import re
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import jitney

from . import native
from .measure import Row, Skipped, at_least, at_most, geometric_mean, in_turns, installed

JITNEY, NUMBA, CHECKED, GCC = "Jitney", "Numba", "Numba, boundscheck", "gcc -O3"
PEERS = (NUMBA, CHECKED, GCC)
CLOSE = 1e-9
SLOW = 1.3
"""A ratio above this asks for a reason."""


@dataclass
class Measured:
    """What was found for one kernel: milliseconds of running and of first calls, by contestant, and what went wrong."""

    name: str
    family: str
    run: dict[str, float] = field(default_factory=dict)
    first: dict[str, float] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    def ratio(self, peer: str) -> float | None:
        """Jitney's time to the peer's; None where one of them has no right answer."""
        if JITNEY in self.run and peer in self.run:
            return self.run[JITNEY] / self.run[peer]
        return None

    def compile_ratio(self) -> float | None:
        if self.ratio(NUMBA) is None:
            return None
        return self.first[JITNEY] / self.first[NUMBA]


@dataclass(frozen=True)
class Effort:
    """How often each thing is done."""

    rounds: int = 7
    first_calls: int = 2


QUICK = Effort(rounds=3, first_calls=1)


def choose(words: list[str]) -> list[Any]:
    """The kernels whose family or name contains one of the words; all for no words."""
    kernels = [kernel for kernel in import_module("tests.kernels").KERNELS if kernel.large]
    return [k for k in kernels if not words or any(word in f"{family_of(k)}.{k.name}" for word in words)]


def family_of(kernel: Any) -> str:
    """The file that the kernel is in."""
    family: str = kernel.function.__module__.rpartition(".")[2]
    return family


def against_peers(kernels: list[Any], effort: Effort, done: list[Measured]) -> Iterator[Row | str]:
    """A line for each kernel, and rows for all of them together. What was measured is added to `done`."""
    numba = installed("numba")
    warnings.simplefilter("ignore")
    compilers = {JITNEY: jitney.jit, NUMBA: numba.njit, CHECKED: partial(numba.njit, boundscheck=True)}
    for compiler in compilers.values():  # warm
        for kernel in import_module("tests.kernels").KERNELS[:2]:
            _first_call(kernel, compiler)
    yield LINE.format("kernel", "ms", "Numba", "checked", "gcc", "first", "Numba", "").rstrip()
    with tempfile.TemporaryDirectory() as folder:
        libraries: dict[str, native.Library] | None = {}
        missing: Skipped | None = None
        try:
            native.compiler_version()
        except Skipped as reason:
            libraries, missing = None, reason
            yield f"{GCC}: SKIPPED, {reason}"
        for kernel in kernels:
            library = None
            if libraries is not None:
                family = family_of(kernel)
                if family not in libraries:
                    libraries[family] = native.build(family, Path(folder))
                library = libraries[family]
            measured = _measure(kernel, compilers, library, effort)
            done.append(measured)
            yield _line(measured)
    yield from summary(done)
    if missing:  # said again at the end, and counted
        raise missing


def summary(done: list[Measured]) -> Iterator[Row]:
    """The figures that count, with their floors."""
    for peer, floor in ((NUMBA, 1.0), (CHECKED, 0.8), (GCC, 1.25)):
        ratios = [ratio for measured in done if (ratio := measured.ratio(peer)) is not None]
        if not ratios:
            continue
        mean = geometric_mean(ratios)
        what = f"time, geometric mean of {len(ratios)} kernels"
        yield Row(what, mean, "", peer, 1.0, mean, at_most(floor, f"at most {floor} times"))
        if peer != NUMBA:
            continue
        worst, name = max((measured.ratio(peer) or 0.0, measured.name) for measured in done)
        yield Row(f"time, worst: {name}", worst, "", peer, 1.0, worst, at_most(2.5, "at most 2.5 times"))
        slow = sum(ratio > SLOW for ratio in ratios)
        yield Row(f"kernels above {SLOW} times", slow, f"of {len(ratios)}", peer, None, None, None)
        share = sum(ratio < 1 for ratio in ratios) / len(ratios)
        yield Row("kernels where Jitney is faster", 100 * share, "%", peer, None, share, at_least(0.5, "at least half"))
    compiling = [ratio for measured in done if (ratio := measured.compile_ratio()) is not None]
    if compiling:
        mean = geometric_mean(compiling)
        what = f"first two calls, geometric mean of {len(compiling)} kernels"
        yield Row(what, mean, "", NUMBA, 1.0, mean, at_most(0.1, "at most 1/10"))
    longest, name = max(((m.first[JITNEY], m.name) for m in done if JITNEY in m.first), default=(0.0, ""))
    yield Row(f"first two calls, longest: {name}", longest, "ms", "", None, None, at_most(150, "at most 150 ms"))
    wrong = sum(JITNEY in measured.problems for measured in done)
    yield Row("kernels without the right answer from Jitney", wrong, "", "", None, None, at_most(0, "none"))


LINE = "{:<34} {:>9} {:>8} {:>8} {:>8} {:>8} {:>8}  {}"


def _line(measured: Measured) -> str:
    def ratio(value: float | None) -> str:
        return "" if value is None else f"{value:.2f}x"

    problems = dict(measured.problems)
    if problems.get(CHECKED) == problems.get(NUMBA):
        problems.pop(CHECKED, None)
    remarks = [f"{who}: {problem}" for who, problem in problems.items()] + measured.remarks
    return LINE.format(
        measured.name,
        f"{measured.run[JITNEY]:.2f}" if JITNEY in measured.run else "",
        *(ratio(measured.ratio(peer)) for peer in PEERS),
        f"{measured.first[JITNEY]:.1f}" if JITNEY in measured.first else "",
        ratio(measured.compile_ratio()),
        "; ".join(remarks),
    ).rstrip()


# --- one kernel ---------------------------------------------------------------------------------------------------


def _measure(kernel: Any, compilers: dict[str, Any], library: native.Library | None, effort: Effort) -> Measured:
    measured = Measured(kernel.name, family_of(kernel))
    functions = _compiled(kernel, compilers, effort, measured)
    if JITNEY not in functions:
        return measured
    memory = Memory(kernel.make_inputs(kernel.large))
    answers = _answers(functions, memory, measured)
    if JITNEY not in answers:
        return measured
    calls: dict[str, Callable[[], Any]] = {who: partial(functions[who], *memory.arguments) for who in answers}
    twin = _twin(kernel, library, memory, answers, measured)
    if twin:
        calls[GCC] = twin
    _judge(kernel, answers, measured)
    if JITNEY in measured.problems:
        return measured
    for who in measured.problems:
        calls.pop(who, None)
    samples = (_timer(call, memory) for call in calls.values())
    measured.run = dict(zip(calls, in_turns(effort.rounds, *samples, summary=min), strict=True))
    measured.remarks += _remarks(functions[JITNEY], library, kernel)
    return measured


def _remarks(function: Any, library: native.Library | None, kernel: Any) -> Iterator[str]:
    """Facts that may explain a ratio: vector loops on one side only, calls in the machine code, bail-outs."""
    listing = function.inspect_asm()
    twin = library.timed.get(native.twin_name(kernel.name)) if library else None
    if twin and twin.vector_bytes and not re.search(r"\b[yz]mm\d", listing):
        yield f"gcc has vector loops ({twin.vector_bytes} bytes), Jitney none"
    called = set(re.findall(r"mov \w+, 0x[0-9a-f]+ +; (\w+)\n.*call r", listing)) | set(
        re.findall(r"call (\w+)#", listing)
    )
    if called - {kernel.name}:
        yield f"Jitney calls {', '.join(sorted(called - {kernel.name}))}"
    stats = function.stats()
    if stats.bailed or stats.interpreted:
        yield f"Jitney left {stats.bailed + stats.interpreted} calls to the interpreter"


def _compiled(kernel: Any, compilers: dict[str, Any], effort: Effort, measured: Measured) -> dict[str, Any]:
    """The functions that answer as CPython does on the small input, by who compiled them."""
    inputs = kernel.make_inputs(kernel.small)
    expected = kernel.function(*inputs), inputs
    functions: dict[str, Any] = {}
    for who, compiler in compilers.items():
        try:
            tries = [_first_call(kernel, compiler) for _ in range(effort.first_calls)]
        except Exception as error:
            measured.problems[who] = f"refuses it: {_short(error)}"
            continue
        measured.first[who] = min(milliseconds for _, milliseconds, _ in tries)
        if all(agree(answer, expected, 0.0 if who == JITNEY else CLOSE) for _, _, answer in tries):
            functions[who] = tries[-1][0]
        else:
            measured.problems[who] = "another answer"
    return functions


def _answers(functions: dict[str, Any], memory: Memory, measured: Measured) -> dict[str, Any]:
    """What each function makes of the large input: the result, and the arguments after it."""
    answers = {}
    for who, function in functions.items():
        memory.fill()
        try:
            answers[who] = _kept((function(*memory.arguments), memory.arguments))
        except Exception as error:
            measured.problems[who] = f"raises on the large input: {_short(error)}"
    return answers


def _twin(
    kernel: Any, library: native.Library | None, memory: Memory, answers: dict[str, Any], measured: Measured
) -> native.Call | None:
    """The C twin on the large input, and what its exact build makes of it as one more of the answers."""
    name = native.twin_name(kernel.name)
    if library is None or name not in library.timed:
        if library is not None:
            measured.problems[GCC] = "no twin"
        return None
    like = answers[JITNEY][0]
    try:
        timed, exact = (native.Call(build[name], memory.arguments, like) for build in (library.timed, library.exact))
    except native.TwinError as error:
        measured.problems[GCC] = str(error)
        return None
    memory.fill()
    answers[GCC] = _kept((exact.value(exact()), memory.arguments))
    return timed


def _short(error: Exception) -> str:
    """An exception in some words, without what Numba says first of every one."""
    words = " ".join(str(error).split()).removeprefix("Failed in nopython mode pipeline (step: nopython frontend) ")
    return words if len(words) < 60 else f"{words[:60]} ..."


def _first_call(kernel: Any, compiler: Callable[..., Any]) -> tuple[Any, float, Any]:
    """The compiled function, the milliseconds to its second result, and what the first was, with the arguments after
    it."""
    function = kernel.compiled(compiler)
    arguments, others = kernel.make_inputs(kernel.small), kernel.make_inputs(kernel.small)
    start = time.thread_time()
    result = function(*arguments)
    function(*others)
    return function, 1000 * (time.thread_time() - start), (result, arguments)


def _judge(kernel: Any, answers: dict[str, Any], measured: Measured) -> None:
    """Find whose answers on the large input are wrong: nobody's where all agree, else CPython decides."""
    if len(answers) > 1 and all(agree(answer, answers[JITNEY], CLOSE) for answer in answers.values()):
        return
    arguments = kernel.make_inputs(kernel.large)
    truth = kernel.function(*arguments), arguments
    for who, answer in answers.items():
        if not agree(answer, truth, 0.0 if who == JITNEY else CLOSE):
            measured.problems[who] = "another answer on the large input"


def _timer(call: Callable[[], Any], memory: Memory) -> Callable[[], float]:
    """A sample for `in_turns`: the milliseconds of a call, without what prepares it and cleans up after it."""

    def sample() -> float:
        memory.fill()
        start = time.thread_time()
        result = call()
        elapsed = time.thread_time() - start
        if isinstance(call, native.Call):
            call.release(result)
        return 1000 * elapsed

    return sample


class Memory:
    """Arguments for many calls: the same buffers each time, with the same contents at the start of each."""

    def __init__(self, inputs: tuple[Any, ...]) -> None:
        self.originals = inputs
        self.arguments = tuple(map(_copy, inputs))

    def fill(self) -> None:
        for argument, original in zip(self.arguments, self.originals, strict=True):
            if hasattr(argument, "shape") or isinstance(argument, bytearray | array.array):
                argument[... if hasattr(argument, "shape") else slice(None)] = original


def _copy(value: Any) -> Any:
    """A copy of an argument, strides included."""
    if not hasattr(value, "strides") or not value.shape:
        return value[:] if isinstance(value, bytearray | array.array) else value
    import numpy as np

    owner = value
    while isinstance(owner.base, np.ndarray):
        owner = owner.base
    offset = value.ctypes.data - owner.ctypes.data
    return np.ndarray(value.shape, value.dtype, owner.copy("K"), offset, value.strides)


def _kept(answer: Any) -> Any:
    """A copy of a result that may be, or hold, arrays which the next call writes to."""
    return tuple(map(_kept, answer)) if isinstance(answer, tuple) else _copy(answer)


def agree(a: Any, b: Any, tolerance: float) -> bool:
    """Whether two answers are equal; floats to `tolerance`, relative to the largest number of an array."""
    if isinstance(a, tuple) and isinstance(b, tuple):
        return len(a) == len(b) and all(agree(x, y, tolerance) for x, y in zip(a, b, strict=True))
    if hasattr(b, "shape") and b.shape:
        import numpy as np

        if not hasattr(a, "shape"):  # a twin gives the length of a part of an argument
            return bool(a == len(b))
        if a.dtype.kind != "f" or not tolerance:
            return bool(np.array_equal(a, b, equal_nan=a.dtype.kind == "f"))
        if a.shape != b.shape:
            return False
        tolerance *= 1e4 if a.dtype.itemsize == 4 else 1.0
        scale = float(np.nanmax(np.abs(b), initial=1.0, where=np.isfinite(b)))
        return bool(np.allclose(a, b, rtol=tolerance, atol=tolerance * scale, equal_nan=True))
    if isinstance(a, float) or getattr(getattr(a, "dtype", None), "kind", "") == "f":
        if a != a and b != b:
            return True
        tolerance *= 1e4 if "float32" in (type(a).__name__, type(b).__name__) else 1.0
        return math.isclose(a, b, rel_tol=tolerance, abs_tol=tolerance)
    return bool(a == b)
