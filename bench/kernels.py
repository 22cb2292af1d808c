"""Real kernels, those of the tests on larger inputs, against Numba: how long compiling takes, and how long running."""

from __future__ import annotations

import copy
import math
import time
import warnings
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import jitney

from .measure import Row, at_least, compare_times, in_turns, installed

ROUNDS = 5
DISAGREES = "Numba: another answer"
REFUSES = "Numba: does not compile it"


def against_numba() -> Iterator[Row]:
    """For each kernel the time to the first result of a small input, and the time of a large one, without copying it.

    Where Numba refuses, or answers otherwise than Python (ints that wrap), the kernel is listed with our time alone.
    """
    numba = installed("numba")
    warnings.simplefilter("ignore")
    kernels = [kernel for kernel in import_module("tests.kernels").KERNELS if kernel.large]
    for kernel in kernels[:2]:  # both compilers warm
        for jit in (jitney.jit, numba.njit):
            _first_call(kernel, jit)
    compile_ratios: list[float] = []
    run_ratios: list[float] = []
    for kernel in kernels:
        expected = _answer(kernel.function, kernel)
        ours, our_first, answer = _first_call(kernel, jitney.jit)
        if ours is None or not _agree(answer, expected):
            yield Row(f"{kernel.name}: NOT COMPILED" if ours is None else f"{kernel.name}: WRONG", 0.0, "ms")
            continue
        theirs, their_first, answer = _first_call(kernel, numba.njit)
        inputs = kernel.make_inputs(kernel.large)
        if theirs is None or not _agree(answer, expected):
            (our_time,) = in_turns(ROUNDS, _timer(ours, inputs))
            yield Row(kernel.name, our_time, "ms", REFUSES if theirs is None else DISAGREES)
            continue
        our_time, their_time = in_turns(ROUNDS, _timer(ours, inputs), _timer(theirs, inputs))
        yield compare_times(f"{kernel.name}, first call", "ms", our_first, "Numba", their_first, None)
        yield compare_times(kernel.name, "ms", our_time, "Numba", their_time, None)
        compile_ratios.append(their_first / our_first)
        run_ratios.append(their_time / our_time)
    if run_ratios:
        yield _mean("first call", compile_ratios, 10)
        yield _mean("run", run_ratios, 0.5)


def _mean(what: str, ratios: list[float], floor: float) -> Row:
    mean = math.exp(sum(map(math.log, ratios)) / len(ratios))
    what = f"{what}: geometric mean of {len(ratios)} kernels"
    return Row(what, 1.0, "", "Numba", mean, mean, at_least(floor, f"at least {floor}x as fast"))


def _first_call(kernel: Any, jit: Callable[..., Any]) -> tuple[Any, float, Any]:
    """The compiled function, the milliseconds to its first result, and what that was; None if it cannot be compiled."""
    function = kernel.compiled(jit)
    arguments = kernel.make_inputs(kernel.small)
    start = time.perf_counter()
    try:
        result = function(*arguments)
    except Exception:
        return None, 0.0, None
    return function, 1000 * (time.perf_counter() - start), (result, arguments)


def _answer(function: Callable[..., Any], kernel: Any) -> Any:
    arguments = kernel.make_inputs(kernel.small)
    return function(*arguments), arguments


def _agree(a: Any, b: Any) -> bool:
    """Whether two answers are as good as equal: compilers may round floats otherwise than Python, and name types so."""
    if isinstance(a, tuple) and isinstance(b, tuple):
        return len(a) == len(b) and all(map(_agree, a, b))
    if hasattr(a, "shape") and a.shape:
        import numpy

        return bool(numpy.allclose(a, b, rtol=1e-6, equal_nan=True))
    if isinstance(a, float):
        return (a != a and b != b) or math.isclose(a, b, rel_tol=1e-6)
    return bool(a == b)


def _timer(function: Callable[..., Any], inputs: tuple[Any, ...]) -> Callable[[], float]:
    """A sample for `in_turns`: the milliseconds of a call with fresh copies of the inputs."""

    def sample() -> float:
        arguments = copy.deepcopy(inputs)
        start = time.perf_counter()
        function(*arguments)
        return 1000 * (time.perf_counter() - start)

    return sample
