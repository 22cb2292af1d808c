"""The order of blocks and the dominator tree, which verifier and passes need.

Blocks are numbered by their place in a reverse postorder, so that a block comes before all that it dominates. The
algorithm is Cooper, Harvey and Kennedy's ("A Simple, Fast Dominance Algorithm", 2001): near-linear on graphs that come
from programs.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .function import Block, Function


def reverse_postorder(function: Function) -> list[Block]:
    """The blocks that can be reached, each before its successors but for the edges that close loops."""
    entry = function.entry
    seen = {entry.id}
    order: list[Block] = []
    stack = [(entry, iter(entry.targets))]
    while stack:
        block, targets = stack[-1]
        for target in targets:
            if target.id not in seen:
                seen.add(target.id)
                stack.append((target, iter(target.targets)))
                break
        else:
            stack.pop()
            order.append(block)
    order.reverse()
    return order


def predecessors(order: list[Block]) -> list[list[int]]:
    """By the numbers of blocks in `order`: the numbers of those before them, once for each edge."""
    number = {block.id: index for index, block in enumerate(order)}
    found: list[list[int]] = [[] for _ in order]
    for index, block in enumerate(order):
        for target in block.targets:
            found[number[target.id]].append(index)
    return found


def immediate_dominators(before: list[list[int]]) -> list[int]:
    """For each block of a reverse postorder, given its predecessors, the number of its immediate dominator; 0 for 0."""
    dominator = [-1] * len(before)
    dominator[0] = 0
    changed = True
    while changed:
        changed = False
        for block in range(1, len(before)):
            best = -1
            for other in before[block]:
                if dominator[other] < 0:
                    continue
                if best < 0:
                    best = other
                    continue
                while best != other:
                    if best > other:
                        best = dominator[best]
                    else:
                        other = dominator[other]
            if dominator[block] != best:
                dominator[block] = best
                changed = True
    return dominator


def intervals(dominator: list[int]) -> tuple[list[int], list[int]]:
    """Where a walk of the tree enters and leaves each block: a dominates b if enters[a] <= enters[b] < leaves[a]."""
    size = [1] * len(dominator)
    for block in range(len(dominator) - 1, 0, -1):
        size[dominator[block]] += size[block]
    enters = [0] * len(dominator)
    leaves = [size[0]] * len(dominator)
    free = [1] * len(dominator)  # where in the walk the next child of each block enters
    for block in range(1, len(dominator)):
        parent = dominator[block]
        enters[block] = free[parent]
        leaves[block] = free[parent] = free[parent] + size[block]
        free[block] = enters[block] + 1
    return enters, leaves


def natural_loop(before: list[list[int]], head: int, latches: list[int]) -> set[int]:
    """The blocks of the loop that the edges from `latches` to `head` close."""
    body = {head}
    work = list(latches)
    while work:
        number = work.pop()
        if number not in body:
            body.add(number)
            work += before[number]
    return body


def avoidable(before: list[list[int]], head: int, ends: list[int], place: int) -> bool:
    """Whether a way within a loop leads from its head to one of these blocks, without passing the block `place`."""
    seen = {place}
    work = list(ends)
    while work:
        number = work.pop()
        if number not in seen:
            if number == head:
                return True
            seen.add(number)
            work += before[number]
    return False
