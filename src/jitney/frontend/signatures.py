"""Types of parameters as users write them: the text of signatures, spelled as Numba spells it, and annotations.

    float64(float64[:], int64)         the result, and the parameters
    (float64[:], int64) -> float64     the same, as `jitney.load` has it
    (float64[:], int64)                the parameters alone; the parentheses may be left out

    int, int64, uint8, intp ...        a Python int, whatever the width
    float, float64, float32, double    a Python float
    bool, boolean, None, none, void    bool and None
    np.int32, np.float64 ...           a NumPy scalar
    float32[:, :], float32[:, ::1]     an array of any strides, a contiguous one; `float32[]` has no dimensions
    (int64, float64)                   a tuple, as are `Tuple((int64, float64))` and `UniTuple(int64, 3)`
    bytes, bytearray, array['d']       buffers, with the format of their items where it isn't B

What Jitney prints as a type reads back: arrays and buffers may have `(read-only)` behind them.
"""

from __future__ import annotations

import re

from ..errors import SignatureError
from .objects import scalar_of
from .types import (
    BOOL,
    FLOAT,
    INT,
    ITEMS,
    NONE,
    SCALARS,
    UINT,
    Array,
    Buffer,
    Scalar,
    Tuple,
    Type,
    array_of,
    buffer_of,
    tuple_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, NoReturn

DTYPES = {
    **{name: name for name in SCALARS},
    "boolean": "bool", "bool_": "bool", "b1": "bool",
    "int": "int64", "int_": "int64", "intp": "int64", "longlong": "int64", "long_": "int64", "intc": "int32",
    "uint": "uint64", "uintp": "uint64", "ulonglong": "uint64", "ulong": "uint64", "uintc": "uint32",
    "byte": "uint8", "short": "int16", "ushort": "uint16",
    "i1": "int8", "i2": "int16", "i4": "int32", "i8": "int64",
    "u1": "uint8", "u2": "uint16", "u4": "uint32", "u8": "uint64",
    "float": "float64", "float_": "float64", "double": "float64", "single": "float32", "f4": "float32", "f8": "float64",
}  # fmt: skip
"""Names to the dtype that arrays of them have."""

PYTHON = {"b": BOOL, "i": INT, "u": INT, "f": FLOAT}
"""What a scalar of a dtype is, by the dtype's kind: outside of arrays these names stand for Python's own numbers."""

PLAIN = {
    "None": NONE,
    "none": NONE,
    "void": NONE,
    UINT.name: UINT,
    "bytes": buffer_of("bytes", "B", True),
    "bytearray": buffer_of("bytearray"),
    "memoryview": buffer_of("memoryview"),
    "array": buffer_of("array"),
}
_TOKEN = re.compile(r"\s*(" + re.escape(UINT.name) + r"|->|::1|\(read-only\)|(?:np\.|numpy\.)?\w+|'\w'|\S|$)")


def parse_signature(given: Any) -> tuple[Type | None, tuple[Type, ...]]:
    """The type of the result, if the signature has it, and those of the parameters.

    `given` is text, or a tuple or list of types as they stand in annotations. Raises SignatureError.
    """
    if isinstance(given, str):
        return _Parser(given).signature()
    if isinstance(given, (tuple, list)):
        return None, tuple([from_annotation(item) for item in given])
    raise SignatureError(f"a signature is text like 'float64(float64[:], int64)', or a tuple of types, not {given!r}")


def parse_types(text: str) -> tuple[Type, ...]:
    """The types of parameters: a signature without a result."""
    parser = _Parser(text)
    result, types = parser.signature()
    if result is not None:
        raise SignatureError(f"{text!r} says what the result is: give the types of the parameters alone")
    return types


def from_annotations(function: Any) -> tuple[Type, ...]:
    """The types that the annotations of a Python function's parameters name. Raises SignatureError."""
    code = function.__code__
    found = []
    for name in code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]:
        where = f"{function.__qualname__}: the parameter {name!r}"
        if name not in function.__annotations__:
            raise SignatureError(f"{where} has no annotation")
        annotation = function.__annotations__[name]
        try:
            found.append(_evaluated(annotation, function.__globals__))
        except SignatureError as error:
            raise SignatureError(f"{where}: {error}") from None
    return tuple(found)


