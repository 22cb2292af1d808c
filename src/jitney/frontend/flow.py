"""From the syntax tree to a graph of blocks, before any type is known.

What the graph leaves to the lowering is straight-line: statements without control flow in them. So `and`, `or`,
conditional expressions, chained comparisons and `:=` become branches and assignments to hidden variables (".1", ".2"),
in Python's order of evaluation: what comes before a part with control flow is captured in hidden variables first.

Loops are inverted: the test stands before the loop and again behind its body, so that an iteration takes one branch and
what is before the loop has a place.

    for x in e: body                 ForInit e
    else: rest                       test -> body | rest
                               body: ForItem x; body
                              latch: ForAdvance; test -> body | rest

A call, subscript or comparison whose type is known at run time only (`splits`) ends its block, so that what follows can
be compiled for each.
"""

from __future__ import annotations

import sys

from . import syntax as ast

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .loops import Loop, Loops


JUMP, BRANCH, FOR, RETURN, STOP, SPLIT = range(6)
"""Terminators: to `targets[0]`; by the truth of `subject`, an expression; by whether loop `subject` has another item;
return the expression `subject` or None; nothing follows; `subject` is assigned to the variable `name`."""

Position = tuple[int, int, int, int]
"""Line and column where an expression begins, line and column where it ends."""


def position(node: Any) -> Position:
    return (node.lineno, node.col_offset, node.end_lineno or node.lineno, node.end_col_offset or 0)


class Block:
    """A block: `statements`, then a terminator.

    If it heads a loop, `loop` is what is assigned within, and `innermost` says that there is no other loop in it.
    """

    __slots__ = (
        "defined", "depth", "entered", "index", "innermost", "kind", "live", "loop", "name", "node", "statements",
        "subject", "targets", "used", "versions",
    )  # fmt: skip

    def __init__(self, depth: int) -> None:
        self.index = -1
        self.depth = depth
        self.entered = False  # by some terminator
        self.statements: list[Any] = []
        self.kind = STOP
        self.subject: Any = None
        self.name = ""
        self.node: ast.AST | None = None
        self.targets: tuple[Block, ...] = ()
        self.used = 0
        self.defined = 0
        self.live: Any = 0
        self.loop: frozenset[str] | None = None
        self.innermost = False
        self.versions: list[Any] = []


class ForInit:
    """Evaluates the iterable of a loop and makes its state, in the hidden variables `fixed` and `state`."""

    __slots__ = ("fixed", "iterable", "node", "state")

    def __init__(self, node: ast.For, iterable: ast.expr, number: int) -> None:
        self.node = node
        self.iterable = iterable
        self.fixed = f".for{number}"
        self.state = f".it{number}"


class ForItem:
    """Assigns the next item to the loop's target."""

    __slots__ = ("loop",)

    def __init__(self, loop: ForInit | Loop) -> None:
        self.loop = loop


class ForAdvance:
    """Moves the loop's state on."""

    __slots__ = ("loop",)

    def __init__(self, loop: ForInit | Loop) -> None:
        self.loop = loop


class Forget:
    """The hidden variable `name` is done with: what it holds needs no reference until the block ends."""

    __slots__ = ("name",)
    _fields = ()

    def __init__(self, name: str) -> None:
        self.name = name


class Graph:
    """The blocks of a function, in an order in which all but the edges back to loops point forward."""

    __slots__ = ("blocks", "variables")

    def __init__(self, blocks: list[Block], variables: dict[str, int]) -> None:
        self.blocks = blocks
        self.variables = variables


def build(
    function: ast.FunctionDef | ast.Lambda, parameters: list[str], splits: set[Position], loops: Loops | None = None
) -> Graph:
    """The graph of a function. `splits` are the positions of the calls and subscripts that must end their block;
    `loops` knows which loops are to be run in parallel."""
    flowing = _Build(splits, loops)
    flowing.function(function)
    return flowing.graph(parameters)


def build_part(loop: Loop, parameters: list[str], splits: set[Position]) -> Graph:
    """The graph of a part of a parallel loop: some iterations, at least one, after which it returns the variables
    `loop.outputs`. `parameters` may have values before it."""
    flowing = _Build(splits, None)
    flowing.part(loop)
    return flowing.graph(parameters)


_FLOW = (ast.BoolOp, ast.IfExp, ast.NamedExpr)


