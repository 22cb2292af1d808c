"""The language of the text assembler: what GNU as has no word for, errors, listings read again, bounds."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from jitney.errors import AssemblyError
from jitney.x86 import Assembler, qword, rax, rip
from jitney.x86.text import assemble


def hex_of(text: str, origin: int = 0) -> str:
    return assemble(text, origin).hex(" ")


def complaint(text: str) -> str:
    with pytest.raises(AssemblyError) as caught:
        assemble(text, filename="demo.s")
    return str(caught.value)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mov rax, 1fh", "mov rax, 31"),
        ("mov rax, 0ffh", "mov rax, 0xff"),
        ("mov rax, 0o17", "mov rax, 15"),
        ("mov rax, 1_000", "mov rax, 1000"),
        ("mov eax, 'abcd'", "mov eax, 0x64636261"),
        ("mov al, '\\n' ; a comment", "mov al, 10 # another"),
        ("mov al, ';'", "mov al, 59 // a third"),
        ("mov rax, /* in between */ 1", "mov rax, 1"),
        ("mov qword [rax], 1", "mov qword ptr [rax], 1"),
        ("mov rax, [rbx*3]", "mov rax, [rbx + rbx*2]"),
        ("mov rax, [2*(rbx + 4) + rcx]", "mov rax, [rcx + rbx*2 + 8]"),
        ("x: lea rax, [rel x]", "x: lea rax, [rip + x]"),
        ("default rel\nx: lea rax, [x]", "x: lea rax, [rip + x]"),
        ("default rel\nx: mov rax, fs:[x]", "x: mov rax, fs:[x]"),
        ("vaddps zmm1, zmm2, zmm3{rn-sae}", "vaddps zmm1, zmm2, zmm3, {rn-sae}"),
        ("vaddps zmm1{ k1 }{ z }, zmm2, zmm3", "vaddps zmm1{k1}{z}, zmm2, zmm3"),
        ("VADDPS ZMM1{K1}{Z}, ZMM2, ZMM3", "vaddps zmm1{k1}{z}, zmm2, zmm3"),
        ("jmp $", "x: jmp x"),
        ("jmp .", "x: jmp x"),
        ("jmp short $+2", "jmp x\nx:"),
        ("jmp [QWORD PTR .L4[0+rdi*8]]\n.L4: nop", "jmp qword ptr [.L4 + rdi*8]\n.L4: nop"),
        ("nop\njmp near $-1", "x: nop\njmp near x"),
        ("db 'abc', 10, \"d\"", '.ascii "abc\\n"\n.byte 0x64'),
        ("dd 1.5\ndq -2.0", ".float 1.5\n.double -2"),
        ("times 3 db 1, 2", ".byte 1, 2, 1, 2, 1, 2"),
        ("nop\ntimes 8-($-$$) db 0x90", ".rept 8\nnop\n.endr"),
        ("n equ 5\nmov eax, n", "mov eax, 5"),
        ("n: equ 5\nmov eax, n", "mov eax, 5"),
        ("acc equ rax\nmov acc, 1", "mov rax, 1"),
        ("a: nop\nb equ a + 1\njmp b", "a: nop\nx: jmp x"),
        ("msg db 1, 2\nlen equ $ - msg\nmov eax, len", "db 1, 2\nmov eax, 2"),
        ("f: jmp .x\n.x: ret\ng: jmp .x\n.x: ret", "f: jmp a\na: ret\ng: jmp b\nb: ret"),
        ("jmp .L2\nf: nop\n.L2: ret", "jmp a\nf: nop\na: ret"),
        ("f: mov ecx, 5\n1: dec ecx; down\njnz 1b\njmp 1f\n1: ret", "mov ecx, 5\na: dec ecx\njnz a\njmp b\nb: ret"),
        ("mov eax, n\nn = 300", "mov eax, 300"),
        ("mov dword ptr [rbx + n], 1\nn = 300", "{disp32} mov dword ptr [rbx + 300], 1"),
        ("jmp b\na: nop\nb = a + 1\nret", "jmp c\na: nop\nc: ret"),
        (".byte n, m - n\nn = 3\nm = 5", ".byte 3, 2"),
        ("bits 64\nsection .text\nglobal f\nf: ret", "ret"),
        ("nop\n.section .text.hot,\"ax\",@progbits\nret", "nop\nret"),
        (".data\n.byte 1\n.text\nnop", "nop\n.byte 1"),
        ("rep stosd", "rep stosd"),
        ("lkgs ax", "lkgs eax"),
        ("stos dword ptr [rdi]", "stosd"),
        ("lods al, byte ptr fs:[rsi]", "lodsb byte ptr fs:[rsi]"),
        (".if 1 == 1\nnop\n.else\nhlt\n.endif", "nop"),
        (".if 0\n.if 1\nhlt\n.endif\nhlt\n.elseif 0\nhlt\n.else\nnop\n.endif", "nop"),
        (".macro m a\n.ifb \\a\nnop\n.exitm\n.endif\npush \\a\n.endm\nm\nm rax", "nop\npush rax"),
        (".string \"a\"", ".byte 97, 0"),
        ("mov eax, OFFSET FLAT:x\nx = 7", "mov eax, 7"),
    ],
)  # fmt: skip
def test_two_ways_to_write_it(one: str, other: str) -> None:
    assert hex_of(one) == hex_of(other)


def test_output_of_a_compiler() -> None:
    text = """
        .file   "t.c"
        .intel_syntax noprefix
        .text
        .p2align 4,,15
        .globl  f
        .type   f, @function
