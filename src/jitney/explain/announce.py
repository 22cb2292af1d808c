"""Tells profilers and debuggers of compiled functions, where environment variables ask for it.

JITNEY_PERF=1          a line for each function in /tmp/perf-PID.map
JITNEY_PERF=jitdump    jit-PID.dump in the current directory, with lines and code, for `perf inject --jit`
JITNEY_GDB=1           symbols, lines of Python and unwind information for gdb
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..calls import permanent
from ..machine.sections import TEXT
from .loaded import Loaded

if TYPE_CHECKING:
    from ..frontend.session import Specialisation


def wanted() -> bool:
    """Whether anyone is to be told."""
    return bool(_setting("JITNEY_PERF") or _setting("JITNEY_GDB"))


def announce(spec: Specialisation) -> None:
    """Tells of a specialisation that has been linked. A function's name has its types behind it."""
    code = spec.compiled.code
    final = code.layout().sections[TEXT].final
    first = spec.source.node.lineno
    lines = [(0, first), *((final(offset), line) for offset, line in code.sections[TEXT].lines)]
    _tell(Loaded(_name(spec), spec.source.filename, first, spec.compiled.image, lines))


def announce_entry(spec: Specialisation) -> None:
    """Tells of the code by which Python comes to a specialisation."""
    if spec.entry is not None:
        first = spec.source.node.lineno
        _tell(Loaded(f"entry of {_name(spec)}", spec.source.filename, first, spec.entry.image, [(0, first)]))


def _name(spec: Specialisation) -> str:
    return f"{spec.title}({', '.join(type.name for type in spec.types)})"


_permanent: set[str] = set()
"""The kinds of permanent code that have been told of: unwinders come through it on the way to callers."""


def _tell(loaded: Loaded) -> None:
    for kind in permanent.images.keys() - _permanent:
        _permanent.add(kind)
        _tell(Loaded(f"routines for {kind}", "", 0, permanent.images[kind], ()))
    perf, gdb = _setting("JITNEY_PERF"), _setting("JITNEY_GDB")
    if perf == "jitdump":
        from .perf import dump

        dump(loaded)
    elif perf:
        from .perf import map_symbol

        map_symbol(loaded)
    if gdb:
        from .gdb import register

        register(loaded)


def _setting(name: str) -> str:
    value = os.environ.get(name, "")
    return "" if value == "0" else value
