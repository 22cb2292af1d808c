"""Machine code and Python objects: `load` makes machine code callable from Python, `callback` the other way round."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..machine.signature import Signature
    from .callbacks import Callback, callback
    from .loading import load
    from .nativetype import Function

_HOMES = {
    "Callback": "callbacks",
    "Function": "nativetype",
    "Signature": ".machine.signature",
    "callback": "callbacks",
    "load": "loading",
}

__all__ = ["Callback", "Function", "Signature", "callback", "load"]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(f".{home}", __name__), name)
    return value
