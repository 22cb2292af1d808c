"""Removes parameters of blocks that have one value whichever way control comes.

The front end gives a block a parameter for every variable that lives there. One whose arguments are all the same value,
or the parameter itself (round a loop), is that value (Braun et al., "Simple and Efficient Construction of Static Single
Assignment Form", 2013, section 3.2). When one goes, those that it was an argument of are looked at again; in reducible
graphs nothing needless is left in the end. Also removes the blocks that can't be reached: what they pass counts for
nothing. Needs nothing; to be run first, as it makes the function several times smaller.
"""

from __future__ import annotations

from ..ir.ops import PARAM
from .blocks import remove_unreachable
from .rewrite import drop_params, replace_uses, resolve

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Function, Value


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
    replace_uses(function, replaced)
    drop_params(function, set(replaced))
