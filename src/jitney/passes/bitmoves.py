"""Bits that are moved one by one within a word are moved many at a time: reversals, spreads, gathers, byte swaps.

Loops like `r = r << 1 | x & 1; x >>= 1` come here written out once for each round (frontend/unrolling.py), so it can be
told what each bit of a word is: a bit of another word, or nothing. Where all those of one word can be moved in steps,
in each of which some go left and some go right by the same power of two, a few masks and shifts take the place of a
chain that is as long as there are bits (H. Warren, Hacker's Delight, sections 7-1, 7-2 and 7-4; D. Knuth, The Art of
Computer Programming, section 7.1.3).

What leads to a word is taken apart as far as AND with a constant, OR (or + and ^ of words that share no bit) and shifts
by constants go. A plan of steps is tried out on the positions of the bits: no two may meet on the way.

Needs: ranges of words, and constants folded. Comes before loops are spread over lanes, which have these operations too.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.builder import Builder, Scope
from ..ir.dominators import reverse_postorder
from ..ir.types import I64
from . import dead
from .rewrite import count_uses, replace_uses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Function, Value

    Moves = dict[tuple[int, int], int]
    """What a word is made of: by the id of a word and how far to the left, the bits here that come so."""
    Step = tuple[int, int, int, int]
    """How far, and the bits that stay, those that go left and those that go right, as they stand before."""

LEAST = 6
"""How many different moves a word has to be made of: rotations and single bytes are as short as they get."""
_MOST = 64
_WORD = (1 << 64) - 1
_EXTENSIONS = {ops.ZEXT8: 0xFF, ops.ZEXT16: 0xFFFF, ops.ZEXT32: 0xFFFF_FFFF}
_UNIONS = frozenset((ops.OR, ops.XOR, ops.ADD))


def run(function: Function) -> None:
    _Mover(function).run()


class _Mover(Builder):
    def __init__(self, function: Function) -> None:
        super().__init__(function)
        self.order = reverse_postorder(function)
        self.moves: dict[int, Moves] = {}  # by id of a word
        self.words: dict[int, Value] = {}
        self.used = count_uses(function)

    def run(self) -> None:
        for block in self.order:
            for value in block.code:
                if value.type == I64 and (moves := self.taken_apart(value)) is not None:
                    self.moves[value.id] = moves
                    self.words[value.id] = value
        within = {
            use.id  # what a longer chain goes on from
            for block in self.order
            for value in block.code
            if value.id in self.moves and (value.id, 0) not in self.moves[value.id]
            for use in value.args
            if self.used[use.id] == 1
        }
        plans: dict[int, list[tuple[Value, list[Step]]]] = {}
        for id, moves in self.moves.items():
            if len(moves) >= LEAST and id not in within and (planned := self.planned(self.words[id])) is not None:
                plans[id] = planned
        if not plans:
            return
        replaced: dict[int, Value] = {}
        for block in self.order:
            if any(value.id in plans for value in block.code):
                code, block.code = block.code, []
                self.enter(block, Scope(None))
                for value in code:
                    if value.id in plans:
                        self.line = value.line
                        replaced[value.id] = new = self.moved(plans[value.id])
                        self.narrow_new(new, value.lo, value.hi)
                    else:
                        block.code.append(value)
        replace_uses(self.function, replaced)
        dead.run(self.function)

    # What a word is made of.

    def taken_apart(self, value: Value) -> Moves | None:
        """What the word is made of, if it is any of the operations that move bits; None if it isn't."""
        op = value.op
        if op in _EXTENSIONS:
            return _masked(self.of(value.args[0]), _EXTENSIONS[op])
        if op in _UNIONS:
            return _united(self.of(value.args[0]), self.of(value.args[1]), op == ops.OR)
        if op in (ops.AND, ops.SHL, ops.SHR, ops.SAR):
            word, by = value.args
            if op == ops.AND and word.is_const:
                word, by = by, word
            if by.is_const and not word.is_const:
                if op == ops.AND:
                    return _masked(self.of(word), by.attr & _WORD)
                count = by.attr & 63
                if op == ops.SHL:
                    return _shifted(self.of(word), count)
                moves = _shifted(self.of(word), -count)
                if op == ops.SAR and word.lo < 0 and count:
                    moves[value.id, 0] = _WORD ^ _WORD >> count  # copies of the sign stand for themselves
                return moves
        return None

    def of(self, word: Value) -> Moves:
        moves = self.moves.get(word.id)
        if moves is None or len(moves) > _MOST:
            self.words[word.id] = word
            return {(word.id, 0): _bits(word)}
        return moves

    # How it can be made in fewer operations.

    def planned(self, value: Value) -> list[tuple[Value, list[Step]]] | None:
        """For each word that bits come from the steps to take, if that is clearly less than what leads to them now.
        None too where copies of the sign stand for themselves, as this is the word that they are taken from."""
        by_word: dict[int, dict[int, int]] = {}  # by the word: by a bit's place there, its place here
        for (id, distance), bits in self.moves[value.id].items():
            places = by_word.setdefault(id, {})
            while bits:
                place = bits.bit_length() - 1
                bits ^= 1 << place
                if place - distance in places:
                    return None  # a bit that goes to two places
                places[place - distance] = place
        if value.id in by_word:
            return None
        plan = []
        cost = len(by_word) - 1
        for id, places in by_word.items():
            steps = _steps(places)
            if steps is None:
                return None
            plan.append((self.words[id], steps))
            cost += _cost(steps)
        return plan if cost * 3 <= self.chain(value) * 2 else None

    def chain(self, value: Value) -> int:
        """How many operations are wanted for nothing but the word."""
        count = 0
        left: dict[int, int] = {}
        stack = [value]
        while stack:
            count += 1
            for use in stack.pop().args:
                if use.id in self.moves:
                    left[use.id] = left.get(use.id, self.used[use.id]) - 1
                    if left[use.id] == 0:
                        stack.append(use)
        return count

    def moved(self, plan: list[tuple[Value, list[Step]]]) -> Value:
        whole = self.zero
        for word, steps in plan:
            known = _bits(word)
            for distance, stays, left, right in steps:
                count = self.word(distance)
                # What falls off, or isn't there, needs no mask; both ways then often take the same.
                kept = word if stays == known else self.and_(word, self.word(stays))
                lower = word if left == known & _WORD >> distance else self.and_(word, self.word(left))
                upper = self.shr(word, count)
                if right >> distance != known >> distance:
                    upper = self.and_(upper, self.word(right >> distance))
                word = self.or_(self.or_(kept, self.shl(lower, count)), upper)
                known = stays | left << distance | right >> distance
            whole = self.or_(whole, word)
        return whole


