"""Drops the checks that nobody needs: Python's ints have no bound, but where a result is only looked at through a mask
below 2**64, arithmetic modulo 2**64 gives Python's answer (`(h * 16777619) & 0xffffffff`).

Goes through the code backwards, users before what they use, and marks the values of which some use wants the *exact*
integer. Uses that want only its value modulo 2**64, or fewer of its bits, are: WRAP; AND with what is not negative;
stores of less than 8 bytes; and + - * & | ^ select, the checked ones too, and << of it, if their own result is not
wanted exactly. All others are exact, those by exits and by arguments of blocks included. Checked operations not wanted
exactly lose their check, and with it their exit. Then WRAPs have done their work and are replaced by their operands.

`a * b + c - k` is regrouped on the way, where c and k are small.

A check that raises stays, and so does one that somebody relied on when giving the result a range (`lo`, `hi`). So
ranges stay true: those of other operations follow from the ranges of their operands.

Needs: unreachable blocks removed. Leaves operations without uses, for dead.py.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.dominators import reverse_postorder
from ..ir.function import BAIL
from ..ir.types import I64, MAX, MIN
from .rewrite import replace_uses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Block, Function, Value

UNCHECKED = {
    ops.ADDO: ops.ADD,
    ops.SUBO: ops.SUB,
    ops.MULO: ops.MUL,
    ops.UADDO: ops.ADD,
    ops.USUBO: ops.SUB,
    ops.UMULO: ops.MUL,
    ops.SHLO: ops.SHL,
    ops.USHLO: ops.SHL,
}
SMALL = 1 << 32
"""Numbers up to this much are small, either way."""
_PASSES_ON = frozenset((ops.ADD, ops.SUB, ops.MUL, ops.XOR, ops.OR, ops.AND))
"""The low bits of their result depend on the low bits of both operands alone."""


def run(function: Function) -> None:
    for block in function.blocks:
        for value in block.code:
            if value.op in UNCHECKED or value.op == ops.WRAP:
                _run(function)
                return


def _run(function: Function) -> None:
    exact: set[int] = set()
    need = exact.add
    replaced: dict[int, Value] = {}
    shl, and_, select, store, wrap = ops.SHL, ops.AND, ops.SELECT, ops.STORE, ops.WRAP
    addo, subo = ops.ADDO, ops.SUBO
    for block in reversed(reverse_postorder(function)):
        for value in block.operands:
            need(value.id)
        for arguments in block.arguments:
            for value in arguments:
                need(value.id)
        if block.exit is not None:
            for value in block.exit.operands:
                need(value.id)
        for value in reversed(block.code):
            op = value.op
            if op == subo and value.args[0].op == addo:
                small = _regroup(function, block, value)
                if small is not None:
                    op = value.op
                    need(small.id)
            args = value.args
            if value.id not in exact:
                if op in UNCHECKED and _droppable(value):
                    op = value.op = UNCHECKED[op]
                    value.exit = None
                if op in _PASSES_ON:
                    continue
                if op == shl:
                    need(args[1].id)
                    continue
                if op == select and value.lo == MIN and value.hi == MAX:  # else somebody knows more of the operands
                    need(args[0].id)
                    continue
            if op == wrap:
                replaced[value.id] = args[0]
            elif op == and_:
                a, b = args
                if b.lo >= 0 or b.op == wrap:
                    need(b.id)
                elif a.lo >= 0 or a.op == wrap:
                    need(a.id)
                else:
                    need(a.id)
                    need(b.id)
            elif op == store and value.attr.kind.size < 8:
                for arg in args[1:]:
                    need(arg.id)
            else:
                for arg in args:
                    need(arg.id)
                if value.exit is not None:
                    for arg in value.exit.operands:
                        need(arg.id)
    replace_uses(function, replaced)
    if replaced:
        for block in function.blocks:
            block.code = [value for value in block.code if value.op != wrap]


def _regroup(function: Function, block: Block, value: Value) -> Value | None:
    """Makes `a * b + (c - k)` of `a * b + c - k`, for a small c, and returns that: then one sum waits for the product,
    with one check. Ints are exact, so all orders give the same."""
    sum, number = value.args
    if not (number.is_const and _droppable(value) and _droppable(sum)) or sum not in block.code:
        return None
    for product, small in (sum.args, sum.args[::-1]):
        if product.op == ops.MULO and -SMALL <= small.lo <= small.hi <= SMALL and abs(number.attr) <= SMALL:
            less = function.value(ops.SUB, I64, (small, number))
            less.lo, less.hi, less.line = small.lo - number.attr, small.hi - number.attr, value.line
            block.code.insert(block.code.index(value), less)
            value.op, value.args = ops.ADDO, (product, less)
            return small
    return None


def _droppable(value: Value) -> bool:
    return value.lo == MIN and value.hi == MAX and value.exit is not None and value.exit.kind == BAIL
