"""Choose the form and the encoding of an instruction as written.

`Selector(mnemonic)` turns operands into an `Instruction`. Among the forms that take operands of these kinds it picks
the shortest encoding, in the table's order where several are as short, as GNU as does without -O: an EVEX form only if
no VEX form will do and MVEX last, never another instruction or another form of address.
"""

from __future__ import annotations

from functools import cache

from ..errors import AssemblyError, OperandError
from ..machine.sections import BRANCH32, FIXUP_SIZE, REL8, REL16, REL32, Fixup, Symbol
from ..records import NamedTuple
from .encoder import Encoder, Misfit, encoder
from .forms import FAR, KEYWORD_BITS, Form, find, forms, on_one_screen
from .operands import SIZES, Address, Masked, Mem, Reg, Rounding, kind_of, shown
from .syntax import instruction_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


CONDITIONS = {
    "c": "b", "nae": "b", "nc": "ae", "nb": "ae", "z": "e", "nz": "ne", "na": "be", "nbe": "a", "pe": "p", "po": "np",
    "nge": "l", "nl": "ge", "ng": "le", "nle": "g",
}  # fmt: skip
ALIASES = {
    **{prefix + alias: prefix + name for prefix in ("j", "set", "cmov") for alias, name in CONDITIONS.items()},
    "fwait": "wait", "xlat": "xlatb", "loopz": "loope", "loopnz": "loopne", "retn": "ret",
    "and_": "and", "or_": "or", "not_": "not", "in_": "in",
}  # fmt: skip
# Mnemonics that assemblers take for another, although the table has forms under their own name.
SAME_AS = {"sal": "shl", "iret": "iretd", "popf": "popfq", "pushf": "pushfq"}
# Prefix, its byte, and the note in forms.txt that allows it; in the order in which they are encoded.
PREFIXES = {
    "notrack": (0x3E, "notrack"), "ht": (0x3E, "ht"), "hnt": (0x2E, "ht"), "bnd": (0xF2, "bnd"), "rep": (0xF3, "rep"),
    "repe": (0xF3, "rep"), "repz": (0xF3, "rep"), "repne": (0xF2, "repne"), "repnz": (0xF2, "repne"),
    "xacquire": (0xF2, "xacquire"), "xrelease": (0xF3, "xrelease"), "lock": (0xF0, "lock"),
}  # fmt: skip
HINTS = frozenset({"vex", "vex3", "evex", "mvex", "disp32", "short", "near"})
DEFAULT_64 = frozenset({"push", "pop", "call", "jmp"})
CONTRADICTIONS = (
    ("short", "near"),
    ("vex", "evex"),
    ("vex3", "evex"),
    ("vex", "mvex"),
    ("vex3", "mvex"),
    ("evex", "mvex"),
)
SHORTER = {"int": {b"\xcd\x03": b"\xcc"}, "xchg": {b"\x48\x90": b"\x90"}}
"""Encodings for which assemblers write that of another instruction that does the same: `int3`, `nop`."""
EXCLUSIVE = ({0xF2, 0xF3}, {0x2E, 0x3E})  # prefixes of one group
BRANCH_BYTES = {"rel8": 1, "rel16": 2, "rel32": 4}
BYTES = [bytes((value,)) for value in range(256)]
CACHE_SIZE = 8192


class Instruction:
    """An encoded instruction: its bytes, its form, and the operands as they were written.

    `numbered` tells that the last operand is a number: 1, 1.0 and True are equal and hash alike, so whoever finds an
    instruction by its operands looks at the class of that one.
    """

    __slots__ = ("data", "form", "numbered", "operands")
    fixups: tuple[Fixup, ...] = ()
    prefixes: tuple[str, ...] = ()
    branch: tuple[bytes, bytes, Symbol] | None = None
    special = False

    def __init__(self, data: bytes, form: Form, operands: tuple[Any, ...], numbered: bool = False) -> None:
        self.data = data
        self.form = form
        self.operands = operands
        self.numbered = numbered

    @property
    def mnemonic(self) -> str:
        return self.form.mnemonic

    def __str__(self) -> str:
        elements = 0
        for operand in self.operands:
            memory = operand[0] if operand.__class__ is Masked else operand
            if memory.__class__ is Mem and memory[0].broadcast:
                elements = encoder(self.form).unit * 8 // memory[0].bits
        return instruction_text(self.mnemonic, self.operands, self.prefixes, elements)

    @property
    def relative(self) -> int | None:
        """The displacement of a memory operand [rip + number], which counts from the next instruction."""
        for operand in self.operands:
            memory = operand[0] if operand.__class__ is Masked else operand
            if memory.__class__ is Mem and memory[1][4] is None:
                base, _, _, displacement, _ = memory[1]
                if base is not None and base.family == "rip":
                    return displacement  # type: ignore[no-any-return]
        return None

    def __repr__(self) -> str:
        return f"<{self} = {self.data.hex(' ')}>"


