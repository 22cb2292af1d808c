"""Machine code and Python objects: `load` makes machine code callable from Python, `callback` the other way round."""

from __future__ import annotations

from .callback import Callback, callback
from .load import load
from .nativetype import Function
from .signature import Signature

__all__ = ["Callback", "Function", "Signature", "callback", "load"]
