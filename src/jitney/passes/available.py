"""Takes over what every way into a loop's head has computed already: `while j >= gap and a[j - gap] > x: a[j] = ...`.

Loops are inverted, so the condition of a `while` stands before the loop and at its end, and both have looked at
`a[j - gap]` for the `j` with which the body begins. What the body computes from its parameters is looked for on each
edge with what the edge gives for them; where all have it, it becomes a parameter, and checks that all have passed go.
So do loads of what nothing can have written since ("partial redundancy elimination", of the part that is fully
redundant once seen through the parameters; Briggs and Cooper, PLDI 1994).

What costs no more than a move stays. Needs: polls.py run before.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.function import Block, Value
from ..ir.types import BOOL, FIRST_VECTOR, I64, signed
from .counted import CHECKED
from .rewrite import replace_uses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..ir.function import Function

    Key = tuple[Any, ...]

MOST_BLOCKS = 5
"""How many blocks above an edge are looked at."""
MOST_PARAMS = 3
"""How many parameters a loop may get: each keeps a register."""

_TAKEN = [bool(flags & ops.PURE) and not flags & (ops.PINNED | ops.TRAPS) for flags in ops.FLAGS]
for _op in (*CHECKED, ops.LOAD, ops.GUARD):
    _TAKEN[_op] = True
for _op in (ops.CONTEXT, ops.CCALL, ops.FRAME, ops.PARAM):
    _TAKEN[_op] = False
_WORTH = frozenset((ops.LOAD, ops.GUARD, *CHECKED))
_CHEAP = frozenset((ops.ADD, ops.SUB, ops.BNOT, ops.B2I))
"""What is computed again where its value is needed."""
_CLOBBERS = [bool(flags & ops.WRITES) for flags in ops.FLAGS]
for _op in (ops.STORE, ops.EFFECT, ops.RETAIN, ops.NEED):
    _CLOBBERS[_op] = False


def run(function: Function) -> None:
    heads = _heads(function)
    if not heads:
        return
    before: dict[int, list[tuple[Block, int]]] = {block.id: [] for block in function.blocks}
    for block in function.blocks:
        for way, target in enumerate(block.targets):
            before[target.id].append((block, way))
    replaced: dict[int, Value] = {}
    for head in heads:
        edges = before[head.id]
        if len({id(above) for above, _ in edges}) == len(edges) <= MOST_BLOCKS:
            _take_over(function, head, edges, before, replaced)
    replace_uses(function, replaced)


def _heads(function: Function) -> list[Block]:
    """Blocks that a later one leads back to, in the order of the blocks, and in which something may be gained."""
    found: dict[int, Block] = {}
    seen: set[int] = set()
    for block in function.blocks:
        seen.add(block.id)
        for target in block.targets:
            if target.id in seen and target.params and target is not function.entry and target.id not in found:
                if not target.cold and any(value.op in _WORTH and value.type < FIRST_VECTOR for value in target.code):
                    found[target.id] = target
    return list(found.values())


def _key(value: Value, args: list[Value]) -> Key:
    return (value.op, value.type, value.attr, *[("", arg.type, arg.attr) if arg.is_const else arg.id for arg in args])


def _available(block: Block, before: dict[int, list[tuple[Block, int]]]) -> dict[Key, Value]:
    """What has been computed for sure at the end of a block: checks passed; loads of what nothing has written since."""
    chain = [block]
    while len(chain) < MOST_BLOCKS and len(before[chain[-1].id]) == 1:
        above = before[chain[-1].id][0][0]
        if above in chain:
            break
        chain.append(above)
    found: dict[Key, Value] = {}
    loads: dict[str, dict[Key, Value]] = {}
    for part in reversed(chain):
        for value in part.code:
            op = value.op
            if op == ops.STORE:
                loads.pop(value.attr.alias, None)
            elif _CLOBBERS[op]:
                loads.clear()
            elif op == ops.LOAD:
                loads.setdefault(value.attr.alias, {})[_key(value, list(value.args))] = value
            elif _TAKEN[op]:
                found[_key(value, list(value.args))] = value
    for known in loads.values():
        found |= known
    return found


def _sum(known: dict[Key, Value], value: Value, a: Value, b: Value) -> Value | None:
    """The sum of a sum and a constant, which is written with one constant."""
    if not (b.is_const and a.op == ops.ADD and a.args[1].is_const):
        return None
    number = signed(a.args[1].attr + b.attr)
    if number == 0:
        return a.args[0]
    return known.get((ops.ADD, value.type, value.attr, a.args[0].id, ("", b.type, number)))


def _take_over(
    function: Function,
    head: Block,
    edges: list[tuple[Block, int]],
    before: dict[int, list[tuple[Block, int]]],
    replaced: dict[int, Value],
) -> None:
    known = [_available(above, before) for above, _ in edges]
    given = [
        {param.id: argument for param, argument in zip(head.params, above.arguments[way], strict=True)}
        for above, way in edges
    ]
    inside = {value.id for value in head.code}
    again: dict[int, list[Value]] = {}  # by value that all edges have: what it is on each
    order: list[Value] = []
    written: set[str] = set()
    clobbered = False
    for value in head.code:
        op = value.op
        if op == ops.STORE:
            written.add(value.attr.alias)
        elif _CLOBBERS[op]:
            clobbered = True
        if not _TAKEN[op] or value.type >= FIRST_VECTOR or not value.args:
            continue
        if op == ops.LOAD and (clobbered or value.attr.alias in written):
            continue
        if any(arg.id in inside and arg.id not in again for arg in value.args):
            continue
        on_edges = []
        for number, of_edge in enumerate(given):
            args = [again[arg.id][number] if arg.id in again else of_edge.get(arg.id, arg) for arg in value.args]
            found = known[number].get(_key(value, args))
            if found is None and op == ops.ADD:
                found = _sum(known[number], value, *args)
            if found is None:
                break
            on_edges.append(found)
        else:
            again[value.id] = on_edges
            order.append(value)
    if not any(value.op in _WORTH for value in order):
        return
    # What of it is needed as a value: by what stays. What is cheap stays itself then.
    gone = set(again)
    needed: set[int] = set()
    for block in function.blocks:
        for value in block.code:
            if value.id not in gone:
                needed.update([arg.id for arg in value.args if arg.id in gone])
            exit = value.exit
            if exit is not None and value.id not in gone:
                needed.update([use.id for use in (*exit.operands, *exit.held) if use.id in gone])
        for uses in (block.operands, *block.arguments):
            needed.update([use.id for use in uses if use.id in gone])
        if block.exit is not None:
            needed.update([use.id for use in (*block.exit.operands, *block.exit.held) if use.id in gone])
    for values in again.values():  # what is given for the parameters to be
        needed.update([value.id for value in values if value.id in gone and value.op != ops.GUARD])
    wanted: list[Value] = []
    for value in reversed(order):
        if value.id in needed:
            if value.op in _CHEAP or value.type == BOOL:
                gone.discard(value.id)
                needed.update([arg.id for arg in value.args if arg.id in gone])
            else:
                wanted.append(value)
    if len(wanted) > MOST_PARAMS or not any(value.op in _WORTH and value.id in gone for value in order):
        return
    for above, _ in edges:
        above.arguments = tuple([list(arguments) for arguments in above.arguments])
    for value in reversed(wanted):
        param = function.param(head, value.type)
        values = again[value.id]
        if value.type == I64:
            param.lo, param.hi = min(one.lo for one in values), max(one.hi for one in values)
        replaced[value.id] = param
        for (above, way), one in zip(edges, values, strict=True):
            above.arguments[way].append(one)
    head.code = [value for value in head.code if value.id not in gone]
