"""`jitney asm`, `jitney dis` and `jitney check`: what they write, and what the linker makes of object files."""

from __future__ import annotations

import io
import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import jitney
from jitney.cli import main

SOURCE = """\
.global gcd
gcd:
    mov rax, rdi
1:  test rsi, rsi
    jz 2f
    xor edx, edx
    div rsi
    mov rax, rsi
    mov rsi, rdx
    jmp 1b
2:  ret
"""
needs_gcc = pytest.mark.skipif(shutil.which("gcc") is None, reason="needs gcc")
ROOT = Path(__file__).resolve().parent.parent.parent
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("gcd.s").write_text(SOURCE)
    return "gcd.s"


def test_every_format_has_the_same_bytes(file: str, capsys: Capture) -> None:
    data = jitney.x86.assemble(SOURCE)
    assert main(["asm", file, "-o", "gcd.bin"]) == 0
    assert Path("gcd.bin").read_bytes() == data
    assert main(["asm", file, "-f", "hex"]) == 0
    assert bytes.fromhex(capsys.readouterr().out) == data
    assert main(["asm", file, "-f", "words"]) == 0
    words = [int(word, 0) for word in capsys.readouterr().out.replace("\n", "").split(",") if word]
    assert b"".join(word.to_bytes(2, "big") for word in words)[: len(data)] == data
    assert main(["asm", file, "-f", "python"]) == 0
    names: dict[str, bytes] = {}
    exec(capsys.readouterr().out, names)
    assert names["gcd"] == data
    assert main(["asm", file, "-f", "c"]) == 0
    text = capsys.readouterr().out
    assert bytes(int(byte, 16) for byte in re.findall(r"0x(\w\w),", text)) == data
    assert "gcd[] = {" in text and "/* div rsi */" in text
    assert main(["asm", file]) == 0
    assert jitney.load(capsys.readouterr().out, "(int64, int64) -> int64")(1071, 462) == 21


