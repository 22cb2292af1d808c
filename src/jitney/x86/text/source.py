"""A source text, read line by line into an `Assembler`.

Most lines are an instruction whose operands have been seen before, in another combination: one regular expression
takes such a line apart, its operands are looked up by their text, and the encoder finds the rest. Whatever doesn't go
this way (labels, directives, prefixes, mistakes) is read again by `statement`, token by token, which knows columns for
messages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ...errors import AssemblyError
from ...machine.sections import FIXUP_SIZE, Symbol
from ..assembler import Assembler, Gap, Line, Mark, Zeros
from ..operands import REGISTERS, Address, Label, Mem, ptr
from ..select import ALIASES, PREFIXES, Instruction, Selector, SpecialInstruction, selector
from . import aliases
from .directives import DIRECTIVES, LABELLED
from .expressions import Reader, Sum
from .lexer import BRACED, LABEL, ROW, STATEMENT, WORD, Slip, between_commas, source_lines, tokens
from .macros import BLOCKS, Macro
from .operand import SIZE_WORDS, Unsized, plain, read_operand
from .report import Origin, Problem, as_written, complaint
from .spelling import meant

OPERAND = r"""([^,;#"'=/\n]+)"""
COMMON_LINE = re.compile(
    rf"[ \t]*([A-Za-z]\w*)(?:[ \t]+{OPERAND}(?:,{OPERAND}(?:,{OPERAND}(?:,{OPERAND})?)?)?)?(?:[;#].*)?\Z"
)
# Memory with a number at its end: what comes before is looked up by its text.
DISPLACED = re.compile(
    r"([^\[\]]*\[[ \t]*[\w.$@?:]+(?:[ \t]*[-+*][ \t]*[\w.$@?]+)*)[ \t]*([-+])[ \t]*(0x[0-9a-fA-F]+|[1-9]\d*)"
    r"[ \t]*\][ \t]*"
)
# Memory that is no more than a base and an index.
BASE_AND_INDEX = re.compile(
    r"[ \t]*(?:([a-z]+)[ \t]+(?:ptr[ \t]+)?)?\[[ \t]*(\w+)(?:[ \t]*\+[ \t]*(\w+)(?:\*([1248]))?)?[ \t]*\][ \t]*"
)
WIDE = {name: register for name, register in REGISTERS.items() if register.family == "r64"}
PLACE = re.compile(r"(\d+)([fbFB])")
ENCODINGS = {
    "vex": "vex", "vex2": "vex", "vex3": "vex3", "evex": "evex", "mvex": "mvex", "disp32": "disp32",
    "disp8": None, "rex": None, "nooptimize": None,
}  # fmt: skip
LOOSE_PREFIXES = {(prefix, "ret"): b"\xf3" for prefix in ("rep", "repz", "repe")}
MAX_OPERANDS_KEPT = 1 << 16
MAX_LINES, MAX_CHARACTERS = 1_000_000, 1 << 26  # that macros and repetitions may make of a source
MAX_SPACE = 1 << 26  # bytes that directives may fill
MAX_PROBLEMS = 1000
ROW_BYTES = 10  # of an instruction, in the row of a listing that has its text
MAX_FORMS = 6  # in a message
WORDING = (
    (" instead of ptr", " ptr before the brackets"),
    ("say which with .to(n)", "say which with {1ton} after the brackets"),
)


class TooMuch(Slip):
    """The source would grow beyond all bounds: the rest of it is not read."""


class Operands(dict[str, Any]):
    """Operands by the text as it stands between commas. Those that mean another thing elsewhere are not kept."""

    def __init__(self, source: Source) -> None:
        super().__init__()
        self.source = source

    def __missing__(self, text: str) -> Any:
        """Read an operand. Raises Slip, AssemblyError or ValueError for what `statement` must look at."""
        source = self.source
        register = REGISTERS.get(text.strip().lower())
        if register is not None:
            self[text] = register
            return register
        start = text.lstrip()[:1]
        if start.isdigit() or start == "-":
            try:
                return int(text, 0)
            except ValueError:
                pass
        source.fleeting = False
        match = DISPLACED.fullmatch(text)
        if match is not None:
            size, (base, index, scale, displacement, symbol), segment = self[match[1] + "]"]
            offset = int(match[3], 0)
            displacement += offset if match[2] == "+" else -offset
            return tuple.__new__(
                Mem, (size, tuple.__new__(Address, (base, index, scale, displacement, symbol)), segment)
            )
        match = BASE_AND_INDEX.fullmatch(text)
        if match is not None:
            name, first, second, scale = match.groups()
            size, base = SIZE_WORDS.get(name) if name else ptr, WIDE.get(first)
            if size is not None and base is not None and (second is None or second in WIDE):
                index = WIDE[second] if second else None
                memory = size[base if index is None else base + index * int(scale) if scale else base + index]
                self[text] = memory
                return memory
        (operand,) = read_operand(text, 0, source)
        if operand.__class__ is Unsized:
            raise ValueError
        if not source.fleeting:
            if len(self) > MAX_OPERANDS_KEPT:
                self.clear()
            self[text] = operand
        return operand


class Frame:
    """Lines that are being read: numbered, from one place, and which of their conditions are open."""

    __slots__ = ("conditions", "lines", "macro", "number", "origin", "text")

    def __init__(self, lines: Iterable[tuple[int, str]], origin: Origin, macro: int | None = None) -> None:
        self.lines: Iterator[tuple[int, str]] = iter(lines)
        self.origin = origin
        self.conditions: list[tuple[int, str]] = []
        self.macro = macro
        self.number = 0
        self.text = ""


class Source:
    """What an assembler knows of the texts that it was given: constants, macros, labels that are numbers."""

    def __init__(self, assembler: Assembler) -> None:
        self.assembler = assembler
        self.constants: dict[str, Sum] = {}
        self.macros: dict[str, Macro] = {}
        self.late: dict[Symbol, Sum] = assembler._late
        self.numbered: dict[str, int] = {}
        self.uses: dict[Symbol, Problem] = {}
        self.bound: dict[Symbol, Problem] = {}
        """Where labels stand."""
        self.mentioned: set[Symbol] = set()
        """The labels in expressions."""
        self.elsewhere: set[Symbol] = set()
        """Those that are written `name@PLT`, as a compiler refers to what may be in another file."""
        self.exported: dict[Symbol, Problem] = {}
        """What `.global` names, and where."""
        self.signatures: dict[Symbol, Any] = {}
        """What `.signature` says of functions, as `read_signature` understands it."""
        self.read_signature: Callable[[str], Any] = str
        self.operands = Operands(self)
        self.selectors: dict[str, Selector] = {}
        self.fleeting = False
        """Whether an operand was read that means another thing elsewhere."""
        self.relative = False
        """Whether a label in brackets is relative to rip without saying so."""
        self.problems: list[Problem] = []
        self.problems_left = MAX_PROBLEMS
        self.frames: list[Frame] = []
        self.stack: list[str] = []
        """Sections to go back to."""
        self.places = 0
        self.expansions = 0
        self.measured: dict[str, tuple[int, int, int]] = {}
        self.distances: dict[Symbol, tuple[str, int, int]] = {}
        self.starts: dict[str, Symbol] = {}

    def read(self, text: str, filename: str, complete: bool = False) -> None:
        """Assemble a text; if it is `complete`, all labels must be in it. Raises AssemblyError with all that is wrong;
        then nothing of the text is kept."""
        assembler = self.assembler
        lengths = {name: len(items) for name, items in assembler._contents.items()}
        before = assembler._section, self.constants.copy(), self.macros.copy(), self.numbered.copy()
        promises = self.exported.copy(), self.signatures.copy()
        read = source_lines(text)
        self.lines_left, self.characters_left, self.space_left = MAX_LINES, MAX_CHARACTERS, MAX_SPACE
        self.problems, self.frames, self.stack, self.problems_left = [], [], [], MAX_PROBLEMS
        try:
            self.run(Frame(enumerate(read, 1), Origin(filename)))
        except TooMuch as slip:
            self.problem(slip)
        if complete:
            self.check_names()
        if self.problems:
            self.forget(lengths, *before)
            self.exported, self.signatures = promises
            raise complaint(as_written(self.problems, Origin(filename), read, text))

    def forget(
        self,
        lengths: dict[str, int],
        section: str,
        constants: dict[str, Sum],
        macros: dict[str, Macro],
        numbered: dict[str, int],
    ) -> None:
        """Go back to where sections had these lengths, and these names were known."""
        assembler = self.assembler
        for name, length in lengths.items():
            items = assembler._contents[name]
            for item in items[length:]:
                if item.__class__ is Mark:
                    item.symbol.section = None
            del items[length:]
        assembler.section(section)
        for name in self.constants.keys() - constants.keys():
            label = assembler._labels.get(name)
            if label is not None:  # was mentioned before it was a constant
                label.is_external = False
                self.late.pop(label, None)
        self.constants, self.macros, self.numbered = constants, macros, numbered
        self.operands.clear()
        self.measured.clear()
        self.distances.clear()
        self.starts.clear()

    def check_names(self) -> None:
        """Note the labels that are used and have no place."""
        for symbol in self.elsewhere:
            if symbol.section is None and not symbol.is_external:
                self.declare(symbol.name, 0)
        labels = {name for name, label in self.assembler._labels.items() if label.section is not None}
        wrong = {(problem.origin, problem.number) for problem in self.problems}
        for symbol, problem in self.uses.items():
            if symbol.section is not None or symbol.is_external or (problem.origin, problem.number) in wrong:
                continue
            name = symbol.name
            if name[:2] == ".L" and "$" in name:  # 1f
                name = name[2:].partition("$")[0] + "f"
            elif name not in problem.line:  # a local one, with the label that it belongs to
                name = "." + name.partition(".")[2]
            hint = meant(name, labels, REGISTERS)
            column = max(0, problem.line.find(name))
            if not hint and "call" in problem.line.lower() and name.isidentifier():
                hint = f"; if a library or another file has it, declare it: extern {name[:80]}"
            message = f"label {name[:80]!a} is defined nowhere{hint}"
            self.problems.append(problem._replace(column=column, length=len(name), message=message))
        if len({problem.origin for problem in self.problems}) == 1:
            self.problems.sort(key=lambda problem: problem.number)

    def run(self, frame: Frame) -> None:
        """Read the lines of a frame."""
        self.frames.append(frame)
        assembler = self.assembler
        selectors = self.selectors.get
        operands = self.operands
        match = COMMON_LINE.match
        append = assembler._append
        outermost = self.frames[0]
        for number, line in frame.lines:
            frame.number = number
            frame.text = line
            found = match(line)
            if found is not None:
                name, first, second, third, fourth = found.groups()
                chosen = selectors(name)
                if chosen is not None:
                    try:
                        if first is None:
                            given: tuple[Any, ...] = ()
                        elif second is None:
                            given = (operands[first],)
                        elif third is None:
                            given = (operands[first], operands[second])
                        elif fourth is None:
                            given = (operands[first], operands[second], operands[third])
                        else:
                            given = (operands[first], operands[second], operands[third], operands[fourth])
                        made = chosen.known.get(given) or chosen.quickly(given) or chosen.choose(given, (), None)
                        append(Line(outermost.number))
                        append(made)
                        continue
                    except (Slip, AssemblyError, ValueError, TypeError):
                        pass  # `statement` finds out what it is
            try:
                self.statement(line, 0)
            except TooMuch:
                raise
            except Slip as slip:
                self.problem(slip)
            except AssemblyError as error:
                self.problem(Slip(str(error), len(line) - len(line.lstrip()), max(1, len(line.strip()))))
            append = assembler._append
        for number, line in frame.conditions:
            frame.number, frame.text = number, line
            self.problem(Slip("this condition has no .endif", 0, len(line)))
        self.frames.pop()

    def problem(self, slip: Slip) -> None:
        """Note what is wrong in the line that is being read, once if that is repeated."""
        self.problems_left -= 1
        found = self.place(slip.column, slip.length, str(slip))
        if found not in self.problems:
            self.problems.append(found)
        if self.problems_left <= 0 and not isinstance(slip, TooMuch):
            raise TooMuch(f"more than {MAX_PROBLEMS} errors")

    def place(self, column: int = 0, length: int = 1, message: str = "") -> Problem:
        """A place in the line that is being read."""
        frame = self.frames[-1]
        return Problem(frame.origin, frame.number, frame.text, column, length, message)

    # A statement

    def statement(self, line: str, column: int, bytes_shown: bytes = b"") -> None:
        """Assemble what stands in a line from a column on. Raises Slip or AssemblyError."""
        text = STATEMENT.match(line)[0] if column == 0 else line  # type: ignore[index]
        if column == 0:
            row = ROW.match(text)
            if row is not None:
                column = row.end()
                bytes_shown = bytes.fromhex(row[1])
        while True:
            label = LABEL.match(text, column)
            if label is None or label[1].lower() in REGISTERS:
                break
            column = label.end()
            if WORD.match(text, column) and text[column : column + 4].lower() == "equ ":
                self.assign(label[1], text[column + 4 :], column + 4)
                return
            self.bind(label[1], label.start(1))
        hints: list[str] = []
        while (braced := BRACED.match(text, column)) is not None:
            word = braced[1].lower()
            if word not in ENCODINGS:
                raise Slip(f"{{{word}}} is no encoding" + meant(word, ENCODINGS), braced.start(1), len(word))
            hints += filter(None, [ENCODINGS[word]])
            column = braced.end()
        found = WORD.match(text, column)
        if found is None:
            if text[column:].strip():
                column += len(text[column:]) - len(text[column:].lstrip())
                raise Slip("expected an instruction, a directive or a label", column, len(text.rstrip()) - column)
            return
        start, name = found.start(1), found[1]
        column = found.end()
        lower = name.lower()
        rest = text[column:]
        if rest.startswith("=") and not rest.startswith("=="):
            self.assign(name, rest[1:], column + 1)
        elif rest[:4].lower() in ("equ ", "equ\t"):
            self.assign(name, rest[4:], column + 4)
        elif name in self.macros:
            self.macros[name].expand(self, rest, column)
        elif lower in BLOCKS:
            BLOCKS[lower](self, rest, column)
        elif lower in DIRECTIVES:
            DIRECTIVES[lower](self, lower, rest, column)
        elif (following := WORD.match(rest)) is not None and following[1].lower() in LABELLED and not known(lower):
            self.bind(name, start)
            self.statement(text, column)
        else:
            self.prefixed(lower, start, text, column, hints, bytes_shown)

    def prefixed(self, name: str, start: int, text: str, column: int, hints: list[str], bytes_shown: bytes) -> None:
        """An instruction, and the prefixes before it."""
        prefixes: list[str] = []
        while name in PREFIXES:
            prefixes.append(name)
            found = WORD.match(text, column)
            if found is None:
                raise Slip(f"expected an instruction after {name}", start, len(name))
            start, name = found.start(1), found[1].lower()
            column = found.end()
        name = aliases.NAMES.get(name, name)
        if len(prefixes) == 1 and (prefixes[0], name) in LOOSE_PREFIXES:
            self.assembler.bytes(LOOSE_PREFIXES[prefixes.pop(), name])
        operands: list[Any] = []
        places: list[tuple[int, int]] = []
        for part, at in between_commas(text[column:], column):
            if not part:
                raise Slip("expected an operand", at)
            places.append((at, len(part)))
            try:
                operands += read_operand(part, at, self, hints)
            except AssemblyError as error:
                raise Slip(str(error), at, len(part)) from None
        ordered = tuple(sorted(prefixes, key=list(PREFIXES).index))
        try:
            made = self.chosen(name, tuple(operands), ordered, tuple(hints) or None, bytes_shown)
        except AssemblyError as error:
            raise self.explained(str(error), operands, places) or Slip(in_brief(str(error)), start, len(name)) from None
        if made is None:
            what = "directive" if name[0] == "." else "instruction"
            raise Slip(f"there is no {what} {name[:40]!a}" + self.meant(name), start, len(name))
        self.assembler._append(Line(self.frames[0].number))
        self.assembler._append(made)

    def chosen(
        self, name: str, operands: tuple[Any, ...], prefixes: tuple[str, ...], encoding: Any, bytes_shown: bytes
    ) -> Instruction | None:
        """The instruction of that name, or what it may mean; None if there is none."""
        others = aliases.alternatives(ALIASES.get(name, name), operands)
        meanings: list[tuple[Selector, tuple[Any, ...]]] = []
        found = selector(name)
        pseudo = aliases.pseudo(name)
        stands_for = selector(pseudo[0]) if pseudo is not None else None
        if pseudo is not None and stands_for is not None and (found is None or _is_foreign(found)):
            meanings.append((stands_for, (*operands, pseudo[1])))
        elif found is not None:
            self.selectors.update((written, found) for written in (name, name.upper()) if written not in self.macros)
        if found is not None:
            meanings.append((found, operands))
        elif not meanings and not others and name not in aliases.STRINGS:
            return None
        failure: AssemblyError | None = None
        other_bytes: Instruction | None = None
        for found, given in meanings:
            for tried in _sized(given):
                try:
                    made = found(tried, prefixes, encoding)
                except AssemblyError as error:
                    failure = failure or error
                else:
                    if not bytes_shown or encoding is not None or _fits(made, bytes_shown):
                        return made
                    other_bytes = other_bytes or made
                shown = _as_shown(found, tried, prefixes, bytes_shown) if bytes_shown and encoding is None else None
                if shown is not None:
                    return shown
        if other_bytes is not None:
            return other_bytes
        for mnemonic, tried, opcode in others:
            other = selector(mnemonic)
            try:
                if other is not None:
                    return other(tried, prefixes, encoding if opcode is None else opcode)
            except AssemblyError as error:
                failure = failure or error
        raise failure or AssemblyError(f"{name} takes no such operands")

    def meant(self, name: str) -> str:
        from ..forms import mnemonics

        return meant(name, frozenset(mnemonics()), ALIASES, PREFIXES, aliases.NAMES, self.macros, DIRECTIVES, BLOCKS)

    def explained(self, message: str, operands: list[Any], places: list[tuple[int, int]]) -> Slip | None:
        """What is wrong with an instruction if it is a name that was probably meant for a register."""
        for operand, place in zip(operands, places, strict=False):
            if isinstance(operand, Symbol) and operand.section is None and operand not in self.late:
                hint = meant(operand.name, REGISTERS)
                if hint:
                    return Slip(f"there is no register {operand.name}{hint}", *place)
        return None

    # Names

    def symbol(self, name: str, column: int) -> Symbol:
        """The label or external of a name."""
        assembler = self.assembler
        if name[0] == ".":
            if name[:2] != ".L":  # belongs to the label before
                self.fleeting = True
                name = assembler._parents.get(assembler._section, "") + name
            elif name not in assembler._labels:
                if name[2:].isdecimal() and int(name[2:][:9]) <= assembler._anonymous:
                    raise Slip(f"the name {name} was given to a label without a name", column, len(name))
                assembler._labels[name] = Label(name)
        found = assembler._externals.get(name) or assembler._labels.get(name)
        if found is None:
            found = assembler.label(name)
        if found.section is None and found not in self.uses and self.frames:
            self.uses[found] = self.place(0, 0)
        return found

    def value(self, name: str, column: int) -> Sum:
        """What a name stands for in an expression."""
        if name in ("$", "."):
            return Sum(0, (), (self.here(),))
        if name == "$$":
            section = self.assembler._section
            if section not in self.starts:
                start = self.starts[section] = Label(".L$$")
                start.section = section
                self.distances[start] = (section, 0, 0)
            return Sum(0, (), (self.starts[section],))
        constant = self.constants.get(name)
        if constant is not None:
            return constant
        plain_name, _, kind = name.partition("@")
        if not plain_name:
            raise Slip("expected a name before the @", column, len(name))
        how = kind.lower()
        symbol = self.symbol(plain_name if how in ("plt", "gotpcrel") else name, column)
        self.mentioned.add(symbol)
        if how in ("plt", "gotpcrel"):
            self.elsewhere.add(symbol)
        return Sum(0, (), (self.assembler.address_of(symbol) if how == "gotpcrel" else symbol,))

    def here(self) -> Symbol:
        """A label for this place."""
        self.fleeting = True
        self.places += 1
        return self.assembler.bind(Label(f".L${self.places}"))

    def place_of_number(self, text: str, column: int) -> Symbol | None:
        """The label that `1f` or `1b` refers to; None for any other text."""
        match = PLACE.fullmatch(text)
        if match is None:
            return None
        self.fleeting = True
        count = self.numbered.get(match[1], 0)
        if match[2] in "fF":
            count += 1
        elif count == 0:
            raise Slip(f"there is no label {match[1]} before this line", column, len(text))
        symbol = self.symbol(f".L{match[1]}${count}", column)
        self.mentioned.add(symbol)
        return symbol

    def bind(self, name: str, column: int) -> None:
        """Place a label here."""
        if name in self.constants:
            raise Slip(f"{name[:80]} is a constant already", column, len(name))
        if name in ("$", ".", "$$"):
            raise Slip(f"{name} is this place and cannot be a label", column, len(name))
        written = name
        if name[0].isdigit():
            count = self.numbered[name] = self.numbered.get(name, 0) + 1
            name = f".L{name}${count}"
        try:
            symbol = self.assembler.bind(self.symbol(name, column))
        except AssemblyError as error:
            raise Slip(str(error), column, len(name)) from None
        self.bound[symbol] = self.place(column, len(written))

    def declare(self, name: str, column: int) -> None:
        """Make a name an external."""
        label = self.assembler._labels.get(name)
        if label is not None and label.section is not None:
            raise Slip(f"{name[:80]} is a label of this source", column, len(name))
        if label is not None:  # mentioned before
            del self.assembler._labels[name]
            label.is_external = True
            self.assembler._externals[name] = label
        self.assembler.extern(name)
        self.operands.clear()

    def assign(self, name: str, text: str, column: int) -> None:
        """Give a name a value."""
        if name == "." or name.lower() in REGISTERS:
            raise Slip(f"{name} cannot be given a value", 0, len(name))
        value = self.reduced(self.sum(text, column))
        if len(value.registers) > 1 or (value.registers and value != Sum(0, ((value.registers[0][0], None),))):
            raise Slip("a constant is a number, a register, or a label and a number", column, max(1, len(text)))
        label = self.assembler._labels.get(name)
        if label is not None and name not in self.constants:
            if label.section is not None:
                raise Slip(f"{name[:80]} is a label already", column, len(text))
            if value.registers:
                raise Slip(f"{name[:80]} was used before, as a label", column, len(text))
            label.is_external = True
            self.late[label] = value
        self.constants[name] = value
        self.operands.clear()

    # Values

    def sum(self, text: str, column: int) -> Sum:
        """The value of an expression."""
        reader = Reader(tokens(text, column), self)
        value = reader.expression()
        reader.end()
        return value

    def operand(self, text: str, column: int) -> Any:
        """A number or label in a directive."""
        return plain(self.sum(text, column), column, self)

    def whole(self, text: str, column: int, what: str = "a number") -> int:
        """The value of an expression that must be known here."""
        value = self.reduced(self.sum(text, column))
        if not value.is_number:
            raise Slip(f"expected {what} that is known here", column, max(1, len(text)))
        return value.number

    def symbol_of(self, value: Sum, column: int, always_late: bool = False) -> Symbol:
        """A symbol for a value that is not a number: a label itself unless `always_late`."""
        if value.is_number or value.registers or len(value.plus) > 1 or len(value.minus) > 1 or not value.plus:
            raise Slip("expected a number, or a label and a number, or the difference of two labels", column)
        if value == Sum(0, (), value.plus) and not always_late:
            return value.plus[0]
        text = value.plus[0].name + "".join(f" - {symbol.name}" for symbol in value.minus)
        text += f" {'-' if value.number < 0 else '+'} {abs(value.number):#x}" if value.number else ""
        symbol = Label(text, external=True)
        self.late[symbol] = value
        self.uses[symbol] = self.place(column)
        return symbol

    def reduced(self, value: Sum) -> Sum:
        """The value, with the distance of two labels in place of them where nothing between can change it."""
        while value.plus and value.minus:
            pair = self.distance(value.plus[0], value.minus[0])
            if pair is None:
                break
            value = Sum(value.number + pair, value.registers, value.plus[1:], value.minus[1:])
        return value

    def distance(self, label: Symbol, other: Symbol) -> int | None:
        """How far a label is behind another one, in bytes; None if that may still change."""
        if label.section is None or label.section != other.section:
            return None
        self.measure(label.section)
        first, second = self.distances.get(label), self.distances.get(other)
        if first is None or second is None or first[2] != second[2]:
            return None
        return first[1] - second[1]

    def measure(self, section: str) -> None:
        """Find the offsets of this section's labels, and how many branches and alignments are before each."""
        items = self.assembler._contents[section]
        at, offset, changing = self.measured.get(section, (0, 0, 0))
        for item in items[at:]:
            cls = item.__class__
            if cls is Mark:
                self.distances[item.symbol] = (section, offset, changing)
            elif cls is Zeros:
                offset += item.count
            elif cls is Gap or (cls is SpecialInstruction and item.branch is not None):
                changing += 1
            offset += len(item.data)
        self.measured[section] = (len(items), offset, changing)

    # Bounds

    def charge(self, lines: int, characters: int) -> None:
        """Count what macros and repetitions add to the source."""
        self.lines_left -= lines
        self.characters_left -= characters
        if self.lines_left < 0 or self.characters_left < 0:
            raise TooMuch(f"macros and repetitions make more than {MAX_LINES} lines of this source")

    def charge_space(self, count: int) -> None:
        self.space_left -= count
        if self.space_left < 0:
            raise TooMuch(f"more than {MAX_SPACE} bytes are filled")


def in_brief(message: str) -> str:
    """A message of the selector in the terms of a source, with few forms."""
    for python, text in WORDING:
        message = message.replace(python, text)
    lines = message.split("\n")
    if len(lines) > MAX_FORMS + 2:
        lines[MAX_FORMS + 1 :] = [f"  ... and {len(lines) - 1 - MAX_FORMS} more"]
    return "\n".join(lines)


def known(name: str) -> bool:
    """Whether it is the name of an instruction or a prefix."""
    return name in PREFIXES or selector(name) is not None


def _sized(operands: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """The operands, with each size that a broadcast without one may have."""
    for at, operand in enumerate(operands):
        if operand.__class__ is Unsized:
            for memory in operand.sized():
                yield (*operands[:at], memory, *operands[at + 1 :])
            return
    yield operands


def _is_foreign(found: Selector) -> bool:
    """Whether only Knights Corner has this instruction, whose names elsewhere mean something else."""
    return all("knc" in form.notes for form in found.forms)


def _fits(made: Instruction, shown: bytes) -> bool:
    """Whether an instruction has these bytes, but for what layout and the linker fill in."""
    if made.branch is not None:
        return False
    if len(made.data) != len(shown) and (len(shown) < ROW_BYTES or len(made.data) < ROW_BYTES):
        return False
    covered = {fixup.offset + at for fixup in made.fixups for at in range(FIXUP_SIZE[fixup.kind])}
    return all(a == b for at, (a, b) in enumerate(zip(made.data, shown, strict=False)) if at not in covered)


def _as_shown(
    found: Selector, operands: tuple[Any, ...], prefixes: tuple[str, ...], shown: bytes
) -> Instruction | None:
    """The instruction in the encoding whose bytes a listing shows, None if there is none."""
    ways: list[tuple[str, ...]] = [("vex3",), ("evex",), ("disp32",), ("vex3", "disp32"), ("evex", "disp32")]
    ways += [(form.opcode, *more) for form in found.forms for more in ((), ("disp32",), ("vex3",))]
    for hint in ("short", "near"):
        try:
            made = found(operands, prefixes, hint)
        except AssemblyError:
            continue
        if made.fixups and "D" in made.form.places and len(made.data) == len(shown):
            return made
    for way in ways:
        try:
            made = found(operands, prefixes, way)
        except AssemblyError:
            continue
        if _fits(made, shown):
            return made
    return None
