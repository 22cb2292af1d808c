"""Inlining: the body of a small jitted function in the place of a call of it.

The callee's IR, as its own lowering made it, is emitted anew through the caller's builder: arguments that are constants
or have ranges fold what depends on them, and what the caller knows already is shared. No exit gets lost: those of the
copy are the callee's, with the caller's frame behind (`Exit.frames`), so tracebacks show both, at their true lines, and
bail-outs are told as the callee's. Nothing depends on what the body does, then: it may store, call, or raise halfway.

Not inlined: functions with loops, which take long enough for a call not to matter; those that call Python or count
references; recursive ones, whose types may not be known yet; and large ones.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.builder import Builder, Scope, common
from ..ir.dominators import reverse_postorder
from ..ir.function import BRANCH, LEAVE, RETURN, Exit
from ..ir.types import BOOL, I64

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..ir.function import Block, Value
    from .lowering import Lowering
    from .session import Specialisation


def inline(L: Lowering, spec: Specialisation, words: tuple[Value, ...]) -> list[Value]:
    """Emits the body of a lowered function. Returns its results, for these words of the arguments."""
    return _Inlining(L, spec).emit(words)


class _Inlining:
    def __init__(self, L: Lowering, spec: Specialisation) -> None:
        assert spec.function is not None
        self.L = L
        self.spec = spec
        self.body = spec.function
        self.values: dict[int, Value] = {}  # of the caller, by the ids of the callee's
        self.ways: dict[int, list[tuple[Block, Scope, int, list[Value]]]] = {}
        """By the id of a block of the callee: the ends of blocks that lead there, which target it is, the arguments."""
        self.returns: list[tuple[Block, Scope, list[Value]]] = []
        self.exits: dict[int, Exit] = {}
        self.outer = L.passes_on()
        self.begin = L.b.block

    def emit(self, words: tuple[Value, ...]) -> list[Value]:
        b, values = self.L.b, self.values
        values.update((param.id, word) for param, word in zip(self.body.entry.params, words, strict=True))
        for block in reverse_postorder(self.body):
            if block is not self.body.entry:
                if block.id not in self.ways:
                    continue  # a condition is constant here
                self.enter(block)
            for value in block.code:
                self.value(value)
            self.terminator(block)
        if not self.returns:
            from .lowering import Unreachable

            raise Unreachable
        if len(self.returns) == 1:
            end, scope, results = self.returns[0]
            b.enter(end, scope)
            return results
        done = self.block(self.begin.cold)
        scope = self.returns[0][1]
        for _, other, _ in self.returns[1:]:
            scope = common(scope, other)
        for end, _, results in self.returns:
            end.jump(done, results)
            end.line = b.line
        b.enter(done, Scope(scope))
        return [
            self.param(done, list(column)) for column in zip(*[results for _, _, results in self.returns], strict=True)
        ]

    # Blocks.

    def block(self, cold: bool) -> Block:
        block = self.L.function.block()
        block.depth, block.cold = self.begin.depth, cold
        self.L.function.blocks.append(block)
        return block

    def param(self, block: Block, incoming: list[Value]) -> Value:
        """A parameter, of which all arguments are known."""
        param = self.L.function.param(block, incoming[0].type)
        if param.type == I64:
            param.lo = min([value.lo for value in incoming])
            param.hi = max([value.hi for value in incoming])
        return param

    def enter(self, block: Block) -> None:
        """A block of the callee begins: all ways there are known."""
        ways = self.ways[block.id]
        copy = self.block(block.cold or self.begin.cold)
        scope = ways[0][1]
        for _, other, _, _ in ways[1:]:
            scope = common(scope, other)
        for end, _, which, arguments in ways:
            end.targets = tuple([copy if number == which else to for number, to in enumerate(end.targets)])
            if len(ways) > 1:
                end.arguments[which].extend(arguments)
        columns = zip(*[arguments for _, _, _, arguments in ways], strict=True) if block.params else ()
        for param, column in zip(block.params, columns, strict=True):
            if len(ways) == 1:
                self.values[param.id] = column[0]
            else:
                value = self.values[param.id] = self.param(copy, list(column))
                self.L.b.narrow(value, param.lo, param.hi)
        self.L.b.enter(copy, Scope(scope))

    def terminator(self, block: Block) -> None:
        b = self.L.b
        end, scope = b.block, b.scope
        end.line = b.line
        operands = [self.of(value) for value in block.operands]
        kind = block.kind
        if kind == RETURN:
            self.returns.append((end, scope, operands))
        elif kind == LEAVE:
            end.leave(self.exit(block.exit))  # type: ignore[arg-type]
        else:
            given = zip(block.targets, block.arguments, strict=True)
            ways = [(target, [self.of(value) for value in arguments]) for target, arguments in given]
            if kind == BRANCH and operands[0].is_const:
                ways = [ways[0 if operands[0].attr else 1]]
            if len(ways) == 1:
                end.jump(end)
            else:
                end.branch(operands[0], end, end)
            # The targets are put in when they are entered.
            for which, (target, arguments) in enumerate(ways):
                self.ways.setdefault(target.id, []).append((end, scope, which, arguments))

    # Values.

    def of(self, value: Value) -> Value:
        """What stands in the caller for a value of the callee."""
        if value.op == ops.CONST:
            return self.L.function.const(value.type, value.attr)
        return self.values[value.id]

    def exit(self, exit: Exit) -> Exit:
        found = self.exits.get(id(exit))
        if found is None:
            outer = self.outer
            operands, held = (tuple([self.of(value) for value in part]) for part in (exit.operands, exit.held))
            frames = (*(exit.frames or ((self.spec, exit.payload),)), (self.L.spec, outer.payload))
            found = Exit(exit.kind, outer.line, exit.payload, operands, held + outer.held, frames)
            self.exits[id(exit)] = found
        return found

    def value(self, value: Value) -> None:
        b = self.L.b
        args = [self.of(arg) for arg in value.args]
        op = value.op
        rule = _RULES.get(op)
        if rule is not None:
            new = rule(b, *args) if value.exit is None else rule(b, *args, self.exit(value.exit))
        elif op == ops.LOAD:
            new = b.load(value.attr, *args)
        elif op == ops.CCALL:
            new = b.ccall(value.attr, *args)
        else:
            exit = None if value.exit is None else self.exit(value.exit)
            new = b.emit(op, value.type, tuple(args), value.attr, exit)
        if new is None:
            return
        self.values[value.id] = new
        if new.type == I64:  # known elsewhere, it may have another range there
            b.narrow_new(new, value.lo, value.hi)


def _extension(bits: int, is_signed: bool) -> Callable[..., Value]:
    return lambda b, a: b.extend(a, bits, is_signed)


def _ule(b: Builder, x: Value, y: Value) -> Value:
    return b.le(x, y) if x.lo >= 0 and y.lo >= 0 else b.share(ops.ULE, BOOL, (x, y))


_SAME = (
    "add sub mul shl sar shr div mod udiv umod popcnt bitlen mulhi umulhi addo subo mulo uaddo usubo umulo shlo ushlo "
    "wrap eq ne lt le ult feq fne flt fle band bor bxor select fadd fsub fmul fdiv fneg fabs fsqrt fcopysign ffloor "
    "fceil ftrunc fnearest fma b2i i2f u2f i2s u2s f2s s2f f2i fbits sbits ifbits isbits guard need effect context"
)
_RULES: dict[int, Callable[..., Any]] = {
    **{ops.CODES[name]: getattr(Builder, name) for name in _SAME.split()},
    ops.AND: Builder.and_,
    ops.OR: Builder.or_,
    ops.XOR: Builder.xor,
    ops.BNOT: Builder.not_,
    ops.ULE: _ule,
    **{
        ops.CODES[f"{letter}ext{bits}"]: _extension(bits, letter == "s") for letter in "sz" for bits in (8, 16, 32)
    },
}  # fmt: skip
"""How operations are emitted, by the op: through the builder's method for it. Others are copied as they are."""