class SpecialInstruction(Instruction):
    """An instruction with prefixes, or one that refers to a label.

    Offsets in `fixups` count from its first byte. For a branch that may become short, `branch` is (opcode of the short
    form, opcode of the long form, target).
    """

    __slots__ = ("branch", "fixups", "prefixes")
    special = True

    def __init__(
        self,
        data: bytes,
        form: Form,
        operands: tuple[Any, ...],
        fixups: tuple[Fixup, ...] = (),
        prefixes: tuple[str, ...] = (),
        branch: tuple[bytes, bytes, Symbol] | None = None,
    ) -> None:
        super().__init__(data, form, operands)
        self.fixups = fixups
        self.prefixes = prefixes
        self.branch = branch


class Ready(NamedTuple):
    """All of an encoding but its displacement and its immediate, which follow the parts."""

    bare: bytes | None  # up to and without a displacement; None if this address always has one
    with_byte: bytes  # up to an 8-bit displacement, which counts `unit` bytes
    with_long: bytes  # up to a 32-bit displacement
    unit: int
    tail: bytes  # between displacement and immediate
    size: int  # bytes of the immediate
    low: int  # range of the number
    high: int
    wrapped: int  # from here on a number is as good as the negative one of the operand size
    form: Form

    def length(self) -> int:
        """The length in bytes with a displacement of 8 bits, if it has one; among forms for the same operands it tells
        which is the shortest."""
        return len(self.with_byte or self.bare or b"") + len(self.tail) + self.size


OFTEN = 4
"""How many times operands of a shape must come for the preparation to pay."""


