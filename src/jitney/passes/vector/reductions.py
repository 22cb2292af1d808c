"""Finds out how the parameters of a loop's head collect: sums, products, least and greatest elements."""

from __future__ import annotations

from ...ir import ops
from ...ir.function import BRANCH, JUMP
from ...ir.types import BOOL, F32, F64, I64, is_float
from .basics import EXTENSIONS, IN_ORDER, No
from .inorder import find_steps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ...ir.function import Block, Value
    from ..loops import Slopes
    from ..split import Split
    from .inorder import Step

REDUCTIONS: dict[str, tuple[dict[int, tuple[int, ...]], int, Any, str]] = {
    "add": ({ops.ADD: (0, 1), ops.ADDO: (0, 1), ops.SUB: (0,), ops.SUBO: (0,)}, I64, 0, "add"),
    "mul": ({ops.MUL: (0, 1)}, I64, 1, "mul"),
    "and": ({ops.AND: (0, 1)}, I64, -1, "and_"),
    "or": ({ops.OR: (0, 1)}, I64, 0, "or_"),
    "xor": ({ops.XOR: (0, 1)}, I64, 0, "xor"),
    "band": ({ops.BAND: (0, 1)}, BOOL, 1, "band"),
    "bor": ({ops.BOR: (0, 1)}, BOOL, 0, "bor"),
    "fadd": ({ops.FADD: (0, 1), ops.FSUB: (0,)}, F64, -0.0, "fadd"),
    "fmul": ({ops.FMUL: (0, 1)}, F64, 1.0, "fmul"),
}
"""By name: the ops and the places of their operands at which what is collected stands; the type; what is neutral; how
the builder combines two."""

MERGED = {
    "add": ops.ADD,
    "mul": ops.MUL,
    "and": ops.AND,
    "or": ops.OR,
    "xor": ops.XOR,
    "band": ops.BAND,
    "bor": ops.BOR,
    "fadd": ops.FADD,
    "fmul": ops.FMUL,
}


