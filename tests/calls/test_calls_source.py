"""What load takes for code: bytes, hex text, listings and words, and what it says of anything else."""

from __future__ import annotations

import array
import ctypes
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies

from jitney.calls import load
from jitney.calls.source import code_from, from_text
from jitney.errors import CodeTextError, JitneyError
from jitney.x86 import Assembler, eax, rax, st

# The program of the article that Jitney grew from: its words, and how a disassembler lists it.
ARTICLE = (
    "48c7 c001 0000 0048 c7c7 0100 0000 48c7 c20c 0000 0048 8d35 0400 0000 0f05 c3cc 4865 6c6c 6f20 576f 726c 6421 000a"
)
BYTES = bytes.fromhex(ARTICLE)
LISTING = """
0:  48 c7 c0 01 00 00 00    mov    rax,0x1
7:  48 c7 c7 01 00 00 00    mov    rdi,0x1
e:  48 c7 c2 0c 00 00 00    mov    rdx,0xc
15: 48 8d 35 04 00 00 00    lea    rsi,[rip+0x4]        # 0x20
1c: 0f 05                   syscall
1e: c3                      ret
1f: cc                      int3
20: 48 65 6c 6c 6f 20 57 6f 72 6c 64 21 00 0a
"""


def text_of(source: Any) -> bytes:
    return bytes(code_from(source).sections["text"].data)


def test_the_articles_program_in_every_form() -> None:
    words = [int(word, 16) for word in ARTICLE.split()]
    sources: list[Any] = [
        BYTES, bytearray(BYTES), memoryview(BYTES), array.array("B", BYTES), (ctypes.c_char * len(BYTES))(*BYTES),
        (ctypes.c_uint8 * len(BYTES))(*BYTES), memoryview(BYTES).cast("c"), memoryview(BYTES + BYTES)[: len(BYTES)],
        ARTICLE, ARTICLE.upper(), BYTES.hex(), BYTES.hex(" "), ", ".join(f"0x{byte:02x}" for byte in BYTES),
        "\n".join(f"0X{byte:02X},  # comment, with c0de {byte}" for byte in BYTES),
        " ".join(f"0x{word:04x}" for word in words), LISTING, words, tuple(words), iter(words), array.array("H", words),
        (ctypes.c_uint16 * len(words))(*words), (ctypes.c_uint16.__ctype_be__ * len(words))(*words), code_from(BYTES),
    ]  # fmt: skip
    for source in sources:
        assert text_of(source) == BYTES, source
    np = pytest.importorskip("numpy")
    for kind in ("<u2", ">u2", "u2"):
        assert text_of(np.array(words, kind)) == BYTES
    assert text_of(np.frombuffer(BYTES, "u1").reshape(2, -1)) == BYTES
    assert text_of([np.uint16(word) for word in words]) == BYTES


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("=> 0x0000555555555131 <+8>:\t48 c7\tmov\n   0x0000555555555133 <+10>:\tc3\tret", "48c7c3"),
        ("Dump of assembler code for function f:\n   0x00401000 <f+0>:\t90\tnop\nEnd of assembler dump.", "90"),
        ("\n/tmp/a.o:     file format elf64-x86-64\n\n\nDisassembly of section .text:\n\n0000000000000000 <.text>:\n"
         "   0:\t48 b8 88 77 66 55 44 \tmovabs rax,0x1122334455667788\n   7:\t33 22 11 \n"
         "   a:\td8 c1    \tfadd   st,st(1)\n",
         "48b88877665544332211d8c1"),
        ("0: d8c1 fadd st(1)\n2: c3", "d8c1c3"),
        ("0: 48c7c001000000 mov\n7: c3", "48c7c001000000c3"),
        ("00000000: 48c7 c001 0000 0048  H......H\n00000008: c7c7", "48c7c00100000048c7c7"),
        ("add:\n0: c3\n; done\n# done\n", "c3"),
        ("loop:\n  0x10:  eb fe  jmp loop", "ebfe"),
        ("0: 0f 05\t# syscall", "0f05"),
        ("0: db e3  fninit\n2: db      (bad)", "dbe3db"),
    ],
)  # fmt: skip
def test_listings(text: str, data: str) -> None:
    assert from_text(text).hex() == data


