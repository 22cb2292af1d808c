"""Read forms.txt: the one source of truth about x86-64 instructions.

The file is read once, when first needed, and kept as text; the lines of a mnemonic are parsed when that mnemonic is
first used, because a program uses a few dozen of its 1,700. The notation is explained at the head of forms.txt.
"""

from __future__ import annotations

from functools import cache, lru_cache
from os.path import dirname, join

from ..errors import AssemblyError
from .operands import MEMORY_TYPES, SWIZZLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# The registers' kinds (operands.py) that an operand of the manual's notation takes.
CLASSES = {
    "r8": {"r8", "al", "cl"},
    "r16": {"r16", "ax", "dx"},
    "r32": {"r32", "eax", "edx"},
    "r64": {"r64", "rax"},
    "xmm": {"xmm", "xmm0"},
    "ymm": {"ymm"},
    "zmm": {"zmm", "zmm+"},
    "mm": {"mm"},
    "k": {"k"},
    "bnd": {"bnd"},
    "tmm": {"tmm"},
    "cr": {"cr"},
    "dr": {"dr"},
    "Sreg": {"seg", "es", "fs", "gs"},
    "st(i)": {"st", "st0"},
    "st(0)": {"st0"},
}
UPPER_HALF = {"xmm": "xmm+", "ymm": "ymm+"}
FIXED = {"al", "cl", "ax", "dx", "eax", "edx", "rax", "xmm0", "es", "fs", "gs"}
# Memory sizes that have a keyword; memory of another size is written without one.
KEYWORD_BITS = {8, 16, 32, 48, 64, 80, 128, 256, 512}
FAR = {"m16:16": 32, "m16:32": 48, "m16:64": 80, "m16&64": 80}
IMMEDIATES = {"imm8", "imm16", "imm32", "imm64", "simm8", "simm32", "imm4"}
POSITIONS = tuple(tuple(range(count)) for count in range(7))


class Form:
    """One instruction form, as one line of forms.txt has it.

    `operands` is the text of each operand, `places` the Op/En letter of each, `accepts` the set of operand kinds that
    each takes, `explicit` the positions of those that cannot be left out, `memory_bits` the size of the memory operand
    (0: any), or None. `rounding` is "er", "sae" or "".
    """

    __slots__ = (
        "_columns", "accepts", "access", "encoding", "explicit", "features", "flags", "implied", "memory_bits",
        "mnemonic", "notes", "opcode", "operands", "places", "rounding",
    )  # fmt: skip
    notes: frozenset[str]
    encoding: str

    def __init__(self, line: str) -> None:
        self._columns = columns = line.split("|")
        self.mnemonic = columns[0].rstrip()
        operands = columns[1].strip()
        self.operands = tuple(operands.split(", ")) if operands else ()
        self.explicit = POSITIONS[len(self.operands)]
        if "<" in operands:
            self.explicit = tuple([n for n, operand in enumerate(self.operands) if operand[0] != "<"])

    def __getattr__(self, name: str) -> Any:
        """Works out what has not been asked for yet: of most forms nobody wants to know more than their operands."""
        if name == "accepts":
            columns = self._columns  # not by way of `notes` and `encoding`: this is asked of many forms, those of few
            as_r32: tuple[str, ...] = ()
            if "=r32" in columns[8]:
                as_r32 = tuple([other for other in ("r16", "r64") if f"{other}=r32" in self.notes])
            evex = columns[2].startswith(" EVEX.")
            self.accepts = tuple([kinds(operand, evex, as_r32) for operand in self.operands])
        elif name == "memory_bits":
            self.memory_bits = next((bits for bits in map(memory_bits, self.operands) if bits is not None), None)
        elif name in Form.__slots__:
            operands, self.opcode, self.places, access, self.flags, self.implied, features, notes = [
                column.strip() for column in self._columns[1:]
            ]
            self.access = tuple(access.split())
            self.features = frozenset(features.split())
            self.notes = frozenset(notes.split())
            encoding = self.opcode.partition(".")[0]
            self.encoding = encoding if encoding in ("VEX", "EVEX", "MVEX", "XOP") else "legacy"
            self.rounding = "er" if "{er}" in operands else "sae" if "{sae}" in operands else ""
        else:
            raise AttributeError(f"a Form has no {name!r}")
        return object.__getattribute__(self, name)

    def take(self, kinds: tuple[str, ...]) -> tuple[int, ...] | None:
        """The position among `operands` of each operand of these kinds, or None if the form does not take them."""
        if len(kinds) == len(self.operands):
            positions = POSITIONS[len(kinds)]
        elif len(kinds) == len(self.explicit):
            positions = self.explicit
        else:
            return None
        accepts = self.accepts
        for kind, position in zip(kinds, positions):  # noqa: B905 (equally long, and called for every form)
            if kind not in accepts[position]:
                return None
        return positions

    def summary(self) -> str:
        """A line for people: mnemonic, operands, and the features that it needs."""
        return f"{self.mnemonic} {self._columns[1].strip()}".rstrip() + "    " + self._columns[7].strip()

    def __repr__(self) -> str:
        return f"{self.mnemonic} {', '.join(self.operands)}".rstrip()


def memory_bits(operand: str) -> int | None:
    """The size in bits of an operand's memory, 0 for any size, None if it is not memory."""
    for part in operand.strip("<>").split(" ")[0].partition("{")[0].split("/"):
        if part in FAR:
            return FAR[part]
        if part in ("m", "mem", "mib", "sibmem"):
            return 0
        if part.startswith("vm"):
            return 0
        if (part[0] == "m" and part[1:2].isdigit() and not part.endswith("bcst")) or part.startswith("moffs"):
            digits = part.removeprefix("moffs").removeprefix("m")
            number = int("".join(c for c in digits if c.isdigit()))
            return number * 8 if part.endswith("byte") else number
    return None


