"""The text of signatures, and annotations."""

from __future__ import annotations

import array
from typing import Any

import pytest

from jitney.errors import SignatureError
from jitney.frontend import signatures
from jitney.frontend.objects import type_of
from jitney.frontend.signatures import agrees, from_annotation, from_annotations, parse_signature, parse_types
from jitney.frontend.types import BOOL, FLOAT, INT, NONE, SCALARS, UINT, array_of, tuple_of

np = pytest.importorskip("numpy")


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("", ()),
        ("()", ()),
        ("int64", (INT,)),
        ("int, intp, uint8, i4", (INT, INT, INT, INT)),
        ("(float64, double, float32, float)", (FLOAT, FLOAT, FLOAT, FLOAT)),
        ("bool, boolean, none, None", (BOOL, BOOL, NONE, NONE)),
        ("np.int32, numpy.float64", (SCALARS["int32"], SCALARS["float64"])),
        ("(int64,)", (INT,)),
        ("((int64, float64),)", (tuple_of((INT, FLOAT)),)),
        ("(int64, float64), int64", (tuple_of((INT, FLOAT)), INT)),
        ("Tuple((int64, float64))", (tuple_of((INT, FLOAT)),)),
        ("UniTuple(int64, 3), ((int,), ())", (tuple_of((INT,) * 3), tuple_of((tuple_of((INT,)), tuple_of(()))))),
        ("float64[:]", (array_of(SCALARS["float64"], 1, False),)),
        ("float32[:, ::1]", (array_of(SCALARS["float32"], 2),)),
        ("uint8[::1,:]", (array_of(SCALARS["uint8"], 2, False),)),
    ],
)
def test_parameters(text: str, types: tuple[Any, ...]) -> None:
    assert parse_signature(text) == (None, types)
    assert parse_types(text) == types


@pytest.mark.parametrize(
    ("text", "result", "count"),
    [
        ("float64(float64[:], int64)", FLOAT, 2),
        ("(float64[:], int64) -> float64", FLOAT, 2),
        ("void()", NONE, 0),
        ("(int64, float64)(int64)", tuple_of((INT, FLOAT)), 1),
        ("float64[:](float64[:])", array_of(SCALARS["float64"], 1, False), 1),
    ],
)
def test_results(text: str, result: Any, count: int) -> None:
    found, types = parse_signature(text)
    assert found is result and len(types) == count
    with pytest.raises(SignatureError, match="the parameters alone"):
        parse_types(text)


@pytest.mark.parametrize(
    "value",
    [
        1, 2**63, 1.5, True, None, (1, (2.0, ())), (1,), b"x", bytearray(2), memoryview(b"x"), array.array("d"),
        memoryview(array.array("h", [1])), np.float32(1), np.bool_(True), np.uint64(1), np.zeros(3),
        np.zeros((4, 4), "int8")[::2], np.array(1.5), np.frombuffer(b"abcd", "u1"),
    ],
    ids=lambda value: str(type_of(value)),
)  # fmt: skip
def test_what_types_print_as_reads_back(value: object) -> None:
    type = type_of(value)
    assert type is not None
    assert parse_types(f"{type.name}, int") == (type, INT)
    assert agrees(type, type)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("int64, strange", "'strange' is not a type that compiled code takes\n    int64, strange\n           ^"),
        ("int64 float64", "'float64' is not expected here\n    int64 float64\n          ^"),
        ("(int64", "expected ')', the text ends"),
        ("float64[3]", "an array's dimensions"),
        ("Tuple(int64, int64)", "parentheses of their own"),
        ("UniTuple(int64, n)", "the length of a UniTuple"),
        ("int64, int64(int64)", "that of the result"),
        ("int64,,", "',' is not a type"),
        ("array['z']", "the format of the items"),
        ("complex128", "'complex128' is not a type"),
    ],
)
def test_mistakes_are_shown(text: str, message: str) -> None:
    with pytest.raises(SignatureError) as caught:
        parse_signature(text)
    assert message in str(caught.value)


def annotated(a: int, b: float32_array, c: "int64[:]", *, d: tuple[int, np.float32] = (1, np.float32(2))) -> None:  # type: ignore[name-defined]  # noqa: F821, UP037
    pass


def missing(a: int, b) -> None:  # type: ignore[no-untyped-def]
    pass


def vague(a: np.typing.NDArray[np.float64]) -> None:
    pass


def test_annotations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(annotated.__globals__, "float32_array", "float32[::1]")
    assert from_annotations(annotated) == (
        INT,
        array_of(SCALARS["float32"], 1),
        array_of(SCALARS["int64"], 1, False),
        tuple_of((INT, SCALARS["float32"])),
    )
    with pytest.raises(SignatureError, match="the parameter 'b' has no annotation"):
        from_annotations(missing)
    with pytest.raises(SignatureError, match="the parameter 'a': an array's type needs"):
        from_annotations(vague)


def test_type_objects() -> None:
    assert [from_annotation(kind) for kind in (int, float, bool, None, np.float64, np.dtype("int8"))] == [
        INT, FLOAT, BOOL, NONE, SCALARS["float64"], SCALARS["int8"],
    ]  # fmt: skip
    assert parse_signature((int, "float64[:]")) == (None, (INT, array_of(SCALARS["float64"], 1, False)))
    for wrong in (str, [], np.ndarray, tuple, 3):
        with pytest.raises(SignatureError):
            from_annotation(wrong)


def test_results_agree_loosely() -> None:
    held = array_of(SCALARS["float64"], 1, held=True)
    assert agrees(FLOAT, SCALARS["float32"]) and agrees(INT, SCALARS["uint8"]) and agrees(INT, UINT)
    assert agrees(array_of(SCALARS["float64"], 1, False), held)
    assert not agrees(FLOAT, INT) and not agrees(SCALARS["float64"], FLOAT) and not agrees(BOOL, INT)
    with pytest.raises(
        SignatureError, match="the signature 'float64\\(\\)' says that the result is float, but it is int"
    ):
        signatures.check_result("float64()", FLOAT, [FLOAT, INT])
    signatures.check_result("()", None, [INT])
