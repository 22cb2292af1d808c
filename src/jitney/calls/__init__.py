"""Machine code and Python objects: `load` makes machine code callable from Python, `callback` the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .callback import Callback, callback
    from .load import load
    from .nativetype import Function
    from .signature import Signature
    from .source import CodeTextError

_HOMES = {
    "Callback": "callback",
    "CodeTextError": "source",
    "Function": "nativetype",
    "Signature": "signature",
    "callback": "callback",
    "load": "load",
}

__all__ = ["Callback", "CodeTextError", "Function", "Signature", "callback", "load"]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f".{home}", __name__), name)
    globals()[name] = value  # over a module of the same name, too
    return value
