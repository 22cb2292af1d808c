"""What is known of a loop that is to be split or spread over lanes: its blocks, the loops inside, what changes how."""

from __future__ import annotations

from ..ir import ops
from ..ir.function import BRANCH
from .counted import Limits
from .loops import Loop, Slopes, step_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Block, Function, Value


class Shape:
    """What is known of a loop: its blocks in order, the checks, what changes how."""

    def __init__(
        self,
        function: Function,
        order: list[Block],
        before: list[list[int]],
        enters: list[int],
        leaves: list[int],
        loop: Loop,
    ) -> None:
        self.function = function
        self.loop = loop
        self.numbers = sorted(loop.blocks)
        self.blocks = [order[number] for number in self.numbers]
        self.all = {block.id for block in self.blocks}
        self.head = order[loop.head]
        self.latch = order[loop.latches[0]]
        self.above = order[loop.entering[0]]
        self.usable = False
        self.reason = ""
        self.places: set[int] | None = None
        """Words that only make up addresses; found when it is asked for."""
        ids = self.ids = {block.id for block in self.blocks}
        if self.latch.kind != BRANCH or self.latch.targets[0] is self.latch.targets[1]:
            return
        self.back = 0 if self.latch.targets[0] is self.head else 1
        if self.latch.targets[1 - self.back].id in ids:
            return
        if self.above.targets.count(self.head) != 1:
            return
        self.next = self.latch.arguments[self.back]
        self.given = self.above.arguments[self.above.targets.index(self.head)]
        self.inside = {value.id for block in self.blocks for part in (block.params, block.code) for value in part}
        self.inner: dict[int, Inner] = {}
        """Loops inside, by the ids of their heads."""
        params: dict[Value, tuple[Value, Value]] = {}
        self.inner_of: dict[int, Inner] = {}
        """By parameter of the head of a loop inside."""
        work = loop.children[:]
        while work:
            child = work.pop(0)
            work += child.children
            inner = Inner(order, child)
            if not inner.usable or any(block.targets[way].id not in ids for block, way in inner.exits):
                self.reason = "a loop inside has several ways round, or leaves this one"
                return
            self.inner[inner.head.id] = inner
            for param, first, next in zip(inner.head.params, inner.given, inner.next, strict=True):
                params[param] = first, next
                self.inner_of[param.id] = inner
        alias: dict[int, Value] = {}
        self.slopes = Slopes(self.head, self.next, self.inside, params, alias, None if params else self.is_place)
        self.limits = Limits(self.slopes, self.head, self.given)
        self.dead: set[tuple[int, int]] = set()
        """Edges, as block and way, that are not taken if what is known before the loop is as assumed."""
        self.incoming: dict[int, list[tuple[Block, int]]] = {}
        """By block: the edges that lead there from inside the loop, but for those that close loops."""
        if self.inner:
            loops_inside = 0
            while loops_inside != len(self.inner):  # what goes round no more is seen through
                loops_inside = len(self.inner)
                self.see_through(alias)
                self.assume(ids)
                live = reached(self.head, ids, self.dead)
                self.blocks = _together([block for block in self.blocks if block.id in live], self.inner)
                self.inner = {head: inner for head, inner in self.inner.items() if inner.latch.id in live}
        ids = self.ids = {block.id for block in self.blocks}
        self.see_through(alias)
        self.poll: Value | None = None
        self.effects: list[Block] = []
        deep = {id for inner in self.inner.values() for id in inner.ids}
        for block in self.blocks:
            for value in block.code:
                if value.op in _STOPS:
                    self.reason = "it calls a function, or handles an object"
                    return
                if value.op == ops.POLL and block.id not in deep:
                    self.poll = value
                elif value.op == ops.EFFECT:
                    self.effects.append(block)
        if self.inner:
            self.always = {
                block.id
                for block in self.blocks
                if block is self.latch or self.latch.id not in reached(self.head, ids - {block.id}, self.dead)
            }
            self.find_divergent()
        condition, truth = self.latch.operands[0], self.back == 0
        if self.slopes.of(condition) == 0 or not self.limits.take(condition, truth):
            self.reason = "how often it goes round is not known before"
            return
        if not self.inner:  # the blocks that every iteration passes
            latch = loop.latches[0]
            self.always = {
                order[number].id for number in self.numbers if enters[number] <= enters[latch] < leaves[number]
            }
        # What may have been written in an iteration before control leaves the loop.
        wrote: dict[int, bool] = {}
        for block in self.blocks:
            writes = any(wrote[above.id] for above, _ in self.incoming.get(block.id, ()))
            wrote[block.id] = writes = writes or any(_writes(value) for value in block.code)
            if writes and block is not self.latch and any(target.id not in self.all for target in block.targets):
                self.reason = "it may be left after something was written"
                return
            if block.exit is not None or not block.targets:
                self.reason = "control leaves it"
                return
        self.writes = any(wrote.values())
        self.usable = self.poll is not None
        if not self.usable:
            self.reason = "it goes round too few times"

    def is_place(self, word: Value) -> bool:
        """Whether all that the loop wants of a word are addresses of what it reads and writes."""
        if self.places is None:
            self.places = set()
            other: set[int] = set()
            for block in reversed(self.blocks):
                other.update([use.id for use in block.operands])
                other.update([use.id for given in block.arguments for use in given])
                for value in reversed(block.code):
                    for at, use in enumerate(value.args):
                        if (value.op == ops.LOAD or (value.op == ops.STORE and at)) or (
                            value.op in _PARTS and value.id not in other
                        ):
                            self.places.add(use.id)
                        else:
                            other.add(use.id)
            self.places -= other
        return word.id in self.places

    def see_through(self, alias: dict[int, Value]) -> None:
        """Finds the edges, and the parameters of blocks that only one value comes to."""
        self.incoming.clear()
        for block in self.blocks:
            for way, target in enumerate(block.targets):
                if target.id in self.ids and target is not self.head and (block.id, way) not in self.dead:
                    if target.id not in self.inner or self.inner[target.id].latch is not block:
                        self.incoming.setdefault(target.id, []).append((block, way))
        if self.inner:
            for block in self.blocks:
                edges = self.incoming.get(block.id, ())
                if len(edges) == 1 and block.id not in self.inner:
                    source, way = edges[0]
                    for param, argument in zip(block.params, source.arguments[way], strict=True):
                        alias[param.id] = argument
            self.slopes.settle()
            self.limits.known_free.clear()

    def find_divergent(self) -> None:
        """Which loops inside iterations may go round unequally often. What they pass is no longer passed always."""
        changed = True
        while changed:
            changed = False
            for inner in self.inner.values():
                if inner.divergent or inner.head.id not in self.ids:
                    continue
                unequal = inner.head.id not in self.always or len(inner.exits) > 1
                if unequal or self.slopes.of(inner.latch.operands[0]) != 0:
                    inner.divergent = changed = True
                    self.always -= inner.ids
                    self.slopes.apart |= {param.id for param in inner.head.params}
                    self.slopes.settle()

    def assume(self, ids: set[int]) -> None:
        """Takes it that control goes to loops inside where only what is known before the loop decides on that."""
        heads = set(self.inner)
        latches = {inner.latch.id for inner in self.inner.values()} | {self.latch.id}
        for block in self.blocks:
            if block.kind != BRANCH or block.id in latches or self.slopes.of(block.operands[0]) != 0:
                continue
            if (block.id, 0) in self.dead or (block.id, 1) in self.dead:
                continue
            around = {inner.head.id for inner in self.inner.values() if block.id in inner.ids}  # it has come to them
            ways = [
                target.id in ids and bool(heads & reached(target, ids - {self.head.id} - around, self.dead))
                for target in block.targets
            ]
            if ways == [True, True]:  # whether the first round of a loop, which has been peeled off, is not the last
                ways = [self.goes_round(block, way) for way in (0, 1)]
            if ways[0] != ways[1] and self.limits.take(block.operands[0], ways[0]):
                self.dead.add((block.id, 1 if ways[0] else 0))

    def goes_round(self, block: Block, way: int) -> bool:
        """Whether a branch compares as the latch of a loop inside does, and this way leads into that loop."""
        target, condition = block.targets[way], block.operands[0]
        while target.id not in self.inner and len(target.targets) == 1:
            target = target.targets[0]
        inner = self.inner.get(target.id)
        if inner is None or condition.op not in (ops.LT, ops.LE):
            return False
        again = inner.latch.operands[0]
        return condition.op == again.op and inner.back == way and condition.args[1] is again.args[1]


