"""What a call does in Python: find the places of keyword arguments, accept odd values, and say what was wrong.

Generated code (runtime.py) comes here when an argument isn't simply right. Exceptions are returned, not raised, so that
their tracebacks show the caller's line and nothing of Jitney's. There are no generators here: CPython 3.12 and 3.13
crash when memory runs out while one is made.
"""

from __future__ import annotations

from ..machine.signature import TYPES, Type

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


_BY_CODE = tuple(TYPES.values())

_EXPECTED = {"signed": "int", "unsigned": "int", "float": "float", "bool": "bool"}


def _name(function: Any) -> str:
    """What to call a callable in a message; users may have put anything into its `__name__`."""
    name = getattr(function, "__qualname__", None)
    return name if type(name) is str else type(function).__name__


def count_error(function: Any, given: int) -> TypeError:
    """The error of a call with a wrong number of arguments, `given` in all."""
    expected = len(function.signature.parameters)
    if expected == 0:
        return TypeError(f"{_name(function)}() takes no arguments ({given} given)")
    plural = "" if expected == 1 else "s"
    return TypeError(f"{_name(function)}() takes exactly {expected} argument{plural} ({given} given)")


def bind(function: Any, keywords: tuple[str, ...], *arguments: Any) -> tuple[Any, ...] | TypeError:
    """The arguments in the order of the parameters, or the error to raise.

    The last `len(keywords)` of `arguments` belong to the keywords; the others are positional.
    """
    names = function.signature.names
    positional = len(arguments) - len(keywords)
    by_name = dict(zip(names, arguments[:positional], strict=False))
    for keyword, value in zip(keywords, arguments[positional:], strict=True):
        if keyword in by_name:
            return TypeError(f"{_name(function)}() got multiple values for argument {str(keyword)!r}")
        if keyword not in names:
            return TypeError(f"{_name(function)}() got an unexpected keyword argument {str(keyword)!r}")
        by_name[keyword] = value
    for position, name in enumerate(names, 1):
        if name not in by_name:
            return TypeError(f"{_name(function)}() missing required argument {name!r} (pos {position})")
    return tuple([by_name[name] for name in names])


def as_bool(value: Any) -> bool | None:
    """The bool that a NumPy bool stands for, or None for anything else: truth values are not guessed."""
    cls = type(value)
    if cls.__module__ == "numpy" and cls.__name__ in ("bool", "bool_"):
        return bool(value)
    return None


def as_address(value: Any) -> int | None:
    """The address of machine code that is passed as a pointer, or None for what is no code of ours, or no longer."""
    return value.address if getattr(type(value), "_is_machine_code", False) is True and value._alive else None


def _has(cls: type, *methods: str) -> bool:
    """Whether a class has one of the methods, found without running anyone's code."""
    for base in cls.__mro__:
        for method in methods:
            if method in base.__dict__:
                return True
    return False


def _shown(value: Any) -> str:
    """A value that doesn't fit, for a message: ints in full unless they are huge, others by type."""
    if isinstance(value, int):
        return int.__repr__(value) if value.bit_length() <= 256 else f"an int of {value.bit_length()} bits"
    if type(value) is float:
        return repr(value)
    return f"the value of this {type(value).__name__}"


def _described(value: Any) -> str:
    """What a value is that is no pointer, for a message."""
    name = type(value).__name__
    return f"a dead {name}" if getattr(type(value), "_is_machine_code", False) is True else name


def _what_is_wrong(wanted: Type, value: Any, error: BaseException | None) -> tuple[type[Exception], str] | None:
    """Exception type and reason why `value` isn't of type `wanted`. None where the value's own code raised `error`."""
    if error is not None and error.__traceback__ is not None:
        return None  # raised by Python code; what C code raises has no traceback yet
    cls = type(value)
    kind = wanted.kind
    limits = f" ({wanted.minimum} to {wanted.maximum})"
    if kind == "bool":
        if error is None:
            return TypeError, f"must be bool, not {cls.__name__}"
    elif kind == "float":
        if not _has(cls, "__float__", "__index__"):
            return TypeError, f"must be float, not {cls.__name__}"
        if error is None or (isinstance(value, int) and type(error) is OverflowError):
            return OverflowError, f"{_shown(value)} is out of range for {wanted.name}"
    elif kind == "pointer":
        if error is None:
            hint = " (0 is the null pointer)" if value is None else ""
            return TypeError, f"must be an address (int) or an object with a buffer, not {_described(value)}{hint}"
        if type(error) is OverflowError:
            return OverflowError, f"{_shown(value)} is out of range for pointer{limits}"
    else:
        if not _has(cls, "__index__"):
            return TypeError, f"must be int, not {cls.__name__}"
        if error is None or type(error) is OverflowError:
            return OverflowError, f"{_shown(value)} is out of range for {wanted.name}{limits}"
    if type(error) in (BufferError, OverflowError, TypeError, ValueError):
        return type(error), str(error)  # type: ignore[return-value]
    return None


def explain(function: Any, index: int, value: Any, error: BaseException | None) -> Exception | None:
    """The exception for an argument that couldn't be converted, or None to keep the `error` its own code raised."""
    wanted = function.signature.parameters[index]
    wrong = _what_is_wrong(wanted, value, error)
    if wrong is None:
        return None
    name = function.signature.names[index]
    separator = " " if wrong[1].startswith("must") else ": "
    return wrong[0](f"{_name(function)}() argument {name!r}{separator}{wrong[1]}")


def explain_result(function: Any, code: int, value: Any, error: BaseException | None) -> Exception | None:
    """The same for what a Python function returned to machine code."""
    wanted = _BY_CODE[code]
    if wanted.kind == "pointer" and error is None and not isinstance(value, int):
        wrong: tuple[type[Exception], str] | None = (TypeError, f"must be an address (int), not {type(value).__name__}")
    else:
        wrong = _what_is_wrong(wanted, value, error)
    if wrong is None:
        return None
    separator = " " if wrong[1].startswith("must") else ": "
    return wrong[0](f"the result of callback {_name(function)}(){separator}{wrong[1]}")
