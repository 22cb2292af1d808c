"""Signatures: the types that cross between Python and machine code, and the text that names them.

    parse("(x: int64, float64, pointer[mut]) -> float64") -> Signature

A parameter may have a name; one without is called by its place, `arg0`, `arg1`, ... The types are a table, TYPES.

    int8 ... uint64     an int, or what has __index__, in the type's range
    float32, float64    a float, an int, or what has __float__ or __index__; rounded to float32, which may not overflow
    bool                True or False (also NumPy's); the truth of other things is not guessed
    pointer             an address: an int or what has __index__ and isn't an array; anything with a contiguous buffer,
                        which is held until the call returns; a loaded function or a callback
    pointer[mut]        the same, but a buffer must be writable
    None                no result
"""

from __future__ import annotations

import functools
import sys

from ..errors import SignatureError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import inspect
    from collections.abc import Iterable
    from typing import Any

MAX_PARAMETERS = 1024
"""More than any function in C has; it bounds the stack that one call takes (88 bytes a parameter)."""


class Type:
    """A type of a parameter or result.

    `code` is its number in the tables of generated code (runtime.py), `size` its width in bytes. `kind` is one of
    signed, unsigned, float, bool, pointer, none. Integers and pointers have a `minimum` and a `maximum`.
    """

    __slots__ = ("code", "kind", "maximum", "minimum", "name", "size")

    def __init__(self, name: str, code: int, kind: str, size: int) -> None:
        self.name = name
        self.code = code
        self.kind = kind
        self.size = size
        bits = 8 * size
        self.minimum = -(1 << bits - 1) if kind == "signed" else 0
        self.maximum = (1 << bits - 1) - 1 if kind == "signed" else (1 << bits) - 1

    def __repr__(self) -> str:
        return self.name


TYPES: dict[str, Type] = {
    name: Type(name, code, kind, size)
    for code, (name, kind, size) in enumerate(
        (
            ("None", "none", 0),
            ("int8", "signed", 1),
            ("int16", "signed", 2),
            ("int32", "signed", 4),
            ("int64", "signed", 8),
            ("uint8", "unsigned", 1),
            ("uint16", "unsigned", 2),
            ("uint32", "unsigned", 4),
            ("uint64", "unsigned", 8),
            ("bool", "bool", 1),
            ("float32", "float", 4),
            ("float64", "float", 8),
            ("pointer", "pointer", 8),
            ("pointer[mut]", "pointer", 8),
        )
    )
}


class Signature:
    """Parameter types, their names, and the type of the result. Immutable; equal when types and names are equal.

    `names` holds every parameter's name; `str()` leaves out those that were made up from the place, and parses back.
    """

    __slots__ = ("_named", "names", "parameters", "result")

    names: tuple[str, ...]
    parameters: tuple[Type, ...]
    result: Type
    _named: tuple[bool, ...]

    def __init__(self, parameters: Iterable[Type], result: Type, names: Iterable[str | None] | None = None) -> None:
        types = tuple(parameters)
        given = tuple(names) if names is not None else (None,) * len(types)
        if len(given) != len(types):
            raise SignatureError(f"{len(types)} parameters have {len(given)} names")
        if len(types) > MAX_PARAMETERS:
            raise SignatureError(f"{len(types)} parameters: at most {MAX_PARAMETERS} are supported")
        every = tuple(sys.intern(f"arg{index}" if name is None else name) for index, name in enumerate(given))
        if len(set(every)) != len(every):
            twice = next(name for index, name in enumerate(every) if name in every[:index])
            raise SignatureError(f"two parameters are called {twice!r}")
        set_field = object.__setattr__
        set_field(self, "parameters", types)
        set_field(self, "result", result)
        set_field(self, "names", every)
        set_field(self, "_named", tuple(name is not None for name in given))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a Signature cannot be changed")

    __delattr__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Signature):
            return NotImplemented
        return self.parameters == other.parameters and self.result is other.result and self.names == other.names

    def __hash__(self) -> int:
        return hash((self.parameters, self.result, self.names))

    def __str__(self) -> str:
        parts = (
            f"{name}: {type.name}" if named else type.name
            for name, type, named in zip(self.names, self.parameters, self._named, strict=True)
        )
        return f"({', '.join(parts)}) -> {self.result.name}"

    def __repr__(self) -> str:
        return f"<Signature {self}>"

    def __reduce__(self) -> tuple[object, ...]:
        return parse, (str(self),)

    def inspect(self) -> inspect.Signature:
        """The same as an `inspect.Signature`, annotated with what Python objects go in and come out."""
        import inspect

        parameter = inspect.Parameter
        return inspect.Signature(
            [
                parameter(name, parameter.POSITIONAL_OR_KEYWORD, annotation=_annotation(type))
                for name, type in zip(self.names, self.parameters, strict=True)
            ],
            return_annotation=_annotation(self.result),
        )

    def ctypes(self) -> Any:
        """The same as a ctypes function type (one that releases the GIL). Pointers become `c_void_p`."""
        from ctypes import CFUNCTYPE

        return CFUNCTYPE(_ctype(self.result), *map(_ctype, self.parameters))


