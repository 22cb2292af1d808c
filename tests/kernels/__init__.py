"""Real kernels, grouped by subject: the tests run them small, against CPython, and the benchmarks large."""

from . import (
    accumulators,
    bytes_,
    dynamic,
    hashing,
    images,
    numeric,
    polybench,
    recursion,
    scimark,
    simulation,
    sorting,
    stencils,
)  # fmt: skip
from .registry import KERNELS, Kernel

__all__ = [
    "KERNELS", "Kernel", "accumulators", "bytes_", "dynamic", "hashing", "images", "numeric", "polybench",
    "recursion", "scimark", "simulation", "sorting", "stencils",
]  # fmt: skip
