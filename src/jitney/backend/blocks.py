"""The order in which blocks stand in memory, and the loops that they form.

A reverse postorder in which what leaves a loop is visited before what stays in it, so that it comes after; what is left
of it between the blocks of a loop is moved behind them. Cold blocks come last. A loop is that of a header with an edge
back to it: all blocks from which that edge can be reached without passing the header.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Block, Function
    from ..machine import Symbol
    from .select import Instruction

HOT = 8.0
"""How many times more often a loop's body runs than what is around it."""
COLD = 1 / 32
DEEPEST = 6


class Node:
    """A block of the function on its way to code. `instructions` stand in order, the terminator last; they have the
    positions from `start` + 1 on, and the block ends before `end`."""

    __slots__ = (
        "block", "cached", "cold", "defined", "depth", "end", "exposed", "header", "innermost", "instructions", "label",
        "live_in", "live_out", "loop", "number", "predecessors", "start", "targets", "weight",
    )  # fmt: skip

    def __init__(self, block: Block, number: int) -> None:
        self.block = block
        self.number = number
        self.targets: list[Node] = []
        self.predecessors: list[Node] = []
        self.loop: Loop | None = None  # the innermost
        self.header = self.innermost = False  # of a loop; of one without loops in it
        self.depth = 0
        self.cold = block.cold and number > 0
        self.weight = 1.0
        self.instructions: list[Instruction] = []
        self.exposed: set[int] = set()  # used before any definition here, by ids of values
        self.defined: set[int] = set()
        self.live_in: set[int] = set()
        self.live_out: set[int] = set()
        self.start = self.end = 0
        self.cached: dict[int, int] = {}  # places of values that have another one than elsewhere (caching.py)
        self.label: Symbol | None = None

    def forget(self) -> None:
        """Lets others go, so that no garbage is left in circles."""
        self.targets, self.predecessors, self.loop = [], [], None


class Loop:
    """A loop: its header and the numbers of all of its nodes."""

    __slots__ = ("body", "header", "nodes")

    def __init__(self, header: Node) -> None:
        self.header = header
        self.nodes: list[Node] = [header]
        self.body: set[int] = {header.number}


def order(function: Function) -> tuple[list[Node], list[Loop]]:
    """The nodes of all blocks that can be reached, the entry first, in the order of the code; the loops, inner ones
    before those around them."""
    nodes, back = _graph(function)
    loops = _loops(back)
    for loop in loops:  # the innermost first
        loop.header.innermost = all(node.loop is None for node in loop.nodes)
        for node in loop.nodes:
            node.depth += 1
            if node.loop is None:
                node.loop = loop
        loop.header.header = True
    for node in nodes:
        node.weight = HOT ** min(node.depth, DEEPEST)
        if node.cold:
            node.weight *= COLD
    laid_out = _laid_out(nodes[0], len(nodes))
    for loop in reversed(loops):
        laid_out = _contiguous(laid_out, loop)
    return [node for node in laid_out if not node.cold] + [node for node in laid_out if node.cold], loops


def _graph(function: Function) -> tuple[list[Node], list[tuple[Node, Node]]]:
    """The nodes that can be reached, and the edges that close loops."""
    entry = Node(function.blocks[0], 0)
    nodes = [entry]
    by_id = {entry.block.id: entry}
    open_ = {0}
    back = []
    stack = [(entry, iter(entry.block.targets))]
    while stack:
        node, targets = stack[-1]
        for block in targets:
            target = by_id.get(block.id)
            if target is None:
                target = by_id[block.id] = Node(block, len(nodes))
                nodes.append(target)
                open_.add(target.number)
                stack.append((target, iter(block.targets)))
                node.targets.append(target)
                target.predecessors.append(node)
                break
            if target.number in open_:
                back.append((node, target))
            node.targets.append(target)
            target.predecessors.append(node)
        else:
            stack.pop()
            open_.discard(node.number)
    return nodes, back


def _loops(back: list[tuple[Node, Node]]) -> list[Loop]:
    by_header: dict[int, Loop] = {}
    for latch, header in back:
        loop = by_header.get(header.number)
        if loop is None:
            loop = by_header[header.number] = Loop(header)
        body = loop.body
        stack = [latch]
        while stack:
            node = stack.pop()
            if node.number not in body:
                body.add(node.number)
                loop.nodes.append(node)
                stack.extend(node.predecessors)
    return sorted(by_header.values(), key=lambda loop: len(loop.body))


def _laid_out(entry: Node, count: int) -> list[Node]:
    seen = [False] * count
    seen[entry.number] = True
    done: list[Node] = []
    stack = [(entry, iter(_visits(entry)))]
    while stack:
        node, targets = stack[-1]
        for target in targets:
            if not seen[target.number]:
                seen[target.number] = True
                stack.append((target, iter(_visits(target))))
                break
        else:
            stack.pop()
            done.append(node)
    done.reverse()
    return done


def _contiguous(nodes: list[Node], loop: Loop) -> list[Node]:
    """The same order, but for what stands between nodes of the loop: that comes behind them."""
    body = loop.body
    start = nodes.index(loop.header)
    end = start + len(body)
    if all(node.number in body for node in nodes[start:end]):
        return nodes
    if any(node.number in body for node in nodes[:start]):  # entered otherwise than by its header
        return nodes
    inside = [node for node in nodes if node.number in body]
    return [*nodes[:start], *inside, *[node for node in nodes[start:] if node.number not in body]]


def _visits(node: Node) -> list[Node]:
    """The successors in the order to visit them: the one that is to stand next comes last."""
    targets = node.targets
    if len(targets) < 2:
        return targets
    loop = node.loop

    def key(target: Node) -> tuple[bool, bool]:
        return (not target.cold, loop is None or target.number in loop.body)

    first, second = targets
    return [second, first] if key(second) <= key(first) else [first, second]
