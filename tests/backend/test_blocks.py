"""The order of blocks and the loops that are found."""

from __future__ import annotations

import random

from backend.native import Compiled, same
from ir.generate import random_function

from jitney.backend.blocks import order
from jitney.ir.builder import Builder
from jitney.ir.function import Block, Function
from jitney.ir.interpret import run as interpret
from jitney.ir.types import BOOL, I64


def graph(edges: dict[int, list[int]], cold: tuple[int, ...] = ()) -> Function:
    """A function of blocks 1, 2, ... with these edges."""
    function = Function("graph", ())
    blocks = {number: Block(number) for number in edges}
    function.blocks = list(blocks.values())
    condition = function.param(blocks[1], BOOL)
    for number, targets in edges.items():
        block = blocks[number]
        block.cold = number in cold
        if not targets:
            block.return_(())
        elif len(targets) == 1:
            block.jump(blocks[targets[0]])
        else:
            block.branch(condition, blocks[targets[0]], blocks[targets[1]])
    return function


def ids(function: Function) -> list[int]:
    return [node.block.id for node in order(function)[0]]


def test_chain_follows_the_first_target() -> None:
    assert ids(graph({1: [2, 3], 2: [4], 3: [4], 4: []})) == [1, 2, 3, 4]


def test_loop_is_contiguous() -> None:
    edges = {1: [2], 2: [3, 6], 3: [4, 5], 4: [2], 5: [2], 6: []}
    for swapped in (False, True):
        if swapped:
            edges[2] = [6, 3]
        assert ids(graph(edges))[-1] == 6


def test_way_out_of_the_middle() -> None:
    """What a loop is left to comes after it."""
    found = ids(graph({1: [2], 2: [7, 3], 3: [4, 8], 4: [2, 5], 5: [], 7: [5], 8: [5]}))
    assert found[:4] == [1, 2, 3, 4]


def test_nested_loops() -> None:
    nodes, loops = order(graph({1: [2], 2: [3], 3: [3, 4], 4: [2, 5], 5: []}))
    assert {node.block.id: node.depth for node in nodes} == {1: 0, 2: 1, 3: 2, 4: 1, 5: 0}
    assert [loop.header.block.id for loop in loops] == [3, 2]
    assert [node.block.id for node in nodes if node.innermost] == [3]


def test_cold_blocks_are_last() -> None:
    assert ids(graph({1: [2, 3], 2: [4], 3: [4], 4: []}, cold=(2,))) == [1, 3, 4, 2]


def test_unreachable_blocks_are_left_out() -> None:
    assert ids(graph({1: [3], 2: [3], 3: []})) == [1, 3]


def test_loop_with_two_entries() -> None:
    """Not from structured programs, but it has to come out right."""
    function = Function("irreducible", (I64,))
    start, one, other, end = (function.block() for _ in range(4))
    function.blocks = [start, one, other, end]
    n, way = function.param(start, I64), function.param(start, BOOL)
    a, b = function.param(one, I64), function.param(other, I64)
    result = function.param(end, I64)
    builder = Builder(function, start)
    start.branch(way, one, other, [n], [n])
    builder.block = one
    half = builder.add(a, builder.word(-3))
    one.branch(builder.lt(half, builder.zero), end, other, [half], [half])
    builder.block = other
    builder.scope.known.clear()
    less = builder.add(b, builder.word(-1))
    other.branch(builder.lt(less, builder.zero), end, one, [less], [less])
    end.return_((result,))
    compiled = Compiled([function])
    for arguments in ([10, 0], [10, 1], [0, 1], [1, 0]):
        assert same(compiled(*arguments), interpret(function, arguments))


def test_loops_of_random_functions_are_contiguous() -> None:
    for seed in range(60):
        function, _ = random_function(random.Random(seed), 60)
        nodes, loops = order(function)
        place = {node.number: number for number, node in enumerate(nodes)}
        for loop in loops:
            places = [place[node.number] for node in loop.nodes if not node.cold]
            assert max(places) - min(places) == len(places) - 1, seed
            assert nodes[min(places)] is loop.header