class Selector:
    """The forms of one mnemonic and the encodings found so far. Calling it with operands gives an Instruction."""

    def __init__(self, mnemonic: str) -> None:
        self.mnemonic = mnemonic
        self.forms = forms(SAME_AS[mnemonic]) + forms(mnemonic) if mnemonic in SAME_AS else forms(mnemonic)
        self.known: dict[tuple[Any, ...], Instruction] = {}
        """Finished encodings by operands, of instructions that refer to no label."""
        self._candidates: dict[Any, list[list[tuple[Encoder, tuple[int, ...]]]]] = {}
        self._ready: dict[tuple[Any, ...], tuple[Ready, ...] | int] = {}
        """By shapes of operands: what stands ready for them, or how often they have come."""
        self._patterns: dict[tuple[Any, ...], SpecialInstruction] = {}

    def __call__(
        self, operands: tuple[Any, ...], prefixes: tuple[str, ...] = (), encoding: str | tuple[str, ...] | None = None
    ) -> Instruction:
        """Encode. Raises OperandError or AssemblyError."""
        made = None if prefixes or encoding is not None else self.quickly(operands)
        return made or self.choose(operands, prefixes, encoding)

    def quickly(self, operands: tuple[Any, ...]) -> Instruction | None:
        """Encode from parts that stand ready where only a displacement or a number is new, and remember it.

        None: these operands need all of `choose`.
        """
        displacement = 0
        number = None
        key: list[Any] = []
        for operand in operands:
            cls = operand.__class__
            if cls is Mem:
                size, (base, index, scale, displacement, symbol), segment = operand
                if symbol is not None:
                    return self._refer(operands)
                if base is None:
                    return None
                key += (size, base, index, scale, segment)
            elif cls is int:
                if number is not None:
                    return None
                number = operand
                key.append(None)
            elif cls is Reg or (cls is Masked and operand[0].__class__ is Reg):
                key.append(operand)
            else:
                return self._refer(operands)
        shape = tuple(key)
        ready = self._ready.get(shape)
        if ready is None:
            if len(self._ready) >= CACHE_SIZE:
                self._ready.clear()
            self._ready[shape] = 1
            return None
        if isinstance(ready, int):
            if ready < OFTEN - 1:
                self._ready[shape] = ready + 1
                return None
            ready = self._ready[shape] = self._prepare(operands)
        for bare, with_byte, with_long, unit, tail, size, low, high, wrapped, form in ready:
            if number is not None:
                if not low <= number <= high and not wrapped <= number < wrapped - low:
                    continue
                if size:
                    tail += (number & (1 << 8 * size) - 1).to_bytes(size, "little")
            if displacement == 0 and bare is not None:
                data = bare + tail
            elif -128 * unit <= displacement < 128 * unit and displacement % unit == 0:
                data = with_byte + BYTES[displacement // unit & 255] + tail
            elif -0x8000_0000 <= displacement < 0x8000_0000:
                data = with_long + displacement.to_bytes(4, "little", signed=True) + tail
            else:
                return None
            known = self.known
            if len(known) >= CACHE_SIZE:
                known.clear()
            made = known[operands] = Instruction(data, form, operands, number is not None)
            return made
        return None

    def _refer(self, operands: tuple[Any, ...]) -> Instruction | None:
        """Encode a branch to a label, or memory at [rip + label], like an earlier one to another label."""
        label: Symbol | None = None
        key: list[Any] = []
        for operand in operands:
            cls = operand.__class__
            if cls is Mem:
                size, (base, index, _, displacement, symbol), segment = operand
                if base is None or base.name != "rip" or index or displacement or segment or label is not None:
                    return None
                label = symbol
                key.append(size)
            elif isinstance(operand, Symbol) and label is None:
                label = operand
                key.append(Symbol)
            elif cls is int or cls is Reg:
                key.append(operand)
            else:
                return None
        if label is None:
            return None
        shape = tuple(key)
        pattern = self._patterns.get(shape)
        if pattern is None:
            made = self.choose(operands, (), None)
            if made.__class__ is SpecialInstruction and (made.branch or len(made.fixups) == 1):
                self._patterns[shape] = made
            return made
        if pattern.branch is not None:
            short, long, _ = pattern.branch
            return SpecialInstruction(pattern.data, pattern.form, operands, (), (), (short, long, label))
        offset, kind, _, addend = pattern.fixups[0]
        return SpecialInstruction(pattern.data, pattern.form, operands, (Fixup(offset, kind, label, addend),))

    def _prepare(self, operands: tuple[Any, ...]) -> tuple[Ready, ...]:
        """The encodings for operands like these, to be tried in turn; empty if they need all of `choose`."""
        kinds = tuple(map(kind_of, operands))
        if self.mnemonic in SHORTER:
            return ()
        found: list[Ready] = []
        for tier in self._matching(kinds, None, frozenset(), None)[:3]:  # the fourth is MVEX
            in_tier = []
            for encode, positions in tier:
                if "A" in encode.form.places:  # an absolute address, where these have a base register
                    continue
                if len(positions) != len(encode.form.operands) or set(encode.form.places) & set("DT"):
                    return ()
                try:
                    in_tier.append(_prepare(encode, operands))
                except Misfit:
                    continue
            if in_tier:
                self._check_size([encode.form for encode, _ in tier], kinds, operands)
                if any("late" in ready.form.notes for ready in in_tier):
                    return ()
                found += sorted(in_tier, key=Ready.length)
        return tuple(found)

    def choose(
        self, operands: tuple[Any, ...], prefixes: tuple[str, ...], encoding: str | tuple[str, ...] | None
    ) -> Instruction:
        """Encode with every form that takes these operands, and pick. Raises OperandError or AssemblyError."""
        written = operands
        rounding = None
        if operands and operands[-1].__class__ is Rounding:
            rounding = operands[-1]
            operands = operands[:-1]
        elif any(operand.__class__ is Rounding for operand in operands):  # before an immediate, as GNU as has it
            rounding = next(operand for operand in operands if operand.__class__ is Rounding)
            operands = tuple(operand for operand in operands if operand is not rounding)
        try:
            kinds = tuple(map(kind_of, operands))
        except OperandError as error:
            raise OperandError(f"{instruction_text(self.mnemonic, written, prefixes)}: {error}") from None
        hints, opcode = self._hints(encoding)
        prefix_bytes = b""
        if prefixes:
            prefix_bytes = bytes(PREFIXES[name][0] for name in prefixes)
            if len(set(prefix_bytes)) < len(prefixes) or any(set(prefix_bytes) >= group for group in EXCLUSIVE):
                raise AssemblyError(
                    f"{instruction_text(self.mnemonic, written, prefixes)}: these prefixes exclude each other"
                )
        tiers = self._matching(kinds, rounding, hints, opcode)
        reasons: dict[str, None] = {}
        for tier in tiers:
            if "L" in kinds or "i" in kinds:
                branch = self._branch(tier, operands, written, prefixes, prefix_bytes, hints)
                if branch is not None:
                    return branch
            best: tuple[bytes, tuple[Fixup, ...]] | None = None
            best_form: Form | None = None
            for encode, positions in tier:
                if best is not None and not best[1] and encode.shortest >= len(best[0]):
                    continue
                full = operands
                if len(positions) != len(encode.form.operands):
                    by_place = dict(zip(positions, operands, strict=False))
                    full = tuple(by_place.get(place) for place in range(len(encode.form.operands)))
                try:
                    self._check_prefixes(encode.form, prefixes, operands)
                    if rounding is not None and rounding.kind != encode.form.rounding:
                        raise Misfit(f"this form takes no {rounding!r}")
                    made = encode(full, rounding, hints, prefix_bytes)
                except Misfit as misfit:
                    reasons[str(misfit)] = None
                    continue
                better = best is None or (len(made[0]) < len(best[0]) and "late" not in encode.form.notes)
                if made[1] and best is not None and best[1]:  # an address wants the widest immediate
                    widths = FIXUP_SIZE[best[1][-1].kind], FIXUP_SIZE[made[1][-1].kind]
                    better = widths[1] > widths[0] or (widths[1] == widths[0] and better)
                if better:
                    best, best_form = made, encode.form
            if best is not None and best_form is not None:
                self._check_size([encode.form for encode, _ in tier], kinds, written)
                if best[1] or prefixes:
                    return SpecialInstruction(best[0], best_form, written, best[1], prefixes)
                data = best[0] if opcode else SHORTER.get(self.mnemonic, {}).get(best[0], best[0])
                return Instruction(data, best_form, written)
        raise self._error(written, list(reasons), prefixes, encoding)

    def _hints(self, encoding: str | tuple[str, ...] | None) -> tuple[frozenset[str], str | None]:
        """Split `encoding` into hints and the opcode text of one form."""
        if encoding is None:
            return frozenset(), None
        words = (encoding,) if isinstance(encoding, str) else encoding
        if not isinstance(words, (tuple, list)) or not all(isinstance(word, str) for word in words):
            raise AssemblyError(f"{self.mnemonic}: encoding is a text or a tuple of texts, not {shown(encoding)}")
        hints = frozenset(word for word in words if word in HINTS)
        opcodes = [word for word in words if word not in HINTS]
        for one, other in CONTRADICTIONS:
            if one in hints and other in hints:
                raise AssemblyError(f"{self.mnemonic}: an encoding is {one} or {other}, not both")
        if len(opcodes) > 1:
            raise AssemblyError(f"{self.mnemonic}: one encoding at a time, not {' and '.join(map(repr, opcodes))}")
        return hints, opcodes[0] if opcodes else None

    def _matching(
        self, kinds: tuple[str, ...], rounding: Rounding | None, hints: frozenset[str], opcode: str | None
    ) -> list[list[tuple[Encoder, tuple[int, ...]]]]:
        """The encoders of the forms that take operands of these kinds, in tiers: the first that fits wins."""
        key = (kinds, rounding and rounding.kind, hints, opcode)
        try:
            return self._candidates[key]
        except KeyError:
            pass
        tiers: list[list[tuple[Encoder, tuple[int, ...]]]] = [[], [], [], []]
        count = len(kinds)
        for form in self.forms if opcode is None else find(self.mnemonic, self.forms, opcode):
            if len(form.explicit) > count or count > len(form.operands):
                continue
            positions = form.take(kinds)
            if positions is None:
                continue
            if rounding is not None and (not form.rounding or any(kind[0] in "mb" and kind != "mm" for kind in kinds)):
                continue
            if (hints & {"vex", "vex3"} and form.encoding != "VEX") or ("evex" in hints and form.encoding != "EVEX"):
                continue
            if "mvex" in hints and form.encoding != "MVEX":
                continue
            tier = 0 if opcode or not form.notes & {"amd", "rare", "knc"} else 2
            if tier == 0 and (form.encoding == "EVEX" or "late" in form.notes) and opcode is None:
                tier = 1
            if form.encoding == "MVEX":
                tier = 3
            tiers[tier].append((encoder(form), positions))
        if any(kind in ("m", "b") for kind in kinds):
            tiers = [_without_far(tier) for tier in tiers]
        tiers[1].sort(key=lambda item: "late" in item[0].form.notes)
        for tier_of_forms in tiers:  # of two as short, the one that sign-extends
            tier_of_forms.sort(key=lambda item: "simm8" not in item[0].form.operands)
        self._candidates[key] = tiers
        return tiers

    def _check_prefixes(self, form: Form, prefixes: tuple[str, ...], operands: tuple[Any, ...]) -> None:
        for name in prefixes:
            if PREFIXES[name][1] not in form.notes:
                raise Misfit(f"{name} is not allowed with {form}")
            if name in ("lock", "xacquire", "xrelease") and not any(operand.__class__ is Mem for operand in operands):
                raise Misfit(f"{name} needs an operand in memory")
            if name in ("xacquire", "xrelease") and "lock" not in prefixes and form.mnemonic not in ("xchg", "mov"):
                raise Misfit(f"{name} goes with lock")
            if name == "notrack" and any(operand.__class__ is Mem and operand[2] is not None for operand in operands):
                raise Misfit("notrack takes the place of the segment override")

    def _check_size(self, matching: list[Form], kinds: tuple[str, ...], written: tuple[Any, ...]) -> None:
        """Refuse memory without a size where forms of several sizes take these operands, whatever their values."""
        open_sizes = [kind for kind in kinds if kind in ("m", "m{k}") or (kind[0] == "b" and kind[1:].isdigit())]
        if not open_sizes:
            return
        sizes = {form.memory_bits for form in matching if form.memory_bits is not None}
        if len(sizes) < 2 or not sizes & KEYWORD_BITS:
            return
        text = instruction_text(self.mnemonic, written)
        if open_sizes[0][0] == "b":
            counts = sorted(bits // int(open_sizes[0][1:]) for bits in sizes if bits)
            raise OperandError(
                f"{text}: the broadcast may fill {_either(map(str, counts))} elements: say which with .to(n)"
            )
        names = [name for name, size in SIZES.items() if size.bits in sizes and not size.broadcast and size.bits]
        raise OperandError(f"{text}: the size of the memory is ambiguous: write {_either(names)} instead of ptr")

    def _branch(
        self,
        tier: list[tuple[Encoder, tuple[int, ...]]],
        operands: tuple[Any, ...],
        written: tuple[Any, ...],
        prefixes: tuple[str, ...],
        prefix_bytes: bytes,
        hints: frozenset[str],
    ) -> Instruction | None:
        """A branch to a label or an address: short and long forms, of which layout takes the one that reaches."""
        found: dict[int, Encoder] = {}
        for encode, _ in sorted(
            tier, key=lambda item: item[0].address_size
        ):  # loop counts in rcx, unless asked for ecx
            if "D" in encode.form.places:
                size = BRANCH_BYTES[encode.form.operands[encode.form.places.index("D")]]
                found.setdefault(size, encode)
        if not found:
            return None
        target = operands[-1]
        if not isinstance(target, Symbol):
            address = target.__index__()
            if not 0 <= address < 1 << 64:
                text = instruction_text(self.mnemonic, written, prefixes)
                raise OperandError(f"{text}: a branch goes to a label or an address of 64 bits")
            target = Symbol(hex(address), external=True, value=address)
        for encode in found.values():
            try:
                self._check_prefixes(encode.form, prefixes, operands)
            except Misfit as misfit:
                raise OperandError(f"{instruction_text(self.mnemonic, written, prefixes)}: {misfit}") from None

        def opcode(size: int) -> bytes:
            encode = found[size]
            if encode.form.encoding == "VEX":
                return encode.vex_head(0, 0, 0, operands[0].number, False) + encode.opcode
            return prefix_bytes + encode.prefix + encode.opcode

        if 1 in found and 4 in found and not hints & {"short", "near"}:
            short, long = opcode(1), opcode(4)
            branch = (short, long, target)
            return SpecialInstruction(long + bytes(4), found[4].form, written, (), prefixes, branch)
        if 1 in found and "near" not in hints:
            data = opcode(1) + b"\0"
            fixup = Fixup(len(data) - 1, REL8, target, -1)
            return SpecialInstruction(data, found[1].form, written, (fixup,), prefixes)
        if "short" in hints or max(found) == 1:
            text = instruction_text(self.mnemonic, written, prefixes)
            raise OperandError(f"{text}: there is no {'short' if 'short' in hints else 'near'} form of {self.mnemonic}")
        size = max(found)
        data = opcode(size) + bytes(size)
        kind = REL16 if size == 2 else REL32 if self.mnemonic == "xbegin" else BRANCH32
        fixup = Fixup(len(data) - size, kind, target, -size)
        return SpecialInstruction(data, found[size].form, written, (fixup,), prefixes)

    def _error(
        self, written: tuple[Any, ...], reasons: list[str], prefixes: tuple[str, ...], encoding: Any
    ) -> OperandError:
        text = instruction_text(self.mnemonic, written, prefixes)
        if encoding is not None:
            text += f" as {encoding!r}"
        if reasons:
            head = f"{text}: {'; '.join(reasons)}"
        else:
            given = ", ".join(_describe(operand) for operand in written) or "no operands"
            head = f"{text}: no form of {self.mnemonic} takes {given}"
        lines = [f"  {form}" for form in self.forms if not form.notes & {"amd", "rare"}]
        return OperandError(f"{head}. The forms are:\n{on_one_screen(lines)}")


def _prepare(encode: Encoder, operands: tuple[Any, ...]) -> Ready:
    """Encode with sample displacements and take the encoding apart. Raises Misfit."""
    form = encode.form
    at = next((n for n, operand in enumerate(operands) if operand.__class__ is int), -1)
    size, low, high, wrapped = 0, 1, 1, 1
    if at >= 0 and at != encode.one_at:
        _, kind, size = next(immediate for immediate in encode.immediates if immediate[0] == at)
        half = 1 << 8 * size - 1
        low, high = -half, half - 1 if kind[0] == "s" else 2 * half - 1
        wrapped = (1 << encode.operand_bits) - half if kind[0] == "s" else 0
    if at >= 0:
        operands = (*operands[:at], 1, *operands[at + 1 :])
    place = next((n for n, operand in enumerate(operands) if operand.__class__ is Mem), -1)
    if place < 0:
        data, _ = encode(operands)
        end = len(data) - size
        return Ready(data[:end], b"", b"", 1, b"", size, low, high, wrapped, form)
    memory = operands[place]
    base, index, scale, _, _ = memory[1]
    unit = encode.broadcast_unit if memory[0].broadcast else encode.unit

    def with_displacement(displacement: int) -> bytes:
        address = tuple.__new__(Address, (base, index, scale, displacement, None))
        changed = tuple.__new__(Mem, (memory[0], address, memory[2]))
        return encode((*operands[:place], changed, *operands[place + 1 :]))[0]

    bare, short, long = map(with_displacement, (0, unit, 0x1234_5678))
    tail_length = encode.trailing_length
    tail = long[len(long) - tail_length : len(long) - size]
    if len(short) == len(long):  # relative to rip: always 32 bits
        raise Misfit("no displacement of 8 bits")
    return Ready(
        bare[: len(bare) - tail_length] if len(bare) < len(short) else None,
        short[: len(short) - tail_length - 1],
        long[: len(long) - tail_length - 4],
        unit, tail, size, low, high, wrapped, form,
    )  # fmt: skip


def _describe(operand: Any) -> str:
    kind = kind_of(operand)
    if kind == "i":
        return "a number"
    if kind == "L":
        return "a label"
    if kind in ("er", "sae"):
        return repr(operand)
    memory = operand[0] if operand.__class__ is Masked else operand
    if memory.__class__ is Mem:
        return f"memory ({operand!r})"
    return f"{operand!r} ({getattr(memory, 'family', kind)})"


def _either(names: Any) -> str:
    names = list(names)
    return " or ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _without_far(tier: list[tuple[Encoder, tuple[int, ...]]]) -> list[tuple[Encoder, tuple[int, ...]]]:
    """For memory without a size: no far pointers and no 16-bit variants where there are others."""
    near = [item for item in tier if not any(operand in FAR for operand in item[0].form.operands)] or tier
    if near and (
        near[0][0].form.mnemonic in DEFAULT_64 or not any(i[0].form.memory_bits in KEYWORD_BITS for i in near)
    ):
        return [item for item in near if not item[0].form.opcode.startswith("o16")] or near
    return near


@cache
def selector(name: str) -> Selector | None:
    """The selector of a mnemonic or one of its aliases, None if there is no such instruction."""
    made = Selector(ALIASES.get(name, name))
    return made if made.forms else None
