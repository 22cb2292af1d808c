"""Allocation: a location for every value.

Block parameters are joined with their arguments where these are never live at once (as regalloc2 does), so that most
moves at the ends of blocks vanish. The groups that result then choose registers, the most expensive first, where the
masks of liveness.py say that one is free for all of their lives. A group that finds none falls apart into its values;
a value that finds none lives in memory, written once where it is defined. What registers are left is for copies of
these in loops (caching.py). Where that leaves values of loops in memory that live for some instructions only, it is all
done once more with these before others, for which one that lives long has to go; the cheaper of both is taken.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush

from ..ir.types import F32, F64
from .select import CALLS, RETURNING, SPLATTING, UNTRACKED, UPCALLING
from .uses import VECTOR

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Value
    from .blocks import Node
    from .liveness import Ranges
    from .target import Target

_FLOATS = frozenset((F64, F32))
SLOT = 64
"""The location of the first of the frame's slots of 8 bytes."""
WIDE = 1 << 18
"""That of the first of the slots that hold vectors."""
POOL = 1 << 19
"""That of the first constant vector that is read from where constants are."""
INCOMING = 1 << 20
"""That of the first parameter on the stack."""
CHEAP = 2.5
"""Below this cost it is no worse to be in memory than to save a register for its sake."""
COSTLY = 10
"""Above this cost a value is used in a loop."""
BRIEF = 12
"""Up to this length a life is brief, in half instructions."""


class Group:
    """Values that are to share a location."""

    __slots__ = ("cost", "home", "kind", "mask", "members")

    def __init__(self, members: list[int], mask: int, cost: float, kind: int) -> None:
        self.members = members
        self.mask = mask
        self.cost = cost
        self.kind = kind  # of registers
        self.home: Group | None = None  # the group that it was a part of


def _life(group: Group) -> int:
    """From the first to the last of where it is live."""
    mask = group.mask
    return mask.bit_length() - (mask & -mask).bit_length() + 1


def _urgency(group: Group) -> float:
    """What a register is worth to it: a value that is needed for a moment needs one in any case then."""
    return group.cost * (1 + BRIEF / _life(group))


class Allocation:
    """`locations` by ids of values; `occupied`, by register, all positions where it is taken, `slots` and `wide` the
    same; `saved`, the callee-saved registers that are used; `constants`, those that loops keep in registers; `pool`,
    the vectors that are constants in memory."""

    __slots__ = ("constants", "locations", "occupied", "pool", "saved", "slots", "wide")

    def __init__(self, count: int, registers: int) -> None:
        self.locations: list[int] = [-1] * count
        self.occupied = [0] * registers
        self.slots: list[int] = []
        self.wide: list[int] = []
        self.pool: list[Value] = []
        self.saved: set[int] = set()
        self.constants: dict[int, Value] = {}


