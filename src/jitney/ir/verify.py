"""The verifier: what a function of the IR has to keep to, so that passes and back end can rely on it.

It runs between passes in tests, and wherever a function comes from outside.
"""

from __future__ import annotations

from ..errors import JitneyError
from . import ops
from .dominators import immediate_dominators, intervals, predecessors, reverse_postorder
from .function import BRANCH, JUMP, LEAVE, RETURN, TERMINATORS
from .types import BOOL, F32, F64, FIRST_VECTOR, I64, MAX, MIN, NAMES, NONE, is_float

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from .function import Block, Exit, Function, Value


class IRError(JitneyError):
    """A function of the IR breaks a rule, or does what has no meaning. Names the function, the block and the value."""


def verify(function: Function) -> None:
    """Raises IRError at the first rule that the function breaks."""
    _Verifier(function).verify()


class _Verifier:
    def __init__(self, function: Function) -> None:
        self.function = function
        self.where = function.name
        self.seen: set[tuple[int, int, tuple[int, ...]]] = set()  # op and types of result and operands, found right
        self.defined: dict[int, tuple[Value, Block | None, int]] = {}  # by id; the block, the place in it

    def error(self, message: str) -> IRError:
        return IRError(f"{self.where}: {message}")

    def verify(self) -> None:
        function = self.function
        if not function.blocks:
            raise self.error("no blocks")
        blocks = {block.id: block for block in function.blocks}
        if len(blocks) != len(function.blocks):
            raise self.error("two blocks have the same id, or one stands there twice")
        for constant in function.constants.values():
            self.constant(constant)
        for block in function.blocks:
            self.where = f"{function.name}, block b{block.id}"
            self.definitions(block)
        for block in function.blocks:
            self.where = f"{function.name}, block b{block.id}"
            for target in block.targets:
                if blocks.get(target.id) is not target:
                    raise self.error(f"goes to b{target.id}, which is no block of the function")
                if target is function.entry:
                    raise self.error("goes to the entry")
            self.code(block)
            self.terminator(block)
        self.dominance()

    # Definitions.

    def define(self, value: Value, block: Block | None, place: int) -> None:
        if value.id in self.defined:
            raise self.error(f"v{value.id} is defined twice")
        if not 0 < value.id <= self.function.next_id:
            raise self.error(f"v{value.id} has an id that the function didn't give")
        self.defined[value.id] = value, block, place

    def constant(self, value: Value) -> None:
        number = value.attr
        if value.type == I64:
            right = isinstance(number, int) and MIN <= number <= MAX
        elif value.type == BOOL:
            right = number in (0, 1)
        else:
            right = is_float(value.type) and isinstance(number, float)
        if value.op != ops.CONST or not right:
            raise self.error(f"{value!r} is no constant of its type")
        self.define(value, None, 0)

    def definitions(self, block: Block) -> None:
        for param in block.params:
            if param.op != ops.PARAM or not (I64 <= param.type < NONE or param.type >= FIRST_VECTOR):
                raise self.error(f"{param!r} is no parameter")
            self.define(param, block, -1)
        for place, value in enumerate(block.code):
            self.define(value, block, place)

    # Operations and terminators, by themselves.

    def code(self, block: Block) -> None:
        operands, results, flags = ops.OPERANDS, ops.RESULT, ops.FLAGS
        before: Value | None = None
        for value in block.code:
            op = value.op
            if op == ops.CONST or op == ops.PARAM:
                raise self.error(f"{value!r} stands in the code")
            types = tuple([arg.type for arg in value.args])
            if (kind := (op, value.type, types)) not in self.seen:
                if value.type >= FIRST_VECTOR or any(type >= FIRST_VECTOR for type in types):
                    self.vector(value)
                    before = value
                    continue
                if (problem := _mismatch(operands[op], types)) is not None:
                    raise self.error(f"{value!r}: {problem}")
                if (letter := results[op]) != "x" and value.type != _result_type(operands[op], letter, types):
                    raise self.error(f"{value!r} has a result of the wrong type")
                self.seen.add(kind)
            if op in _OF_ATTRIBUTE and (problem := _OF_ATTRIBUTE[op](value)) is not None:
                raise self.error(f"{value!r}: {problem}")
            if (value.exit is None) == bool(flags[op] & ops.TRAPS):
                raise self.error(f"{value!r} {'has an exit' if value.exit else 'has no exit'}")
            if op == ops.RESULT_OF:
                call = value.args[0]
                if before is not call and not (before and before.op == ops.RESULT_OF and before.args[0] is call):
                    raise self.error(f"{value!r} doesn't stand right behind its call")
            before = value

    def vector(self, value: Value) -> None:
        """An operation that has vectors. Which are real is vectors.py's business."""
        from .vectors import mismatch

        if (problem := mismatch(value)) is not None:
            raise self.error(f"{value!r}: {problem}")
        if value.exit is not None:
            raise self.error(f"{value!r} has an exit")

    def terminator(self, block: Block) -> None:
        kind = block.kind
        if not JUMP <= kind <= LEAVE:
            raise self.error("no terminator")
        name = TERMINATORS[kind]
        types = tuple([operand.type for operand in block.operands])
        if types != {JUMP: (), BRANCH: (BOOL,), RETURN: self.function.results, LEAVE: ()}[kind]:
            raise self.error(f"{name} has operands of types {_names(types)}")
        if (block.exit is None) == (kind == LEAVE):
            raise self.error(f"{name} {'has an exit' if block.exit else 'has no exit'}")
        count = {JUMP: 1, BRANCH: 2}.get(kind, 0)
        if len(block.targets) != count or len(block.arguments) != count:
            raise self.error(f"{name} has {len(block.targets)} targets and {len(block.arguments)} lists of arguments")
        for target, arguments in zip(block.targets, block.arguments, strict=True):
            given, wanted = [a.type for a in arguments], [p.type for p in target.params]
            if given != wanted:
                raise self.error(f"b{target.id} takes {_names(wanted)}, is given {_names(given)}")

    # Uses.

    def dominance(self) -> None:
        order = reverse_postorder(self.function)
        enters, leaves = intervals(immediate_dominators(predecessors(order)))
        number = {block.id: index for index, block in enumerate(order)}
        defined = self.defined
        checked: set[int] = set()

        def uses(values: Iterable[Value], here: Block, place: int) -> None:
            for value in values:
                found, block, at = defined.get(value.id, (None, None, 0))
                if found is not value:
                    raise self.error(f"{value!r} is used and defined nowhere")
                if block is None:
                    continue
                if block is here:
                    right = at < place
                else:
                    above = number.get(block.id, -1)
                    right = above >= 0 and enters[above] <= enters[number[here.id]] < leaves[above]
                if not right:
                    raise self.error(f"{value!r} is used where its definition may not have been passed")

        def exit_uses(exit: Exit, here: Block, place: int) -> None:
            uses(exit.operands, here, place)
            uses(exit.held, here, place)
            if id(exit) not in checked:
                checked.add(id(exit))
                for held in exit.held:
                    if held.type != I64:
                        raise self.error(f"{held!r} is held by an exit and no address")
                for operand in exit.operands:
                    if operand.type >= FIRST_VECTOR:
                        raise self.error(f"{operand!r} is a vector that an exit asks for")

        if any(
            type >= FIRST_VECTOR for type in (*self.function.results, *[p.type for p in self.function.entry.params])
        ):
            raise self.error("takes or gives a vector")
        for block in order:
            self.where = f"{self.function.name}, block b{block.id}"
            for place, value in enumerate(block.code):
                uses(value.args, block, place)
                if value.exit is not None:
                    exit_uses(value.exit, block, place)
            end = len(block.code)
            uses(block.operands, block, end)
            for arguments in block.arguments:
                uses(arguments, block, end)
            if block.exit is not None:
                exit_uses(block.exit, block, end)
        if self.function.too_deep is not None:
            exit_uses(self.function.too_deep, self.function.entry, 0)