f:
.LFB0:
        .cfi_startproc
        cmp     edi, 2
        ja      .L4
        mov     edi, edi
        lea     rdx, .L4[rip]
        movsx   rax, DWORD PTR .L5[rip+rdi*4]
"""
    with pytest.raises(AssemblyError, match="takes no other register"):
        assemble(text)
    table = """
        lea     rdx, .L5[rip]
        movsx   rax, DWORD PTR [rdx+rdi*4]
        add     rax, rdx
        notrack jmp     rax
        .section .rodata
        .align 4
.L5:    .long .L6-.L5
        .long .L7-.L5
        .text
.L6:    mov eax, 1
        ret
.L7:    ret
        .cfi_endproc
        .size   f, .-f
        .ident  "a compiler"
        .section .note.GNU-stack,"",@progbits
"""
    data = assemble(table)
    start = data.index(b"\xb8\x01\0\0\0\xc3\xc3")
    at = len(data) - 8
    entries = [int.from_bytes(data[at + n : at + n + 4], "little", signed=True) for n in (0, 4)]
    assert [at + entry for entry in entries] == [start, start + 6]


def test_origin() -> None:
    text = "mov rax, offset x\njmp 0x1000\nx: .quad x"
    assert assemble(text, 0x2000) == bytes.fromhex(
        "48 b8 0f 20 00 00 00 00 00 00 e9 f1 ef ff ff 0f 20 00 00 00 00 00 00"
    )


def test_text_among_calls() -> None:
    a = Assembler()
    a.text("N = 7\nstart: mov eax, N\njmp done")
    a.mov(rax, qword[rip + a.label("start")])
    a.bind("done")
    a.text("add eax, N\nret")
    b = Assembler()
    b.here("start")
    b.text("mov eax, 7\njmp done\nmov rax, [rip + start]\ndone: add eax, 7\nret")
    assert a.code().layout().sections["text"].data == b.code().layout().sections["text"].data
    listing = a.code().listing()
    c = Assembler()
    c.text(listing)
    assert c.code().listing() == listing


def test_externals() -> None:
    a = Assembler()
    a.text("call puts@PLT\nextern puts\nmov rax, puts@GOTPCREL[rip]")
    assert [symbol.name for symbol in a.code().externals] == ["puts"]
    assert "bytes cannot refer to the external 'puts'" in complaint("extern puts\ncall puts")


def test_include(tmp_path: Path) -> None:
    (tmp_path / "inner.inc").write_text("M = 3\nnop\n")
    (tmp_path / "self.inc").write_text('.include "self.inc"\n')
    main = str(tmp_path / "main.s")
    assert assemble('.include "inner.inc"\nmov eax, M', filename=main) == bytes.fromhex("90 b8 03 00 00 00")
    with pytest.raises(AssemblyError, match="nested more than"):
        assemble('.include "self.inc"', filename=main)
    (tmp_path / "inner.inc").write_text("nop\nmvo eax, 1\n")
    with pytest.raises(AssemblyError, match=r"inner\.inc:2:1: there is no instruction 'mvo'; did you mean mov\?"):
        assemble('.include "inner.inc"', filename=main)
    assert "there is no file 'nothing.inc'" in complaint('.include "nothing.inc"')
    assert "there is no file '/dev/zero'" in complaint('.include "/dev/zero"')


# Errors


def test_all_errors_at_once() -> None:
    text = "  mov rxa, 1\nfoo: mvo rax, 1\n  jmp  nowhere\n\tadd eax, [rbx + ]\nret"
    with pytest.raises(AssemblyError) as caught:
        assemble(text, filename="demo.s")
    error = caught.value
    assert str(error) == (
        "demo.s:1:7: there is no register rxa; did you mean rax?\n"
        "      mov rxa, 1\n"
        "          ^~~\n"
        "demo.s:2:6: there is no instruction 'mvo'; did you mean mov?\n"
        "    foo: mvo rax, 1\n"
        "         ^~~\n"
        "demo.s:3:8: label 'nowhere' is defined nowhere\n"
        "      jmp  nowhere\n"
        "           ^~~~~~~\n"
        "demo.s:4:18: expected a number, a register, a label or memory in brackets, not ]\n"
        "     add eax, [rbx + ]\n"
        "                     ^\n"
        "4 errors"
    )
    assert [(one.lineno, one.column) for one in error.errors] == [(1, 7), (2, 6), (3, 8), (4, 18)]
    assert error.filename == "demo.s" and error.lineno == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("mov eax, 010", "1:10: a number that begins with 0 is octal to some assemblers: write 10 or 0o10"),
        ("mov eax, 0x1g", "1:10: 0x1g is not a number"),
        ("mov [rax], 1", "write byte, word, dword or qword ptr before the brackets"),
        ("add eax, bl", "no form of add takes eax (r32), bl (r8)"),
        ("mov eax, (1 + 2", "1:16: expected a ), not the end of the line"),
        ("mov eax, 1 2", "1:12: expected an operator, a comma or the end of the line, not 2"),
        ("mov eax, ,", "1:10: expected an operand"),
        ("mov eax, 1/0", "1:11: division by zero"),
        ("mov eax, 1 << 200", "a shift by 0xc8 bits"),
        ("mov eax, \"abc", "the quote \" is not closed"),
        ("jmp 1f", "label '1f' is defined nowhere"),
        ("jmp 1b", "there is no label 1 before this line"),
        ("a: a: nop", "1:4: label 'a' is bound twice"),
        ("start:\njmp strat", "label 'strat' is defined nowhere; did you mean start?"),
        ("f: jmp .x", "label '.x' is defined nowhere"),
        ("vaddps zmm1{k1}{y}, zmm2, zmm3", "1:17: {y} has no meaning here"),
        ("vaddps zmm1{z}, zmm2, zmm3", "{z} needs a mask before it"),
        ("vaddps zmm1, zmm2, zmm3, {rn-sea}", "{rn-sea} is not a rounding mode"),
        ("{evxe} vaddps xmm1, xmm2, xmm3", "{evxe} is no encoding; did you mean evex?"),
        (".bite 1", "there is no directive '.bite'; did you mean .byte?"),
        (".byte 256", "1:7: 256 does not fit 8 bits"),
        (".byte x\nx:", "the address of a label does not fit 8 bits"),
        (".float 1e99", "is not a floating-point number of 32 bits"),
        (".align 3", "an alignment is a power of two"),
        (".p2align 70", "1:10: an alignment is 2**0 to 2**6 bytes, not 2**70"),
        (".uleb128 -1", "1:10: .uleb128 is for numbers that are not negative"),
        ("far: jmp far", "1:10: far is a word of this language: give the label another name"),
        ("\ufeffmvo eax, 1", "1:1: there is no instruction 'mvo'"),
        ("mov /* a note */ rxa, 1", "1:18: there is no register rxa; did you mean rax?\n    mov /* a note */ rxa, 1\n"),
        (".section .txt", "there is no section .txt"),
        (".data\nnop", "instructions belong in section text"),
        (".bss\n.byte 1", "section bss holds zeros only: use .zero and"),
        (".macro m\nnop", ".macro has no .endm"),
        (".if 1\nnop", "this condition has no .endif"),
        (".endr", "there is no block that this could end"),
        (".macro m a:req\nnop\n.endm\nm", "macro m needs its argument a"),
        (".macro m\nbad\n.endm\nm", "demo.s:2:1: there is no instruction 'bad'; did you mean bnd? (in macro m, used"),
        (".macro m\nm\n.endm\nm", "nested more than"),
        ("x = y\ny = x\n.quad x", "defined by itself"),
        ("mov eax, n\nn = rax", "was used before, as a label"),
        (".error \"stop here\"", "stop here"),
        (".code32", "only 64-bit code is assembled"),
        ("lock mov eax, 1", "lock is not allowed"),
        ("rep", "expected an instruction after rep"),
        ("!", "expected an instruction, a directive or a label"),
        ("nop; fine\n\u00a7", "2:1: expected an instruction"),
        ("x: .fill 100\njmp short y\n.fill 200\ny:", "does not fit 8 bits"),
        ("mov byte ptr [rax], n\nn = 1", "does not fit an immediate of 8 bits"),
    ],
)  # fmt: skip
def test_error(text: str, said: str) -> None:
    assert said in complaint(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (".rept 3\nmvo eax, 1\n.endr", 1),
        (".irp r, 1, 2\nmvo eax, \\r\n.endr", 2),
        (".bss\n.section .tdata\nx: .long 1", 1),
    ],
)
def test_how_often_a_mistake_is_told(text: str, count: int) -> None:
    with pytest.raises(AssemblyError) as caught:
        assemble(text)
    assert len(caught.value.errors) == count


def test_nothing_is_kept_of_a_wrong_text() -> None:
    a = Assembler()
    a.text("start: nop")
    with pytest.raises(AssemblyError):
        a.text("x: nop\n.data\ny: .byte 1\nmvo eax, 1")
    with pytest.raises(AssemblyError):
        a.text("1: mov eax, k\nk = 5\n.macro nop\nhlt\n.endm\n!")
    a.text("k: nop\ny: jmp k")
    with pytest.raises(AssemblyError, match="there is no label 1"):
        a.text("jmp 1b")
    assert a.code().layout().sections["text"].data == bytes.fromhex("90 90 eb fd")
    assert list(a.code().sections) == ["text"]


@pytest.mark.parametrize("wrong", [None, 5, b"nop"])
def test_a_source_is_a_text(wrong: object) -> None:
    with pytest.raises(AssemblyError, match="the source is a text"):
        assemble(wrong)  # type: ignore[arg-type]


# Listings


def test_listing_of_a_program() -> None:
    a = Assembler()
    a.text("""
        start:  mov rax, offset start
        .again: lea rsi, [rip + msg]
                jne .again
                jmp near 1f
                jrcxz 1f
                vaddps xmm1, xmm2, xmm3
        {evex}  vaddps xmm1, xmm2, xmm3
        {disp32} mov eax, [rax + 1]
                .align 16
        1:      call puts
                .fill 130
                jmp start
        extern puts
        .rodata
        msg:    .asciz "hello, \\"you\\"\\n"
                .byte 1, 2, 3
        .bss
        room:   resq 4
    """)
    code = a.code()
    b = Assembler()
    b.text("extern puts\n" + code.listing())
    again = b.code()
    for name, laid in code.layout().sections.items():
        assert again.layout().sections[name].data == laid.data
        assert again.layout().sections[name].fixups == [] or name == "text"
    assert again.listing() == code.listing()


# Bounds


@pytest.mark.parametrize(
    "text",
    [
        ".rept 1000000000\nnop\n.endr",
        ".rept 100000\n.rept 100000\nnop\n.endr\n.endr",
        ".fill 1000000000, 8, 1",
        ".zero 1 << 60",
        "times 1000000000 nop",
        ".macro m a\nm \\a\\a\\a\\a\n.endm\nm xxxxxxxxxxxxxxxx",
        ".macro m\n.rept 10\nm\n.endr\n.endm\nm",
        ".irp x, 1, 2\n" * 30 + "nop\n" + ".endr\n" * 30,
        "mov eax, " + "(" * 10000 + "1" + ")" * 10000,
        "mov eax, " + "-" * 10000 + "1",
        "mov eax, " + "9" * 100000,
        ".byte " + "1 << 100 << 100 <<" * 100,
        "mov eax, [" + "rax+" * 10000 + "1]",
        '"' * 100000,
        "{" * 100000,
        "a:" * 10000 + "a:",
        "mvo\n" * 5000,
    ],
)
def test_nothing_grows_beyond_bounds(text: str) -> None:
    start = time.process_time()
    with pytest.raises(AssemblyError) as caught:
        assemble(text)
    assert len(str(caught.value)) < 100_000
    assert time.process_time() - start < 20
