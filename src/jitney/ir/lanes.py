"""The reference interpreter's vectors: tuples of lanes, which are ints read as signed, floats, or 0 and 1.

What is done lane by lane is what the scalar op does, wrapped to the element; the rest is written out here.
"""

from __future__ import annotations

import operator

from . import interpret, ops
from .builder import to_f32
from .types import BOOL, F32, I64, SIZES, WORD, element_of, lanes_of, signed
from .vectors import INTEGERS, REDUCED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from .function import Memory, Value
    from .interpret import Environment, Number, Step


def step(value: Value, arguments: list[int], result: int) -> Step:
    """The step of an operation that makes a vector or takes one."""
    special = _SPECIAL.get(value.op)
    if special is not None:
        return special(value, arguments, result)
    compute = lane_of(value)

    def lanewise(environment: Environment) -> None:
        environment[result] = tuple(map(compute, *[environment[argument] for argument in arguments]))

    return lanewise


def wrap(number: int, element: int) -> int:
    """The low bits of a number as an integer of that element."""
    bits = 8 * SIZES[element]
    number &= (1 << bits) - 1
    return number - (1 << bits) if number >> bits - 1 else number


def lane_of(value: Value) -> Callable[..., Number]:
    """What is computed for one lane."""
    op = value.op
    element = element_of(value.type)
    source = element_of(value.args[0].type)
    mask = (1 << 8 * SIZES[source]) - 1
    if op in _BY_WIDTH and source in INTEGERS:
        compute = _BY_WIDTH[op]
        count = 8 * SIZES[source] - 1
        return lambda *operands: _wrapped(compute(mask, count, *operands), element)
    if op == ops.F2I:
        least, most = -(1 << 8 * SIZES[element] - 1), 1 << 8 * SIZES[element] - 1
        return lambda a: int(a) if least - 1 < a < most else least
    if op in (ops.NARROW, ops.ADD, ops.SUB, ops.MUL):
        scalar = interpret._COMPUTE.get(op, operator.pos)
        return lambda *operands: wrap(scalar(*operands), element)
    if op == ops.SBITS:
        return lambda a: wrap(interpret.to_word(a, F32), element)
    if op in _OWN:
        return _OWN[op]
    scalar = interpret._COMPUTE[op]
    if element == F32:
        return interpret._IN_SINGLE.get(op) or interpret._rounded(scalar)
    return scalar


def _wrapped(number: Number, element: int) -> Number:
    return wrap(int(number), element) if element in INTEGERS else number


# By the mask of the element's bits, and that of counts of shifts.
_BY_WIDTH: dict[int, Callable[..., Number]] = {
    ops.SHL: lambda mask, count, a, b: a << (b & count),
    ops.SAR: lambda mask, count, a, b: a >> (b & count),
    ops.SHR: lambda mask, count, a, b: (a & mask) >> (b & count),
    ops.POPCNT: lambda mask, count, a: (a & mask).bit_count(),
    ops.ULT: lambda mask, count, a, b: int(a & mask < b & mask),
    ops.ULE: lambda mask, count, a, b: int(a & mask <= b & mask),
    ops.U2F: lambda mask, count, a: float(a & mask),
    ops.U2S: lambda mask, count, a: interpret._nearest_f32(a & mask),
    ops.WIDEN_U: lambda mask, count, a: a & mask,
    ops.UMIN: lambda mask, count, a, b: min(a & mask, b & mask),
    ops.UMAX: lambda mask, count, a, b: max(a & mask, b & mask),
}
_OWN: dict[int, Callable[..., Number]] = {ops.IMIN: min, ops.IMAX: max, ops.WIDEN_S: operator.pos}
_REDUCING: dict[str, Callable[..., Number]] = {
    "add": operator.add, "mul": operator.mul, "and": operator.and_, "or": operator.or_, "xor": operator.xor,
    "imin": min, "imax": max, "umin": min, "umax": max, "fadd": operator.add, "fmul": operator.mul,
}  # fmt: skip
assert REDUCED.keys() == _REDUCING.keys()


def _splat(value: Value, arguments: list[int], result: int) -> Step:
    (scalar,) = arguments
    element, lanes = element_of(value.type), lanes_of(value.type)

    def splat(environment: Environment) -> None:
        environment[result] = (_wrapped(environment[scalar], element),) * lanes

    return splat


def _lanes(value: Value, arguments: list[int], result: int) -> Step:
    numbers = tuple(range(lanes_of(value.type)))

    def lanes(environment: Environment) -> None:
        environment[result] = numbers

    return lanes