def _bits(word: Value) -> int:
    """The bits that can be set in it."""
    return (1 << word.hi.bit_length()) - 1 if word.lo >= 0 else _WORD


def _masked(moves: Moves, mask: int) -> Moves:
    return {move: bits & mask for move, bits in moves.items() if bits & mask}


def _shifted(moves: Moves, count: int) -> Moves:
    moved = {}
    for (id, distance), bits in moves.items():
        bits = bits << count & _WORD if count >= 0 else bits >> -count
        if bits:
            moved[id, distance + count] = bits
    return moved


def _united(some: Moves, others: Moves, is_or: bool) -> Moves | None:
    """What a word is made of that has the bits of two; None if they have bits of different origin in one place."""
    taken = 0
    for bits in some.values():
        taken |= bits
    for move, bits in others.items():
        if bits & taken and (not is_or or bits & taken & ~some.get(move, 0)):
            return None
    united = dict(some)
    for move, bits in others.items():
        united[move] = united.get(move, 0) | bits
    return united


def _steps(places: dict[int, int]) -> list[Step] | None:
    """The fewest steps that bring each bit from its place to the one that is its own, if there are any."""
    plans = [plan for way in (_WAYS, _WAYS[::-1]) for how in (True, False) if (plan := _tried(places, way, how))]
    return min(plans, key=_cost, default=None)


_WAYS = (1, 2, 4, 8, 16, 32)
"""Words are gathered by short steps first, and spread by long ones."""


def _tried(places: dict[int, int], way: tuple[int, ...], exchanged: bool) -> list[Step] | None:
    """The steps in this order, each for those bits that it brings nearer; None if bits meet. Bits that are exchanged go
    by the binary digits in which places differ, others by those of the distance."""
    now = {here: here for here in places}
    steps: list[Step] = []
    for distance in way:
        stays = left = right = 0
        for here, there in places.items():
            at = now[here]
            if not (here ^ there if exchanged else abs(there - here)) & distance:
                stays |= 1 << at
            elif at & distance == 0 if exchanged else there > here:
                left |= 1 << at
                now[here] = at + distance
            else:
                right |= 1 << at
                now[here] = at - distance
        if len(set(now.values())) < len(now):
            return None
        if left or right:
            steps.append((distance, stays, left, right))
    return steps or [(0, sum(1 << here for here in places), 0, 0)]


def _cost(steps: list[Step]) -> int:
    """About how many operations they are."""
    return sum(3 * (bool(left) + bool(right)) + 2 * bool(stays) - 1 for _, stays, left, right in steps)
