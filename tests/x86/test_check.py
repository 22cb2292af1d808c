"""What can be known to be wrong with a program before it runs; and silence about what compilers write."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from jitney.x86.check import ERROR, WARNING, Contract, check
from jitney.x86.text.program import read_program

ALL_PARAMETERS = frozenset(
    {7, 6, 2, 1, 8, 9, 0, *range(16, 24)}
)  # rax too: how many vectors a function with `...` is given
TWO = Contract(frozenset({7, 6}), True)


def found(source: str, contract: Contract = TWO) -> list[tuple[str, int, str]]:
    """(severity, line, message) of all that is found; functions with a signature have this contract."""
    program = read_program(source, "demo.s")
    contracts = dict.fromkeys(program.source.signatures, contract)
    return [(severity, problem.number, problem.message) for severity, problem in check(program, contracts)]


def one(source: str, severity: str, line: int, *words: str) -> None:
    """There is just this to be found, in words that hold these."""
    made = found(source)
    assert [(kind, number) for kind, number, _ in made] == [(severity, line)], made
    for word in words:
        assert word in made[0][2]


SIGNATURE = '.signature f, "(int64, int64) -> int64"\n'


@pytest.mark.parametrize(
    "ending",
    ["ret", "jmp f", "ud2", "hlt", "mov eax, 60\nsyscall", "mov eax, 231\nsyscall", "push 60\npop rax\nsyscall",
     "extern exit\npush rax\ncall exit", "jmp rax", "int3", "xor eax, eax\nadd eax, 60\nsyscall", "call g\nud2\ng: ret",
     "g: jmp g", "extern abort\nsub rsp, 8\ncall abort\n.data\n.quad f"],
)  # fmt: skip
def test_ends_that_are_ends(ending: str) -> None:
    assert found(f"f: mov ecx, 1\n{ending}\n") == []


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("f: mov eax, 1", 1),
        ("f: test eax, eax\nje g\nret\ng: nop\nnop", 5),
        ("f: mov eax, 1\nsyscall", 2),
        ("f: mov eax, 60\ncmp ebx, 1\nje g\nmov eax, 5\ng: syscall", 5),
        ("f: jmp g\ng: cmp eax, 1\njne f", 3),
        ("f: call g\ng: nop\n.align 16", 2),
    ],
)
def test_execution_past_the_end(source: str, line: int) -> None:
    one(source, ERROR, line, "past the last instruction")


def test_a_call_that_may_not_return() -> None:
    one("extern stop\nf: push rax\ncall stop", WARNING, 3, "if stop returns, execution runs past")


def test_execution_into_data() -> None:
    one('f: lea rax, [rip+x]\nmov ecx, 1\nx: .ascii "text"', ERROR, 2, "into the data of x")
    one("mov ecx, 1\nx: .long 1\n.global x", ERROR, 1, "into the data of x")
    assert found("f: mov ecx, 1\n.byte 0xc3") == []  # an instruction in bytes


@pytest.mark.parametrize(
    ("branch", "severity", "word"),
    [
        ("jmp tab", WARNING, "tab is data"), ("jmp short tab", WARNING, "tab is data"),
        ("jz tab", WARNING, "tab is data"), ("jmp f+1", WARNING, "no instruction begins so far from f"),
        ("jne end", ERROR, "end is behind the last instruction"),
    ],
)  # fmt: skip
def test_branches_to_no_instruction(branch: str, severity: str, word: str) -> None:
    one(f".global f, tab, end\nf: test edi, edi\n{branch}\nret\ntab: .long 1\nend:", severity, 3, word)


def test_branches_to_places_without_a_label() -> None:
    assert found("f: jmp $+2\nje f+2\nje f + 4\nret") == []
    assert found("f: .align 16\ntest edi, edi\njne $ - 2\nret") == []


@pytest.mark.parametrize("register", ["rbx", "rbp", "r12", "r13", "r14", "r15"])
def test_a_register_of_the_caller(register: str) -> None:
    low = f"e{register[1:]}" if register[1] == "b" else f"{register}d"
    one(f"{SIGNATURE}f: mov eax, 1\nmov {low}, 5\nret", ERROR, 3, register, "line 4", "belongs to its caller")
    assert found(f"f: mov eax, 1\nmov {low}, 5\nret") == []  # without a signature it may be agreed upon
    assert found(f"{SIGNATURE}f: push {register}\nmov {low}, 5\nlea rax, [rdi+rsi]\npop {register}\nret") == []
    assert found(f"{SIGNATURE}f: mov [rsp-8], {register}\nxor {low}, {low}\nlea rax, [rdi]\n"
                 f"mov {register}, [rsp-8]\nret") == []  # fmt: skip


def test_a_register_that_is_saved_on_one_way_only() -> None:
    body = "f: mov rax, rdi\npush rbx\ntest rdi, rdi\nje out\nmov rbx, 1\ncmp rsi, 3\nje {}\nout: pop rbx\nret\n"
    assert found(SIGNATURE + body.format("out")) == []
    made = found(SIGNATURE + body.format("early") + "early: add rsp, 8\nret")
    assert [(kind, number) for kind, number, _ in made] == [(ERROR, 6)] and "rbx" in made[0][2]


def test_two_registers_restored_in_the_wrong_order() -> None:
    made = found(f"{SIGNATURE}f: push rbx\npush r12\nlea rbx, [rdi]\nlea rax, [rsi]\npop rbx\npop r12\nret")
    assert [kind for kind, _, _ in made] == [ERROR, ERROR]
    assert "rbx" in made[0][2] and "r12" in made[1][2]


def test_frames() -> None:
    frame = "push rbp\nmov rbp, rsp\nand rsp, -64\nsub rsp, 128\nmov [rbp-8], rdi"
    assert found(f"{SIGNATURE}f: {frame}\nlea rax, [rsi]\nleave\nret") == []
    one("f: push rax\nmov eax, 1\nret", ERROR, 3, "8 bytes left on the stack")
    one("f: sub rsp, 24\nmov eax, 1\nret", ERROR, 3, "24 bytes left")
    one("f: push rcx\nadd rsp, 16\nret", ERROR, 3, "8 bytes too many")
    one("f: and rsp, -16\nmov eax, 1\nret", ERROR, 3, "aligned")
    assert found("f: push rax\nret") == []  # a jump
    one("extern puts\nf: push rcx\nmov eax, 1\njmp puts", ERROR, 4, "8 bytes left")


ALIGNED = {
    "push rax": True, "sub rsp, 8": True, "sub rsp, 24": True, "push rax\npush rax\npush rax": True, "nop": False,
    "sub rsp, 16": False, "push rax\npush rax": False, "and rsp, -16": True, "push rax\npop rcx": False,
    "lea rsp, [rsp-40]": True, "push rbp\nmov rbp, rsp": True, "push rbp\nmov rbp, rsp\npush rbx": False,
    "mov ecx, 8\nsub rsp, rcx": True, "mov rcx, rdx\nsub rsp, rcx": True,
}  # fmt: skip


@pytest.mark.parametrize("before", ALIGNED)
def test_the_stack_at_a_call(before: str) -> None:
    made = found(f"extern puts, exit\nf: {before}\ncall puts\nud2")
    assert [kind for kind, _, message in made if "not aligned" in message] == [] if ALIGNED[before] else [ERROR]


def test_the_stack_at_a_call_of_our_own() -> None:
    leaf = "f: call g\nret\ng: lea eax, [rdi]\nret"
    assert found(leaf) == []
    strict = "extern puts\nf: call g\nret\ng: push rax\ncall puts\npop rax\nret"
    one(strict, ERROR, 2, "in f", "8 bytes above")
    assert found("extern exit\n_start: call exit") == []  # a process begins with an aligned stack
    one("extern exit\n_start: push rax\ncall exit", ERROR, 3, "in _start")


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("f: ret", []),
        (".global f\nf: ret\ng: ret", [3]),
        ("f: ret\ng: ret", []),  # which may be called by name
        ("f: nop\ng: ret", [2]),
        ("f: nop\n1: ret", [2]),
        ("f: jmp .x\n.x: nop\n.y: ret", [3]),
        ("f: lea rax, [rip+x]\nret\n.data\nx: .byte 1\ny: .byte 2", [5]),
        ("f: mov eax, end - x\nret\n.data\nx: .byte 1\nend:", []),
        ("f: jmp [rip+table]\na: ret\nb: ret\n.data\ntable: .quad a, b", []),
        ("f: nop\n.L3: ret", []),  # a compiler's
        (".macro m\nadd eax, 1\n.endm\nf: m\nret", []),
    ],
)
def test_unused_labels(source: str, lines: list[int]) -> None:
    made = found(source)
    assert [(kind, line) for kind, line, _ in made] == [(WARNING, line) for line in lines]


def test_registers_that_hold_nothing() -> None:
    one(f"{SIGNATURE}f: mov rax, rdx\nret", WARNING, 2, "rdx", "no parameter of f")
    one(f"{SIGNATURE}f: add rdi, rsi\nret", WARNING, 3, "without a result")
    assert found(f"{SIGNATURE}f: xor eax, eax\ncmp rdi, rsi\nsetl al\nret") == []
    assert found(f"{SIGNATURE}f: push rcx\nlea rax, [rdi+rsi]\npop rcx\nret") == []


def test_problems_know_their_place() -> None:
    program = read_program("f:   mov eax, 1 ; the result\n", "demo.s")
    ((_, problem),) = check(program, {})
    assert str(problem).splitlines()[1:] == ["    f:   mov eax, 1 ; the result", "         ^~~~~~~~~~"]


C = r"""
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <stdarg.h>
#include <setjmp.h>
static jmp_buf buffer;
int sum(int n, ...) { va_list ap; va_start(ap, n); int s = 0; while (n--) s += va_arg(ap, int); va_end(ap); return s; }
int jump(int x) { if (setjmp(buffer)) return 5; if (x > 3) longjmp(buffer, 1); return x; }
static int compare(const void *a, const void *b) { return *(const int*)a - *(const int*)b; }
__attribute__((noreturn)) void die(const char *m) { puts(m); exit(3); }
int choose(int x) { switch (x) { case 0: return 5; case 1: return 99; case 2: puts("two"); break; case 3: return x * 7;
  case 4: die("x"); case 5: return 12; case 6: return 0; case 7: puts("7"); } return -1; }