def _whole(compute: Callable[[Any], Any]) -> Callable[[Value, list[int], int], Step]:
    """Of one operand as a whole."""

    def make(value: Value, arguments: list[int], result: int) -> Step:
        (a,) = arguments

        def step(environment: Environment) -> None:
            environment[result] = compute(environment[a])

        return step

    return make


def _reduce(value: Value, arguments: list[int], result: int) -> Step:
    (a,) = arguments
    element = element_of(value.args[0].type)
    combine = _REDUCING[value.attr]
    unsigned = value.attr in ("umin", "umax")
    mask = (1 << 8 * SIZES[element]) - 1

    def finish(number: Number) -> Number:
        if element in INTEGERS:
            return number if unsigned else wrap(int(number), element)
        return to_f32(number) if element == F32 else number

    def reduce(environment: Environment) -> None:
        lanes = list(environment[a])
        if unsigned:
            lanes = [lane & mask for lane in lanes]
        while len(lanes) > 1:
            half = len(lanes) // 2
            lanes = [finish(combine(low, high)) for low, high in zip(lanes[:half], lanes[half:], strict=True)]
        environment[result] = signed(lanes[0]) if unsigned else lanes[0]

    return reduce


def _extract(value: Value, arguments: list[int], result: int) -> Step:
    (a,) = arguments

    def extract(environment: Environment) -> None:
        environment[result] = environment[a][value.attr]

    return extract


def _masklow(value: Value, arguments: list[int], result: int) -> Step:
    (count,) = arguments
    lanes = range(lanes_of(value.type))

    def masklow(environment: Environment) -> None:
        environment[result] = tuple([int(lane < environment[count]) for lane in lanes])

    return masklow


def _memory(value: Value, arguments: list[int], result: int) -> Step:
    """All that move vectors: addresses of the lanes, then the lanes whose mask is true, in order."""
    op = value.op
    memory: Memory = value.attr
    kind = memory.kind
    from_address = interpret._CTYPES[kind.name].from_address
    convert = interpret._LOADED.get(kind.name, operator.pos)
    stores = op in (ops.STORE, ops.MSTORE, ops.SCATTER)
    moved = value.args[0].type if stores else value.type
    element, lanes = element_of(moved), lanes_of(moved)
    stored = arguments[0]
    address = arguments[1:] if stores else arguments
    masked = op not in (ops.LOAD, ops.STORE)
    mask = address[-1]
    if masked:
        address = address[:-1]
    spread = op in (ops.GATHER, ops.SCATTER)
    base, index = address[0], address[1:]

    def places(environment: Environment) -> list[int]:
        start = environment[base] + memory.displacement
        if spread:
            return [(start + lane * memory.scale) & WORD for lane in environment[index[0]]]
        if index:
            start += environment[index[0]] * memory.scale
        return [(start + kind.size * lane) & WORD for lane in range(lanes)]

    def load(environment: Environment) -> None:
        wanted = environment[mask] if masked else (1,) * lanes
        zero = 0 if element in INTEGERS or element == BOOL else 0.0
        environment[result] = tuple(
            [
                _wrapped(convert(from_address(place).value), element) if want else zero
                for place, want in zip(places(environment), wanted, strict=True)
            ]
        )

    def store(environment: Environment) -> None:
        wanted = environment[mask] if masked else (1,) * lanes
        for lane, place, want in zip(environment[stored], places(environment), wanted, strict=True):
            if want:
                from_address(place).value = lane

    return store if stores else load


def _follow(value: Value, places: list[int], result: int) -> Step:
    before, here = places

    def run(environment: Environment) -> None:
        environment[result] = (environment[before][-1], *environment[here][:-1])

    return run


def _shuffle(value: Value, places: list[int], result: int) -> Step:
    first, second = places

    def run(environment: Environment) -> None:
        both = environment[first] + environment[second]
        environment[result] = tuple([both[lane] for lane in value.attr])

    return run


_SPECIAL: dict[int, Callable[[Value, list[int], int], Step]] = {
    ops.SPLAT: _splat,
    ops.LANE_NUMBERS: _lanes,
    ops.REVERSE: _whole(lambda lanes: lanes[::-1]),
    ops.FOLLOW: _follow,
    ops.SHUFFLE: _shuffle,
    ops.REDUCE: _reduce,
    ops.EXTRACT: _extract,
    ops.ANY: _whole(lambda lanes: int(any(lanes))),
    ops.ALL: _whole(lambda lanes: int(all(lanes))),
    ops.MASKBITS: _whole(lambda lanes: wrap(sum([bool(lane) << place for place, lane in enumerate(lanes)]), I64)),
    ops.MASKLOW: _masklow,
    **dict.fromkeys((ops.LOAD, ops.STORE, ops.MLOAD, ops.MSTORE, ops.GATHER, ops.SCATTER), _memory),
}
