"""The text of signatures, and what is made of it."""

from __future__ import annotations

import copy
import ctypes
import inspect
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jitney.calls import Signature
from jitney.errors import SignatureError
from jitney.machine.signature import MAX_PARAMETERS, TYPES, parse

NAMES = [name for name in TYPES if name != "None"]
RESULTS = [name for name in TYPES if name != "pointer[mut]"]


@pytest.mark.parametrize(
    ("text", "names", "types", "result"),
    [
        ("() -> None", (), (), "None"),
        ("(int64) -> int64", ("arg0",), ("int64",), "int64"),
        ("(x: int64, int8, y: pointer[mut]) -> int8", ("x", "arg1", "y"), ("int64", "int8", "pointer[mut]"), "int8"),
        ("  (x:int8,)->bool  ", ("x",), ("int8",), "bool"),
        ("(\n  a: pointer,\n  b: pointer [ mut ]\n) -> pointer\n", ("a", "b"), ("pointer", "pointer[mut]"), "pointer"),
        ("(int64: int64) -> None", ("int64",), ("int64",), "None"),
        ("(größe: float32) -> float32", ("größe",), ("float32",), "float32"),
        ("(ﬁx: float32) -> float32", ("fix",), ("float32",), "float32"),  # NFKC, as in Python's source
    ],
)  # fmt: skip
def test_parse(text: str, names: Any, types: Any, result: str) -> None:
    signature = parse(text)
    assert isinstance(signature, Signature)
    assert signature.names == names
    assert tuple(type.name for type in signature.parameters) == types
    assert signature.result.name == result
    assert parse(str(signature)) == signature and hash(parse(str(signature))) == hash(signature)
    assert parse(signature) is signature
    assert pickle.loads(pickle.dumps(signature)) == signature == copy.deepcopy(signature)


@given(
    st.lists(
        st.tuples(st.one_of(st.none(), st.from_regex(r"[a-z_]{3,8}9", fullmatch=True)), st.sampled_from(NAMES)),
        max_size=20, unique_by=lambda pair: pair[0] or object(),
    ),
    st.sampled_from(RESULTS),
)  # fmt: skip
def test_text_and_signature_round_trip(parameters: list[tuple[str | None, str]], result: str) -> None:
    text = f"({', '.join(f'{name}: {type}' if name else type for name, type in parameters)}) -> {result}"
    signature = parse(text)
    assert str(signature) == text
    assert repr(signature) == f"<Signature {text}>"
    assert signature == Signature(signature.parameters, signature.result, [name for name, _ in parameters])


@pytest.mark.parametrize(
    ("text", "caret", "message"),
    [
        ("", 0, "starts with '('"),
        ("int64(int64)", 0, "starts with '('"),
        ("(", 1, "the text ends where a type is expected"),
        ("(int64", 6, "expected ',' or ')' after a parameter, the text ends"),
        ("(int46) -> None", 1, "'int46' is not a type; the types are None, int8"),
        ("(int64 float64) -> None", 7, "expected ',' or ')' after a parameter, found 'float64'"),
        ("(int64)", 7, "expected '->' and the type of the result after the parameters, the text ends"),
        ("(int64) - None", 8, "expected '->'"),
        ("(int64) ->", 10, "the text ends where a type is expected"),
        ("(int64) -> None x", 16, "nothing may follow"),
        ("(None) -> None", 1, "not of a parameter"),
        ("(,) -> None", 1, "',' is not a type"),
        ("(int64,,) -> None", 7, "',' is not a type"),
        ("(x: int64, x: int8) -> None", 11, "two parameters are called 'x'"),
        ("(arg1: int64, int8) -> None", 14, "two parameters are called 'arg1'"),
        ("(class: int64) -> None", 1, "'class' cannot be the name of a parameter"),
        ("(1x: int64) -> None", 1, "'1x' cannot be the name of a parameter"),
        ("(pointer[const]) -> None", 9, "only 'mut' goes into the brackets"),
        ("(pointer[mut) -> None", 12, "expected ']' after 'mut', found ')'"),
        ("(int64[mut]) -> None", 6, "expected ',' or ')'"),
        ("() -> pointer[mut]", 6, "a result is a plain pointer"),
        ("(x:) -> None", 3, "')' is not a type"),
        ("(x: int64, y: * int64) -> None", 14, "'*' is not a type"),
    ],
)
def test_errors_point_at_the_place(text: str, caret: int, message: str) -> None:
    with pytest.raises(SignatureError) as info:
        parse(text)
    first, shown, pointer = str(info.value).split("\n")
    assert message in first
    assert shown == f"    {text}" and pointer == f"    {' ' * caret}^"


def test_errors_in_long_texts_show_the_part() -> None:
    with pytest.raises(SignatureError) as info:
        parse("(" + "int64, " * 500 + "int46" + ", int64" * 500 + ") -> None")
    _, shown, pointer = str(info.value).split("\n")
    assert shown[pointer.index("^") :].startswith("int46") and len(shown) < 200
    with pytest.raises(SignatureError, match="int46"):
        parse("(int64,\n  int46) -> None")


def test_limits_and_types_of_arguments() -> None:
    most = f"({', '.join(['int8'] * MAX_PARAMETERS)}) -> None"
    assert len(parse(most).parameters) == MAX_PARAMETERS
    for text in (f"({', '.join(['int8'] * (MAX_PARAMETERS + 1))}) -> None", f"({'int8,' * 100000}) -> None"):
        with pytest.raises(SignatureError, match="more than 1024 parameters"):
            parse(text)
    for wrong in (None, 5, b"() -> None", ["() -> None"], int):
        with pytest.raises(TypeError, match="a signature is text like"):
            parse(wrong)  # type: ignore[arg-type]
    signature = parse("(x: int64) -> None")
    for name in ("names", "parameters", "result", "other"):
        with pytest.raises(AttributeError):
            setattr(signature, name, ())
    with pytest.raises((AttributeError, TypeError)):
        del signature.names
    int8 = TYPES["int8"]
    for names in (["x"], ["x", "x"]):
        with pytest.raises(SignatureError):
            Signature([int8, int8], int8, names)
    assert signature != "(x: int64) -> None" and signature != parse("(y: int64) -> None")


@given(st.one_of(st.text(max_size=40), st.text("(),:->[] \nintfloa640123mupe", max_size=60)))
def test_any_text_is_a_signature_or_an_error(text: str) -> None:
    try:
        signature = parse(text)
    except SignatureError as error:
        assert "^" in str(error)
    else:
        assert parse(str(signature)) == signature


def test_inspect_and_ctypes() -> None:
    signature = parse("(x: int8, float32, p: pointer[mut], flag: bool) -> None")
    inspected = signature.inspect()
    assert list(inspected.parameters) == ["x", "arg1", "p", "flag"]
    assert [parameter.annotation for parameter in inspected.parameters.values()] == [int, float, "pointer[mut]", bool]
    assert inspected.return_annotation is None
    assert all(parameter.default is inspect.Parameter.empty for parameter in inspected.parameters.values())
    made = signature.ctypes()
    assert made._argtypes_ == (ctypes.c_int8, ctypes.c_float, ctypes.c_void_p, ctypes.c_bool)
    assert made._restype_ is None
    for name in NAMES:
        assert ctypes.sizeof(parse(f"({name}) -> None").ctypes()._argtypes_[0]) == TYPES[name].size
