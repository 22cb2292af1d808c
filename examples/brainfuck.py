"""A compiler for Brainfuck in forty lines, beside an interpreter.

Brainfuck has a tape of bytes, a position on it, and eight commands: > < move, + - count, . , write and read a byte,
[ ... ] repeats while the byte at the position isn't 0. Each command is an instruction or two, so this is the smallest
language whose compiler is worth reading.

What it shows: labels and loops, callbacks into Python, and what it brings not to interpret. The tape has 65,536 bytes
and the position is a 16-bit register, so no program, however wrong, gets out of its tape.

    python examples/brainfuck.py                      the programs below
    python examples/brainfuck.py "++++++[>++++++++<-]>."  a program of yours
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable

import jitney
from jitney.x86 import Assembler, al, bx, byte, edi, r12, rbx

TAPE = 1 << 16

ALPHABET = "++++++++[>++++++++>+++<<-]>+>++[<.+>-]"
"""64 and 24 by a loop of 8, then 65 is A and there are 26 letters."""

COUNT = "{}[>{}[>{}[>+<-]<-]<-]>>>."
"""Three loops in each other that count the innermost cell up, which is then written."""

Op = tuple[str, int]


def parse(source: str) -> list[Op]:
    """The commands with how often each comes in a row; `[-]`, which means zero, becomes `0`; `]` knows its `[`."""
    ops: list[Op] = []
    opened = []
    for match in re.finditer(r"\[-\]|[+]+|-+|>+|<+|[.,\[\]]", re.sub(r"[^-+<>.,\[\]]", "", source)):
        text = match[0]
        if text == "[-]":
            ops.append(("0", 0))
        elif text == "[":
            opened.append(len(ops))
            ops.append(("[", 0))
        elif text == "]":
            if not opened:
                raise SyntaxError("a ] without [")
            start = opened.pop()
            ops[start] = ("[", len(ops))
            ops.append(("]", start))
        else:
            ops.append((text[0], len(text)))
    if opened:
        raise SyntaxError("a [ without ]")
    return ops


def interpret(source: str, write: Callable[[int], None], read: Callable[[], int]) -> None:
    """Runs a program the plain way."""
    ops = parse(source)
    tape, position, at = bytearray(TAPE), 0, 0
    while at < len(ops):
        op, count = ops[at]
        if op == ">":
            position = (position + count) % TAPE
        elif op == "<":
            position = (position - count) % TAPE
        elif op == "+":
            tape[position] = (tape[position] + count) % 256
        elif op == "-":
            tape[position] = (tape[position] - count) % 256
        elif op == "0":
            tape[position] = 0
        elif op == ".":
            write(tape[position])
        elif op == ",":
            tape[position] = read() % 256
        elif (op == "[") == (tape[position] == 0):
            at = count
        at += 1


def compile(source: str, write: Callable[[int], None], read: Callable[[], int]) -> jitney.Function:
    """The program as machine code: a function that takes the tape."""
    a = Assembler()
    put = a.extern("put", jitney.callback(write, "(uint8) -> None"))
    get = a.extern("get", jitney.callback(read, "() -> uint8"))
    loops = []
    with a.function("(tape: pointer[mut]) -> None") as f:
        a.mov(r12, f.tape)
        a.xor(rbx, rbx)  # the position: bx counts, the rest of rbx stays 0
        cell = byte[r12 + rbx]
        for op, count in parse(source):
            match op:
                case ">":
                    a.add(bx, count % TAPE)
                case "<":
                    a.sub(bx, count % TAPE)
                case "+":
                    a.add(cell, count % 256)
                case "-":
                    a.sub(cell, count % 256)
                case "0":
                    a.mov(cell, 0)
                case ".":
                    a.movzx(edi, cell)
                    f.call(put, edi)
                case ",":
                    f.call(get)
                    a.mov(cell, al)
                case "[":
                    begin, end = a.label(), a.label()
                    loops.append((begin, end))
                    a.cmp(cell, 0)
                    a.je(end)
                    a.bind(begin)
                case "]":
                    begin, end = loops.pop()
                    a.cmp(cell, 0)
                    a.jne(begin)
                    a.bind(end)
    return jitney.load(a.code(), f.signature, name="program")


def demonstrate(name: str, source: str, given: bytes = b"") -> tuple[bytes, bytes]:
    """Runs a program both ways, and prints what they wrote and how long they took. Returns what they wrote."""
    written = []
    times = []
    for way in ("interpreted", "compiled"):
        output, data = bytearray(), iter(given)
        write, read = output.append, lambda data=data: next(data, 0)
        start = time.perf_counter()
        if way == "interpreted":
            interpret(source, write, read)
        else:
            program = compile(source, write, read)
            compiled = time.perf_counter()
            program(bytearray(TAPE))
        times.append(time.perf_counter() - start)
        written.append(bytes(output))
    print(f"{name}: {written[1].decode('latin-1')!r}")
    print(f"  interpreted {1000 * times[0]:9.2f} ms")
    size, faster = program.code.layout().size("text"), times[0] / times[1]
    spent = f"of which {1000 * (compiled - start):.2f} to compile {size} bytes"
    print(f"  compiled    {1000 * times[1]:9.2f} ms, {spent}: ", end="")
    print(f"{faster:,.0f} times as fast" if faster > 10 else f"{faster:.2f} times as fast")
    return written[0], written[1]


def main(arguments: list[str], scale: int = 60) -> None:
    compile("", print, int)  # reads the tables of instructions, once for a process
    if arguments:
        demonstrate("your program", arguments[0], sys.stdin.buffer.read() if "," in arguments[0] else b"")
        return
    demonstrate("the alphabet", ALPHABET)
    demonstrate("echo, reversed", ">,[>,]<[.<]", b"!gnitirw morf sgniteerG")
    demonstrate(f"{scale * scale * 100:,} times round a loop", COUNT.format(*("+" * n for n in (scale, scale, 100))))


if __name__ == "__main__":
    main(sys.argv[1:])
