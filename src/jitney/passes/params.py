"""Removes parameters of blocks that have one value whichever way control comes, or always that of another.

The front end gives a block a parameter for every variable that lives there. One whose arguments are all the same value,
or the parameter itself (round a loop), is that value (Braun et al., "Simple and Efficient Construction of Static Single
Assignment Form", 2013, section 3.2). When one goes, those that it was an argument of are looked at again; in reducible
graphs nothing needless is left in the end. Also removes the blocks that can't be reached: what they pass counts for
nothing.

Counters that start alike and grow alike are one: `for i, x in enumerate(a)` has the number that is `i` and the index by
which it reads `a`. Needs nothing; to be run first, as it makes the function several times smaller.
"""

from __future__ import annotations

from ..ir.ops import ADD, ADDO, CONST, PARAM
from ..ir.types import MAX, MIN
from .blocks import remove_unreachable
from .rewrite import drop_params, replace_uses, resolve

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Block, Function, Value


def run(function: Function) -> None:
    remove_unreachable(function)
    params: list[Value] = []
    arguments: dict[int, list[Value]] = {}  # by parameter: what it gets, from all edges
    feeds: dict[int, list[Value]] = {}  # by parameter: the parameters that get it
    for block in function.blocks[1:]:
        params += block.params
        for param in block.params:
            arguments[param.id] = []
    for block in function.blocks:
        for target, given in zip(block.targets, block.arguments, strict=True):
            for param, argument in zip(target.params, given, strict=True):
                arguments[param.id].append(argument)
                if argument.op == PARAM:
                    feeds.setdefault(argument.id, []).append(param)
    replaced: dict[int, Value] = {}
    params.reverse()
    while params:
        param = params.pop()
        if param.id in replaced:
            continue
        same: Value | None = None
        for argument in arguments[param.id]:
            if argument.id in replaced:
                argument = resolve(replaced, argument)
            if argument is same or argument is param:
                continue
            if same is not None:
                break
            same = argument
        else:
            if same is None:
                continue
            replaced[param.id] = same
            fed = [other for other in feeds.pop(param.id, ()) if other.id not in replaced]
            params += fed
            if same.op == PARAM:
                there = feeds.setdefault(same.id, [])
                if len(there) < len(fed):
                    feeds[same.id], there, fed = fed, fed, there
                there += fed
    gone = set(replaced)
    for block in function.blocks[1:]:
        if len(block.params) > 1:
            _merge_counters(function, block, arguments, replaced, gone)
    replace_uses(function, replaced)
    drop_params(function, gone)


def _merge_counters(
    function: Function, block: Block, arguments: dict[int, list[Value]], replaced: dict[int, Value], gone: set[int]
) -> None:
    """Notes which parameters of a block count as another does: they are that one, and so are their sums."""
    alike: dict[tuple[int | tuple[int], ...], list[tuple[Value, Value]]] = {}
    for param in block.params:
        if param.id in gone:
            continue
        following: Value | None = None
        key: list[int | tuple[int]] = []  # by edge: what is given, or added
        for argument in arguments[param.id]:
            argument = resolve(replaced, argument)
            if argument.op in _SUMS and argument.args[0] is param and argument.args[1].op == CONST:
                if following is not None and argument is not following:
                    break
                following = argument
                key.append((argument.args[1].attr,))
            else:
                key.append(argument.id)
        else:
            if following is not None:
                alike.setdefault(tuple(key), []).append((param, following))
    for counters in alike.values():
        if len(counters) > 1:
            sums = {following.id for _, following in counters}
            code = next((above.code for above in function.blocks if sums <= {value.id for value in above.code}), [])
            order = [value.id for value in code if value.id in sums]
            if not order:
                continue
            counters.sort(key=lambda counter: order.index(counter[1].id))
            first, sum_ = counters[0]
            for param, following in counters[1:]:
                if following.op == ADD != sum_.op and _stays_word(param, following.args[1].attr):
                    sum_.op, sum_.exit = ADD, None
                replaced[param.id], replaced[following.id] = first, sum_
                gone.add(param.id)
                first.lo, first.hi = max(first.lo, param.lo), min(first.hi, param.hi)
            by = sum_.args[1].attr
            if _stays_word(first, by):  # what is known of the other sums, a guard may have found
                sum_.lo, sum_.hi = max(sum_.lo, first.lo + by), min(sum_.hi, first.hi + by)


def _stays_word(param: Value, number: int) -> bool:
    return param.lo + number >= MIN and param.hi + number <= MAX


_SUMS = frozenset((ADD, ADDO))
