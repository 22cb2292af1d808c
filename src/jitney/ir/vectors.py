"""What operations on vectors must keep to: the verifier's rules for functions that have some."""

from __future__ import annotations

from . import ops
from .types import BOOL, F32, F64, FIRST_VECTOR, I8, I16, I32, I64, NAMES, NONE, SIZES, element_of, lanes_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from .function import Memory, Value

INTEGERS = (I64, I32, I16, I8)
_ELEMENTS: dict[str, tuple[int, ...]] = {
    "i": INTEGERS,
    "f": (F64,),
    "s": (F32,),
    "b": (BOOL,),
    "n": (F64, F32),
    "x": (*INTEGERS, F64, F32, BOOL),
}
_OF_BITS = {ops.FBITS: I64, ops.SBITS: I32, ops.IFBITS: I64, ops.ISBITS: I32}
"""The integer element that has the bits of a float."""
REDUCED = {
    **dict.fromkeys(("add", "mul", "and", "or", "xor", "imin", "imax", "umin", "umax"), INTEGERS),
    **dict.fromkeys(("fadd", "fmul"), (F64, F32)),
}
"""The elements that each reduction is of."""


def has_vector(value: Value) -> bool:
    """Whether the operation makes a vector or takes one."""
    return value.type >= FIRST_VECTOR or any(arg.type >= FIRST_VECTOR for arg in value.args)


def mismatch(value: Value) -> str | None:
    """What is wrong with the types of an operation that has a vector, if anything."""
    if not all(_is_type(type) for type in (value.type, *[arg.type for arg in value.args])):
        return "has a type that doesn't exist"
    special = _SPECIAL.get(value.op)
    if special is not None:
        return special(value)
    if ops.FLAGS[value.op] & ops.LANES:
        return _lanewise(value)
    return "doesn't exist for vectors"


def _is_type(type: int) -> bool:
    element, lanes = element_of(type), lanes_of(type)
    if lanes == 1:
        return element <= NONE
    return lanes <= 64 and (element == BOOL or element in (*INTEGERS, F64, F32))


def scalar_of(type: int) -> int:
    """The type of one lane outside of vectors."""
    element = element_of(type)
    return I64 if element in INTEGERS else element


def _lanewise(value: Value) -> str | None:
    op = value.op
    letters = ops.OPERANDS[op]
    types = [arg.type for arg in value.args]
    if len(types) != len(letters):
        return f"has {len(types)} operands, not {len(letters)}"
    lanes = {lanes_of(type) for type in (value.type, *types)}
    if len(lanes) > 1 or 1 in lanes:
        return "mixes numbers of lanes"
    generic = -1
    for place, (letter, type) in enumerate(zip(letters, types, strict=True)):
        element = element_of(type)
        if element not in _ELEMENTS[letter]:
            return f"operand {place} is of type {NAMES[type]}"
        if letter in "inx":
            if generic not in (-1, element):
                return "operands of different elements"
            generic = element
    bits = _OF_BITS.get(op, -1)
    found = element_of(value.type)
    letter = ops.RESULT[op]
    if letter == "=" or (letter == "i" and generic in INTEGERS):
        right = found == generic
    elif op == ops.F2I:
        right = found in (I64, I32)
    elif letter == "i":
        right = found in INTEGERS if bits < 0 else found == bits
    else:
        right = found == _ELEMENTS[letter][0] and bits in (-1, generic)
    return None if right else f"has a result of type {NAMES[value.type]}"


def _same_lanes(value: Value) -> bool:
    return len({lanes_of(type) for type in (value.type, *[arg.type for arg in value.args])}) == 1


def _splat(value: Value) -> str | None:
    (scalar,) = value.args
    right = value.type >= FIRST_VECTOR and scalar.type == scalar_of(value.type)
    return None if right else f"makes {NAMES[value.type]} of {NAMES[scalar.type]}"


def _lanes(value: Value) -> str | None:
    return None if element_of(value.type) in INTEGERS and not value.args else "is of no integers"


def _resized(sign: int) -> Callable[[Value], str | None]:
    def check(value: Value) -> str | None:
        here, there = element_of(value.type), element_of(value.args[0].type)
        if not _same_lanes(value) or here not in INTEGERS or there not in INTEGERS:
            return f"of {NAMES[value.args[0].type]}"
        return None if (SIZES[here] - SIZES[there]) * sign > 0 else "doesn't change the size so"

    return check