class _Build:
    def __init__(self, splits: set[Position], loops: Loops | None) -> None:
        self.blocks: list[Block] = []
        self.splits = splits
        self.parallel = loops
        self.depth = 0
        self.hidden = 0
        self.open = True  # whether `block` goes on
        self.loops: list[tuple[Block, Block]] = []  # where `continue` and `break` go
        self.block = self.start(Block(0))
        self.flows: set[int] = set()
        self.made: list[ast.AST] = []

    def function(self, function: ast.FunctionDef | ast.Lambda) -> None:
        if isinstance(function, ast.Lambda):
            self.mark(function.body)
            self.finish_return(function.body, function)
        else:
            for statement in function.body:
                self.mark(statement)
            self.statements(function.body)
            if self.open:
                self.finish_return(None, function)

    def graph(self, parameters: list[str]) -> Graph:
        variables = {name: 1 << number for number, name in enumerate(parameters)}
        _liveness(self.blocks, variables)
        if self.parallel is not None:
            self.parallel.finish()
        return Graph(self.blocks, variables)

    # Blocks.

    def start(self, block: Block) -> Block:
        """Goes on in `block`."""
        block.index = len(self.blocks)
        self.blocks.append(block)
        self.block = block
        self.open = True
        return block

    def new(self) -> Block:
        return Block(self.depth)

    def finish(self, kind: int, targets: tuple[Block, ...], subject: Any = None, node: ast.AST | None = None) -> None:
        block = self.block
        block.kind, block.targets, block.subject, block.node = kind, targets, subject, node
        for target in targets:
            target.entered = True
        self.open = False

    def finish_return(self, value: ast.expr | None, node: ast.AST) -> None:
        result = self.expression(value) if value is not None else None
        self.finish(RETURN, (), result, node)

    def jump(self, target: Block) -> None:
        if self.open:
            self.finish(JUMP, (target,))

    def fresh(self) -> str:
        self.hidden += 1
        return f".{self.hidden}"

    def assign(self, name: str, value: ast.expr, like: ast.AST) -> None:
        target = ast.copy_location(ast.Name(name, ast.Store()), like)
        self.block.statements.append(ast.copy_location(ast.Assign([target], value), like))

    def load(self, name: str, like: ast.AST) -> ast.expr:
        return ast.copy_location(ast.Name(name, ast.Load()), like)

    def capture(self, value: ast.expr) -> ast.expr:
        """`value` as it is now, whatever comes later."""
        if isinstance(value, ast.Constant):
            return value
        name = self.fresh()
        self.assign(name, value, value)
        return self.load(name, value)

    # Which expressions have control flow in them.

    def mark(self, node: ast.AST) -> bool:
        found = (
            isinstance(node, _FLOW)
            or (isinstance(node, ast.Compare) and len(node.ops) > 1)
            or (bool(self.splits) and self.ends_block(node))
        )
        for child in ast.iter_child_nodes(node):
            if not isinstance(child, (ast.expr_context, ast.operator, ast.cmpop)) and self.mark(child):
                found = True
        if found:
            self.flows.add(id(node))
        return found

    def ends_block(self, node: ast.AST) -> bool:
        """Whether it is a call, a subscript or a comparison that must end its block."""
        if isinstance(node, ast.Subscript):
            may = isinstance(node.ctx, ast.Load)
        else:
            may = isinstance(node, ast.Call) or (isinstance(node, ast.Compare) and len(node.ops) == 1)
        return may and position(node) in self.splits

    def remade(self, node: ast.expr) -> ast.expr:
        """The value of a node that stands for a part of another one."""
        if not (self.splits and self.ends_block(node)):
            return node
        self.flows.add(id(node))
        self.made.append(node)  # its id stays its own
        return self.expression(node)

    # Expressions: the same value, without control flow.

    def expression(self, node: ast.expr) -> ast.expr:
        if id(node) not in self.flows:
            return node
        if isinstance(node, ast.BoolOp):
            result, done = self.fresh(), self.new()
            for value in node.values[:-1]:
                self.assign(result, self.expression(value), value)
                following = self.new()
                ways = (following, done) if isinstance(node.op, ast.And) else (done, following)
                self.finish(BRANCH, ways, self.load(result, value), node)
                self.start(following)
            self.assign(result, self.expression(node.values[-1]), node.values[-1])
            self.jump(done)
            self.start(done)
            return self.load(result, node)
        if isinstance(node, ast.IfExp):
            result = self.fresh()
            then, otherwise, done = self.new(), self.new(), self.new()
            self.condition(node.test, then, otherwise)
            for block, value in ((then, node.body), (otherwise, node.orelse)):
                self.start(block)
                self.assign(result, self.expression(value), value)
                self.jump(done)
            self.start(done)
            return self.load(result, node)
        if isinstance(node, ast.Compare) and len(node.ops) > 1:
            result, done = self.fresh(), self.new()
            left = self.capture(self.expression(node.left))
            for number, (op, right) in enumerate(zip(node.ops, node.comparators, strict=True)):
                last = number == len(node.ops) - 1
                value = self.expression(right) if last else self.capture(self.expression(right))
                self.assign(result, self.remade(ast.copy_location(ast.Compare(left, [op], [value]), node)), node)
                if not last:
                    following = self.new()
                    self.finish(BRANCH, (following, done), self.load(result, node), node)
                    self.start(following)
                    left = value
            self.jump(done)
            self.start(done)
            return self.load(result, node)
        if isinstance(node, ast.NamedExpr):
            value = self.capture(self.expression(node.value))
            self.assign(node.target.id, value, node)
            return value
        if self.ends_block(node):
            result, following = self.fresh(), self.new()
            subject = self.captured_parts(node)
            self.block.name = result
            self.finish(SPLIT, (following,), subject, node)
            self.start(following)
            return self.load(result, node)
        return self.children(node)

    def captured_parts(self, node: Any) -> ast.expr:
        """A call, subscript or comparison of which all parts are captured."""
        if isinstance(node, ast.Compare):
            left = self.capture(self.expression(node.left))
            right = self.capture(self.expression(node.comparators[0]))
            return ast.copy_location(ast.Compare(left, node.ops, [right]), node)
        if isinstance(node, ast.Subscript):
            whole = self.capture(self.expression(node.value))
            return ast.copy_location(ast.Subscript(whole, self.captured_index(node.slice), ast.Load()), node)
        callee = node.func
        if isinstance(callee, ast.Attribute) and not isinstance(callee.value, ast.Name):
            owner = self.capture(self.expression(callee.value))
            callee = ast.copy_location(ast.Attribute(owner, callee.attr, ast.Load()), callee)
        arguments = [self.capture(self.expression(value)) for value in node.args]
        keywords = [
            ast.copy_location(ast.keyword(word.arg, self.capture(self.expression(word.value))), word)
            for word in node.keywords
        ]
        return ast.copy_location(ast.Call(callee, arguments, keywords), node)

    def children(self, node: Any) -> ast.expr:
        """A node of which some parts have control flow: the parts before the last of those are captured."""
        parts: list[tuple[str, int, ast.expr]] = []
        for field in node._fields:
            value = getattr(node, field)
            if isinstance(value, ast.expr):
                parts.append((field, -1, value))
            elif isinstance(value, list):
                for number, item in enumerate(value):
                    if isinstance(item, ast.expr):
                        parts.append((field, number, item))
        last = max((k for k, part in enumerate(parts) if id(part[2]) in self.flows), default=-1)
        fields = {field: getattr(node, field) for field in node._fields}
        for field, value in fields.items():
            if isinstance(value, list):
                fields[field] = list(value)
        for k, (field, number, value) in enumerate(parts):
            new = self.expression(value)
            callee = field == "func" and isinstance(node, ast.Call)
            if k < last and not callee and not isinstance(value, ast.Slice):
                new = self.capture(new)
            if number < 0:
                fields[field] = new
            else:
                fields[field][number] = new
        if isinstance(node, ast.Call):
            fields["keywords"] = [
                ast.copy_location(ast.keyword(word.arg, self.expression(word.value)), word) for word in node.keywords
            ]
        made: ast.expr = ast.copy_location(type(node)(**fields), node)
        return made

    def condition(self, node: ast.expr, then: Block, otherwise: Block) -> None:
        """Branches on the truth of `node`."""
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            self.condition(node.operand, otherwise, then)
        elif isinstance(node, ast.BoolOp):
            for value in node.values[:-1]:
                following = self.new()
                if isinstance(node.op, ast.And):
                    self.condition(value, following, otherwise)
                else:
                    self.condition(value, then, following)
                self.start(following)
            self.condition(node.values[-1], then, otherwise)
        elif isinstance(node, ast.Compare) and len(node.ops) > 1:
            left = self.capture(self.expression(node.left))
            for number, (op, right) in enumerate(zip(node.ops, node.comparators, strict=True)):
                last = number == len(node.ops) - 1
                value = self.expression(right) if last else self.capture(self.expression(right))
                test = self.remade(ast.copy_location(ast.Compare(left, [op], [value]), node))
                if last:
                    self.finish(BRANCH, (then, otherwise), test, node)
                else:
                    following = self.new()
                    self.finish(BRANCH, (following, otherwise), test, node)
                    self.start(following)
                    left = value
        else:
            self.finish(BRANCH, (then, otherwise), self.expression(node), node)

    # Statements.

    def statements(self, body: list[ast.stmt]) -> None:
        for statement in body:
            if not self.open:
                return  # nothing gets here
            method = getattr(self, "do_" + type(statement).__name__, None)
            if method is not None:
                method(statement)
            else:
                self.block.statements.append(statement)  # the lowering knows it, or says that it doesn't

    def do_Pass(self, node: ast.Pass) -> None:
        pass

    def do_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):
            value = self.expression(node.value)
            if not isinstance(value, ast.Name) or value.id[0] != ".":  # nobody wants what flow has come to
                self.block.statements.append(ast.copy_location(ast.Expr(value), node))

    def do_Assign(self, node: ast.Assign) -> None:
        value = self.expression(node.value)
        if id(node) not in self.flows:
            self.block.statements.append(node)
            return
        if any(id(target) in self.flows for target in node.targets):
            value = self.capture(value)
        targets = [self.expression(target) for target in node.targets]
        self.block.statements.append(ast.copy_location(ast.Assign(targets, value), node))

    def do_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is None:
            return
        if isinstance(node.target, ast.Name):
            self.assign(node.target.id, self.expression(node.value), node)
        else:
            self.do_Assign(ast.copy_location(ast.Assign([node.target], node.value), node))

    def do_AugAssign(self, node: ast.AugAssign) -> None:
        target: ast.expr = node.target
        if isinstance(target, ast.Name):
            old = ast.copy_location(ast.Name(target.id, ast.Load()), target)
            if id(node.value) in self.flows:
                old = self.capture(old)  # type: ignore[assignment]
        elif isinstance(target, ast.Subscript):
            whole = self.capture(self.expression(target.value))
            index = self.captured_index(target.slice)
            old = ast.copy_location(ast.Subscript(whole, index, ast.Load()), target)  # type: ignore[assignment]
            target = ast.copy_location(ast.Subscript(whole, index, ast.Store()), target)
            old = self.remade(old)  # type: ignore[assignment]
            if id(node.value) in self.flows:
                old = self.capture(old)  # type: ignore[assignment]
        else:
            self.block.statements.append(node)
            return
        value: Any = ast.copy_location(ast.BinOp(old, node.op, self.expression(node.value)), node)
        value.augmented = True  # what can be changed in place would be
        self.block.statements.append(ast.copy_location(ast.Assign([target], value), node))
        if isinstance(target, ast.Subscript) and isinstance(target.value, ast.Name):
            self.block.statements.append(Forget(target.value.id))

    def captured_index(self, index: ast.expr) -> ast.expr:
        if isinstance(index, ast.Tuple):
            return ast.copy_location(ast.Tuple([self.captured_index(item) for item in index.elts], ast.Load()), index)
        if isinstance(index, ast.Slice):
            bounds = [
                bound and self.capture(self.expression(bound)) for bound in (index.lower, index.upper, index.step)
            ]
            return ast.copy_location(ast.Slice(*bounds), index)
        return self.capture(self.expression(index))

    def do_If(self, node: ast.If) -> None:
        then, otherwise, done = self.new(), self.new(), self.new()
        self.condition(node.test, then, otherwise if node.orelse else done)
        self.start(then)
        self.statements(node.body)
        reached = self.open
        self.jump(done)
        if node.orelse:
            self.start(otherwise)
            self.statements(node.orelse)
            reached = reached or self.open
            self.jump(done)
            if not reached:
                return
        self.start(done)

    def do_While(self, node: ast.While) -> None:
        forever = isinstance(node.test, ast.Constant) and bool(node.test.value)
        after = self.new()
        rest = self.new() if node.orelse and not forever else after
        self.depth += 1
        body, latch = self.new(), self.new()
        if forever:
            self.jump(body)
        else:
            self.depth -= 1
            self.condition(node.test, body, rest)
            self.depth += 1
        first = len(self.blocks)
        self.loop(body, latch, after, node.body, [])
        if latch.entered:
            self.start(latch)
            if forever:
                self.jump(body)
            else:
                self.condition(node.test, body, rest)
        self.close_loop(body, first)
        self.depth -= 1
        self.end_loop(node, rest, after)

    def do_For(self, node: ast.For) -> None:
        if self.parallel is not None and self.parallel.wants(node):
            self.parallel_for(node, self.parallel)
            return
        self.hidden += 1
        loop = ForInit(node, self.expression(node.iter), self.hidden)
        self.block.statements.append(loop)
        after = self.new()
        rest = self.new() if node.orelse else after
        self.depth += 1
        body, latch = self.new(), self.new()
        self.finish(FOR, (body, rest), loop, node)
        first = len(self.blocks)
        self.loop(body, latch, after, node.body, [ForItem(loop)])
        if latch.entered:
            self.start(latch)
            self.block.statements.append(ForAdvance(loop))
            self.finish(FOR, (body, rest), loop, node)
        self.close_loop(body, first)
        self.depth -= 1
        self.end_loop(node, rest, after)

    def parallel_for(self, node: ast.For, loops: Loops) -> None:
        """The statement that has all parts of the loop run, and a loop over their results."""
        self.hidden += 1
        loop = loops.loop(node, self.expression(node.iter), self.hidden)
        self.block.statements.append(loop)
        after = self.new()
        rest = loop.rest = self.new() if node.orelse else after
        self.depth += 1
        body, latch, collected = self.new(), self.new(), self.new()
        self.finish(FOR, (body, rest), loop, node)
        first = len(self.blocks)
        self.start(body)
        self.block.name = loop.result
        self.finish(SPLIT, (collected,), loop.part_result, node)
        self.start(collected)
        self.block.statements.append(loop.collect)
        for statement in loop.combinations:
            self.mark(statement)
        self.statements(loop.combinations)
        self.jump(latch)
        self.start(latch)
        self.block.statements.append(ForAdvance(loop))
        self.finish(FOR, (body, rest), loop, node)
        self.close_loop(body, first)
        self.depth -= 1
        self.end_loop(node, rest, after)

    def part(self, loop: Loop) -> None:
        node = loop.node
        self.hidden = loop.number
        for statement in node.body:
            self.mark(statement)
        self.block.statements.append(loop.part_init)
        self.depth += 1
        body, latch, after = self.new(), self.new(), self.new()
        loop.head = body
        self.jump(body)
        first = len(self.blocks)
        self.loop(body, latch, after, node.body, [ForItem(loop)])
        if latch.entered:
            self.start(latch)
            self.block.statements.append(ForAdvance(loop))
            self.finish(FOR, (body, after), loop, node)
        self.close_loop(body, first)
        self.depth -= 1
        if after.entered:
            self.start(after)
            names = [self.load(name, node) for name in loop.outputs]
            self.finish_return(ast.copy_location(ast.Tuple(names, ast.Load()), node), node)

    def loop(self, body: Block, latch: Block, after: Block, statements: list[ast.stmt], before: list[Any]) -> None:
        self.start(body)
        body.statements.extend(before)
        self.loops.append((latch, after))
        self.statements(statements)
        self.loops.pop()
        self.jump(latch)

    def close_loop(self, body: Block, first: int) -> None:
        """Notes what the loop is that begins with `body`, and has the blocks from `first` on."""
        names: set[str] = set()
        body.innermost = all(block.loop is None for block in self.blocks[first:])
        for block in self.blocks[first:]:
            for statement in block.statements:
                names.update(_stored(statement))
            if block.kind == SPLIT:
                names.add(block.name)
        body.loop = frozenset(names)

    def end_loop(self, node: ast.For | ast.While, rest: Block, after: Block) -> None:
        if rest is not after:
            self.start(rest)
            self.statements(node.orelse)
            self.jump(after)
        if after.entered:
            self.start(after)

    def do_Break(self, node: ast.Break) -> None:
        self.finish(JUMP, (self.loops[-1][1],), None, node)

    def do_Continue(self, node: ast.Continue) -> None:
        self.finish(JUMP, (self.loops[-1][0],), None, node)

    def do_Return(self, node: ast.Return) -> None:
        self.finish_return(node.value, node)

    def do_Raise(self, node: ast.Raise) -> None:
        if node.exc is not None and id(node) in self.flows:
            node = ast.copy_location(ast.Raise(self.expression(node.exc), node.cause), node)
        self.block.statements.append(node)
        self.finish(STOP, (), None, node)

    def do_Assert(self, node: ast.Assert) -> None:
        if not __debug__:
            return
        fine, failed = self.new(), self.new()
        self.condition(node.test, fine, failed)
        self.start(failed)
        message = [self.expression(node.msg)] if node.msg is not None else []
        self.block.statements.append(ast.copy_location(AssertFails(message), _blamed(node)))
        self.finish(STOP, (), None, node)
        self.start(fine)