def test_sections_of_bytes_follow_each_other(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "s.s"
    source = "lea rax, [rip+x]\nlea rcx, [rip+y]\nret\n.data\n.align 16\nx: .quad x, 7\n.rodata\ny: .byte 9, 8, 7\n"
    path.write_text(source)
    for origin in (0, 0x401000):
        data = jitney.x86.assemble(source, origin)
        for format in ("hex", "python", "c"):
            assert main(["asm", str(path), "-f", format, "--origin", hex(origin)]) == 0
            text = capsys.readouterr().out
            digits = re.findall(r"\b(?:0x)?([0-9a-f]{2})\b", re.sub(r"#.*|/\*.*?\*/|\ws_?\w*", "", text))
            assert bytes.fromhex("".join(digits)) == data, (format, text)


@needs_gcc
def test_an_object_file_links_with_c(file: str) -> None:
    Path("gcd.s").write_text(
        SOURCE
        + """
.global counted, table, total
.signature counted, "(pointer, int64) -> int64"
extern strtol, environ
counted:
    push rbx
    lea rbx, [rip + total]
    call inner
    mov rax, [rip + pointers + 8]
    mov rax, [rax]
    add [rbx], rax
    mov rax, [rbx]
    pop rbx
    ret
inner:
    sub rsp, 8
    xor esi, esi
    mov edx, 10
    call strtol
    add [rbx], rax
    mov rax, [rip + environ@GOTPCREL]
    add rsp, 8
    ret
.section .rodata
pointers: .quad inner, table + 8
name:   .asciz "abc"
.align 4
distances: .long name - distances, pointers - distances
.data
.align 32
table:  .quad 1000, 2000, name
.bss
total:  .zero 8
"""
    )
    main_c = r"""
    #include <stdio.h>
    long gcd(long, long), counted(const char *, long);
    extern long table[3], total;
    int main(void) { table[1] += 5; long n = counted("37", 0);
        printf("%ld %ld %ld %s %d\n", gcd(1071, 462), n, total, (char *)table[2], (int)((long)table % 32)); return 7; }
    """
    Path("main.c").write_text(main_c)
    assert main(["asm", file, "-o", "gcd.o"]) == 0
    for options in (["-pie", "-fPIE"], ["-no-pie", "-fno-pie"], ["-static"]):
        built = subprocess.run(
            ["gcc", "-Wall", *options, "main.c", "gcd.o", "-o", "program"], capture_output=True, text=True, check=False
        )
        assert (built.returncode, built.stderr) == (0, "")
        done = subprocess.run(["./program"], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (7, "21 2042 2042 abc 0\n")


@needs_gcc
def test_an_object_file_knows_its_lines(file: str) -> None:
    """Two files, so that the linker moves what they say of their lines."""
    Path("more.s").write_text(".global more\n\n\nmore:\n    lea eax, [rdi+1]\n    ret\n")
    Path("main.c").write_text("long gcd(long, long), more(long); int main(void) { return more(gcd(8, 6)); }")
    for name in ("gcd", "more"):
        assert main(["asm", f"{name}.s", "-o", f"{name}.o"]) == 0
    subprocess.run(["gcc", "main.c", "gcd.o", "more.o", "-o", "program"], check=True)
    symbols = subprocess.run(["nm", "program"], capture_output=True, text=True, check=True).stdout
    for name, lines in (("gcd", [3, 4, 5]), ("more", [5, 6])):
        start = next(int(line.split()[0], 16) for line in symbols.splitlines() if line.endswith(f" T {name}"))
        places = [hex(start + offset) for offset in (0, 3, 6)[: len(lines)]]
        told = subprocess.run(
            ["addr2line", "-e", "program", *places], capture_output=True, text=True, check=True
        ).stdout
        assert [line.rpartition("/")[2] for line in told.split()] == [f"{name}.s:{line}" for line in lines]


@needs_gcc
def test_an_object_file_of_what_a_compiler_wrote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program that Jitney assembles does what the one does that GNU as assembles."""
    monkeypatch.chdir(tmp_path)
    Path("c.c").write_text(
        r"""#include <stdio.h>
        #include <stdlib.h>
        static int compare(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }
        static int (*const table[])(const void *, const void *) = {compare, 0};
        const char *names[] = {"zero", "one", "two"};
        int state[50];
        static double mean(int n) { double s = 0; for (int i = 0; i < n; i++) s += state[i] * 0.5; return s / n; }
        int main(int argc, char **argv) { for (int i = 0; i < 50; i++) state[i] = (i * 7919) % 53;
            qsort(state, 50, sizeof *state, table[0]);
            switch (argc) { case 1: puts("a"); break; case 2: puts("b"); break; case 3: puts("c"); break;
                case 4: puts("d"); break; case 5: puts("e"); break; default: puts("more"); }
            printf("%d %g %s\n", state[25], mean(50), names[argc % 3]); return argc; }"""
    )
    for level in ("-O0", "-O2"):
        subprocess.run(["gcc", "-S", "-masm=intel", level, "c.c"], check=True)
        assert main(["asm", "c.s", "-o", "c.o"]) == 0
        subprocess.run(["gcc", "c.o", "-o", "ours"], check=True)
        subprocess.run(["gcc", "c.s", "-o", "theirs"], check=True)
        for arguments in ([], ["x"], ["x"] * 6):
            runs = [subprocess.run([f"./{name}", *arguments], capture_output=True) for name in ("ours", "theirs")]
            assert (runs[0].stdout, runs[0].returncode) == (runs[1].stdout, runs[1].returncode)


def test_mistakes_are_shown_with_their_places(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bad.s").write_text('.signature f, "(int46) -> int64"\nf: mvo eax, 1\n   call puts\n')
    for command in ("asm", "check", "run"):
        assert main([command, "bad.s"]) == 1
        shown = capsys.readouterr()
        assert shown.out == ""
        assert shown.err.splitlines()[:3] == [
            "bad.s:1:17: error: 'int46' is not a type; the types are None, int8, int16, int32, int64, uint8, uint16, "
            "uint32, uint64, bool, float32, float64, pointer, pointer[mut]",
            '    .signature f, "(int46) -> int64"',
            "                    ^",
        ]
        assert "bad.s:2:4: error: there is no instruction 'mvo'; did you mean mov?" in shown.err
        assert "bad.s:3:9: error: label 'puts' is defined nowhere; if a library or another file has it" in shown.err
        assert shown.err.splitlines()[-1] == "3 errors"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["asm", "nowhere.s"], "No such file"),
        (["asm", "gcd.s", "-o", "x.exe"], "which format is x.exe?"),
        (["asm", "gcd.s", "-f", "elf", "--origin", "5", "-o", "x.o"], "--origin is for bytes"),
        (["asm", "code.bin"], "code.bin is no text"),
        (["dis", "nothing.bin"], "there is no file 'nothing.bin'"),
        (["dis", "-f", "words", "gcd.s"], "'.global' is no number"),
        (["dis", "4"], "odd number of hex digits"),
        (["run", "gcd.s", "x"], "argument 1: 'x' is no int"),
        (["run", "--entry", "lcm", "gcd.s"], "no function 'lcm'; it has gcd"),
    ],
)
def test_other_mistakes(file: str, capsys: Capture, arguments: list[str], message: str) -> None:
    pytest.importorskip("iced_x86")
    Path("code.bin").write_bytes(b"\xff\xfe\xc3")
    assert main(arguments) == 1
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("data", [b"\xff\xfe\xc3", b"\x7fELF\0"])
def test_bytes_on_standard_input(data: bytes, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), errors="surrogateescape"))
    assert main(["check", "-"]) == 1
    assert capsys.readouterr().err == "jitney: <stdin> is no text: for machine code there is jitney dis\n"


def test_warnings_stop_nothing(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "w.s"
    path.write_text("f: mov eax, 1\n")
    assert main(["asm", str(path), "-f", "hex"]) == 0
    shown = capsys.readouterr()
    assert shown.out == "b8 01 00 00 00\n" and "w.s:1:4: warning: execution runs past" in shown.err
    assert main(["check", str(path)]) == 1
    assert "w.s:1:4: error: execution runs past" in capsys.readouterr().err
    path.write_text("f: nop\nx: ret\n")
    assert main(["check", str(path)]) == 0
    assert "x.s" not in (shown := capsys.readouterr().err) and "warning: label x is used nowhere" in shown


def test_bytes_to_instructions(file: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("iced_x86")
    Path("x.bin").write_bytes(bytes.fromhex("48c7c0010000000f05c3 90cc 4801d8c3"))
    Path("x.hex").write_text("48c7 c001 0000 000f 05c3\n")
    Path("x.words").write_text("0x48C7, 0xC001, 0x0000, 0x000F,\n0x05C3")
    for given in (["x.bin"], ["x.hex"], ["x.words"], ["-f", "words", "x.words"], ["48", "c7c001000000", "0f05", "c3"]):
        assert main(["dis", *given]) == 0
        lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
        assert lines[:3] == ["0: 48 c7 c0 01 00 00 00 mov rax, 1", "7: 0f 05 syscall", "9: c3 ret"]
    assert main(["dis", "x.bin", "--origin", "0x1000"]) == 0
    shown = capsys.readouterr().out
    assert "1000:  48 c7" in shown and "add rax, rbx" not in shown
    assert main(["dis", "x.bin", "--all"]) == 0
    assert "add rax, rbx" in capsys.readouterr().out
    assert main(["asm", file]) == 0
    Path("listing").write_text(capsys.readouterr().out)
    assert main(["dis", "listing"]) == 0
    assert "div rsi" in capsys.readouterr().out


def test_the_decoder_is_asked_for(file: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "iced_x86", None)
    assert main(["dis", "c3"]) == 1
    assert "pip install jitney[tools]" in capsys.readouterr().err


def on_a_terminal(arguments: list[str], **environment: str) -> str:
    """What the command prints on a terminal, both streams."""
    outer, inner = pty.openpty()
    variables = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")}
    subprocess.run(
        [sys.executable, "-m", "jitney", *arguments], stdin=inner, stdout=inner, stderr=inner, check=False,
        env={**variables, "TERM": "xterm", **environment}, cwd=ROOT,
    )  # fmt: skip
    os.close(inner)
    found = b""
    try:
        while data := os.read(outer, 1 << 16):
            found += data
    except OSError:  # the end, on a terminal
        pass
    os.close(outer)
    return found.decode()


def test_colours_on_a_terminal_only(file: str, capsys: Capture) -> None:
    path = os.path.abspath(file)
    shown = on_a_terminal(["asm", path])
    assert "\x1b[33mgcd:\x1b[0m" in shown
    assert main(["asm", path]) == 0
    assert re.sub(r"\x1b\[[\d;]*m", "", shown).replace("\r", "") == capsys.readouterr().out
    assert "\x1b" not in on_a_terminal(["asm", path], NO_COLOR="1")
    assert "not for a terminal" in on_a_terminal(["asm", path, "-f", "bin"])