class Allocator:
    def __init__(self, target: Target, nodes: list[Node], ranges: Ranges, count: int) -> None:
        self.target = target
        self.nodes = nodes
        self.ranges = ranges
        self.result = Allocation(count, target.register_count)
        self.hints: list[list[int]] = [[] for _ in range(count)]  # registers, or ~id of another value
        self.homes: dict[int, int] = {}  # slots of groups that fell apart, by id of the group
        self.stack_parameters: dict[int, int] = {}
        self.constants: dict[int, Value] = {}  # vectors that needn't be stored, as they are constants
        self.callee_saved = frozenset(target.callee_saved)

    def run(self) -> Allocation:
        self._fixed()
        self._parameters()
        groups = self._groups()
        fixed = self.result.occupied[:]
        cost, brief = self._allocate(groups, False)
        if brief:
            plain, self.result = self.result, Allocation(len(self.result.locations), 0)
            self.result.occupied = fixed
            self.homes = {}
            if self._allocate(groups, True)[0] >= cost:
                self.result = plain
        return self.result

    def _allocate(self, groups: list[Group], brief_first: bool) -> tuple[float, bool]:
        """Chooses locations. Returns the cost of what is in memory, and whether values that live but briefly are."""
        queue = [
            (-_urgency(group) if brief_first else -group.cost, number, group) for number, group in enumerate(groups)
        ]
        heapify(queue)
        number = len(queue)
        locations = self.result.locations
        cost, brief = 0.0, False
        while queue:
            _, _, group = heappop(queue)
            register = self._find(group)
            if register >= 0:
                self.result.occupied[register] |= group.mask
                for member in group.members:
                    locations[member] = register
            elif len(group.members) > 1:
                for part in self._parts(group):
                    number += 1
                    heappush(queue, (-_urgency(part) if brief_first else -part.cost, number, part))
            else:
                locations[group.members[0]] = self._slot(group)
                cost += group.cost
                brief = brief or (group.cost > COSTLY and _life(group) <= BRIEF)
        return cost, brief

    def _fixed(self) -> None:
        """What instructions clobber; hints of what they want."""
        target = self.target
        occupied = self.result.occupied
        hints = self.hints
        untracked = UNTRACKED
        clobbered = 0
        for node in self.nodes:
            for instruction in node.instructions:
                rule = instruction.rule
                kind = instruction.kind
                if rule is not None:
                    if rule.clobbers:
                        bit = 1 << 2 * instruction.position
                        for register in rule.clobbers:
                            occupied[register] |= bit
                        for register in rule.blocked:
                            occupied[register] |= 3 * bit
                        if rule.result >= 0:
                            hints[instruction.results[0][0].id].append(rule.result)
                    if rule.tied:
                        result = instruction.results[0][0].id
                        for value in instruction.uses[: 2 if rule.commutes else 1]:
                            if value is not None and value.op not in untracked:
                                hints[result].append(~value.id)
                                hints[value.id].append(~result)
                elif kind in CALLS:
                    if not node.cold:  # there the emitter saves what the call clobbers, for the sake of the rest
                        clobbered |= 1 << 2 * instruction.position
                    if kind != UPCALLING:
                        self._hint_arguments(instruction.uses, target.word_arguments, target.float_arguments)
                    for value, place in instruction.results:
                        if place >= 0:
                            hints[value.id].append(place)
                elif kind == RETURNING:
                    self._hint_arguments(instruction.uses, (target.word_result,), (target.float_result,))
                elif kind == SPLATTING:
                    if instruction.attr:
                        constant = instruction.results[0][0]
                        self.constants[constant.id] = constant
                        self.ranges.costs[constant.id] /= 2  # in memory it is never written, and most can read it there
                elif instruction.results and instruction.attr is not None:  # a selection
                    value = instruction.uses[instruction.attr]
                    if value.op not in untracked:
                        result = instruction.results[0][0].id
                        hints[result].append(~value.id)
                        hints[value.id].append(~result)
        if clobbered:
            for register in target.caller_saved:
                occupied[register] |= clobbered

    def _hint_arguments(self, values: list[object], words: tuple[int, ...], floats: tuple[int, ...]) -> None:
        word = number = 0
        for value in values:
            if value.type in _FLOATS:  # type: ignore[attr-defined]
                places, at = floats, number
                number += 1
            else:
                places, at = words, word
                word += 1
            if at < len(places) and value.op not in UNTRACKED:  # type: ignore[attr-defined]
                self.hints[value.id].append(places[at])  # type: ignore[attr-defined]

    def _parameters(self) -> None:
        """Those of the function come in registers, then on the stack."""
        target = self.target
        words, floats = list(target.word_arguments), list(target.float_arguments)
        on_stack = 0
        for value in self.nodes[0].block.params:
            places = floats if value.type in _FLOATS else words
            if places:
                self.hints[value.id].append(places.pop(0))
            else:
                self.stack_parameters[value.id] = INCOMING + on_stack
                on_stack += 1

    def _groups(self) -> list[Group]:
        masks, costs = self.ranges.masks, self.ranges.costs
        classes = self.target.classes
        of: dict[int, Group] = {
            number: Group([number], masks[number], costs[number], classes[value.type])
            for number, value in self.ranges.values.items()
        }
        edges = [
            (node.weight, node, position, target)
            for node in self.nodes
            for position, target in enumerate(node.targets)
            if target.block.params
        ]
        edges.sort(key=lambda edge: -edge[0])
        for _, node, position, target in edges:
            for parameter, argument in zip(target.block.params, node.block.arguments[position], strict=True):
                one = of.get(parameter.id)
                other = of.get(argument.id)
                if one is None or other is None or one is other or one.mask & other.mask:
                    continue
                if len(one.members) < len(other.members):
                    one, other = other, one
                one.mask |= other.mask
                one.cost += other.cost
                one.members += other.members
                for member in other.members:
                    of[member] = one
        return list({id(group): group for group in of.values()}.values())

    def _find(self, group: Group) -> int:
        """A register that is free wherever the group is live, or -1."""
        occupied = self.result.occupied
        locations = self.result.locations
        mask = group.mask
        target = self.target
        order = target.orders[group.kind]
        for member in group.members:
            for hint in self.hints[member]:
                register = hint if hint >= 0 else locations[~hint]
                if register in order and not occupied[register] & mask:
                    if register not in self.callee_saved or register in self.result.saved:
                        return register
        if group.home is not None:
            for member in group.home.members:
                register = locations[member]
                if register in order and not occupied[register] & mask:
                    return register
        for register in order:
            if not occupied[register] & mask:
                if register in self.callee_saved and register not in self.result.saved:
                    if group.cost < CHEAP:
                        return -1
                    self.result.saved.add(register)
                return register
        return -1

    def _parts(self, group: Group) -> list[Group]:
        """What a group that found no register falls apart into: the values that could find one alone stay together,
        unless these are all."""
        masks, costs = self.ranges.masks, self.ranges.costs
        occupied = self.result.occupied
        order = self.target.orders[group.kind]
        fit: list[int] = []
        rest: list[int] = []
        for member in group.members:
            mask = masks[member]
            found = any(not occupied[register] & mask for register in order)
            (fit if found else rest).append(member)
        parts = []
        if len(fit) < 2 or not rest:
            fit, rest = [], group.members
        else:
            mask = 0
            for member in fit:
                mask |= masks[member]
            parts.append(Group(fit, mask, sum([costs[member] for member in fit]), group.kind))
        parts += [Group([member], masks[member], costs[member], group.kind) for member in rest]
        for part in parts:
            part.home = group.home or group
        return parts

    def _slot(self, group: Group) -> int:
        """A slot for a value, the one that others of its group have if there is one."""
        id_ = group.members[0]
        if id_ in self.stack_parameters:
            return self.stack_parameters[id_]
        if id_ in self.constants:
            self.result.pool.append(self.constants[id_])
            return POOL + len(self.result.pool) - 1
        slots, first = (self.result.wide, WIDE) if group.kind == VECTOR else (self.result.slots, SLOT)
        home = self.homes.get(id(group.home or group))
        if home is not None and not slots[home] & group.mask:
            slots[home] |= group.mask
            return first + home
        for number, mask in enumerate(slots):
            if not mask & group.mask:
                slots[number] |= group.mask
                break
        else:
            number = len(slots)
            slots.append(group.mask)
        if group.home is not None:
            self.homes.setdefault(id(group.home), number)
        return first + number