@pytest.mark.skipif(not (shutil.which("as") and shutil.which("objdump")), reason="needs GNU as and objdump")
def test_what_objdump_prints(tmp_path: Path) -> None:
    source, output = tmp_path / "a.s", tmp_path / "a.o"
    source.write_text(
        ".intel_syntax noprefix\nf: mov rax, 0x1122334455667788\nfadd st(0), st(1)\nadd al, 5\ndec eax\n"
        "vaddpd zmm1, zmm2, [rax+rbx*8+64]\n.byte 0xdb\ng: adc cl, bl\ncall f\n"
        "nop word ptr cs:[rax+rax+0x12345678]\nret\n"
    )
    subprocess.run(["as", str(source), "-o", str(output)], check=True)
    subprocess.run(["objcopy", "-O", "binary", "-j", ".text", str(output), str(tmp_path / "raw")], check=True)
    for options in (["-d"], ["-d", "-M", "intel"], ["-D", "-j", ".text", "-w"], ["-d", "--adjust-vma=0x401000"]):
        listing = subprocess.run(["objdump", *options, str(output)], check=True, capture_output=True, text=True).stdout
        assert from_text(listing) == (tmp_path / "raw").read_bytes()


def test_our_own_listings_read_back() -> None:
    a = Assembler()
    loop = a.here("loop")
    a.mov(eax, 5)
    a.dec(rax)
    a.jne(loop)
    a.fadd(st[0], st[1])
    a.ret()
    code = a.code()
    assert from_text(code.listing()) == bytes(code.layout().sections["text"].data)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("", "the code is empty"),
        ("  # nothing\n", "the code is empty"),
        (b"", "the code is empty"),
        ([], "the code is empty"),
        ("mov rax, 1\nret", "line 1: 'mov' is not hexadecimal.*jitney.x86.Assembler"),
        ("c3\nhello", "line 2: 'hello' is not hexadecimal"),
        ("48c", "line 1: '48c' has an odd number of hex digits"),
        ("0x", "line 1: '0x' is not hexadecimal"),
        ("48 c7 ٣٣", "not hexadecimal"),
        ("0: 48 c7\n3: c3", r"line 2: offset 0x2 comes next, found 0x3: '3: c3'"),
        ("0: c3\nhello world", "line 2: a line of a listing starts with an offset"),
        ("0: c3\n1:  ret", "line 2: no bytes after the offset"),
        ("0: 48 c7  c0 01", "line 1: the bytes of a line stand with single spaces"),
        ("0: 90\n ...\n5: c3", "line 2"),
        ([0x48, 0xC7, 0xC0], r"they look like bytes.*pass bytes\(items\)"),
        ([0xC3], "they look like bytes"),
        (array.array("H", [1, 2]), "they look like bytes"),
        ([0x10000], "item 0 of the code is 0x10000, which is no 16-bit word"),
        ([0xC3C3, -1], "item 1 of the code is -0x1"),
    ],
)
def test_wrong_values(source: Any, message: str) -> None:
    with pytest.raises(CodeTextError, match=f"(?s){message}") as info:
        load(source, "() -> None")
    assert isinstance(info.value, ValueError) and isinstance(info.value, JitneyError)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (None, "not builtins.NoneType"),
        (5, "not builtins.int"),
        (1.5, "not builtins.float"),
        (object(), "code is bytes, hex text, a listing, a sequence of 16-bit words or a Code"),
        ({1: 2}, "not builtins.dict"),
        ({0xC3C3}, "not builtins.set"),
        ([1.5], "item 0 of the code must be an int, not float"),
        (["c3"], "item 0 of the code must be an int, not str"),
        ([b"\xc3"], "item 0 of the code must be an int, not bytes"),
        (array.array("i", [1]), "not of format 'i'"),
        (array.array("d", [1]), "not of format 'd'"),
        (array.array("h", [1]), "not of format 'h'"),
    ],
)
def test_wrong_types(source: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        load(source, "() -> None")


@given(strategies.binary(min_size=1, max_size=200))
def test_bytes_in_any_form_are_the_same(data: bytes) -> None:
    assert text_of(data) == text_of(data.hex()) == text_of(data.hex(" ", 2)) == text_of(data[::-1][::-1]) == data
    assert text_of(memoryview(data[::-1])[::-1]) == data
    listing = "\n".join(f"{place:x}: {data[place : place + 7].hex(' ')}\tadd" for place in range(0, len(data), 7))
    assert text_of(listing) == data


@given(strategies.one_of(strategies.text(max_size=60), strategies.text("0123456789abcdefx:,# \n\t.<>+;", max_size=60)))
def test_any_text_is_code_or_an_error(text: str) -> None:
    try:
        data = text_of(text)
    except CodeTextError:
        return
    assert data


@given(
    strategies.recursive(
        strategies.one_of(
            strategies.none(),
            strategies.booleans(),
            strategies.integers(),
            strategies.floats(),
            strategies.text(),
            strategies.binary(),
        ),
        strategies.lists,
    )
)
def test_any_object_is_code_or_an_error(value: Any) -> None:
    try:
        text_of(value)
    except (CodeTextError, TypeError):
        pass
