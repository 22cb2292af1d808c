"""Where CPython keeps things inside its objects, per version, checked against live objects before it is believed.

`layout()` gives the layout of the running interpreter, or None where it isn't known: a debug or free-threaded build, a
version not in the table, or objects that look otherwise than the table says. Callers then go through the C API alone.
Set JITNEY_LAYOUT=unknown in the environment to have None everywhere (the tests do).

Sources: Include/object.h, Include/cpython/floatobject.h, Include/cpython/longintrepr.h, Include/cpython/object.h.
"""

from __future__ import annotations

import functools
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

DIGIT_BITS = 30
"""Bits in a digit of an int (PYLONG_BITS_IN_DIGIT), each in 32 bits of memory, the lowest digit first."""


class Layout:
    """Offsets in bytes from the start of an object.

    `tagged`: the word at `long_size` is `digit count << 3 | sign` with sign 0, 1 (zero), 2 (negative), as from 3.12 on.
    Before, it is the count of digits, negative for negative numbers. `immortal`: None, True and False are not counted.
    """

    __slots__ = (
        "bytes_data",
        "cell_content",
        "dict_version",
        "digits",
        "float_value",
        "immortal",
        "long_size",
        "refcount",
        "size",
        "tagged",
        "tuple_items",
        "type",
        "type_flags",
    )

    def __init__(self, tagged: bool) -> None:
        self.refcount = 0
        self.type = 8
        self.float_value = 16
        self.size = 16  # of a tuple or bytes object
        self.long_size = 16
        self.digits = 24
        self.tuple_items = 24
        self.bytes_data = 32
        self.cell_content = 16
        self.dict_version = 24  # another one after every change
        self.type_flags = 168
        self.tagged = tagged
        self.immortal = tagged  # both came with 3.12


_TAGGED = {(3, 10): False, (3, 11): False, (3, 12): True, (3, 13): True}


@functools.cache
def layout() -> Layout | None:
    """The layout of this interpreter's objects, or None where it is unknown."""
    if os.environ.get("JITNEY_LAYOUT") == "unknown" or sys.implementation.name != "cpython":
        return None
    if set(getattr(sys, "abiflags", "")) & {"d", "t"} or hasattr(sys, "gettotalrefcount"):
        return None
    tagged = _TAGGED.get(sys.version_info[:2])
    if tagged is None:
        return None
    candidate = Layout(tagged)
    return candidate if _agrees(candidate) else None


_INTS = (0, 1, -1, 255, 1 << 30, -(1 << 30), 2**30 - 1, 2**45 + 7, 2**60 - 1, -(2**60), 2**63 - 1, -(2**63), 2**90 - 1)


def _agrees(layout: Layout) -> bool:
    """Whether live objects look as `layout` says."""
    from ctypes import c_double, c_int64, c_uint32, c_uint64

    probe: list[object] = []
    before = c_int64.from_address(id(probe) + layout.refcount).value
    second = probe
    if c_int64.from_address(id(probe) + layout.refcount).value != before + 1 or second is not probe:
        return False
    for value in (1.5, -0.0, 1e300, float("inf")):
        if c_uint64.from_address(id(value) + layout.type).value != id(float):
            return False
        stored = c_double.from_address(id(value) + layout.float_value).value
        if (stored, str(stored)) != (value, str(value)):
            return False
    info = sys.int_info
    if (info.bits_per_digit, info.sizeof_digit) != (DIGIT_BITS, 4):
        return False
    for number in _INTS:
        count = -(-number.bit_length() // DIGIT_BITS)
        if c_uint64.from_address(id(number) + layout.type).value != id(int):
            return False
        if layout.tagged:
            expected = count << 3 | (1 if number == 0 else 2 if number < 0 else 0)
        else:
            expected = -count if number < 0 else count
        if c_int64.from_address(id(number) + layout.long_size).value != expected:
            return False
        digits = (c_uint32.from_address(id(number) + layout.digits + 4 * place).value for place in range(max(count, 1)))
        if sum(digit << DIGIT_BITS * place for place, digit in enumerate(digits)) != abs(number):
            return False
    flags = layout.type_flags
    return _containers_agree(layout) and all(
        c_uint64.from_address(id(cls) + flags).value == cls.__flags__ for cls in (int, float, Layout)
    )


def _containers_agree(layout: Layout) -> bool:
    from ctypes import c_int64, c_uint64, string_at

    for items in ((), (probe := object(),), (1.5, "x", probe)):
        addresses = [c_uint64.from_address(id(items) + layout.tuple_items + 8 * i).value for i in range(len(items))]
        if c_int64.from_address(id(items) + layout.size).value != len(items) or addresses != [*map(id, items)]:
            return False
    for text in (b"", b"some bytes"):
        if c_int64.from_address(id(text) + layout.size).value != len(text):
            return False
        if string_at(id(text) + layout.bytes_data, len(text) + 1) != text + b"\0":
            return False
    closure = (lambda: layout).__closure__
    if closure is None or c_uint64.from_address(id(closure[0]) + layout.cell_content).value != id(layout):
        return False
    namespace: dict[str, object] = {"a": 1, "b": 2}
    versions = [dict_version(namespace, layout)]
    changes: tuple[Callable[[], object], ...] = (
        lambda: namespace.update(a=2),
        lambda: namespace.__setitem__("a", 1),
        lambda: namespace.__setitem__("c", 3),
        lambda: namespace.pop("c"),
        lambda: namespace.clear(),
    )
    for change in changes:
        change()
        versions.append(dict_version(namespace, layout))
    return len(set(versions)) == len(versions) and dict_version(namespace, layout) == versions[-1]


def dict_version(namespace: dict[str, object], layout: Layout) -> int:
    """A number that no dict has again after a change."""
    from ctypes import c_uint64

    return c_uint64.from_address(id(namespace) + layout.dict_version).value
