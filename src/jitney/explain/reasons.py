"""Why a program was stopped, in sentences.

The reasons go by the number of the processor's exception (Intel SDM vol. 3, section 6.15), and by the signal where
there was none.
"""

from __future__ import annotations

import re
import signal
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from ..x86.abi import RSP
from ..x86.effects import effects, operands_of
from ..x86.operands import Mem, Reg
from ..x86.syntax import operand_text
from .stopped import Place, Stopped, is_canonical, region_name

if TYPE_CHECKING:
    from .process import Region

DIVIDE, DEBUG, BREAKPOINT, INVALID, STACK_FAULT, PROTECTION, PAGE_FAULT, X87, ALIGNMENT, SIMD = (
    0,
    1,
    3,
    6,
    12,
    13,
    14,
    16,
    17,
    19,
)
TRAP_FLAG = 1 << 8
WRITE, FETCH = 2, 16  # bits of a page fault's error code
NEAR_NULL = 1 << 16
OVERFLOW = 1 << 24  # bytes below the stack that a frame may reach to
AFTER = 1 << 20  # bytes behind something that are still told as such
CANONICAL = "The bits 48 to 63 of an address are all as bit 47 is."
UNALIGNED = {"movaps": "movups", "movapd": "movupd", "movdqa": "movdqu", "vmovaps": "vmovups", "vmovapd": "vmovupd",
             "vmovdqa": "vmovdqu"}  # fmt: skip
# movaps, movdqa and their like, with their prefixes.
ALIGNED_MOVE = re.compile(rb"(?s)(?:\x66?[\x40-\x4f]?\x0f|\xc5.|\xc4..)[\x28\x29\x2b\x6f\x7f\xe7]")
PRIVILEGED = frozenset(
    """hlt cli sti in out insb insw insd outsb outsw outsd lgdt lidt lldt ltr lmsw clts invd wbinvd invlpg rdmsr wrmsr
    rdpmc swapgs sysret sysretq sysexit iretq xsetbv monitor mwait""".split()
)


def reasons(stopped: Stopped, here: Place | None, late: float | None) -> list[str]:
    """What happened, in a few words, and sentences that explain it. `here` is the instruction, `late` the time in
    seconds after which the program was stopped, if it was."""
    known = REASONS.get(stopped.signal)
    if known is not None:
        return list(known(stopped, here, late))
    if stopped.ran_off:
        return list(_ran_off(stopped))
    return list(TRAPS.get(stopped.registers["trap"], _protection)(stopped, here))


def _ran_off(stopped: Stopped) -> Iterator[str]:
    yield "execution went on behind the last instruction"
    yield "A function ends with ret or a jump, a program with a system call that exits: mov eax, 60 and syscall."


def _stop(stopped: Stopped, here: Place | None, late: float | None) -> Iterator[str]:
    where = "" if here else f", in {whereabouts(stopped, stopped.registers['rip'])}"
    if stopped.signal == signal.SIGINT:
        yield f"interrupted{where}"
    elif stopped.signal == signal.SIGTERM:
        yield f"told to end{where}"
    elif late is None:
        yield f"an alarm that the program has set{where}"
    else:
        yield f"still running after {late:g} seconds{where}"


def _abort(stopped: Stopped, here: Place | None, late: float | None) -> Iterator[str]:
    yield f"the program gave up, in {whereabouts(stopped, stopped.registers['rip'])}"


def _system_call(stopped: Stopped, here: Place | None, late: float | None) -> Iterator[str]:
    yield f"this system call is not allowed here: number {stopped.registers['rax']}"


REASONS: dict[int, Callable[[Stopped, Place | None, float | None], Iterator[str]]] = {
    signal.SIGINT: _stop, signal.SIGTERM: _stop, signal.SIGALRM: _stop, signal.SIGABRT: _abort,
    signal.SIGSYS: _system_call,
}  # fmt: skip


