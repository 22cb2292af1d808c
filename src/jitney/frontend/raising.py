"""What stands behind exits: how an exception is made in the interpreter, why a call bails out; and refusals to compile.

The exceptions of operations are made by doing the operation once more in the interpreter ("replay"), so that type and
message are those of the running Python and NumPy.
"""

from __future__ import annotations

import operator
import sys

from ..errors import UnsupportedError
from ..records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, NoReturn

    from .lowering import Lowering
    from .types import Type

Position = tuple[int, int, int, int]
"""Line and column of the beginning, line and column of the end, as the syntax tree has them."""


class Raise(NamedTuple):
    """Leaves by what `recipe` raises when called with the objects of the exit's operands, which are of these types.

    `lent` are the numbers of the operands that are references to be released thereafter.
    """

    recipe: Callable[..., object]
    types: tuple[Type, ...]
    position: Position
    lent: tuple[int, ...] = ()


class Bail(NamedTuple):
    """Leaves because compiled code cannot hold a value; or by what `recipe` raises when called with the objects of the
    exit's operands, which are of these types, if it does raise."""

    reason: str
    position: Position
    recipe: Callable[..., object] | None = None
    types: tuple[Type, ...] = ()


class PassOn(NamedTuple):
    """Leaves because a callee did, or because Python code has raised."""

    position: Position


class Join(NamedTuple):
    """Leaves because a part of a parallel loop did, whose frame in the traceback is that of the whole function."""

    position: Position


IN_PLACE: dict[Any, Callable[..., object]] = {
    getattr(operator, name): getattr(operator, f"i{name.rstrip('_')}")
    for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and_", "or_", "xor")
}
"""The recipes of augmented assignments, which name the operator as it is written there."""


def too_deep() -> NoReturn:
    raise RecursionError("maximum recursion depth exceeded")


def raiser(kind: Any, called: bool, alone: bool = False) -> Callable[..., object]:
    """A recipe for `raise kind(...)`, or `raise kind` where it isn't called. `alone`: with `from None`."""

    def recipe(*arguments: object) -> NoReturn:
        error = kind(*arguments) if called else kind
        if alone:
            raise error from None
        raise error

    return recipe


def raise_value(value: Any) -> NoReturn:
    """Raises what is no exception, which is a TypeError."""
    raise value


def unpacker(count: int) -> Callable[..., object]:
    """A recipe for unpacking into another number of variables than there are items."""
    names = "".join(f"a{k}," for k in range(count))
    scope: dict[str, Any] = {}
    exec(f"def unpack(value):\n ({names}) = value" if count else "def unpack(value):\n [] = value", scope)
    return scope["unpack"]  # type: ignore[no-any-return]


def unbound_local(name: str) -> Callable[..., object]:
    """A recipe for reading a local variable that has no value."""
    scope: dict[str, Any] = {}
    exec(f"def read():\n return {name}\n {name} = 0", scope)
    return scope["read"]  # type: ignore[no-any-return]


def index_array(shape: tuple[int, ...], *indices: int) -> object:
    """Indexes an array of that shape. Only where the indices are out of range is it ever called."""
    numpy = sys.modules["numpy"]
    return numpy.broadcast_to(numpy.int8(0), shape)[indices]


def index_sequence(kind: str, code: str) -> Callable[..., object]:
    """A recipe for an index that is out of range."""

    def recipe() -> object:
        return _sequence(kind, code)[:0][0]

    return recipe


def store_sequence(kind: str, code: str) -> Callable[..., object]:
    """A recipe for storing at an index that is out of range; it may be the value that Python looks at first."""

    def recipe(value: object) -> None:
        _sequence(kind, code)[:0][0] = value

    return recipe


def store_value(kind: str, code: str) -> Callable[..., object]:
    """A recipe for storing a number that the items of such a sequence can't hold."""

    def recipe(value: object) -> None:
        _sequence(kind, code)[0] = value

    return recipe


def _sequence(kind: str, code: str) -> Any:
    """A sequence of that kind with one item at least."""
    import array

    if kind == "memoryview":
        return memoryview(bytearray(8)).cast(code)  # type: ignore[call-overload]
    return bytes(1) if kind == "bytes" else bytearray(1) if kind == "bytearray" else array.array(code, [0])


def store_array(dtype: str) -> Callable[..., object]:
    """A recipe for storing a number that an array of that dtype can't hold."""

    def recipe(value: object) -> None:
        numpy = sys.modules["numpy"]
        numpy.zeros(1, dtype)[0] = value

    return recipe


def store_readonly(kind: str) -> Callable[..., object]:
    """A recipe for storing into what is read-only."""

    def recipe() -> None:
        if kind == "numpy":
            numpy = sys.modules["numpy"]
            target = numpy.zeros(1)
            target.flags.writeable = False
        else:
            target = b"\0" if kind == "bytes" else memoryview(b"\0")
        target[0] = 0

    return recipe


def refusal(lowering: Lowering, message: str, hint: str | None, node: Any) -> UnsupportedError:
    """The error for what cannot be compiled: where, the line with a caret, the types of its names, what to do.

    `message` names what it is, or is a sentence, which ends in a full stop.
    """
    from . import syntax as ast
    from .source import source_line

    source = lowering.spec.source
    line, column = node.lineno, node.col_offset
    text = source_line(source, line)
    end = node.end_col_offset if node.end_lineno == line else len(text)
    stripped = text.lstrip()
    shift = len(text) - len(stripped)
    what = message if message.endswith(".") else f"{message} cannot be compiled"
    shown = [
        f"{source.filename}:{line}: in {source.qualname}: {what}",
        "",
        f"    {stripped.rstrip()}",
        f"    {' ' * max(0, column - shift)}{'^' * max(1, (end or column + 1) - column)}",
    ]
    names = sorted({part.id for part in ast.walk(node) if isinstance(part, ast.Name)})
    known = [
        (name, lowering.env[name].type.name) for name in names if name in lowering.env and not name.startswith(".")
    ]
    if known:
        shown += ["", "  where " + ", ".join(f"{name} is {type}" for name, type in known)]
    if hint:
        shown += ["", f"  {hint}"]
    error = UnsupportedError("\n".join(shown))
    error.filename, error.lineno = source.filename, line
    return error