class AssertFails(ast.stmt):
    """The end of an assert statement that fails."""

    _fields = ("args",)

    def __init__(self, args: list[ast.expr]) -> None:
        super().__init__()
        self.args = args


def _blamed(node: ast.Assert) -> Any:
    """What the traceback of a failed assertion points at: each version of Python has its own idea."""
    if sys.version_info >= (3, 13):
        return node.test
    return (_last_comparison(node.test) or node) if sys.version_info < (3, 12) else node


def _last_comparison(test: Any) -> ast.Compare | None:
    if isinstance(test, ast.Compare):
        return test
    parts: list[Any] = []
    if isinstance(test, ast.BoolOp):
        parts = test.values
    elif isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        parts = [test.operand]
    elif isinstance(test, ast.IfExp):
        parts = [test.test, test.body, test.orelse]
    return next(filter(None, map(_last_comparison, reversed(parts))), None)


def _stored(statement: Any) -> list[str]:
    """The names that a statement binds or unbinds."""
    if isinstance(statement, ForInit):
        return [statement.fixed, statement.state]
    if isinstance(statement, ForAdvance):
        return [statement.loop.state]
    if isinstance(statement, ForItem):
        return _targets(statement.loop.node.target)
    if isinstance(statement, (ast.Assign, ast.Delete)):
        return [name for target in statement.targets for name in _targets(target)]
    return getattr(statement, "stores", [])