int ackermann(int m, int n) { return !m ? n + 1 : !n ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1)); }
int sorted(int n) { int a[n]; for (int i = 0; i < n; i++) a[i] = (i * 7919) % n; qsort(a, n, sizeof *a, compare);
  return a[n / 2]; }
struct big { long a[12]; };
struct big make(int x) { struct big b; for (int i = 0; i < 12; i++) b.a[i] = x * i; return b; }
long total(struct big b) { long s = 0; for (int i = 0; i < 12; i++) s += b.a[i]; return s; }
double dot(const double *a, const double *b, int n) { double s = 0; while (n--) s += a[n] * b[n]; return s; }
char *join(const char *a, const char *b) { size_t n = strlen(a), m = strlen(b); char *r = malloc(n + m + 1);
  if (!r) die("memory"); memcpy(r, a, n); memcpy(r + n, b, m + 1); return r; }
unsigned long crc(const unsigned char *p, size_t n) { unsigned long c = ~0ul; while (n--) { c ^= *p++;
  for (int i = 0; i < 8; i++) c = c & 1 ? c >> 1 ^ 0xEDB88320ul : c >> 1; } return ~c; }
int main(int argc, char **argv) { double x[3] = {1, 2, argc}; char *s = join("ab", "cd");
  printf("%d %d %d %d %ld %g %s %lx\n", sum(3, 1, 2, argc), jump(argc + 3), choose(argc), sorted(100),
    total(make(argc)), dot(x, x, 3), s, crc((unsigned char*)s, 4)); free(s); return ackermann(2, argc); }