def _names(types: Iterable[int]) -> str:
    return f"({', '.join(NAMES[type] for type in types)})"


_LETTERS: dict[str, tuple[int, ...]] = {
    "i": (I64,),
    "f": (F64,),
    "s": (F32,),
    "b": (BOOL,),
    "n": (F64, F32),
    "x": (I64, F64, F32, BOOL),
    **dict.fromkeys("vmj", ()),
}


def _mismatch(letters: str, types: tuple[int, ...]) -> str | None:
    """What is wrong with the types of operands, if anything."""
    fixed = letters.rstrip("*")
    if len(types) < len(fixed) or (len(types) > len(fixed) and fixed == letters):
        return f"has {len(types)} operands, not {len(fixed)}"
    generic: int | None = None
    for place, (letter, type) in enumerate(zip(fixed, types, strict=False)):
        if type not in _LETTERS[letter]:
            return f"operand {place} is of type {NAMES[type]}"
        if letter in "nx":
            if generic is not None and generic != type:
                return f"operands of types {_names(types)} differ"
            generic = type
    return None


def _result_type(letters: str, letter: str, types: tuple[int, ...]) -> int:
    if letter == "=":
        return types[min(letters.index(generic) for generic in "nx" if generic in letters)]
    return _LETTERS[letter][0] if letter else NONE


def _memory(value: Value) -> str | None:
    type = value.attr.kind.type
    load = value.op == ops.LOAD
    stored, address = (value.type, value.args) if load else (value.args[0].type, value.args[1:])
    if stored != type:
        return f"{NAMES[stored]} where the memory has {NAMES[type]}"
    if len(address) > 2 or any(arg.type != I64 for arg in address):
        return "the address is no base and index"
    return None


def _called(value: Value, parameters: tuple[int, ...] | None, result: int) -> str | None:
    types = tuple([arg.type for arg in value.args])
    if parameters is not None and types != parameters:
        return f"takes {_names(parameters)}, is given {_names(types)}"
    return None if value.type == result else f"gives {NAMES[result]}"


def _first(results: tuple[int, ...]) -> int:
    return results[0] if results else NONE


def _result(value: Value) -> str | None:
    call = value.args[0]
    results: tuple[Any, ...] = call.attr.results if call.op in (ops.CALL, ops.UPCALL) else ()
    if not 0 < value.attr < len(results):
        return f"{call!r} has no result {value.attr}"
    return None if value.type == results[value.attr] else f"is of type {NAMES[results[value.attr]]}"


def _frame(value: Value) -> str | None:
    return None if isinstance(value.attr, int) and value.attr > 0 else f"{value.attr!r} is no size"


_OF_ATTRIBUTE: dict[int, Callable[[Value], str | None]] = {
    ops.LOAD: _memory,
    ops.STORE: _memory,
    ops.FRAME: _frame,
    ops.CALL: lambda value: _called(value, value.attr.parameters, _first(value.attr.results)),
    ops.CCALL: lambda value: _called(value, value.attr.parameters, value.attr.result),
    ops.UPCALL: lambda value: _called(value, None, _first(value.attr.results)),
    ops.RESULT_OF: _result,
}
"""Ops whose attribute has a say; the rest have no attribute."""
