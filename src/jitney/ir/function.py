"""Functions, blocks and values: the graph that passes rewrite.

A function is a list of blocks, the entry first. A block has parameters (in place of phi functions), code, and a
terminator with the blocks that it may go to and an argument for each of their parameters. A `Value` is both an
instruction and its result; constants are values that stand in no block. Guards and checked operations stand within
blocks: a block has one entry and any number of exits.
"""

from __future__ import annotations

from ..records import NamedTuple
from . import ops
from .types import BOOL, FIRST_VECTOR, I64, MAX, MIN, NAMES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from .types import MemoryKind

JUMP, BRANCH, RETURN, LEAVE = range(4)
"""Terminators: to targets[0]; to targets[0] where the bool operands[0] is true, else targets[1]; back to the caller
with the operands as results; out by the exit."""
TERMINATORS = ("jump", "branch", "return", "leave")


class Memory(NamedTuple):
    """Of a load or store: its address is base + index * scale + displacement; different alias classes never overlap."""

    kind: MemoryKind
    scale: int = 1
    displacement: int = 0
    alias: str = ""


class Callee(NamedTuple):
    """A jitted function: a symbol to link against; results of these IR types."""

    symbol: str
    parameters: tuple[int, ...]
    results: tuple[int, ...]


class CFunction(NamedTuple):
    """A C function, called by the platform's convention. `result` is NONE for void. `pure` ones may be shared."""

    symbol: str
    address: int
    parameters: tuple[int, ...]
    result: int
    pure: bool = False


NEW_ARRAY = "numpy.new_array"
"""The symbol of what makes NumPy arrays: it needs the GIL, unlike other C functions."""


class Upcall(NamedTuple):
    """A Python function that machine code calls, `callable(words)`: it takes the words of the operands and returns a
    sequence of the words of the results: patterns of 64 bits as ints from 0. What it raises leaves by the exit."""

    name: str
    callable: Any
    results: tuple[int, ...]


RAISE, BAIL, PASS_ON = "raise", "bail", "pass on"
"""Kinds of exits: an exception; an assumption that failed; a callee has left, or Python code has raised."""


class Exit:
    """A way out of the function other than return.

    `operands` are what the payload needs to know of (any values; kept alive only for the exit). `held` are addresses of
    Python objects that the function owns at that point, to be released on the way. `payload` is the front end's.
    `frames`, of code that was inlined: the functions that it leaves, innermost first, each with its payload, in the
    front end's terms.
    """

    __slots__ = ("frames", "held", "kind", "line", "number", "operands", "payload")

    def __init__(
        self,
        kind: str,
        line: int,
        payload: Any = None,
        operands: tuple[Value, ...] = (),
        held: tuple[Value, ...] = (),
        frames: tuple[tuple[Any, Any], ...] = (),
    ) -> None:
        self.kind = kind
        self.line = line
        self.payload = payload
        self.operands = operands
        self.held = held
        self.frames = frames
        self.number = -1  # given by the compiler, unique in the process


class Value:
    """An instruction and its result.

    `lo` and `hi` bound a word read as signed; they hold wherever the value is known. `line` is the source line.
    """

    __slots__ = ("args", "attr", "exit", "hi", "id", "line", "lo", "op", "type")

    def __init__(self, id: int, op: int, type: int, args: tuple[Value, ...] = (), attr: Any = None) -> None:
        self.id = id
        self.op = op
        self.type = type
        self.args = args
        self.attr = attr
        self.exit: Exit | None = None
        self.lo = MIN
        self.hi = MAX
        self.line = 0

    @property
    def is_const(self) -> bool:
        return self.op == ops.CONST

    def __repr__(self) -> str:
        if self.op == ops.CONST:
            return f"<{self.attr!r} {NAMES[self.type]}>"
        return f"<v{self.id} {NAMES[self.type]} {ops.NAMES[self.op]}>"


class Block:
    """A straight piece of code. `depth` is the count of loops around it; `cold` blocks are laid out last."""

    __slots__ = ("arguments", "code", "cold", "depth", "exit", "id", "kind", "line", "operands", "params", "targets")

    def __init__(self, id: int) -> None:
        self.id = id
        self.params: list[Value] = []
        self.code: list[Value] = []
        self.kind = -1
        self.operands: tuple[Value, ...] = ()
        self.targets: tuple[Block, ...] = ()
        self.arguments: tuple[list[Value], ...] = ()
        self.exit: Exit | None = None
        self.line = 0
        self.depth = 0
        self.cold = False

    def jump(self, target: Block, arguments: list[Value] | None = None) -> None:
        self.kind, self.operands, self.targets = JUMP, (), (target,)
        self.arguments = ([] if arguments is None else arguments,)

    def branch(
        self,
        condition: Value,
        then: Block,
        otherwise: Block,
        then_arguments: list[Value] | None = None,
        otherwise_arguments: list[Value] | None = None,
    ) -> None:
        self.kind, self.operands, self.targets = BRANCH, (condition,), (then, otherwise)
        self.arguments = (
            [] if then_arguments is None else then_arguments,
            [] if otherwise_arguments is None else otherwise_arguments,
        )

    def return_(self, results: tuple[Value, ...]) -> None:
        self.kind, self.operands, self.targets, self.arguments = RETURN, results, (), ()

    def leave(self, exit: Exit) -> None:
        self.kind, self.operands, self.targets, self.arguments, self.exit = LEAVE, (), (), (), exit

    def __repr__(self) -> str:
        return f"<block {self.id}>"


