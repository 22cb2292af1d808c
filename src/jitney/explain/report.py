"""Reports on one specialisation of a jitted function: its IR after a stage, and its machine code beside the source.

In both, a line of Python stands above what was made of it. Offsets and bytes are those that lie in memory.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .. import compiler
from ..errors import JitneyError
from ..frontend.source import source_line
from ..ir import ops
from ..ir.function import BAIL, RAISE
from ..ir.text import print_function
from ..machine.sections import RODATA, TEXT
from ..x86 import abi

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..frontend.session import Specialisation
    from ..frontend.source import Source
    from ..ir.function import Exit, Function

LOWERED, FINAL = "lowered", "final"
STAGES = (LOWERED, *[name for name, _ in compiler.PASSES], FINAL)
"""What `ir_report` can show: the IR as the front end makes it, after each pass, and as the back end takes it."""

ROW = re.compile(r" *([0-9a-f]+):  ")
JUMP = re.compile(r"  j\w+ (\.\w+)$")
CONSTANT = re.compile(r"  mov \w+, (0x[0-9a-f]+)$")
LEAVING = re.compile(rf"  mov dword ptr \[{abi.WORDS[abi.CONTEXT]}\], (\w+)$")
PASSING = re.compile(rf"  mov {abi.WORDS32[abi.RDX]}, (\w+)$")
"""What an exit's code does with its number: store it in the context, or have it added to the trace (x86/writer.py)."""
LEFT = re.compile(r"  jb (\.\w+)$")
"""The jump behind a call, where the callee has left."""


def ir_report(spec: Specialisation, stage: str = FINAL) -> str:
    """The IR after a stage, one of STAGES. Raises ValueError for another."""
    if stage not in STAGES:
        raise ValueError(f"{stage!r} is no stage; the stages are {', '.join(STAGES)}")
    if stage == FINAL:
        text, exits = _shown(spec)
    else:
        text, exits = _recompiled(spec, stage)
    lines = [
        f"; {heading(spec)}",
        f"; the IR {_MEANINGS.get(stage) or f'after the pass {stage!r}'}",
        *_with_source(spec.source, text, exits),
        "",
    ]
    return "\n".join(lines)


_MEANINGS = {LOWERED: "as the front end makes it", FINAL: "that machine code was made of"}


class _Recorder(compiler.Observer):
    """Keeps the text of one specialisation after one stage."""

    def __init__(self, spec: Specialisation, stage: str) -> None:
        self.wanted = spec.site
        self.name = stage
        self.shown: tuple[str, list[str]] | None = None

    def stage(self, name: str, spec: Specialisation) -> None:
        if name == self.name and spec.site == self.wanted:
            self.shown = _shown(spec)  # now: the stages that follow change the function


def _shown(spec: Specialisation) -> tuple[str, list[str]]:
    """The text of the IR as it is, and what its exits are for, by the numbers that they have there."""
    assert spec.function is not None
    return print_function(spec.function), list(_exits(spec.source, spec.function).values())


def _recompiled(spec: Specialisation, stage: str) -> tuple[str, list[str]]:
    """What an earlier stage has made: stages change the function, so it takes compiling once more to see it."""
    recorder = _Recorder(spec, stage)
    owner, types = spec.site[:2]
    compiler.compile_function(owner, types, native=False, observer=recorder)
    assert recorder.shown is not None
    return recorder.shown


def _exits(source: Source, function: Function) -> dict[Exit, str]:
    """The exits in the order in which the text form numbers them, and what each is for."""
    found: dict[Exit, str] = {}
    if function.too_deep is not None:
        found[function.too_deep] = "raises RecursionError: the stack is used up"
    for block in function.blocks:
        for value in block.code:
            if value.exit is not None and value.exit not in found:
                found[value.exit] = _purpose(source, value.exit, value.op == ops.POLL)
        if block.exit is not None and block.exit not in found:
            found[block.exit] = _purpose(source, block.exit, False)
    return found


def _with_source(source: Source, text: str, exits: list[str]) -> Iterator[str]:
    """The text of a function with the lines of its source in between, and what its exits are for."""
    above = 0
    for line in text.splitlines():
        code, _, note = line.partition("  ; ")
        found = re.match(r"line (\d+)", note)
        number = int(found[1]) if found else 0
        if number and number != above and line.startswith("  "):
            yield f"  ; {number:>4} | {source_line(source, number)}"
        above = number or above
        if leaves := re.search(r"! .* #(\d+) line", code):
            code = f"{code}  ; {exits[int(leaves[1])]}"
        yield code


