"""Real kernels, grouped by subject: the tests run them small, against CPython, and the benchmarks large."""

from . import accumulators, bytes_, dynamic, hashing, numeric, recursion, simulation, sorting, stencils
from .registry import KERNELS, Kernel

__all__ = [
    "KERNELS", "Kernel", "accumulators", "bytes_", "dynamic", "hashing", "numeric", "recursion", "simulation",
    "sorting", "stencils",
]  # fmt: skip
