"""Callees for the tests of calls, written with the assembler, and what ctypes makes of the same values."""

from __future__ import annotations

import ctypes
import gc
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from jitney.calls import load
from jitney.machine.signature import TYPES, Signature, parse
from jitney.x86 import Assembler, al, ax, eax, qword, r8, r9, r11, rax, rcx, rdi, rdx, rsi, rsp, xmm0
from jitney.x86.operands import REGISTERS

UNKNOWN_LAYOUT = os.environ.get("JITNEY_LAYOUT") == "unknown"

INTEGER = (rdi, rsi, rdx, rcx, r8, r9)
VECTOR = tuple(REGISTERS[f"xmm{number}"] for number in range(8))

CTYPES = {
    "int8": ctypes.c_int8, "int16": ctypes.c_int16, "int32": ctypes.c_int32, "int64": ctypes.c_int64,
    "uint8": ctypes.c_uint8, "uint16": ctypes.c_uint16, "uint32": ctypes.c_uint32, "uint64": ctypes.c_uint64,
    "bool": ctypes.c_bool, "float32": ctypes.c_float, "float64": ctypes.c_double,
    "pointer": ctypes.c_void_p, "pointer[mut]": ctypes.c_void_p, "None": None,
}  # fmt: skip


def function(write: Any, signature: str, **options: Any) -> Any:
    """The function whose code `write(assembler)` writes."""
    a = Assembler()
    write(a)
    return load(a.code(), signature, **options)


def add_floats() -> Any:
    def write(a: Any) -> None:
        a.addsd(xmm0, VECTOR[1])
        a.ret()

    return function(write, "(x: float64, y: float64) -> float64", name="add")


def echo(type_name: str, result: str | None = None) -> Any:
    """The function that returns its argument."""

    def write(a: Any) -> None:
        if TYPES[type_name].kind != "float":
            a.mov(rax, rdi)
        a.ret()

    plain = "pointer" if type_name == "pointer[mut]" else type_name
    return function(write, f"({type_name}) -> {result or plain}", name="echo")


def dumper(signature: Signature | str, buffer: Any) -> Any:
    """The function that stores each argument as it came, 8 bytes each, into the ctypes array `buffer`; it returns 7.

    Where arguments are is worked out here anew, from the System V ABI, section 3.2.3.
    """
    parsed = parse(signature)

    def write(a: Any) -> None:
        a.mov(r11, ctypes.addressof(buffer))
        integer = vector = stack = 0
        for index, type in enumerate(parsed.parameters):
            if type.kind == "float" and vector < 8:
                a.movq(qword[r11 + 8 * index], VECTOR[vector])
                vector += 1
            elif type.kind != "float" and integer < 6:
                a.mov(qword[r11 + 8 * index], INTEGER[integer])
                integer += 1
            else:
                a.mov(rax, qword[rsp + 8 + 8 * stack])
                a.mov(qword[r11 + 8 * index], rax)
                stack += 1
        a.test(rsp, 8)  # 8 past a multiple of 16, as at every entry
        aligned = a.label()
        a.jne(aligned)
        a.ud2()
        a.bind(aligned)
        a.mov(eax, 7)
        a.ret()

    return function(write, str(parsed), name="dump")


def call_address(target: int, signature: str, **options: Any) -> Any:
    """A function that goes on to an address."""

    def write(a: Any) -> None:
        a.jmp(a.extern("target", target))

    return function(write, signature, **options)


def calls_through(callback: Any, signature: str, **options: Any) -> Any:
    """A function that calls `callback` (kept alive by it) with its own arguments, and returns its result."""

    def write(a: Any) -> None:
        a.sub(rsp, 8)
        a.call(a.extern("callback", callback))
        a.add(rsp, 8)
        a.ret()

    return function(write, signature, **options)


def resident() -> int:
    """The memory of this process, in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def grows(action: Any, rounds: int, warm_up: int = 2000) -> int:
    """By how many bytes the process grows over `rounds` of `action`, after it has run warm."""
    for _ in range(warm_up):
        action()
    gc.collect()
    before = resident()
    for _ in range(rounds):
        action()
    gc.collect()
    return resident() - before


def child(program: str, *arguments: str, layout: str | None = None, **environment: str) -> str:
    """The output of a Python program in a process of its own, which must end well."""
    variables = dict(os.environ, **environment)
    variables["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    if layout is not None:
        variables["JITNEY_LAYOUT"] = layout
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", program, *arguments],
        capture_output=True, text=True, timeout=60, env=variables, check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"exit code {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


__all__ = [
    "CTYPES", "UNKNOWN_LAYOUT", "add_floats", "al", "ax", "call_address", "calls_through", "child", "dumper", "echo",
    "function", "grows", "resident",
]  # fmt: skip
