"""What a source says of its functions, and where it begins."""

from __future__ import annotations

import pytest

from jitney.errors import AssemblyError
from jitney.machine.signature import parse
from jitney.x86 import Assembler, assemble
from jitney.x86.text.program import read_program


@pytest.mark.parametrize(
    ("source", "entry"),
    [
        ("a: nop\nmain: ret\n_start: ret", "main"),
        ("a: nop\n_start: ret", "_start"),
        ("a: nop\nb: nop\nc: ret\n.global c, b", "c"),
        (".global x\n.data\nx: .byte 1\n.text\na: nop\nb: ret", "a"),
        ("1: nop\n.x: nop\nb: ret", "b"),
        ("ret", None),
    ],
)
def test_where_a_program_begins(source: str, entry: str | None) -> None:
    found = read_program(source, "demo.s").entry
    assert (found.name if found is not None else None) == entry


def test_signatures() -> None:
    source = '.signature f, "(a: int64, float64) -> None"\nf: ret\ng: ret\n.signature g, "() -> bool"\n'
    signatures = read_program(source, "demo.s", parse).source.signatures
    assert {symbol.name: str(made) for symbol, made in signatures.items()} == {
        "f": "(a: int64, float64) -> None", "g": "() -> bool",
    }  # fmt: skip
    assert assemble(source) == b"\xc3\xc3"


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        ('.signature f, "(int64 -> int64"', 23, "expected ','"),
        (".signature f, (int64) -> int64", 15, "expected a signature in quotes"),
        (".signature f", 12, "expected 2 values"),
        ('.signature 5, "() -> None"', 12, "expected the name of a function"),
        ('.signature h, "() -> None"', 12, "label 'h' is defined nowhere"),
        ('.signature g, "() -> int8"', 12, "g has a signature already"),
    ],
)
def test_signatures_that_are_none(line: str, column: int, message: str) -> None:
    source = f'.signature g, "() -> None"\nf: ret\ng: ret\n{line}\n'
    with pytest.raises(AssemblyError, match=r"demo\.s:4:") as caught:
        read_program(source, "demo.s", parse)
    (error,) = caught.value.errors
    assert message in str(error) and error.column == column


def test_a_text_with_mistakes_leaves_no_signature() -> None:
    a = Assembler()
    with pytest.raises(AssemblyError):
        a.text('.global f\nf: ret\n.signature f, "() -> None"\nmvo eax, 1')
    a.text('f: ret\n.signature f, "() -> bool"')
    assert a.code().layout().size("text") == 1


def test_what_a_compiler_refers_to_is_external() -> None:
    program = read_program("main: call g@PLT\nmov rax, [rip + h@GOTPCREL]\njmp f@PLT\nf: ret", "demo.s")
    assert [symbol.name for symbol in program.code.externals] == ["g", "h"]
    with pytest.raises(AssemblyError, match="cannot refer to the external 'g'"):
        assemble("call g@PLT\nret")


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("x: jmp short y\n.zero 200\ny: ret\njmp short x\nloop x\njrcxz x", [1, 4, 5, 6]),
        (".byte 256, -129, 1, 999", [1, 1, 1]),
        ("extern puts, exit\ncall puts\ncall exit", [2, 3]),
    ],
)
def test_all_that_is_wrong(source: str, lines: list[int]) -> None:
    with pytest.raises(AssemblyError) as caught:
        assemble(source)
    assert [error.lineno for error in caught.value.errors] == lines