class LoopReport(NamedTuple):
    """What passes made of a loop, at its `line`: its `depth`, 1 for outermost ones; how many `lanes` it was spread
    over, 0 for none, of how many `bits` at the widest, and `unrolled` how often; how many checks were made before it;
    whether it was `split` into a loop without checks and the rest; and the `reason` why not more. `inner`: a loop
    inside was spread. `composed`: how many rounds are computed as one. `ordered`: whether sums are taken from lanes in
    order. `staged`: whether rare calls are made for many iterations together. `written`: how many times its body was,
    once for each round."""

    line: int
    depth: int
    lanes: int = 0
    bits: int = 0
    unrolled: int = 1
    checks: int = 0
    split: bool = False
    reason: str = ""
    reason_line: int = 0
    inner: bool = False
    composed: int = 0
    ordered: bool = False
    staged: bool = False
    written: int = 0


class Function:
    """A function. `results` are the IR types that every return gives. `too_deep` is the exit of a function with calls
    for when the stack is exhausted. `vectors`: whether it has had values that are vectors. `fastmath`: whether
    sums of floats may be computed in any order. `versions`: pairs of blocks made from the same source, with the
    parameters of the first and what the second has in their places. `unrolled`: the depths and the rounds of loops that
    are written once for each round, by their lines. `extents`: by the ids of parameters that are addresses, the bytes
    of an item, and the sizes whose product says how many lie there. `readable`: the ids of loads that may be made in
    each round of the loop around, as their addresses can be read in all of them."""

    __slots__ = (
        "blocks",
        "constants",
        "extents",
        "fastmath",
        "filename",
        "loops",
        "name",
        "next_id",
        "readable",
        "results",
        "too_deep",
        "unrolled",
        "vectors",
        "versions",
    )

    def __init__(self, name: str, results: tuple[int, ...] = (), filename: str = "") -> None:
        self.name = name
        self.results = results
        self.filename = filename
        self.blocks: list[Block] = []
        self.next_id = 0
        self.constants: dict[tuple[int, Any], Value] = {}
        self.too_deep: Exit | None = None
        self.vectors = False
        self.loops: list[LoopReport] = []
        self.unrolled: dict[int, tuple[int, int]] = {}
        self.fastmath = False
        self.extents: dict[int, tuple[int, tuple[Value, ...]]] = {}
        self.readable: set[int] = set()
        self.versions: list[tuple[Block, Block, list[tuple[Value, Value]]]] = []

    @property
    def entry(self) -> Block:
        return self.blocks[0]

    def block(self) -> Block:
        """A new block, which the caller puts into `blocks` where it belongs."""
        self.next_id += 1
        return Block(self.next_id)

    def value(self, op: int, type: int, args: tuple[Value, ...] = (), attr: Any = None) -> Value:
        """A new value, which the caller puts into a block."""
        self.next_id += 1
        if type >= FIRST_VECTOR:
            self.vectors = True
        return Value(self.next_id, op, type, args, attr)

    def param(self, block: Block, type: int) -> Value:
        value = self.value(ops.PARAM, type)
        if type == BOOL:
            value.lo, value.hi = 0, 1
        block.params.append(value)
        return value

    def const(self, type: int, number: Any) -> Value:
        """The constant. Words are given as signed; floats are told apart by their bits."""
        key = (type, number) if type in (I64, BOOL) else (type, number.hex() if number == number else _nan_key(number))
        found = self.constants.get(key)
        if found is None:
            found = self.constants[key] = self.value(ops.CONST, type, (), number)
            if type in (I64, BOOL):
                found.lo = found.hi = int(number)
        return found

    def exits(self) -> Iterator[Exit]:
        """All exits, in the order of the code. One may come several times."""
        for block in self.blocks:
            for value in block.code:
                if value.exit is not None:
                    yield value.exit
            if block.exit is not None:
                yield block.exit


def _nan_key(number: float) -> bytes:
    import struct

    return struct.pack("<d", number)