def from_annotation(annotation: Any) -> Type:
    """The type that an annotation names: int, numpy.float32, tuple[int, float], or text."""
    if isinstance(annotation, Type):
        return annotation
    if isinstance(annotation, str):
        return _Parser(annotation).whole_type()
    if annotation is None:
        return NONE
    if isinstance(annotation, type):
        found = _CLASSES.get(annotation) or scalar_of(annotation)
        if found is not None:
            return found
    if type(annotation).__module__.startswith("numpy") and getattr(annotation, "name", None) in SCALARS:  # a dtype
        return SCALARS[annotation.name]
    origin = getattr(annotation, "__origin__", annotation)
    if origin is tuple and Ellipsis not in (items := getattr(annotation, "__args__", (Ellipsis,))):
        return tuple_of(tuple([from_annotation(item) for item in items]))
    if getattr(origin, "__name__", "") in ("ndarray", "NDArray"):
        raise SignatureError("an array's type needs dtype and dimensions: write it as text, such as 'float64[:, :]'")
    raise SignatureError(f"{annotation!r} is not a type that compiled code takes")


_CLASSES: dict[type, Type] = {
    bool: BOOL, int: INT, float: FLOAT, type(None): NONE, bytes: PLAIN["bytes"], bytearray: PLAIN["bytearray"],
}  # fmt: skip


def _evaluated(annotation: Any, names: dict[str, Any]) -> Type:
    """As from_annotation; text may be an expression too, as it is under `from __future__ import annotations`."""
    if not isinstance(annotation, str):
        return from_annotation(annotation)
    try:
        value = eval(annotation, names)  # as typing.get_type_hints does
    except Exception:  # not an expression of Python's, so it should be one of ours
        return from_annotation(annotation)
    try:
        return from_annotation(value)
    except SignatureError as error:
        try:
            return from_annotation(annotation)  # `float64[:]` means something to NumPy too
        except SignatureError:
            raise error from None


def check_result(signature: Any, declared: Type | None, found: Iterable[Type]) -> None:
    """Raises SignatureError unless every type that a function returns is what its signature declares, if it does."""
    for type in found if declared is not None else ():
        if not agrees(declared, type):  # type: ignore[arg-type]
            raise SignatureError(f"the signature {signature!r} says that the result is {declared}, but it is {type}")


def agrees(declared: Type, found: Type) -> bool:
    """Whether a result of type `found` is what `declared` promises: a NumPy scalar counts as Python's number of its
    kind, and whether an array is read-only or contiguous counts only where the declaration demands that it is."""
    if isinstance(declared, Tuple):
        return (
            isinstance(found, Tuple)
            and len(found.items) == len(declared.items)
            and all(map(agrees, declared.items, found.items))
        )
    if isinstance(declared, Array):
        return (
            isinstance(found, Array)
            and (found.dtype, found.ndim) == (declared.dtype, declared.ndim)
            and found.contiguous >= declared.contiguous
            and found.readonly >= declared.readonly
        )
    if isinstance(declared, Buffer):
        return isinstance(found, Buffer) and (found.kind, found.code) == (declared.kind, declared.code)
    if isinstance(found, Scalar) and not isinstance(declared, Scalar):
        return PYTHON[found.kind] is declared
    return declared is found or (declared is INT and found is UINT)


