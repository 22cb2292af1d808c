"""`jitney run`: programs with and without a signature, and what is said of their crashes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from jitney.explain.run import Call, Start, run_program
from jitney.machine.signature import parse
from jitney.x86.text.program import read_program

ROOT = Path(__file__).resolve().parent.parent.parent


class Crash(NamedTuple):
    signal: int
    text: str

    def says(self, *parts: str) -> bool:
        """Whether the report has these parts, in this order."""
        rest = self.text
        for part in parts:
            assert part in rest, f"{part!r} is not in\n{self.text}"
            rest = rest.partition(part)[2]
        return True


def crash(source: str, *words: int, timeout: float | None = None, start: bool = False) -> Crash:
    """Run a program in a child of this process; it must be stopped by a signal."""
    program = read_program(source, "demo.s", parse)
    assert program.entry is not None
    ended = run_program(program, program.entry, Start([b"demo"]) if start else Call(words), timeout)
    assert os.WIFSIGNALED(ended.status) and ended.crash is not None
    return Crash(os.WTERMSIG(ended.status), ended.crash)


# What is said of crashes


def test_a_null_pointer_in_a_loop() -> None:
    source = "main: mov rcx, rsi\nloop:\n  add rax, [rdi + rcx*8 - 8]\n  dec rcx\n  jnz loop\n  ret\n"
    made = crash(source, 0, 5)
    assert made.signal == signal.SIGSEGV
    assert made.says(
        "demo.s: SIGSEGV: a read from 0x20 failed\n",
        "demo.s:3: in loop, offset 0x3: add rax, [rdi + rcx*8 - 8]\n     1 | main: mov rcx, rsi\n     2 | loop:\n",
        ">    3 |   add rax, [rdi + rcx*8 - 8]\n     4 |   dec rcx",
        "[rdi + rcx*8 - 8] is at 0x0 + 0x5*8 - 0x8 = 0x20.",
        "near address 0", "rdi is 0",
        "rcx   0x0000000000000005  5\n", "rsi   0x0000000000000005  5\n", "rip   0x", "loop in .text\n",
        "rsp+0 ", "back to jitney run",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("operand", "words", "said"),
    [
        ("rdi + rsi", (0x1000, 0), "neither rdi (0x1000) nor rsi (0x0) is an address"),
        ("rdi + rsi", (0, 5), "rdi is 0"),
        ("rdi + rsi*8", (0x1000, 0), "rdi is 0x1000"),
        ("rsi*8 + 8", (0, 0), "null pointers are found."),
    ],
)
def test_which_register_holds_no_address(operand: str, words: tuple[int, int], said: str) -> None:
    assert crash(f"main: mov al, [{operand}]\nret", *words).says("near address 0", said)


MEMORY = {
    "read-only data": (
        ".rodata\nx: .quad 5\n.text\nmain: mov qword ptr [rip+x], 6\nret",
        ["a write to 0x", "There is x in .rodata, which is read-only", "belongs into .data or .bss"],
    ),
    "code": ("main: lea rax, [rip+main]\nmov [rax+2], eax\nret", ["There is main+0x2 in .text, which is read-only"]),
    "behind the data": (
        ".bss\nb: .zero 100\n.text\nmain: lea rdi, [rip+b]\nmov ecx, 100000\nmov al, 7\nrep stosb\nret",
        ["a write to 0x", "bytes behind the last byte of .bss", "rcx   0x"],
    ),
    "not canonical": (
        "main: movabs rax, 0x1234567890abcdef\nmov ecx, [rax+1]\nret",
        ["0x1234567890abcdf0 is no address", "[rax + 1] is at 0x1234567890abcdef + 0x1", "bits 48 to 63"],
    ),
    "an address": ("main: mov eax, [0x1234]\nret", ["a read from 0x1234 failed", "[0x1234] is at 0x1234.\n"]),
    "far away": ("main: mov eax, 0x7fff0000\nmov ecx, [rax*4]\nret", ["a read from 0x1fffc0000 failed", "Nothing is"]),
    "not aligned": (
        "main: movaps xmm1, [rsp]\nret",
        ["is not a multiple of 16, which movaps requires", "It lies on the stack", "xmm1  0x"],
    ),
    "not aligned data": (
        ".data\n.align 16\n.byte 1\nx: .zero 32\n.text\nmain: movdqa xmm2, [rip+x]\nret",
        ["is not a multiple of 16, which movdqa requires", "Put .align 16 before the data, or use movdqu"],
    ),
    "the kernel's": ("main: hlt\nret", ["hlt is for the kernel only"]),
    "an index of bits": (
        "main: mov ecx, 1 << 30\nbt [rsp], rcx\nret", ["SIGSEGV: a read from 0x7", "Nothing is mapped"],
    ),
    "a stack that is none": ("main: shl rsp, 9\npush rax\nret", ["rsp is 0x", "which is no address"]),
    "a ret to what is no address": ("main: movabs rax, 1<<62\npush rax\nret", ["ret finds 0x4000000000000000"]),
    "no address in the C library": (
        "extern strlen\nmain: movabs rdi, 1<<62\ncall strlen\nret",
        ["a general protection fault, in ", "rdi holds 0x4000000000000000", "line 3"],
    ),
    "a jump to null": ("main: xor eax, eax\ncall rax\nret", ["execution went to 0x0", "called in line 2: call rax"]),
    "a ret to nowhere": ("main: push 5\nret", ["execution went to 0x5", "A ret took this from the stack"]),
    "into the stack": ("main: push -61\nlea rax, [rsp]\ncall rax\nret", ["the stack, which is not executable"]),
    "past the end": ("main: mov eax, 5", ["went on behind the last instruction", "the last one", "ret or a jump"]),
    "in the C library": (
        "extern strlen\nmain: push rax\nmov edi, 64\ncall strlen\npop rcx\nret",
        ["a read from 0x40 failed, in ", "demo.s:4: called here", "called in line 4: look at what it was given",
         "called from\n  demo.s:4: call strlen, in main"],
    ),
    "the stack, full": (
        "main: push rax\ncall main\nret",
        ["a write to 0x", "The stack is full: 8,", "calls itself without an end", "demo.s:2: call main, in main (2,0"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MEMORY)
def test_memory_that_cannot_be_accessed(name: str) -> None:
    source, parts = MEMORY[name]
    made = crash(source)
    assert made.signal in (signal.SIGSEGV, signal.SIGBUS)
    assert made.says(*parts)


def test_a_process_has_nobody_to_return_to() -> None:
    assert crash("_start: ret", start=True).says("execution went to 0x1", "mov eax, 60 and syscall")


@pytest.mark.parametrize(
    ("source", "number", "parts"),
    [
        ("main: xor ecx, ecx\nidiv ecx\nret", signal.SIGFPE, ["division by zero: ecx is 0", "idiv ecx"]),
        (".data\nx: .quad 0\n.text\nmain: div qword ptr [rip+x]\nret", signal.SIGFPE, ["division by zero: qword ptr"]),
        ("main: mov edx, 7\nmov ecx, 2\ndiv rcx\nret", signal.SIGFPE,
         ["quotient of a division is too large", "div divides rdx:rax by rcx = 0x2", "Put xor rdx, rdx before"]),
        ("main: mov eax, 1<<31\nmov edx, -1\nmov ecx, -1\nidiv ecx\nret", signal.SIGFPE, ["too large", "Put cdq"]),
        ("main: ud2", signal.SIGILL, ["ud2, which is there to stop a program"]),
        ("main: jmp x+1\nx: mov eax, 0x0b0f\nret", signal.SIGILL, ["the middle of an instruction", ">    2 | x: mov"]),
        ("main: int3\nret", signal.SIGTRAP, ["a breakpoint", "demo.s:1: in main"]),
        ("main: pushf\nor dword ptr [rsp], 256\npopf\nnop\nret", signal.SIGTRAP, ["a single step"]),
        ("main: .byte 0xf1\nret", signal.SIGTRAP, ["a debug trap: int1"]),
        ("extern abort\nmain: push rax\ncall abort", signal.SIGABRT, ["the program gave up", "demo.s:3: called here"]),
    ],
)  # fmt: skip
def test_other_signals(source: str, number: int, parts: list[str]) -> None:
    made = crash(source)
    assert made.signal == number and made.says(signal.Signals(number).name, *parts)


def test_a_loop_that_does_not_end() -> None:
    made = crash("main: mov ebx, 77\n1: mov eax, 34 ; pause\nsyscall\njmp 1b\n", timeout=0.5)
    assert made.signal == signal.SIGALRM
    assert made.says("still running after 0.5 seconds", ">    4 | jmp 1b", "rbx   0x000000000000004d  77")


def test_the_stack_at_a_call_of_c() -> None:
    """Vectors are saved where they must be aligned, by functions with `...` that are told of some."""
    source = 'extern snprintf\n.bss\nb: .zero 9\n.rodata\nf: .asciz "%g"\n.text\nmain: lea rdi, [rip+b]\nmov esi, 9\n'
    made = crash(source + "lea rdx, [rip+f]\nmov eax, 1\ncall snprintf\nret\n")
    assert made.says("a general protection fault, in ", "was not aligned at the call in line 11", "sub rsp, 8, before")


def test_lines_of_macros_and_numbers_of_registers() -> None:
    made = crash(".macro load at\n mov rax, [\\at]\n.endm\nmain:\n load rdi+16\nret", -1 & 0xFFFF_FFFF_0000_0000)
    assert made.says("0xffffffff00000010 failed", "mov rax, [rdi + 0x10]", ">    5 |  load rdi+16", "-4294967296")


# The command


def jitney(*arguments: str, source: str) -> tuple[int, str, str]:
    """(exit status, standard output, standard error) of the command, with a program on its standard input."""
    command = [sys.executable, "-m", "jitney", "run", *arguments]
    done = subprocess.run(command, input=source, capture_output=True, text=True, cwd=ROOT, timeout=60, check=False)
    return done.returncode, done.stdout, done.stderr


TYPES = '.signature f, "(a: float64, n: int32, b: float32, c: bool, s: pointer) -> float64"\n'


def test_a_function_with_a_signature() -> None:
    source = TYPES + "f: cvtsi2sd xmm2, edi\naddsd xmm0, xmm2\ncvtss2sd xmm1, xmm1\naddsd xmm0, xmm1\n"
    source += "movzx eax, byte ptr [rdx]\nadd eax, esi\ncvtsi2sd xmm2, eax\naddsd xmm0, xmm2\nret\n"
    assert jitney("-", "1.5", "-2", "0.25", "True", "A", source=source) == (0, "65.75\n", "")
    status, _, shown = jitney("-", "1.5", "-2", source=source)
    assert status == 1 and shown.startswith("jitney: f(a: float64, n: int32, b: ") and "takes 5 arguments" in shown
    status, _, shown = jitney("-", "1", "5000000000", "0", "0", "0", source=source)
    assert (status, shown) == (1, "jitney: n: 5000000000 does not fit: -2147483648 to 2147483647\n")


LENGTH = '.signature f, "(pointer) -> int64"\nf: xor eax, eax\n'
LENGTH += "1: cmp byte ptr [rdi+rax], 0\nje 2f\ninc rax\njmp 1b\n2: ret\n"


def test_a_text_for_a_pointer_is_its_bytes() -> None:
    for text in ("5", "0x", ""):
        assert jitney("-", text, source=LENGTH) == (0, f"{len(text)}\n", "")
    status, _, shown = jitney("-", "0x0", source=LENGTH)
    assert status == -signal.SIGSEGV and "rdi is 0" in shown


def test_what_lies_behind_a_text_is_no_memory() -> None:
    store = '.signature f, "(s: pointer[mut], at: int64) -> None"\nf: mov byte ptr [rdi+rsi], 65\nret\n'
    assert jitney("-", "abc", "3", source=store) == (0, "", "")
    for at in ("4", "60000"):
        status, _, shown = jitney("-", "abc", at, source=store)
        assert status == -signal.SIGSEGV and "a write to 0x" in shown and "There is a guard" in shown


def test_numbers_that_do_not_fit() -> None:
    source = '.signature f, "(float64, int8) -> float64"\nf: ret\n'
    assert jitney("-", "1e400", "0", source=source)[2] == "jitney: argument 1: 1e400 does not fit float64\n"
    assert jitney("-", "0", "300", source=source)[2] == "jitney: argument 2: 300 does not fit: -128 to 127\n"
    assert jitney("-", "-inf", "0", source=source)[:2] == (0, "-inf\n")
    assert jitney("-", "0", "x", source="main: ret")[2].startswith("jitney: argument 2: 'x' is no int")


def test_closed_streams() -> None:
    command = f"exec {sys.executable} -m jitney run - 5 "
    for closed, output in ((">&-", ""), ("2>&-", "1\n"), (">&- 2>&-", "")):
        done = subprocess.run(
            command + closed,
            shell=True,
            input=LENGTH,
            capture_output=True,
            text=True,
            cwd=ROOT,
            timeout=60,
            check=False,
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, output, "")
    done = subprocess.run(
        f"exec {sys.executable} -m jitney run - <&-", shell=True, capture_output=True, text=True, cwd=ROOT, timeout=60,
        check=False,
    )  # fmt: skip
    assert done.returncode == 1 and done.stderr.startswith("jitney: <stdin> has no label to start at")


def test_arguments_on_the_stack_and_small_results() -> None:
    source = f'.signature f, "({"int64, " * 7}int8) -> int8"\nf: mov rax, [rsp+8]\nshl rax, 4\nadd rax, [rsp+16]\nret'
    assert jitney("-", *"12345678", source=source) == (0, "120\n", "")
    assert jitney("-", *"1234567", "-8", source=source) == (0, "104\n", "")


def test_programs_and_functions_without_a_signature() -> None:
    source = "main: lea eax, [rdi + 2*rsi]\nret\n.global twice\ntwice: lea rax, [rdi+rdi]\nret\n"
    assert jitney("-", "0x20", "-4", source=source) == (24, "", "")
    assert jitney("--entry", "twice", "-", "-21", source=source) == (0, "-42\n", "")
    hello = (
        "_start: mov eax, 1\nmov edi, 1\nmov rsi, [rsp+16]\nmov edx, 2\nsyscall\nmov rdi, [rsp]\nmov eax, 60\nsyscall"
    )
    assert jitney("-", "ab", "c", source=hello) == (3, "ab", "")
    printing = 'extern puts\nmain: push rax\nlea rdi, [rip+x]\ncall puts\npop rcx\nmov eax, 3\nret\nx: .asciz "text"'
    assert jitney("-", source=printing) == (3, "text\n", "")


def test_it_ends_by_the_same_signal() -> None:
    status, output, shown = jitney("-", source="main: mov ebx, 5\nmov eax, [rbx]\nret\n")
    assert (status, output) == (-signal.SIGSEGV, "")
    assert shown.startswith("<stdin>: SIGSEGV: a read from 0x5 failed\n") and "\x1b" not in shown
    assert jitney("-", source="main: mov ebx, 5\nxor eax, eax\nret\n") == (
        0, "", "jitney: main has changed rbx, which a function gives back as it was\n"
    )  # fmt: skip
    assert jitney("--timeout", "0.1", "-", source="main: jmp main\n")[0] == 124


def running_loop(folder: Path) -> tuple[subprocess.Popen[str], int]:
    """`jitney run` with a loop that does not end, and the number of its child, which is in that loop soon."""
    source = "main: mov eax, 1\nmov edi, 1\nlea rsi, [rip+x]\nmov edx, 1\nsyscall\n1: jmp 1b\n.rodata\nx: .byte 33\n"
    (folder / "loop.s").write_text(source)
    running = subprocess.Popen(
        [sys.executable, "-m", "jitney", "run", str(folder / "loop.s")], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, cwd=ROOT, start_new_session=True,
    )  # fmt: skip
    assert running.stdout is not None and running.stdout.read(1) == "!"
    return running, int(Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text())


def _state(process: int) -> str:
    """The letter that /proc has for it; empty if there is no such process."""
    try:
        return Path(f"/proc/{process}/stat").read_text().split()[2]
    except OSError:
        return ""


@pytest.mark.parametrize(
    ("number", "said"), [(signal.SIGINT, "SIGINT: interrupted"), (signal.SIGTERM, "SIGTERM: told to end")]
)
def test_a_signal_to_the_command_alone_is_the_programs(tmp_path: Path, number: signal.Signals, said: str) -> None:
    running, child = running_loop(tmp_path)
    running.send_signal(number)
    _, shown = running.communicate(timeout=30)
    assert running.returncode == -number and said in shown and "in main" in shown
    assert _state(child) == ""


def test_a_program_does_not_outlive_the_command(tmp_path: Path) -> None:
    running, child = running_loop(tmp_path)
    running.kill()
    running.communicate(timeout=30)
    end = time.monotonic() + 10
    while time.monotonic() < end and _state(child) not in ("", "Z"):
        time.sleep(0.02)
    assert _state(child) in ("", "Z")


def test_an_interrupt_shows_where_it_was(tmp_path: Path) -> None:
    running, _ = running_loop(tmp_path)
    os.killpg(running.pid, signal.SIGINT)
    _, shown = running.communicate(timeout=30)
    assert running.returncode == -signal.SIGINT
    assert "SIGINT: interrupted" in shown and "in main" in shown