def asm_report(spec: Specialisation) -> str:
    """The machine code: offset, bytes, instruction, below the line of Python that it is there for."""
    if spec.compiled is None or spec.compiled.code is None:
        raise JitneyError(f"{spec.source.qualname} has no machine code")
    image = spec.compiled.image
    seconds = sum(spec.compiled.seconds.values())
    time = f", compiled in {1000 * seconds:.1f} ms" if seconds else ""
    lines = [heading(spec), f"{spec.source.filename}: {image.size} bytes at {image.address:#x}{time}", ""]
    lines += _with_lines(spec, image.listing().splitlines())
    return "\n".join([*lines, ""])


def _with_lines(spec: Specialisation, listing: list[str]) -> Iterator[str]:
    """The rows of a listing, with lines of Python and what exits and addresses are."""
    assert spec.function is not None
    source = spec.source
    layout = spec.compiled.code.layout()
    section = spec.compiled.code.sections[TEXT]
    begins = {layout.sections[TEXT].final(offset): line for offset, line in section.lines}
    purposes = _purposes(source, spec.function, listing)
    callees = {value.attr.address: value.attr.symbol for block in spec.function.blocks for value in block.code
               if value.op == ops.CCALL}  # fmt: skip
    labels: list[str] = []
    shown = 0
    for text in listing:
        row = ROW.match(text)
        if row is None:
            if text == f".{RODATA}":
                begins = {}
            labels.append(text)
            continue
        line = begins.get(int(row[1], 16), shown)
        if line != shown:
            yield f"{line:>4} | {source_line(source, line)}"
            shown = line
        for label in labels:
            what = purposes.get(label[:-1])
            yield f"{label:<41}; {what}" if what else label
        labels = []
        if (jump := JUMP.search(text)) and jump[1] in purposes:
            text += f"  ; {purposes[jump[1]]}"
        elif (constant := CONSTANT.search(text)) and int(constant[1], 16) in callees:
            text += f"  ; {callees[int(constant[1], 16)]}"
        yield text
    yield from labels


def _purposes(source: Source, function: Function, listing: list[str]) -> dict[str, str]:
    """What leads out of the function, by the labels of the code that does it."""
    exits = {exit.number: what for exit, what in _exits(source, function).items()}
    left = {jump[1] for text in listing if (jump := LEFT.search(text))}
    found, label, first = {}, "", False
    for text in listing:
        if ROW.match(text) is None:
            label, first = text[:-1], True
            continue
        number = LEAVING.search(text) or (PASSING.search(text) if first and label in left else None)
        if number and (what := exits.get(int(number[1], 0))):
            found[label] = what
        first = False
    return found


def heading(spec: Specialisation) -> str:
    """The function with the types of its parameters and results: `scale(x: float64[::1], k: float) -> None`."""
    parameters = ", ".join(
        f"{name}: {type.name}" for name, type in zip(spec.source.parameters, spec.types, strict=True)
    )
    results = " or ".join(type.name for type in spec.results) or "never returns"
    return f"{spec.title}({parameters}) -> {results}"


def _purpose(source: Source, exit: Exit, polling: bool) -> str:
    """Why a function leaves by an exit, in a few words."""
    payload, line = exit.payload, str(exit.line)
    if exit.frames:  # of an inlined function
        source = exit.frames[0][0].source
        line += f" calls {source.qualname}, line {payload.position[0]}"
    if polling:
        return f"raises, line {line}: what a signal's handler raised"
    if exit.kind == BAIL:
        return f"bail-out, line {line}: {getattr(payload, 'reason', 'an assumption failed')}"
    text = f"`{_segment(source, payload.position)}`" if payload is not None else "this line"
    return f"raises, line {line}: what {text} {'raises' if exit.kind == RAISE else 'raised'}"


def _segment(source: Source, position: tuple[int, int, int, int]) -> str:
    """The source at a position, on one line."""
    line, column, end_line, end_column = position
    text = source_line(source, line).encode()
    part = text[column : end_column if end_line == line else None].decode(errors="replace").strip()
    return part if end_line == line else f"{part} ..."