def _divide(stopped: Stopped, here: Place | None) -> Iterator[str]:
    operand: Any = operands_of(here.record)[-1][0] if here is not None and here.record.operands else None
    value = None
    if here is not None and operand.__class__ is Reg:
        value = stopped.value(operand)
    elif here is not None and operand.__class__ is Mem:
        data = stopped.process.read(stopped.effective_address(operand, here), operand[0].bits // 8)
        value = int.from_bytes(data, "little")
    if value == 0:
        yield f"division by zero: {operand_text(operand)} is 0"
        return
    yield "the quotient of a division is too large"
    if value is not None and here is not None:
        wide = operand[0].bits if operand.__class__ is Mem else operand.bits
        low, high, extend = {64: ("rax", "rdx", "cqo"), 32: ("eax", "edx", "cdq"), 16: ("ax", "dx", "cwd")}.get(
            wide, ("al", "ah", "cbw")
        )
        divisor = f"{operand_text(operand)} = {value:#x}"
        yield f"{here.record.mnemonic} divides {high}:{low} by {divisor}, and the quotient must fit {wide} bits."
        first = extend if here.record.mnemonic == "idiv" else f"xor {high}, {high}"
        yield f"{high} holds {stopped.registers['rdx']:#x}: was it left from before? Put {first} before the division."


def _debug(stopped: Stopped, here: Place | None) -> Iterator[str]:
    if stopped.registers["flags"] & TRAP_FLAG:
        yield "a single step: the trap flag is set, and stops the program after each instruction"
    else:
        yield "a debug trap: int1, or the trap flag was set"


def _breakpoint(stopped: Stopped, here: Place | None) -> Iterator[str]:
    yield "a breakpoint" if here is not None else "a breakpoint, or a single step"


def _invalid(stopped: Stopped, here: Place | None) -> Iterator[str]:
    if here is None:
        yield f"no instruction at {stopped.registers['rip']:#x}, {whereabouts(stopped, stopped.registers['rip'])}"
    elif here.address != stopped.registers["rip"]:
        yield "execution came to the middle of an instruction"
    elif here.record.mnemonic in ("ud0", "ud1", "ud2"):
        yield f"{here.record.mnemonic}, which is there to stop a program"
    else:
        from ..x86 import cpu

        missing = cpu.missing(here.record.form.features)
        yield f"this processor has no {here.record.mnemonic}" + (f": it lacks {', '.join(missing)}" if missing else "")


def _page_fault(stopped: Stopped, here: Place | None) -> Iterator[str]:
    error, address = stopped.registers["error"], stopped.registers["fault"]
    region = stopped.process.region(address)
    if error & FETCH or (here is None and address == stopped.registers["rip"]):
        yield from _lost(stopped, address, region)
        return
    verb = "a write to" if error & WRITE else "a read from"
    where = "" if here else f", in {whereabouts(stopped, stopped.registers['rip'])}"
    yield f"{verb} {address:#x} failed{where}"
    memory = _memory(stopped, here, address)
    if memory is not None and here is not None:
        yield _computed(stopped, memory, here, address)
    yield from _what_lies_there(stopped, address, region, bool(error & WRITE), memory)
    if here is None:
        yield from _passed(stopped)


def _lost(stopped: Stopped, address: int, region: Region | None) -> Iterator[str]:
    """Execution went where no code is."""
    yield f"execution went to {address:#x}, where no code is"
    what = stopped.name(address)
    yield f"There is {what}, which is not executable." if what else "Nothing is mapped there."
    top = next(stopped.process.words(stopped.registers["rsp"], 1), (0, 0))[1]
    before = next(stopped.process.words(stopped.registers["rsp"] - 8, 1), (0, 0))[1]
    if (call := stopped.place_of_call(top)) is not None:
        yield f"It was called in line {call.line}: {call.record}"
    elif before == address and not stopped.way_back:
        yield "Was it a ret? Where a process begins there is nobody to return to: exit with mov eax, 60 and syscall."
    elif before == address:
        yield "A ret took this from the stack, where the return address should be."
        yield "Is there a pop for each push, and does rsp end where it began?"


def _protection(stopped: Stopped, here: Place | None) -> Iterator[str]:
    """The processor tells no address: it is not canonical, not aligned, or the instruction is for the kernel."""
    if here is None:
        yield from _protection_elsewhere(stopped)
        return
    mnemonic = here.record.mnemonic
    if mnemonic in PRIVILEGED:
        yield f"{mnemonic} is for the kernel only"
        return
    for operand, _ in operands_of(here.record):
        if operand.__class__ is not Mem or operand[2] is not None:
            continue
        address = stopped.effective_address(operand, here)
        size = (here.record.form.memory_bits or 0) // 8
        if not is_canonical(address):
            yield f"{address:#x} is no address"
            yield _computed(stopped, operand, here, address)
            yield f"{CANONICAL} Was a number taken for a pointer?"
            return
        if size >= 16 and address % size:
            yield f"{address:#x} is not a multiple of {size}, which {mnemonic} requires"
            yield _computed(stopped, operand, here, address)
            if stopped.stack is not None and stopped.stack.start <= address < stopped.stack.end:
                yield "It lies on the stack. At the entry of a function rsp is 8 above a multiple of 16,"
                yield "if its caller has aligned the stack."
            else:
                other = UNALIGNED.get(mnemonic)
                yield f"Put .align {size} before the data{f', or use {other}' if other else ''}."
            return
    top = stopped.registers["rsp"]
    word = next(stopped.process.words(top, 1), (0, 0))[1]
    if RSP in effects(here.record).reads and not is_canonical(top):
        yield f"rsp is {top:#x}, which is no address"
        yield CANONICAL
    elif mnemonic == "ret" and not is_canonical(word):
        yield f"ret finds {word:#x} on the stack, which is no address"
        yield "Is there a pop for each push, and does rsp end where it began?"
    else:
        yield f"the processor refuses this {mnemonic}"


def _protection_elsewhere(stopped: Stopped) -> Iterator[str]:
    """In a function of C: it relies on the stack's alignment, or was given something that is no address."""
    yield f"a general protection fault, in {whereabouts(stopped, stopped.registers['rip'])}"
    if not stopped.callers:
        return
    at, call = stopped.callers[0]
    aligned_move = ALIGNED_MOVE.match(stopped.process.read(stopped.registers["rip"], 8)) is not None
    wild = [name for name in ("rdi", "rsi", "rdx", "rcx") if not is_canonical(stopped.registers[name])]
    if (at + 8) % 16 and (aligned_move or not wild):
        yield f"The stack was not aligned at the call in line {call.line}: there rsp must be a multiple of 16,"
        yield f"and it was {at + 8:#x}. C relies on it: push one register more, or sub rsp, 8, before the call."
    elif wild:
        yield f"{wild[0]} holds {stopped.registers[wild[0]]:#x}, which is no address: was it given in line {call.line}?"
    else:
        yield f"Was it given what is no address, or not aligned, in line {call.line}?"


def _alignment(stopped: Stopped, here: Place | None) -> Iterator[str]:
    yield "an access that is not aligned, which the AC flag forbids"


def _floating(stopped: Stopped, here: Place | None) -> Iterator[str]:
    yield "a floating-point exception that is not masked"


TRAPS: dict[int, Callable[[Stopped, Place | None], Iterator[str]]] = {
    DIVIDE: _divide, DEBUG: _debug, BREAKPOINT: _breakpoint, INVALID: _invalid, STACK_FAULT: _protection,
    PROTECTION: _protection, PAGE_FAULT: _page_fault, X87: _floating, SIMD: _floating, ALIGNMENT: _alignment,
}  # fmt: skip


def _memory(stopped: Stopped, here: Place | None, fault: int) -> Mem | None:
    """The memory operand that a fault is about: it may have begun on the page before."""
    if here is None:
        return None
    for operand, access in operands_of(here.record):
        if operand.__class__ is not Mem or access == "n" or operand[2] is not None:
            continue
        if 0 <= fault - stopped.effective_address(operand, here) < 4096:
            return operand
    return None


def _computed(stopped: Stopped, memory: Mem, here: Place, fault: int) -> str:
    """How an address came about: `[rdi + rcx*8] is 0x0 + 0x5*8 = 0x28`."""
    base, index, scale, displacement, symbol = memory[1]
    parts = []
    if base is not None and base.family != "rip":
        parts.append(f"{stopped.value(base):#x}")
    if index is not None:
        parts.append(f"{stopped.value(index):#x}" + (f"*{scale}" if scale > 1 else ""))
    if symbol is not None and symbol.section is not None:
        parts.append(f"{stopped.image.address_of(symbol):#x}")
    text = " + ".join(parts)
    if displacement and not parts:
        text = f"{displacement:#x}"
    elif displacement:
        text += f" {'-' if displacement < 0 else '+'} {abs(displacement):#x}"
    address = stopped.effective_address(memory, here)
    text = f"{operand_text(memory)} is at {text}" + (f" = {address:#x}" if text and text != f"{address:#x}" else "")
    return text + (f"; its part from {fault:#x} on cannot be reached" if fault != address else "") + "."


def _what_lies_there(
    stopped: Stopped, address: int, region: Region | None, write: bool, memory: Mem | None
) -> Iterator[str]:
    if address < NEAR_NULL:
        which = _no_address(stopped, memory) if memory is not None else ""
        yield f"Nothing is mapped near address 0, so that null pointers are found{which}."
    elif not stopped.process.regions:
        yield "What lies there cannot be told: /proc has no map of the process."
    elif region is None or region.rights == "---":
        yield from _unmapped(stopped, address, region)
    elif write and "w" not in region.rights:
        what = stopped.label(address) or region_name(region)
        yield f"There is {what}, which is read-only."
        if (found := stopped.section(address)) is not None and found[0] in ("text", "rodata"):
            yield "What is written to belongs into .data or .bss."
    else:
        yield f"There is {stopped.name(address)} ({region.rights})."


def _no_address(stopped: Stopped, memory: Mem) -> str:
    """The register of an operand near address 0 that should hold an address: one that is not multiplied."""
    base, index, scale = memory[1][:3]
    registers = [base, index] if scale == 1 else [base]
    small = {
        register.name: stopped.value(register)
        for register in registers
        if register is not None and register.family in ("r64", "r32") and stopped.value(register) < NEAR_NULL
    }
    if len(small) == 2 and small[base.name]:
        told = " nor ".join(f"{name} ({value:#x})" for name, value in small.items())
        return f": neither {told} is an address"
    for name, value in small.items():
        return f": {name} is {value:#x}" if value else f": {name} is 0"
    return ""


def _unmapped(stopped: Stopped, address: int, region: Region | None) -> Iterator[str]:
    stack = stopped.stack
    if stack is not None and address < stack.start and stack.start - address < OVERFLOW:
        used = stack.end - stopped.registers["rsp"]
        yield f"The stack is full: {used:,} bytes are in use, and it cannot grow below {stack.start:#x}."
        if len(stopped.callers) > 100:
            yield "A function calls itself without an end, or very deeply."
        return
    if (found := stopped.section(address, AFTER)) is not None:
        name, offset = found
        size = stopped.image.sections[name][1]
        if offset >= size:
            yield f"Nothing is mapped there: that is {offset - size + 1:,} bytes behind the last byte of .{name}."
            return
    before, behind = stopped.process.around(address)
    if region is not None:
        yield f"There is a guard: memory that is reserved ({region.start:#x} to {region.end:#x}) and can't be accessed."
    elif before is not None and address - before.end < AFTER and before.rights != "---":
        yield f"Nothing is mapped there: that is {address - before.end + 1:,} bytes behind {region_name(before)}."
    elif behind is not None and behind.start - address < AFTER and behind.rights != "---":
        yield f"Nothing is mapped there: that is {behind.start - address:,} bytes before {region_name(behind)}."
    else:
        yield "Nothing is mapped there, nor nearby."


def _passed(stopped: Stopped) -> Iterator[str]:
    """Where what a function of C was given comes from."""
    if stopped.callers:
        call = stopped.callers[0][1]
        yield f"It was called in line {call.line}: look at what it was given (the first in rdi, then rsi, rdx, ...)."


def whereabouts(stopped: Stopped, address: int) -> str:
    return stopped.name(address) or "where nothing is mapped"
