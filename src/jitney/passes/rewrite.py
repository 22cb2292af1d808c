"""What passes share: counting the uses of values, replacing them in one sweep, and dropping parameters of blocks."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Block, Exit, Function, Value

    Replacements = dict[int, Value]


def resolve(replaced: Replacements, value: Value) -> Value:
    """What stands for `value` in the end; shortens the way there for the next who asks."""
    new = replaced.get(value.id)
    if new is None:
        return value
    while (further := replaced.get(new.id)) is not None:
        new = further
    while value is not new:
        following = replaced[value.id]
        replaced[value.id] = new
        value = following
    return new


def replace_uses(function: Function, replaced: Replacements, within: list[Block] | None = None) -> None:
    """Every use of a value becomes one of what stands for it, in exits too. Ids lead to the values that replace.
    `within`: the blocks to look through, if not all."""
    if not replaced:
        return
    for key, value in replaced.items():
        replaced[key] = resolve(replaced, value)
    get = replaced.get
    seen: set[int] = set()

    def exit_uses(exit: Exit) -> None:
        if id(exit) not in seen:
            seen.add(id(exit))
            exit.operands = tuple([get(use.id, use) for use in exit.operands])
            exit.held = tuple([get(use.id, use) for use in exit.held])

    for block in function.blocks if within is None else within:
        for value in block.code:
            for use in value.args:
                if use.id in replaced:
                    value.args = tuple([get(use.id, use) for use in value.args])
                    break
            if value.exit is not None:
                exit_uses(value.exit)
        for use in block.operands:
            if use.id in replaced:
                block.operands = tuple([get(use.id, use) for use in block.operands])
                break
        for arguments in block.arguments:
            for place, use in enumerate(arguments):
                if use.id in replaced:
                    arguments[place] = replaced[use.id]
        if block.exit is not None:
            exit_uses(block.exit)


def drop_params(function: Function, dropped: set[int]) -> None:
    """Removes the parameters with those ids, and the arguments given for them."""
    kept: dict[int, list[int]] = {}  # by block: the places of the parameters that stay
    for block in function.blocks[1:]:
        params = block.params
        for param in params:
            if param.id in dropped:
                kept[block.id] = places = [place for place, param in enumerate(params) if param.id not in dropped]
                block.params = [params[place] for place in places]
                break
    if not kept:
        return
    for block in function.blocks:
        for target in block.targets:
            if target.id in kept:
                block.arguments = tuple(
                    [
                        [arguments[place] for place in kept[target.id]] if target.id in kept else arguments
                        for target, arguments in zip(block.targets, block.arguments, strict=True)
                    ]
                )
                break


def count_uses(function: Function) -> dict[int, int]:
    """How often each value is used, by its id."""
    used: dict[int, int] = {}

    def count(values: tuple[Value, ...] | list[Value]) -> None:
        for value in values:
            used[value.id] = used.get(value.id, 0) + 1

    for block in function.blocks:
        for value in block.code:
            count(value.args)
            if value.exit is not None:
                count((*value.exit.operands, *value.exit.held))
        count(block.operands)
        for arguments in block.arguments:
            count(arguments)
        if block.exit is not None:
            count((*block.exit.operands, *block.exit.held))
    return used


def param_like(function: Function, block: Block, param: Value) -> Value:
    """A parameter for a block, of the type and the bounds of another one."""
    new = function.param(block, param.type)
    new.lo, new.hi = param.lo, param.hi
    return new
