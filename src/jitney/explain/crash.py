"""The report on a program that was stopped: why, the instruction and its line, the registers, the stack."""

from __future__ import annotations

import signal
import struct
from collections.abc import Callable, Iterator
from typing import Any

from ..x86.abi import NAMES
from ..x86.effects import effects, operands_of
from ..x86.operands import Reg
from .reasons import BREAKPOINT, NEAR_NULL, reasons, whereabouts
from .stopped import FLAGS, SHOWN, Place, Stopped

AROUND = 3  # lines above and below
CALLERS = 8
MANY = 500  # calls, of which there may be more than were looked for
STACK_SHOWN = 6
Paint = Callable[[str, str], str]
"""Colours a text, by the name of a style: strong, wrong, place, quiet, note."""


def plainly(style: str, text: str) -> str:
    """No colours."""
    return text


def explain(stopped: Stopped, late: float | None = None, paint: Paint = plainly) -> str:
    """The report. `late` is the time in seconds after which the program was stopped, if it was."""
    here = stopped.place(stopped.registers["rip"] - (stopped.registers["trap"] == BREAKPOINT))
    caller = stopped.callers[0][1] if stopped.callers else None
    name = signal.Signals(stopped.signal).name
    what, *sentences = reasons(stopped, here, late)
    lines = [f"{paint('strong', stopped.program.filename)}: {paint('wrong', f'{name}: {what}')}", ""]
    last = stopped.places[-1] if stopped.ran_off else None
    shown = here or last or caller
    if shown is not None:
        told = f"in {shown.label or 'the program'}" if here else "the last one" if last else "called here"
        lines += _source(stopped, shown, told, paint)
    else:
        lines.append(f"at {stopped.registers['rip']:#x}, {whereabouts(stopped, stopped.registers['rip'])}")
    lines += ["", *(f"  {sentence}" for sentence in sentences)] if sentences else []
    lines += ["", *_registers(stopped, shown if here else None, paint), "", *_stack(stopped, paint)]
    if stopped.callers:
        lines += ["", *_callers(stopped, paint)]
    return "\n".join(lines) + "\n"


# What is shown


def _source(stopped: Stopped, shown: Place, told: str, paint: Paint) -> Iterator[str]:
    """The line of an instruction and those around it."""
    program = stopped.program
    offset = shown.address - stopped.image.address
    where = f"{program.filename}:{shown.line}:"
    yield f"{paint('place', where)} {told}, offset {offset:#x}: {paint('strong', str(shown.record))}"
    for number in range(max(1, shown.line - AROUND), min(len(program.lines), shown.line + AROUND) + 1):
        text = f"{number:>6} | {program.lines[number - 1].expandtabs(4)}".rstrip()
        yield paint("wrong", f">{text[1:]}") if number == shown.line else text


def _registers(stopped: Stopped, here: Place | None, paint: Paint) -> Iterator[str]:
    yield paint("place", "registers")
    used = _used(here)
    for name in SHOWN:
        value = stopped.registers[name]
        line = f"  {name:<5} {value:#018x}  {_note(stopped, value)}".rstrip()
        yield paint("strong", line) if name in used else line
    flags = stopped.registers["flags"]
    names = " ".join(name for bit, name in FLAGS.items() if flags >> bit & 1)
    yield f"  {'rip':<5} {stopped.registers['rip']:#018x}  {_note(stopped, stopped.registers['rip'])}".rstrip()
    yield f"  flags {names or 'none set'}"
    for number, data in enumerate(stopped.vectors):
        if f"xmm{number}" in used or any(data):
            doubles = ", ".join(f"{value:g}" for value in struct.unpack("<2d", data))
            line = f"  {f'xmm{number}':<5} {int.from_bytes(data, 'little'):#034x}  {doubles} as float64"
            yield paint("strong", line) if f"xmm{number}" in used else line


def _used(here: Place | None) -> set[str]:
    """The registers that the instruction names: the whole ones, and xmm for wider ones."""
    if here is None:
        return set()
    found = effects(here.record)
    names = {NAMES[number] for number in found.reads | found.writes}
    for operand, _ in operands_of(here.record):
        if operand.__class__ is Reg and operand.family in ("xmm", "ymm", "zmm"):
            names.add(f"xmm{operand.number}")
    return names


def _note(stopped: Stopped, value: int) -> str:
    """What a word may mean: a number, or the address of something."""
    signed = value - (value >> 63 << 64)
    if -1_000_000 < signed < NEAR_NULL:
        return str(signed)
    return stopped.name(value) or (str(signed) if abs(signed) < 1 << 40 else "")


def _stack(stopped: Stopped, paint: Paint) -> Iterator[str]:
    yield paint("place", "stack")
    shown: list[tuple[int, Any]] = list(stopped.process.words(stopped.registers["rsp"], STACK_SHOWN))
    if not shown:
        known = stopped.name(stopped.registers["rsp"])
        what = f"{known} cannot be read from here" if known else "nothing lies there"
        yield f"  rsp is {stopped.registers['rsp']:#x}: {what}"
    for at, word in shown:
        call = stopped.place_of_call(word)
        note = f"back to line {call.line}, behind {call.record}" if call is not None else _note(stopped, word)
        yield f"  rsp+{at - stopped.registers['rsp']:<4} {word:#018x}  {note}".rstrip()


def _callers(stopped: Stopped, paint: Paint) -> Iterator[str]:
    """The calls that lead here, those in the same line together."""
    yield paint("place", "called from")
    lines: list[tuple[str, int]] = []
    for _, place in stopped.callers:
        text = f"{stopped.program.filename}:{place.line}: {place.record}{f', in {place.label}' if place.label else ''}"
        if lines and lines[-1][0] == text:
            lines[-1] = text, lines[-1][1] + 1
        else:
            lines.append((text, 1))
    for text, count in lines[:CALLERS]:
        more = " or more" if len(lines) == 1 and count > MANY else ""
        yield f"  {text}" + (f" ({count:,} times{more})" if count > 1 else "")
    if len(lines) > CALLERS:
        yield f"  ... and {len(lines) - CALLERS:,} more"
