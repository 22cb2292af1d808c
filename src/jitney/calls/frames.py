"""Frames for tracebacks through compiled code.

A jitted function has no frame of Python's. When an exception comes out of one, a code object is made that has the
function's name, file and globals, and raises at the position of the operation: its frame goes into the traceback.
"""

from __future__ import annotations

import _ast as ast  # what `ast` itself takes the classes from, at a fraction of the time
import functools
from types import TracebackType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import CodeType
    from typing import Any, Protocol

    Position = tuple[int, int, int, int]

    class Source(Protocol):
        """What is needed of a function: frontend.source.Source has it."""

        filename: str
        name: str
        qualname: str
        function: Any


class _Here(Exception):
    pass


def traceback(inner: TracebackType | None, frames: Sequence[tuple[Source, Position]]) -> TracebackType | None:
    """A traceback for these functions and positions, innermost first, on top of `inner`."""
    found = inner
    for source, position in frames:
        frame = _frame(source, position)
        found = TracebackType(found, frame, frame.f_lasti, position[0])
    return found


def _frame(source: Source, position: Position) -> Any:
    code = _code(source.filename, source.name, source.qualname, position)
    try:
        exec(code, source.function.__globals__, {".here": _Here})
    except _Here as here:
        assert here.__traceback__ is not None and here.__traceback__.tb_next is not None
        return here.__traceback__.tb_next.tb_frame
    raise AssertionError


@functools.lru_cache(256)
def _code(filename: str, name: str, qualname: str, position: Position) -> CodeType:
    """Code that raises at that position."""
    line, column, end_line, end_column = position
    where = {"lineno": line, "col_offset": column, "end_lineno": end_line, "end_col_offset": end_column}
    raising = ast.Raise(ast.Name(".here", ast.Load(), **where), None, **where)
    code = compile(ast.Module([raising], []), filename, "exec")
    changes: dict[str, Any] = {"co_name": name}
    if hasattr(code, "co_qualname"):
        changes["co_qualname"] = qualname
    return code.replace(**changes)
