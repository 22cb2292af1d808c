"""`load`: code and a signature in, a callable out."""

from __future__ import annotations

import sys

from ..errors import MissingFeatureError
from ..machine import link
from ..machine.signature import parse
from .runtime import runtime
from .source import code_from
from .thunk import thunk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..machine import Code
    from ..machine.signature import Signature
    from .nativetype import Function


def load(
    code: Any,
    signature: str | Signature,
    *,
    name: str | None = None,
    doc: str | None = None,
    nogil: bool = False,
    entry: str | None = None,
) -> Function:
    """Machine code as a Python function.

    `code` is a `Code`, a bytes-like object, hex text, a listing with offsets, or a sequence of 16-bit words (source.py
    says more). `signature` is like "(x: int64, float64, pointer) -> float64". The code follows the System V calling
    convention. `name` and `doc` become the function's `__name__` and `__doc__`; `nogil` releases the GIL around each
    call; `entry` names the symbol to enter at, in place of the start.

    The code itself is trusted: what it does to the process is not checked. It must leave no exception set.

    Raises SignatureError, CodeTextError and TypeError for what cannot be understood, MissingFeatureError for
    instructions that this processor lacks, LinkError and ExecutableMemoryError, JitneyError in a sub-interpreter.
    """
    runtime()  # refuses a sub-interpreter, before ctypes does
    from .nativetype import make_function  # makes the type, for which it needs executable memory

    parsed = parse(signature)
    for what, text in (("name", name), ("doc", doc), ("entry", entry)):
        if text is not None and not isinstance(text, str):
            raise TypeError(f"{what} is a str or None, not {type(text).__name__}")
    relocatable = code_from(code)
    if relocatable.features:
        from ..x86 import cpu

        if missing := cpu.missing(relocatable.features):
            raise MissingFeatureError(
                f"this processor lacks {', '.join(missing)}, which the code needs: {_first_user(relocatable, missing)}"
            )
    image = link(relocatable)
    address = image.address
    if entry is not None:
        address = image.symbols.get(entry, 0)
        if not 0 <= address - image.address < image.size:
            raise ValueError(f"entry: the code has no symbol {entry!r} in its text")
    head = thunk(parsed, bool(nogil))
    held = (parsed.names, parsed, relocatable, image, image.block, head, head.block)
    function = make_function(head.address, address, held)
    function.__name__ = function.__qualname__ = name or entry or "f"
    function.__doc__ = doc
    function.__module__ = sys._getframe(1).f_globals.get("__name__", "jitney")
    return function


def _first_user(code: Code, features: list[str]) -> str:
    """The first instruction that needs one of the features, and where it is."""
    for name, section in code.sections.items():
        for offset, _, record in section.instructions:
            form = getattr(record, "form", None)
            if form is not None and form.features & set(features):
                return f"{record} at {name}+{code.layout().sections[name].final(offset):#x}"
    return "one of its instructions"