def _ctype(type: Type) -> Any:
    import ctypes

    if type.kind == "none":
        return None
    names = {"bool": "c_bool", "float32": "c_float", "float64": "c_double"}
    return getattr(ctypes, "c_void_p" if type.kind == "pointer" else names.get(type.name, f"c_{type.name}"))


def _annotation(type: Type) -> object:
    return {"signed": int, "unsigned": int, "float": float, "bool": bool, "none": None}.get(type.kind, type.name)


def parse(text: str | Signature) -> Signature:
    """The signature that `text` describes. Raises SignatureError, which points at the place, and TypeError."""
    if isinstance(text, Signature):
        return text
    if not isinstance(text, str):
        raise TypeError(f"a signature is text like '(int64, float64) -> float64', not {type(text).__name__}")
    return _parsed(str.__str__(text))


@functools.lru_cache(maxsize=512)
def _parsed(text: str) -> Signature:
    return _Parser(text).signature()


class _Parser:
    def __init__(self, text: str) -> None:
        import re  # late: jitted functions do without

        self.token_pattern = re.compile(r"\s*(->|[(),:\[\]]|\w+|\S|$)")
        self.colon_pattern = re.compile(r"\s*:")
        self.text = text
        self.next_position = 0
        self.advance()

    def advance(self) -> None:
        """Steps to the next token; `token` is empty at the end of the text."""
        match = self.token_pattern.match(self.text, self.next_position)
        assert match is not None  # the pattern matches anything, and nothing
        self.token = match.group(1)
        self.position = match.start(1)
        self.next_position = match.end()

    def error(self, message: str, position: int | None = None) -> SignatureError:
        start = self.position if position is None else position
        line_start = max((self.text.rfind(end, 0, start) for end in "\n\r"), default=-1) + 1
        line = (self.text[line_start:].splitlines() or [""])[0]
        first = max(0, start - line_start - 100)  # show a long line's part around the place
        shown = "".join(c if c.isprintable() else " " for c in line[first : first + 160])
        return SignatureError(f"{message}\n    {shown}\n    {' ' * (start - line_start - first)}^")

    def expect(self, token: str, where: str) -> None:
        if self.token != token:
            found = f"found {self.token!r}" if self.token else "the text ends"
            raise self.error(f"expected {token!r} {where}, {found}")
        self.advance()

    def signature(self) -> Signature:
        types: list[Type] = []
        names: list[str | None] = []
        used: set[str] = set()
        if self.token != "(":
            raise self.error("a signature starts with '(', as in '(int64, float64) -> float64'")
        self.advance()
        while self.token != ")":
            if types:
                self.expect(",", "or ')' after a parameter")
                if self.token == ")":
                    break
            if len(types) == MAX_PARAMETERS:
                raise self.error(f"more than {MAX_PARAMETERS} parameters")
            start = self.position
            name = self.name()
            type = self.type(parameter=True)
            effective = name if name is not None else f"arg{len(types)}"
            if effective in used:
                raise self.error(f"two parameters are called {effective!r}", start)
            used.add(effective)
            types.append(type)
            names.append(name)
        self.advance()
        self.expect("->", "and the type of the result after the parameters")
        result = self.type(parameter=False)
        if self.token:
            raise self.error("nothing may follow the type of the result")
        return Signature(types, result, names)

    def name(self) -> str | None:
        """A parameter's name, when a colon follows it."""
        match = self.colon_pattern.match(self.text, self.next_position)
        if match is None:
            return None
        import keyword
        import unicodedata

        name = unicodedata.normalize("NFKC", self.token)  # as Python does with the names in its source
        if not name.isidentifier() or keyword.iskeyword(name):
            raise self.error(f"{self.token!r} cannot be the name of a parameter")
        self.advance()
        self.advance()
        return name

    def type(self, parameter: bool) -> Type:
        start, name = self.position, self.token
        if not name:
            raise self.error("the text ends where a type is expected")
        self.advance()
        if self.token == "[" and name == "pointer":
            self.advance()
            inner = self.token
            if inner != "mut":
                raise self.error("only 'mut' goes into the brackets: pointer[mut] demands a writable buffer")
            self.advance()
            self.expect("]", "after 'mut'")
            if not parameter:
                raise self.error("a result is a plain pointer: 'mut' is a demand on what is passed in", start)
            name = "pointer[mut]"
        found = TYPES.get(name)
        if found is None:
            raise self.error(f"{name!r} is not a type; the types are {', '.join(TYPES)}", start)
        if parameter and found.kind == "none":
            raise self.error("None is the type of no result, not of a parameter", start)
        return found
