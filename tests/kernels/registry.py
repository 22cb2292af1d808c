"""What a kernel is, and how one is compiled; the files beside this one register theirs with `@kernel`."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from types import FunctionType
from typing import Any

try:
    import numpy as np
except ImportError:
    np = None  # type: ignore[assignment]

Function = Callable[..., Any]
Arguments = tuple[Any, ...]


@dataclass(frozen=True)
class Kernel:
    """A plain function, its inputs, and the helper functions that it calls.

    `make_inputs(size)` gives the same arguments each time. CPython takes milliseconds for the size `small`; compiled
    code takes some ten milliseconds for `large`, which is 0 for what is no benchmark.
    """

    name: str
    function: FunctionType
    make_inputs: Callable[[int], Arguments]
    small: int
    large: int
    helpers: tuple[FunctionType, ...] = ()

    def compiled(self, jit: Callable[[FunctionType], Function]) -> Function:
        """The function made anew by `jit`, in globals of its own where itself and its helpers are compiled too."""
        namespace = dict(self.function.__globals__)
        for function in (*self.helpers, self.function):
            copy = FunctionType(function.__code__, namespace, function.__name__, function.__defaults__)
            namespace[function.__name__] = jit(copy)
        compiled: Function = namespace[self.function.__name__]
        return compiled


KERNELS: list[Kernel] = []
"""All kernels that can run here: without NumPy, those that need none."""


def kernel(
    make_inputs: Callable[[int], Arguments],
    *,
    small: int,
    large: int,
    helpers: tuple[Function, ...] = (),
    numpy: bool = True,
    name: str = "",
) -> Callable[[Any], Any]:
    """Register the decorated function, which stays as it is. `numpy`: whether it, or its inputs, need NumPy."""

    def register(function: Any) -> Any:
        if np is not None or not numpy:
            functions: Any = helpers
            title = name or function.__name__
            KERNELS.append(Kernel(title, function, make_inputs, small, large, functions))
        return function

    return register


def generator(size: int) -> Any:
    """NumPy's random numbers, the same for the same size."""
    return np.random.default_rng(size)


def floats(size: int, *more: int, low: float = -1.0, high: float = 1.0) -> Any:
    """An array of random float64, of the shape given."""
    return generator(size).uniform(low, high, (size, *more))


def ints(size: int, *more: int, low: int = 0, high: int = 1000, dtype: str = "int64") -> Any:
    """An array of random integers below `high`, of the shape given."""
    return generator(size).integers(low, high, (size, *more), dtype)


def random_bytes(size: int, below: int = 256) -> bytes:
    generator = random.Random(size)
    return generator.randbytes(size) if below == 256 else bytes(generator.choices(range(below), k=size))
