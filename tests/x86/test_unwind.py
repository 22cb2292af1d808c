"""What unwinders are told of code: compared with what GCC tells them of the same code, and told with followed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from kernels import KERNELS

import jitney
from jitney import jit
from jitney.machine.unwind import Rule
from jitney.x86 import Assembler, assembler, ptr, qword, rax, rbp, rbx, rcx, rdi, rsp, unwind

SOURCE = """
#include <string.h>
extern int other(int, ...);
extern void *get(unsigned long);
int leaf(int x) { return x * 2 + 1; }
int calls(int a, int b, int c) { return other(a, b) + other(b, c) * other(c, a) + a; }
int loops(int n) {
    int s = 0;
    for (int i = 0; i < n; i++) { s += other(i); if (s > 100) return s; }
    return s - other(0);
}
int many(int a, int b, int c, int d, int e, int f, int g, int h) {
    for (int i = 0; i < g; i++) { a += other(a, b, c, d, e, f, g, h, i); b ^= other(b); c += d; }
    return a + b + c + d + e + f + g + h;
}
int early(int *p, int n) {
    if (!p) return -1;
    if (n == 0) return 0;
    int s = 0;
    for (int i = 0; i < n; i++) switch (p[i]) {
        case 0: s += other(1); break;
        case 1: s -= other(2); break;
        case 5: return other(3);
        default: s ^= p[i];
    }
    return s;
}
int room(int n) { char buffer[300]; memset(buffer, n, 300); other(n, buffer); return buffer[n]; }
int dynamic(int n) { char *p = __builtin_alloca(n); return other(n, p, get(n)); }
double floats(double x, int n) { double s = x; while (n-- > 0) s += other(n) * x; return s; }
int recursive(int n) { return n < 2 ? n : recursive(n - 1) + recursive(n - 2); }
int tail(int n) { if (n & 1) return other(n); return leaf(n); }
"""


def told_by_gcc(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The functions without directives, and (register, offset) of the CFA before each instruction."""
    lines, rows = [], []
    cfa, kept = (7, 8), []
    inside = False
    for line in text.splitlines():
        line = line.partition("#")[0].strip()
        word, _, rest = line.replace("\t", " ").partition(" ")
        if word == ".cfi_startproc":
            cfa, inside = (7, 8), True
        elif word == ".cfi_def_cfa":
            cfa = tuple(map(int, rest.split(", ")))
        elif word == ".cfi_def_cfa_offset":
            cfa = (cfa[0], int(rest))
        elif word == ".cfi_def_cfa_register":
            cfa = (int(rest), cfa[1])
        elif word == ".cfi_remember_state":
            kept.append(cfa)
        elif word == ".cfi_restore_state":
            cfa = kept.pop()
        elif word == ".cfi_endproc":
            inside = False
        elif line and inside and not line.startswith("."):
            if not line.endswith(":"):
                rows.append(cfa)
        lines.append(line)
    return "\n".join(lines), rows


@pytest.mark.parametrize("options", ["-O0", "-O1", "-O2", "-O3 -fno-omit-frame-pointer", "-Os -fomit-frame-pointer"])
def test_like_gcc(options: str, tmp_path: Path) -> None:
    compiler = shutil.which("gcc")
    if compiler is None:
        pytest.skip("gcc is not installed: what it tells unwinders is not compared")
    (tmp_path / "given.c").write_text(SOURCE)
    flags = [*options.split(), "-S", "-masm=intel", "-fno-pic", "-fcf-protection=none", "-fno-stack-protector",
             "-fno-jump-tables"]  # fmt: skip
    subprocess.run([compiler, *flags, "given.c"], cwd=tmp_path, check=True)
    text, expected = told_by_gcc((tmp_path / "given.s").read_text())
    a = Assembler()
    a.text(text)
    section = a.code().sections["text"]
    rules = dict(flat(section.unwind, section.size))
    found: list[Any] = []
    rule: Rule | None = rules[0]
    for offset, _, record in section.instructions:
        rule = rules.get(offset, rule)
        found.append((str(record), rule and (rule.register, rule.offset)))
    assert len(found) == len(expected) > 150
    differing = [(*one, other) for one, other in zip(found, expected, strict=True) if one[1] != other]
    assert not differing, differing


def flat(rows: Any, size: int) -> list[tuple[int, Rule | None]]:
    by_place = {offset + distance: rule for offset, steps in rows for distance, rule in steps}
    found: list[tuple[int, Rule | None]] = []
    for place in sorted(by_place):
        if place < size and (not found or found[-1][1] != by_place[place]):
            found.append((place, by_place[place]))
    return found