class Collecting:
    """What is known of a loop, and of who uses what in it."""

    extension: int
    steps: list[Step]

    def __init__(self, split: Split, fastmath: bool, costly: bool) -> None:
        self.split = split
        self.fastmath = fastmath
        self.costly = costly
        self.shape = split.shape
        self.slopes: Slopes = split.shape.slopes
        self.limits = split.shape.limits
        self.incoming = split.shape.incoming
        self.chain: set[int] = set()
        """What the parameter that was looked at last becomes, by ids."""
        self.users: dict[int, list[tuple[Value | None, int]]] = {}
        self.find_users()

    def find_users(self) -> None:
        """Who uses each value: operations, parameters of blocks (None stands for what else there is)."""
        shape = self.shape
        note = self.users.setdefault
        for block in shape.blocks:
            for value in block.code:
                for place, arg in enumerate(value.args):
                    note(arg.id, []).append((value, place))
            for operand in block.operands:
                note(operand.id, []).append((None, 0))
            for way, (target, given) in enumerate(zip(block.targets, block.arguments, strict=True)):
                if target.id in shape.ids and (block.id, way) not in shape.dead:
                    for param, argument in zip(target.params, given, strict=True):
                        note(argument.id, []).append((param, -1))

    def reduction(self, param: Value, next: Value) -> str:
        """How a parameter that isn't affine collects."""
        line = self.shape.head.line
        for how, (allowed, type, _, _) in REDUCTIONS.items():
            if type == param.type or (type == F64 and is_float(param.type)):
                if type == F64 and not self.fastmath:
                    continue
                if self.is_chain(param, next, allowed):
                    return how
                if how in ("add", "mul") and self.is_wrapped(param, next, allowed):
                    return how
        if param.type in (I64, F64, F32):
            how = self.extremum(param, next)
            if how:
                return how
        if is_float(param.type):
            steps = find_steps(self, param, next)
            if steps is not None:
                if not self.costly:
                    raise No(IN_ORDER, line)
                self.steps = steps
                return "order"
        raise No("an iteration needs a value that the one before has computed", line)

    def is_chain(self, param: Value, next: Value, allowed: dict[int, tuple[int, ...]]) -> bool:
        """Whether the parameter is only used to make what comes round, by these ops with it at these places."""
        chain = {param.id}
        work = [param]
        joins: list[Value] = []
        while work:
            value = work.pop()
            for user, place in self.users.get(value.id, ()):
                if user is None:
                    return False
                if place < 0:
                    if user is not param and user.id in {p.id for p in self.shape.head.params}:
                        return False
                    joins.append(user)
                elif user.op == ops.SELECT:
                    if place == 0:
                        return False
                    joins.append(user)
                elif place not in allowed.get(user.op, ()):
                    return False
                if user.id not in chain:
                    chain.add(user.id)
                    work.append(user)
                elif place >= 0 and user.op != ops.SELECT:
                    return False
        for user in joins:
            args = user.args[1:] if user.op == ops.SELECT else self.split.arguments.get(user.id, [])
            if user is not param and not all(arg.id in chain for arg in args):
                return False
        self.chain = chain
        return next.id in chain

    def is_wrapped(self, param: Value, next: Value, allowed: dict[int, tuple[int, ...]]) -> bool:
        """The same of a narrower integer: each result is wrapped to its width."""
        for op in EXTENSIONS:
            if self.is_chain(param, next, {**allowed, op: (0,)}) and self.always_wrapped(param, next, op):
                self.extension = op
                return True
        return False

    def always_wrapped(self, param: Value, value: Value, op: int) -> bool:
        """Whether a value that is collected in is the parameter, or has been wrapped."""
        work, seen = [value], set()
        while work:
            value = work.pop()
            if value is param or value.id in seen:
                continue
            seen.add(value.id)
            if value.op == ops.SELECT:
                work += value.args[1:]
            elif value.id in self.split.arguments:
                work += self.split.arguments[value.id]
            elif value.op != op:
                return False
        return True

    def as_select(self, value: Value) -> tuple[Value, Value, Value] | None:
        """Condition, value if true, value if false; of a SELECT, or of a parameter where two ways meet."""
        if value.op == ops.SELECT:
            return value.args  # type: ignore[return-value]
        for block in self.shape.blocks:
            if value in block.params and block is not self.shape.head:
                edges = self.incoming.get(block.id, [])
                if len(edges) != 2:
                    return None
                place = block.params.index(value)
                found: dict[int, Value] = {}
                above: Block | None = None
                for source, way in edges:
                    argument = source.arguments[way][place]
                    while source.kind == JUMP and not source.params and len(self.incoming.get(source.id, ())) == 1:
                        source, way = self.incoming[source.id][0]
                    if source.kind != BRANCH or (above is not None and source is not above):
                        return None
                    above = source
                    found[way] = argument
                if above is None or len(found) != 2:
                    return None
                return above.operands[0], found[0], found[1]
        return None

    def only_chooses(self, condition: Value, value: Value) -> bool:
        """Whether a condition decides on nothing but which of two a value is: in lanes, what is compared with is not
        what the iteration before has left."""
        users = [user for user, _ in self.users.get(condition.id, ())]
        if value.op == ops.SELECT:
            return all(user is value for user in users)
        if users != [None]:
            return False
        for block in self.shape.blocks:
            if value in block.params:
                edges = self.incoming[block.id]
                (source, way), (other, other_way) = edges
                for param, x, y in zip(block.params, source.arguments[way], other.arguments[other_way], strict=True):
                    if x is not y and param is not value:
                        return False
                for above, _ in edges:
                    while above.operands != (condition,):
                        if any(op.exit is not None or ops.FLAGS[op.op] & ops.WRITES for op in above.code):
                            return False
                        ((above, _),) = self.incoming[above.id]
        return True

    def extremum(self, param: Value, next: Value) -> str:
        """`min` or `max` where the parameter becomes another value if that is less, or greater; else nothing."""
        parts = self.as_select(next)
        if parts is None:
            return ""
        condition, then, otherwise = parts
        if condition.op not in (ops.LT, ops.LE, ops.FLT, ops.FLE) or param not in condition.args:
            return ""
        new = then if otherwise is param else otherwise
        if param not in (then, otherwise) or new is param or new not in condition.args:
            return ""
        users = self.users.get(param.id, [])
        if any(user not in (condition, next) and user is not None for user, _ in users) or None in [
            u for u, _ in users
        ]:
            return ""
        if any(user is not param for user, _ in self.users.get(next.id, ())):
            return ""
        if not self.only_chooses(condition, next):
            return ""
        if is_float(param.type) and (otherwise is not param or self.shape.writes):
            return ""
        less = condition.args[0] is new  # new < param
        return "min" if less == (new is then) else "max"
