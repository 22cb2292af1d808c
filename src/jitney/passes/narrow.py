"""Computes in 32 bits what is masked to 32 bits: `h = (h ^ byte) * 16777619 & 0xffffffff`.

A processor's operation on 32 bits clears the upper half of the register, so the mask behind it costs nothing, if nobody
needs the unmasked result (select.py makes one instruction of both). Goes through the code backwards, users before what
they use, and marks the words of which some use needs more than the low half. Then

- masks of which only the low half is used go;
- what is also stored, or else used for its low half only, is used masked, so that the mask is its only use;
- constants in such places are those that fit an instruction, sign-extended from 32 bits.

Rotations are left as they are, since their masks belong to them. Needs: available.py run before (nothing that looks at
ranges of words follows: those whose upper half isn't used lose theirs).
"""

from __future__ import annotations

from ..backend.rotations import ROOTS, is_low_half, rotation
from ..ir import ops
from ..ir.dominators import reverse_postorder
from ..ir.types import I64, MAX, MIN
from .rewrite import replace_uses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Block, Function, Value

LOW = 0xFFFF_FFFF
_PASSES_ON = frozenset((ops.ADD, ops.SUB, ops.MUL, ops.XOR, ops.OR, ops.AND))
"""The low half of their result depends on the low halves of both operands alone."""


def run(function: Function) -> None:
    order = reverse_postorder(function)
    wide = _wide(order)
    kept = _rotations(order)
    replaced = {
        value.id: value.args[0]
        for block in order
        for value in block.code
        if is_low_half(value) and value.id not in wide and value.id not in kept
    }
    changed = {
        value.id
        for block in order
        for value in block.code
        if value.id not in wide and any(arg.id in replaced for arg in value.args)
    }
    replace_uses(function, replaced)
    halves: dict[int, Value] = {}  # by id of a word of which only the low half is used: that half
    again: dict[int, Value] = {}
    for block in order:
        for value in block.code:
            if is_low_half(value) and value.id not in replaced:
                word = value.args[0]
                if word.id not in wide and word.op in _NARROWED:
                    half = halves.setdefault(word.id, value)
                    if half is not value:
                        again[value.id] = half
    replace_uses(function, again)
    gone = replaced.keys() | again.keys() | {half.id for half in halves.values()}
    for block in order:
        _rewrite(function, block, wide, halves, gone, changed)


_NARROWED = _PASSES_ON | {ops.SHL}


def _wide(order: list[Block]) -> set[int]:
    """The ids of words of which more than the low half is used."""
    wide: set[int] = set()
    need = wide.add
    shl, and_, select, store, zext32, sext32 = ops.SHL, ops.AND, ops.SELECT, ops.STORE, ops.ZEXT32, ops.SEXT32
    for block in reversed(order):
        for value in block.operands:
            need(value.id)
        for arguments in block.arguments:
            for value in arguments:
                need(value.id)
        if block.exit is not None:
            for value in (*block.exit.operands, *block.exit.held):
                need(value.id)
        for value in reversed(block.code):
            op = value.op
            args = value.args
            if value.type == I64:
                if op == zext32 or op == sext32:
                    continue
                if op == and_ and args[1].op == ops.CONST and 0 <= args[1].attr <= LOW:
                    continue
                if value.id not in wide:
                    if op in _PASSES_ON:
                        continue
                    if op == shl:
                        need(args[1].id)
                        continue
                    if op == select:
                        need(args[0].id)
                        continue
            elif op == store and value.attr.kind.size <= 4 and args[0].type == I64:
                args = args[1:]
            for arg in args:
                need(arg.id)
            if value.exit is not None:
                for arg in (*value.exit.operands, *value.exit.held):
                    need(arg.id)
    return wide


def _rotations(order: list[Block]) -> set[int]:
    """The ids of masks that are part of rotations."""
    used: dict[int, int] = {}
    for block in order:
        for value in block.code:
            for arg in value.args:
                used[arg.id] = used.get(arg.id, 0) + 1

    def alone(value: Value, op: int) -> bool:
        return value.op == op and used[value.id] == 1

    kept: set[int] = set()
    for block in order:
        for value in block.code:
            if value.op in ROOTS and value.type == I64:
                found = rotation(value, alone)
                if found is not None:
                    kept.add(value.id)
                    kept.update([part.id for part in found[2]])
    return kept


def _rewrite(
    function: Function, block: Block, wide: set[int], halves: dict[int, Value], gone: set[int], changed: set[int]
) -> None:
    """Puts the halves right behind their words, and uses them in place of these. `changed`: the ids of words that have
    another upper half than before."""
    code: list[Value] = []
    for value in block.code:
        if value.id in gone:
            continue
        narrow = value.type == I64 and value.id not in wide
        if narrow and value.op in _PASSES_ON and not is_low_half(value):
            args = tuple([_signed(function, arg) for arg in value.args])
            if args != value.args:
                value.args = args
                changed.add(value.id)
        for arg in value.args:
            if arg.id in halves:
                value.args = tuple([halves.get(arg.id, arg) for arg in value.args])
                if narrow:
                    changed.add(value.id)
                break
        if narrow and (value.op in _NARROWED or value.op == ops.SELECT):
            if value.id in changed or any(arg.id in changed for arg in value.args):
                changed.add(value.id)
                value.lo, value.hi = MIN, MAX
        code.append(value)
        half = halves.get(value.id)
        if half is not None:
            code.append(half)
    block.code = code


def _signed(function: Function, value: Value) -> Value:
    """A constant as its low half, sign-extended."""
    if value.op != ops.CONST or -LOW // 2 <= value.attr <= LOW // 2:
        return value
    return function.const(I64, ((value.attr & LOW) ^ 1 << 31) - (1 << 31))