"""
LEVELS = ["-O0", "-O2", "-O3 -march=haswell", "-Os -fPIC -fno-omit-frame-pointer"]
needs_gcc = pytest.mark.skipif(shutil.which("gcc") is None, reason="needs gcc")


def compiled(level: str, folder: Path) -> str:
    (folder / "c.c").write_text(C)
    command = ["gcc", "-S", "-masm=intel", *level.split(), "c.c", "-o", "c.s"]
    subprocess.run(command, cwd=folder, check=True)
    return (folder / "c.s").read_text()


def test_a_vector_register_that_holds_nothing() -> None:
    one(f"{SIGNATURE}f: xorps xmm0, xmm0\naddsd xmm0, xmm5\nmov eax, 1\nret", WARNING, 3, "xmm5", "no parameter of f")
    one(f"{SIGNATURE}f: vaddpd ymm0, ymm1, ymm1\nmov eax, 1\nret", WARNING, 2, "xmm1")
    contract = Contract(frozenset({7, 16}), False)
    assert found(f"{SIGNATURE}f: addsd xmm0, xmm0\nret", contract) == []
    for quiet in ("pxor xmm3, xmm3", "pcmpeqd xmm3, xmm3", "cvtsi2sd xmm3, edi", "vcvtsi2sd xmm3, xmm3, rdi",
                  "vxorpd xmm3, xmm4, xmm4", "movaps [rsp-24], xmm3", "sqrtsd xmm3, xmm0",
                  "movsd xmm3, [rdi]"):  # fmt: skip
        assert found(f"{SIGNATURE}f: {quiet}\nret", contract) == []


def test_a_register_after_a_call_of_c() -> None:
    call = "extern puts\nf: push rbx\n{}\ncall puts\n{}\npop rbx\nret"
    one(call.format("nop", "add rax, rdi"), WARNING, 5, "rdi holds nothing after call puts")
    one(call.format("nop", "mov rbx, rsi\nmov rax, rbx"), WARNING, 5, "rsi")
    one(call.format("nop", "addsd xmm0, xmm2"), WARNING, 5, "xmm2 holds nothing after call puts")
    for quiet in ("mov rdi, rax", "lea rcx, [rax+rdx]", "xor edi, edi", "push rdi\npop rcx", "addsd xmm0, xmm1"):
        assert found(call.format("nop", quiet)) == []
    assert found(call.format("test edi, edi\nje g", "mov edi, 1\ng: mov eax, edi")) == []
    own = "f: push rax\ncall g\nadd rax, rdi\npop rcx\nret\ng: mov rdi, 1\nret"
    assert found(own) == []


@needs_gcc
@pytest.mark.parametrize("level", LEVELS)
def test_silence_about_compiled_code(level: str, tmp_path: Path) -> None:
    source = compiled(level, tmp_path)
    names = re.findall(r"^\t\.globl\t(\w+)", source, re.M)
    assert len(names) > 10
    source += "".join(f'.signature {name}, "() -> None"\n' for name in names)
    assert found(source, Contract(ALL_PARAMETERS, False)) == []


@needs_gcc
def test_what_is_missing_in_compiled_code_is_missed(tmp_path: Path) -> None:
    """Without one of its pops, or the return of a stack's space, no function is right."""
    lines = compiled("-O2 -fno-jump-tables", tmp_path).splitlines()
    names = {line.split()[1] for line in lines if line.startswith("\t.globl")}
    signatures = [f'.signature {name}, "() -> None"' for name in names]
    changed = [at for at, line in enumerate(lines) if re.match(r"\t(pop\t|add\trsp)", line)]
    assert len(changed) > 10
    for at in changed[::3]:
        source = "\n".join([*lines[:at], *lines[at + 1 :], *signatures])
        assert any(severity == ERROR for severity, _, _ in found(source, Contract(ALL_PARAMETERS, False))), lines[at]