def _extremum(value: Value) -> str | None:
    types = {value.type, *[arg.type for arg in value.args]}
    right = len(types) == 1 and len(value.args) == 2 and element_of(value.type) in INTEGERS
    return None if right else "is of two vectors of integers"


def _reverse(value: Value) -> str | None:
    return None if len(value.args) == 1 and value.args[0].type == value.type else "is of another type"


def _follow(value: Value) -> str | None:
    types = {value.type, *[arg.type for arg in value.args]}
    right = len(types) == 1 and len(value.args) == 2 and element_of(value.type) != BOOL
    return None if right else "is of two vectors of numbers"


def _shuffle(value: Value) -> str | None:
    lanes = lanes_of(value.type)
    if (
        not isinstance(value.attr, tuple)
        or len(value.attr) != lanes
        or not 0 <= min(value.attr) <= max(value.attr) < 2 * lanes
    ):
        return f"takes lanes {value.attr!r}"
    return _follow(value)


def _reduce(value: Value) -> str | None:
    type = value.args[0].type
    if element_of(type) not in REDUCED.get(value.attr, ()):
        return f"no reduction {value.attr!r} of {NAMES[type]}"
    return None if value.type == scalar_of(type) else f"gives {NAMES[scalar_of(type)]}"


def _extract(value: Value) -> str | None:
    type = value.args[0].type
    if not isinstance(value.attr, int) or not 0 <= value.attr < lanes_of(type):
        return f"no lane {value.attr!r}"
    return None if value.type == scalar_of(type) else f"gives {NAMES[scalar_of(type)]}"


def _decided(value: Value) -> str | None:
    return None if value.type == BOOL and _is_mask(value.args[0].type) else "is of one mask"


def _maskbits(value: Value) -> str | None:
    return None if value.type == I64 and _is_mask(value.args[0].type) else "is of one mask"


def _masklow(value: Value) -> str | None:
    return None if _is_mask(value.type) and [arg.type for arg in value.args] == [I64] else "is of a word"


def _is_mask(type: int) -> bool:
    return element_of(type) == BOOL and type >= FIRST_VECTOR


def _memory(value: Value) -> str | None:
    op = value.op
    memory: Memory = value.attr
    args = value.args
    if op in (ops.STORE, ops.MSTORE, ops.SCATTER):
        type, args = args[0].type, args[1:]
    else:
        type = value.type
    element, kind = element_of(type), memory.kind
    if type < FIRST_VECTOR:
        return "moves no vector"
    if element in INTEGERS:
        right = kind.type == I64 and kind.size <= SIZES[element]
    else:
        right = kind.type == element
    if not right or (element == BOOL and op not in (ops.LOAD, ops.STORE)):
        return f"{NAMES[type]} where the memory has {kind.name}"
    if op not in (ops.LOAD, ops.STORE):
        if not args or args[-1].type != type - element + BOOL:
            return "has no mask of as many lanes"
        args = args[:-1]
    if op in (ops.GATHER, ops.SCATTER):
        wanted = len(args) == 2 and element_of(args[1].type) in (I64, I32) and lanes_of(args[1].type) == lanes_of(type)
        if not wanted:
            return "has no vector of indices"
        if memory.scale not in (1, 2, 4, 8):
            return f"has a scale of {memory.scale}"
        args = args[:1]
    if not 1 <= len(args) <= 2 or any(arg.type != I64 for arg in args):
        return "the address is no base and index"
    return None


_SPECIAL: dict[int, Callable[[Value], str | None]] = {
    ops.SPLAT: _splat,
    ops.LANE_NUMBERS: _lanes,
    ops.WIDEN_S: _resized(1),
    ops.WIDEN_U: _resized(1),
    ops.NARROW: _resized(-1),
    **dict.fromkeys((ops.IMIN, ops.IMAX, ops.UMIN, ops.UMAX), _extremum),
    ops.REVERSE: _reverse,
    ops.FOLLOW: _follow,
    ops.SHUFFLE: _shuffle,
    ops.REDUCE: _reduce,
    ops.EXTRACT: _extract,
    ops.ANY: _decided,
    ops.ALL: _decided,
    ops.MASKBITS: _maskbits,
    ops.MASKLOW: _masklow,
    **dict.fromkeys((ops.LOAD, ops.STORE, ops.MLOAD, ops.MSTORE, ops.GATHER, ops.SCATTER), _memory),
}
