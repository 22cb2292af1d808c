"""Find C functions and objects of this process by name."""

from __future__ import annotations

from functools import cache

from ..errors import LinkError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


# Searched in order: everything the process has loaded for general use (the interpreter and its libraries), then the C
# and mathematics libraries by name, for interpreters that link them statically or keep them to themselves.
LIBRARIES = (None, "libc.so.6", "libm.so.6")


@cache
def _libraries() -> list[Any]:
    import ctypes

    found: list[Any] = [ctypes.pythonapi]
    for name in LIBRARIES:
        try:
            found.append(ctypes.CDLL(name))
        except OSError:
            continue
    return found


@cache
def address_of(name: str) -> int:
    """The address of the C symbol of that name. Raises LinkError when the process has none."""
    import _ctypes

    for library in _libraries():
        try:
            return _ctypes.dlsym(library._handle, name)
        except (OSError, ValueError):
            continue
    raise LinkError(
        f"external symbol {name!r} is not defined: neither the interpreter nor the C library has it "
        "(give its address, or an object with one, to name it directly)"
    )


def is_defined(name: str) -> bool:
    """Whether the process has a C symbol of that name."""
    try:
        return bool(address_of(name))
    except LinkError:
        return False
