"""Jitney: machine code at run time, from Python.

    import jitney
    add = jitney.load("48 8d 04 37 c3", "(a: int64, b: int64) -> int64")
    add(2, 3)                                   # 5

`load` makes a Python function of machine code: bytes, hex text, a listing, 16-bit words, or a `Code` from the assembler
in `jitney.x86`. `callback` makes a C function pointer of a Python function. Everything is imported when first used.
"""

from __future__ import annotations

__version__ = "0.1.0"

TYPE_CHECKING = False  # as in typing, which alone would take most of the time of this import
if TYPE_CHECKING:
    from typing import Any

    from .calls import Callback, Function, Signature, callback, load
    from .calls.pool import get_num_threads, set_num_threads
    from .decorator import jit, njit
    from .errors import (
        AssemblyError,
        CodeFormatError,
        CodeTextError,
        ExecutableMemoryError,
        JitneyError,
        LinkError,
        MissingFeatureError,
        OperandError,
        SignatureError,
        UnsupportedError,
    )
    from .frontend.prange import prange
    from .machine import Code, Image, link, link_all
    from .machine.memory import memory_stats

_HOMES = {
    **dict.fromkeys(("Callback", "Function", "Signature", "callback", "load"), "calls"),
    **dict.fromkeys(("get_num_threads", "set_num_threads"), "calls.pool"),
    **dict.fromkeys(("jit", "njit"), "decorator"),
    "prange": "frontend.prange",
    **dict.fromkeys(("Code", "Image", "link", "link_all"), "machine"),
    "memory_stats": "machine.memory",
    **dict.fromkeys(
        (
            "AssemblyError", "CodeFormatError", "CodeTextError", "ExecutableMemoryError", "JitneyError", "LinkError",
            "MissingFeatureError", "OperandError", "SignatureError", "UnsupportedError",
        ),
        "errors",
    ),
}  # fmt: skip

__all__ = [
    "AssemblyError",
    "Callback",
    "Code",
    "CodeFormatError",
    "CodeTextError",
    "ExecutableMemoryError",
    "Function",
    "Image",
    "JitneyError",
    "LinkError",
    "MissingFeatureError",
    "OperandError",
    "Signature",
    "SignatureError",
    "UnsupportedError",
    "__version__",
    "callback",
    "get_num_threads",
    "jit",
    "link",
    "link_all",
    "load",
    "memory_stats",
    "njit",
    "prange",
    "set_num_threads",
]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(f".{home}", __name__), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