class _Parser:
    """Takes the text token by token; `token` is empty at the end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.end = 0
        self.advance()

    def advance(self) -> None:
        match = _TOKEN.match(self.text, self.end)
        assert match is not None  # the pattern matches anything, and nothing
        self.token: str = match.group(1)
        self.start = match.start(1)
        self.end = match.end()

    def error(self, message: str, start: int | None = None) -> NoReturn:
        start = self.start if start is None else start
        text = "".join(letter if letter.isprintable() else " " for letter in self.text)
        raise SignatureError(f"{message}\n    {text}\n    {' ' * start}^")

    def accept(self, token: str) -> bool:
        if self.token != token:
            return False
        self.advance()
        return True

    def expect(self, token: str) -> None:
        if not self.accept(token):
            found = f"found {self.token!r}" if self.token else "the text ends"
            self.error(f"expected {token!r}, {found}")

    def finish(self) -> None:
        if self.token:
            self.error(f"{self.token!r} is not expected here")

    def signature(self) -> tuple[Type | None, tuple[Type, ...]]:
        grouped = self.token == "("
        result = None
        types = self.types("") if self.token else ()
        if self.accept("("):  # what stood before is the result
            if len(types) != 1:
                self.error("one type stands before the parameters, that of the result")
            result, types = types[0], self.types(")")
            self.expect(")")
        elif grouped and len(types) == 1 and isinstance(types[0], Tuple):
            types = types[0].items  # not one tuple, but the list of parameters
            if self.accept("->"):
                result = self.type()
        self.finish()
        return result, types

    def whole_type(self) -> Type:
        found = self.type()
        self.finish()
        return found

    def types(self, end: str) -> tuple[Type, ...]:
        """Types with commas between them, up to but without the token `end`."""
        found = []
        while self.token != end:
            found.append(self.type())
            if not self.accept(","):
                break
        return tuple(found)

    def type(self) -> Type:
        start, name = self.start, self.token
        if name == "(":
            self.advance()
            items = self.types(")")
            self.expect(")")
            return tuple_of(items)
        if not name:
            self.error("the text ends where a type is expected")
        self.advance()
        if name in ("Tuple", "UniTuple"):
            return self.uniform() if name == "UniTuple" else self.tuple()
        bare = name.rpartition(".")[2]
        scalar = SCALARS.get(DTYPES.get(bare, ""))
        if self.token == "[" and scalar is not None:
            return self.array(scalar)
        if name in PLAIN:
            plain = PLAIN[name]
            return self.buffer(plain) if isinstance(plain, Buffer) else plain
        if scalar is None:
            self.error(f"{name!r} is not a type that compiled code takes", start)
        return PYTHON[scalar.kind] if bare == name else scalar

    def tuple(self) -> Type:
        self.expect("(")
        if self.token != "(":
            self.error("the items of a Tuple stand in parentheses of their own: Tuple((int64, float64))")
        items = self.type()
        self.expect(")")
        return items

    def uniform(self) -> Type:
        self.expect("(")
        item = self.type()
        self.expect(",")
        if not self.token.isdecimal():
            self.error("the length of a UniTuple is a number: UniTuple(int64, 3)")
        count = int(self.token)
        self.advance()
        self.expect(")")
        return tuple_of((item,) * count)

    def array(self, dtype: Scalar) -> Type:
        self.expect("[")
        dims = []
        while self.token in (":", "::1"):
            dims.append(self.token)
            self.advance()
            if not self.accept(","):
                break
        if self.token != "]":
            self.error("an array's dimensions are written as in float64[:, :], with ::1 last where it is contiguous")
        self.advance()
        return array_of(dtype, len(dims), dims[-1:] != [":"], self.accept("(read-only)"))

    def buffer(self, plain: Buffer) -> Type:
        code = plain.code
        if self.accept("["):
            code = self.token.strip("'")
            if code not in ITEMS:
                self.error(f"the format of the items is one letter of {''.join(ITEMS)} in quotes")
            self.advance()
            self.expect("]")
        return buffer_of(plain.kind, code, self.accept("(read-only)") or plain.readonly)