def _targets(target: ast.expr) -> list[str]:
    if isinstance(target, ast.Name):
        return [target.id]
    if isinstance(target, (ast.Tuple, ast.List)):
        return [name for item in target.elts for name in _targets(item)]
    if isinstance(target, ast.Starred):
        return _targets(target.value)
    return []


def loaded(node: Any, names: list[str]) -> None:
    """The names that an expression, or the parts of a target that are evaluated, read."""
    if isinstance(node, ast.Name):
        if isinstance(node.ctx, ast.Load):
            names.append(node.id)
        return
    for field in node._fields:
        value = getattr(node, field, None)
        if isinstance(value, ast.AST):
            loaded(value, names)
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, ast.AST):
                    loaded(item, names)


def _liveness(blocks: list[Block], variables: dict[str, int]) -> None:
    """Sets each block's `live`: the variables, in order of their numbers, that are read before they are written."""

    def bit(name: str) -> int:
        found = variables.get(name)
        if found is None:
            found = variables[name] = 1 << len(variables)
        return found

    stored: set[str] = set(variables)
    for block in blocks:
        for statement in block.statements:
            stored.update(_stored(statement))
        if block.kind == SPLIT:
            stored.add(block.name)
    for block in blocks:
        used = defined = 0
        for statement in block.statements:
            names: list[str] = []
            if isinstance(statement, ForInit):
                loaded(statement.iterable, names)
            elif isinstance(statement, ForItem):
                names += [statement.loop.fixed, statement.loop.state]
                loaded(statement.loop.node.target, names)
            elif isinstance(statement, ForAdvance):
                names += [statement.loop.fixed, statement.loop.state]
            elif isinstance(statement, ast.Delete):
                names += _stored(statement)
            elif hasattr(statement, "loads"):
                names += statement.loads
            else:
                loaded(statement, names)
            for name in names:
                if name in stored:
                    used |= bit(name) & ~defined
            for name in _stored(statement):
                defined |= bit(name)
        names = []
        if block.kind == FOR:
            names += [block.subject.fixed, block.subject.state]
        elif block.kind in (BRANCH, RETURN, SPLIT) and block.subject is not None:
            loaded(block.subject, names)
        for name in names:
            if name in stored:
                used |= bit(name) & ~defined
        if block.kind == SPLIT:
            defined |= bit(block.name)
        block.used, block.defined = used, defined
    changed = True
    while changed:
        changed = False
        for block in reversed(blocks):
            live = 0
            for target in block.targets:
                live |= target.live
            live = block.used | (live & ~block.defined)
            if live != block.live:
                block.live = live
                changed = True
    names = list(variables)
    for block in blocks:
        block.live = _named(block.live, names)


def _named(mask: int, names: list[str]) -> tuple[str, ...]:
    """The names whose bits are set, in the order of the bits."""
    found = []
    while mask:
        lowest = mask & -mask
        found.append(names[lowest.bit_length() - 1])
        mask ^= lowest
    return tuple(found)
