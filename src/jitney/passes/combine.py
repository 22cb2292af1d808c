"""Loads at once what bytes are put together to: `data[i] | data[i + 1] << 8 | data[i + 2] << 16 | data[i + 3] << 24`.

Two or four bytes side by side, each shifted to where a processor that stores the low byte first has it, are a load of
16 or 32 bits. It stands where they are put together: behind whatever checks that they may be read, and nothing may be
written between the first of them and there.

Needs: split.py run before, since vectors take bytes otherwise.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.function import Memory
from ..ir.types import I64, KINDS
from .fold import place_of
from .rewrite import count_uses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Block, Function, Value

    Part = tuple[int, Value]
    """Of a byte: how far it is shifted, and its load."""

_WIDE = {2: KINDS["u16"], 4: KINDS["u32"]}
_SUMS = frozenset((ops.OR, ops.ADD, ops.XOR))
_WRITES = [bool(flags & ops.WRITES) for flags in ops.FLAGS]
_WRITES[ops.EFFECT] = _WRITES[ops.NEED] = False


def run(function: Function) -> None:
    blocks = [block for block in function.blocks if sum(_is_byte(value) for value in block.code) > 1]
    if blocks:
        used = count_uses(function)
        for block in blocks:
            _combine(block, used)


def _is_byte(value: Value) -> bool:
    return value.op == ops.LOAD and value.attr.kind.name == "u8"


def _combine(block: Block, used: dict[int, int]) -> None:
    code = block.code
    places = {value.id: place for place, value in enumerate(code)}
    gone: set[int] = set()

    def alone(value: Value) -> bool:
        return used[value.id] == 1 and value.id in places

    for place in range(len(code) - 1, -1, -1):
        root = code[place]
        if root.op not in _SUMS or root.type != I64 or root.id in gone:
            continue
        parts: list[Part] = []
        inside: set[int] = set()
        work = [*root.args]
        while work and len(parts) <= 4:
            value = work.pop()
            if not alone(value):
                break
            inside.add(value.id)
            if value.op in _SUMS:
                work += value.args
                continue
            shift = 0
            if value.op == ops.SHL and value.args[1].is_const:
                shift = value.args[1].attr
                value = value.args[0]
                inside.add(value.id)
            if not _is_byte(value) or not alone(value):
                break
            parts.append((shift, value))
        else:
            first = _first(parts)
            if first is None:
                continue
            start = min(places[load.id] for _, load in parts)
            if any(_WRITES[value.op] for value in code[start:place]):
                continue
            kind = _WIDE[len(parts)]
            memory = first.attr
            root.op, root.args = ops.LOAD, first.args
            root.attr = Memory(kind, memory.scale, memory.displacement, memory.alias)
            root.lo, root.hi = 0, (1 << 8 * kind.size) - 1
            gone |= inside
    if gone:
        block.code = [value for value in code if value.id not in gone]


def _first(parts: list[Part]) -> Value | None:
    """The load of the lowest byte of a word that lies in memory as the parts make it up; None if there is none."""
    if len(parts) not in _WIDE:
        return None
    parts.sort(key=lambda part: part[0])
    first = parts[0][1]
    root, offset = place_of(first.attr, first.args[1:])
    for number, (shift, load) in enumerate(parts):
        memory = load.attr
        other, at = place_of(memory, load.args[1:])
        if shift != 8 * number or at != offset + number or other is not root or load.args[0] is not first.args[0]:
            return None
        if (memory.scale, memory.alias) != (first.attr.scale, first.attr.alias):
            return None
    return first