@cache
def kinds(operand: str, evex: bool = False, as_r32: tuple[str, ...] = ()) -> frozenset[str]:
    """The operand kinds (`operands.kind_of`) that an operand of a form takes."""
    if operand.startswith("<"):
        inner = operand[1:-1]
        if " " in inner:  # implied memory such as m8 es:rdi
            size = inner.split(" ")[0]
            return frozenset({size, "m"})
        return frozenset({"st0" if inner == "st(0)" else inner})
    body, _brace, decorators = operand.partition("{")
    found: set[str] = set()
    memory: set[str] = set()
    parts = body.split("/")
    if parts[0] == "r":  # r/m32
        parts = ["r" + parts[1][1:], parts[1]]
    for part in parts:
        if part in IMMEDIATES or part == "1":
            found |= {"i", "L"} if part != "1" else {"i"}
        elif part in ("rel8", "rel16", "rel32"):
            found |= {"L", "i"}
        elif part in FIXED:
            found.add(part)
        elif part.startswith("vm"):
            memory |= {f"m{bits}+{part[-1]}" for bits in ("", 32, 64)}
        elif part.startswith("moffs"):
            found |= {"o", "o" + part[5:], "m", "m" + part[5:]}
        elif part in FAR:
            memory |= {"m", f"m{FAR[part]}"}
        elif part in ("m", "mem", "mib", "sibmem"):
            memory |= {"m"} | {f"m{bits}" for bits in KEYWORD_BITS}
        elif part[0] == "m" and part[1:2].isdigit():
            if part.endswith("bcst"):
                bits = int(part[1:-4])
                memory |= {f"b{bits}"} | {f"b{bits}/{count}" for count in (2, 4, 8, 16, 32)}
            else:
                memory |= {"m", f"m{memory_bits(part)}"}
        else:
            name = part if part in CLASSES else _register_class(part)
            found |= CLASSES[name]
            if evex and name in UPPER_HALF:
                found.add(UPPER_HALF[name])
            if name == "r32":
                found = found.union(*(CLASSES[other] for other in as_r32))
    if "swizzle}" in decorators:
        found |= {f"zmm{{{mark.name}}}" for mark in SWIZZLES}
    types = [mark for mark in MEMORY_TYPES if mark.name in decorators]
    if types and memory:
        bits = memory_bits(operand) or 32
        index = "+z" if body.startswith("vm") else ""
        memory |= {f"m{size}{{{mark.name}}}{index}" for mark in types for size in ("", bits // mark.divisor)}
    else:  # what a store converts to
        found |= {f"zmm{{{mark.name}}}" for mark in types}
    if "eh}" in decorators:
        memory |= {"{eh}+".join(kind.split("+")) if "+" in kind else kind + "{eh}" for kind in memory}
    if "k1}" in decorators or "k2}" in decorators:
        masked = {kind + "{k}" for kind in found | memory}
        if "{z}" in decorators or "{z" in decorators:
            masked |= {kind + "{k}{z}" for kind in found}
        return frozenset(found | memory | masked)
    return frozenset(found | memory)


def _register_class(part: str) -> str:
    """xmm2 -> xmm, r32a -> r32, k1+1 -> k, zmm2+3 -> zmm."""
    part = part.partition("+")[0]
    if part[:3] in ("r32", "r64", "r16"):
        return part[:3]
    if part[:2] == "r8":
        return "r8"
    return part.rstrip("0123456789")


@lru_cache(maxsize=1)
def _table() -> str:
    """The lines of the table, sorted by mnemonic, each with its end."""
    path = join(dirname(__file__), "forms.txt")
    text: str = __loader__.get_data(path).decode("ascii")  # type: ignore[name-defined]
    return text[text.index("\n", text.rindex("\n#") + 1) + 1 :]


@cache
def forms(mnemonic: str) -> tuple[Form, ...]:
    """The forms of a mnemonic, in the table's order; empty if there is no such instruction."""
    table = _table()
    key = f"{mnemonic} |"
    low, high = 0, len(table)  # where lines start: all before `low` are less, all from `high` on are not
    while low < high:
        middle = table.rfind("\n", low, (low + high) // 2) + 1 or low
        end = table.find("\n", middle) + 1
        if table[middle:end] < key:
            low = end
        else:
            high = middle
    found = []
    while table.startswith(key, low):
        end = table.index("\n", low)
        found.append(Form(table[low:end]))
        low = end + 1
    return tuple(found)


@lru_cache(maxsize=1)
def mnemonics() -> tuple[str, ...]:
    """Every mnemonic of the table, sorted."""
    return tuple(dict.fromkeys(line.partition(" ")[0] for line in _table().splitlines()))


def find(mnemonic: str, among: tuple[Form, ...], opcode: str) -> list[Form]:
    """The forms with that opcode text. Raises AssemblyError when there is none."""
    wanted = " ".join(opcode.split()).lower()
    found = [form for form in among if form.opcode.lower() == wanted]
    if not found:
        known = on_one_screen([f"  {form.opcode:<34} {form}" for form in among])
        raise AssemblyError(f"{mnemonic} has no encoding {opcode[:60]!r}; it has\n{known}")
    return found


def on_one_screen(lines: list[str]) -> str:
    """The lines, or where they are many the first of them and how many more there are."""
    if len(lines) > 24:
        lines = [*lines[:20], f"  ... and {len(lines) - 20} more"]
    return "\n".join(lines)