def _together(blocks: list[Block], inner: dict[int, Inner]) -> list[Block]:
    """The blocks in an order in which those of each loop inside stand side by side: where one is left to may have stood
    before its latch."""
    for loop in inner.values():
        first = next((place for place, block in enumerate(blocks) if block.id in loop.ids), len(blocks))
        inside = [block for block in blocks if block.id in loop.ids]
        blocks = [*blocks[:first], *inside, *[block for block in blocks[first:] if block.id not in loop.ids]]
    return blocks


class Inner:
    """A loop inside of the one that is looked at: entered and left at one place each."""

    def __init__(self, order: list[Block], loop: Loop) -> None:
        self.usable = False
        self.loop = loop
        self.head = order[loop.head]
        self.ids = {order[number].id for number in loop.blocks}
        if len(loop.entering) != 1 or len(loop.latches) != 1:
            return
        self.latch = latch = order[loop.latches[0]]
        self.above = order[loop.entering[0]]
        if latch.kind != BRANCH or latch.targets.count(self.head) != 1 or self.above.targets.count(self.head) != 1:
            return
        self.back = latch.targets.index(self.head)
        self.next = latch.arguments[self.back]
        self.given = self.above.arguments[self.above.targets.index(self.head)]
        self.divergent = False
        self.exact = False
        """Whether `rounds` is how often it goes back."""
        self.exits: list[tuple[Block, int]] = []
        """The edges that leave it."""
        for number in sorted(loop.blocks):
            block = order[number]
            self.exits += [(block, way) for way, target in enumerate(block.targets) if target.id not in self.ids]
            if not block.targets:
                return
        self.usable = True
        if latch.targets[1 - self.back].id in self.ids:
            self.usable = False
        self.rounds = self.find_rounds()
        """How often control goes back to the head at most; 0 where that is no number."""

    def find_rounds(self) -> int:
        condition = self.latch.operands[0]
        if self.back != 0 or condition.op != ops.LT:
            return 0
        for param, first, next in zip(self.head.params, self.given, self.next, strict=True):
            step = step_of(param, next)
            if step is not None and step > 0 and condition.args[0] is next and condition.args[1].op == ops.CONST:
                self.exact = first.op == ops.CONST
                rounds: int = max(-((first.lo + step - condition.args[1].attr) // step), 0)
                return rounds if rounds < 1 << 32 else 0
        return 0


def reached(start: Block, ids: set[int], dead: set[tuple[int, int]]) -> set[int]:
    """The blocks among `ids` that control gets to from a block, itself included."""
    found: set[int] = set()
    work = [start] if start.id in ids else []
    while work:
        block = work.pop()
        if block.id not in found:
            found.add(block.id)
            work += [
                target for way, target in enumerate(block.targets) if target.id in ids and (block.id, way) not in dead
            ]
    return found


def _writes(value: Value) -> bool:
    return _WRITES[value.op] and not (value.op == ops.CCALL and value.attr.pure)


_STOPS = frozenset((ops.CALL, ops.UPCALL, ops.RETAIN, ops.RELEASE, ops.FRAME))
_PARTS = frozenset((ops.ADD, ops.SUB, ops.MUL, ops.SHL))
"""What sums up to addresses."""
_WRITES = [bool(flags & ops.WRITES) for flags in ops.FLAGS]
_WRITES[ops.POLL] = False
