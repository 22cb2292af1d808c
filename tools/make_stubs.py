"""Write the type stubs that editors and type checkers read: every instruction, register and size of `jitney.x86`.

Usage: python tools/make_stubs.py [--check]

`mnemonics.pyi` has a method for each mnemonic of forms.txt, with its forms and the processor features they need;
`__init__.pyi` has the names that `jitney.x86` offers. With `--check` nothing is written, and the exit status tells
whether the files are up to date.
"""

from __future__ import annotations

import keyword
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from jitney.x86.forms import IMMEDIATES, Form, forms, mnemonics
from jitney.x86.operands import MEMORY_TYPES, REGISTERS, SIZES, SWIZZLES
from jitney.x86.select import ALIASES, PREFIXES, SAME_AS

X86 = Path(__file__).resolve().parent.parent / "src" / "jitney" / "x86"
BASELINE = {"X64", "INTEL8086", "INTEL186", "INTEL286", "INTEL386", "INTEL486", "FPU", "FPU287", "FPU387"}
ROUNDING = ("sae", "rn_sae", "rd_sae", "ru_sae", "rz_sae", "rn", "rd", "ru", "rz")
OTHERS = ("st", "z", *ROUNDING, "eh", *(conversion.name for conversion in (*SWIZZLES, *MEMORY_TYPES)))
NAMES = ("dst", "src", "src2", "src3", "src4", "src5")

HEAD = """\
# Made by tools/make_stubs.py from forms.txt; do not edit.
from typing import TypeAlias

from ..machine.sections import Symbol
from .operands import Masked, Mem, Reg, Rounding
from .select import Selector

# The built-in types, whose names instructions take.
Int: TypeAlias = int
Str: TypeAlias = str
Encoding: TypeAlias = str | tuple[str, ...] | None

def install(cls: type, name: str, found: Selector) -> None: ...

class Mnemonics:
"""


def operand_types(form: Form, position: int) -> set[str]:
    text = form.operands[position]
    head = text.strip("<>").partition("{")[0].split("/")[0]
    if head in IMMEDIATES:
        return {"Int", "Symbol"}
    if head == "1":
        return {"Int"}
    if head in ("rel8", "rel16", "rel32"):
        return {"Symbol", "Str", "Int"}
    found = set()
    kinds = form.accepts[position]
    if any(kind in kinds for kind in ("m", "o", "m+x", "m+y", "m+z")):
        found.add("Mem")
    if any(kind[0] not in "mbo" or kind in ("mm", "bnd") for kind in kinds):
        found.add("Reg")
    if any("{k}" in kind for kind in kinds):
        found.add("Masked")
    return found


def method(name: str, found: tuple[Form, ...]) -> str:
    columns: list[set[str]] = []
    arities = set()
    for form in found:
        for positions in (form.explicit, tuple(range(len(form.operands)))):
            arities.add(len(positions))
            for column, position in enumerate(positions):
                if column == len(columns):
                    columns.append(set())
                columns[column] |= operand_types(form, position)
        if form.rounding:
            arities.add(len(form.explicit) + 1)
            while len(columns) <= len(form.explicit):
                columns.append(set())
            for column in range(1, len(form.explicit) + 1):
                columns[column].add("Rounding")
    order = ["Reg", "Masked", "Mem", "Int", "Symbol", "Str", "Rounding"]
    least = min(arities, default=0)
    parameters = []
    for column, types in enumerate(columns):
        union = " | ".join(sorted(types, key=order.index))
        parameters.append(f"{NAMES[column]}: {union}" + (" = ..." if column >= least else ""))
    if parameters:
        parameters.append("/")
    signature = ", ".join(["self", *parameters, "*", "encoding: Encoding = None"])
    lines = [f"    def {name}({signature}) -> None:", '        """']
    for form in found:
        needed = " ".join(sorted(form.features - BASELINE))
        lines.append(f"        {form}" + (f"    [{needed}]" if needed else ""))
    lines.append('        """')
    return "\n".join(lines)


def mnemonics_stub() -> str:
    parts = []
    names: dict[str, tuple[Form, ...]] = {name: forms(name) for name in mnemonics()}
    for name, first in SAME_AS.items():
        names[name] = forms(first) + forms(name)
    for alias, name in ALIASES.items():
        names[alias] = forms(name)
    for name in sorted(names):
        if not keyword.iskeyword(name):
            parts.append(method(name, names[name]))
    for name in PREFIXES:
        parts.append(f"    @property\n    def {name}(self) -> Mnemonics: ...")
    return HEAD + "\n".join(parts) + "\n"


def package_stub() -> str:
    lines = [
        "# Made by tools/make_stubs.py; do not edit.",
        "from . import operands as operands",
        "from .assembler import Assembler as Assembler",
        "from .operands import Address as Address",
        "from .operands import Conversion as Conversion",
        "from .operands import Masked as Masked",
        "from .operands import Mem as Mem",
        "from .operands import Reg as Reg",
        "from .operands import Rounding as Rounding",
        "from .operands import Size as Size",
        *(f"from .operands import {name} as {name}" for name in sorted([*SIZES, *OTHERS])),
        "from .target import X86_64 as X86_64",
        "from .text import assemble as assemble",
        "",
        *(f"{name}: Reg" for name in REGISTERS),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def main() -> int:
    stale = []
    for path, text in ((X86 / "mnemonics.pyi", mnemonics_stub()), (X86 / "__init__.pyi", package_stub())):
        if "--check" not in sys.argv:
            path.write_text(text)
            print(f"{path.name}: {len(text)} bytes")
        elif path.read_text() != text:
            stale.append(path.name)
    if stale:
        print(f"out of date: {', '.join(stale)}; run tools/make_stubs.py", file=sys.stderr)
    return bool(stale)


if __name__ == "__main__":
    sys.exit(main())