def test_what_is_told_is_what_can_be_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compiled functions and their entries say themselves what they do to the stack."""
    compared = 0
    fill = assembler._fill

    def filled(section: Any, items: list[Any], symbols: list[Any], follow: bool) -> Any:
        nonlocal compared
        result = fill(section, items, symbols, follow)
        if section.name == "text" and not follow:
            compared += 1
            instructions = [item for item in items if item.__class__ is not assembler.Unwind]
            other = assembler.Section("text")
            fill(other, instructions, [], True)
            told = dict(flat(section.unwind, section.size))
            for place, rule in flat(other.unwind, section.size):
                if rule is not None:  # nothing leads there
                    at = max(at for at in told if at <= place)
                    assert told[at] == rule
        return result

    monkeypatch.setattr(assembler, "_fill", filled)
    for kernel in KERNELS[::16]:
        kernel.compiled(jit)(*kernel.make_inputs(kernel.small))
    assert compared > 12


def rows_of(a: Any) -> list[tuple[int, Rule | None]]:
    section = a.code().sections["text"]
    return flat(section.unwind, section.size)


def test_a_register_is_saved_by_its_first_push() -> None:
    a = Assembler()
    a.push(rbx)
    a.push(rdi)
    a.push(rbx)
    a.pop(rbx)
    a.pop(rdi)
    a.pop(rbx)
    a.nop()
    a.ret()
    saved, entry = ((3, -16), (16, -8)), ((16, -8),)
    rules = [Rule(7, 8, entry), *(Rule(7, depth, saved) for depth in (16, 24, 32, 24, 16)), Rule(7, 8, entry)]
    assert [rule for _, rule in rows_of(a)] == rules


def test_a_frame_pointer_is_kept_through_what_cannot_be_followed() -> None:
    a = Assembler()
    a.push(rbp)
    a.mov(rbp, rsp)
    a.and_(rsp, -32)
    a.sub(rsp, rdi)
    a.mov(rsp, rbp)
    a.pop(rbp)
    a.ret()
    assert [(rule.register, rule.offset) for _, rule in rows_of(a) if rule] == [(7, 8), (7, 16), (6, 16), (7, 8)]


@pytest.mark.parametrize(
    "write",
    [
        lambda a: a.mov(rsp, rdi),
        lambda a: a.sub(rsp, rdi),
        lambda a: a.mov(rsp, qword[rsp]),
        lambda a: a.pop(rsp),
        lambda a: a.enter(16, 1),
        lambda a: (a.push(rbp), a.mov(rbp, rsp), a.mov(rsp, rdi), a.mov(rbp, rax)),
    ],
)
def test_nothing_is_known_of_what_cannot_be_followed(write: Any) -> None:
    a = Assembler()
    write(a)
    a.nop()
    a.ret()
    a.bind("another_function")
    a.push(rbx)
    a.ret()
    rows = rows_of(a)
    assert None in [rule for _, rule in rows]
    assert [rule and rule.offset for _, rule in rows][-2:] == [8, 16]


def test_paths_that_disagree() -> None:
    a = Assembler()
    odd, end = a.label(), a.label()
    a.test(rdi, rdi)
    a.jne(odd)
    a.push(rax)
    a.bind(odd)
    a.nop()
    a.ret()
    a.bind("f")
    a.jmp(end)
    above = a.here()  # reached from below only
    a.nop()
    a.bind(end)
    a.push(rbx)
    a.pop(rbx)
    a.jne(above)
    a.ret()
    assert [rule and rule.offset for _, rule in rows_of(a)] == [8, None, 8, 16, 8]


def test_jumps_that_never_settle_end() -> None:
    a = Assembler()
    top = a.here("top")
    a.push(rax)
    a.jmp(top)
    assert rows_of(a)[0] in ((0, None), (0, unwind.ENTRY))


def test_nothing_is_known_where_the_return_address_has_been_taken_off() -> None:
    """And what pops it, or steps over it, can be loaded and called."""
    for take, back in (
        (lambda a: (a.pop(rcx), a.pop(rax), a.push(rax)), lambda a: a.jmp(rcx)),
        (lambda a: (a.mov(rcx, qword[rsp]), a.add(rsp, 8), a.add(rsp, 8)), lambda a: (a.sub(rsp, 8), a.jmp(rcx))),
        (lambda a: (a.push(rbp), a.lea(rbp, ptr[rsp + 64]), a.pop(rbp), a.pop(rcx)), lambda a: a.jmp(rcx)),
    ):
        a = Assembler()
        take(a)
        a.mov(rax, rdi)
        back(a)
        assert a.code().sections["text"].unwind[-1][1] == ((0, None),)
        assert jitney.load(a.code(), "(int64) -> int64")(5) == 5
