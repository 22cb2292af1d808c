"""The benchmarks' own machinery: C twins with their kernels' answers, agreement, and memory that is filled anew."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from kernels import KERNELS

np = pytest.importorskip("numpy")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import kernels, native, report  # noqa: E402
from bench.kernels import CHECKED, GCC, JITNEY, NUMBA, Measured, Memory  # noqa: E402

needs_gcc = pytest.mark.skipif(
    not shutil.which("gcc") or os.environ.get("JITNEY_TABLES", "1") != "1",
    reason="there is no gcc, or another interpreter has compared the twins",
)
LARGE = [kernel for kernel in KERNELS if kernel.large]


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> dict[str, native.Twin]:
    """The twins of all kernels, quickly compiled."""
    folder = tmp_path_factory.mktemp("twins")
    found: dict[str, native.Twin] = {}
    for source in native.SOURCES.glob("*.c"):
        found |= native.compiled(source, folder, "plain", ("-O0", "-ffp-contract=off"))
    return found


@needs_gcc
@pytest.mark.filterwarnings("ignore:overflow encountered")
def test_twins_answer_as_their_kernels_do(twins: dict[str, native.Twin]) -> None:
    wrong = []
    for kernel in LARGE:
        expected = kernel.make_inputs(kernel.small)
        result = kernel.function(*expected)
        arguments = kernel.make_inputs(kernel.small)
        call = native.Call(twins[native.twin_name(kernel.name)], arguments, result)
        if not kernels.agree((call.value(call()), arguments), (result, expected), kernels.CLOSE):
            wrong.append(kernel.name)
    assert not wrong


@needs_gcc
def test_every_twin_has_a_kernel(twins: dict[str, native.Twin]) -> None:
    assert set(twins) == {native.twin_name(kernel.name) for kernel in LARGE}


@needs_gcc
def test_a_twin_that_does_not_fit_is_refused(twins: dict[str, native.Twin]) -> None:
    with pytest.raises(native.TwinError, match=r"declares double \*, the kernel passes float \*"):
        native.Call(twins["axpy"], (2.0, np.zeros(3, np.float32), np.zeros(3)), None)
    with pytest.raises(native.TwinError, match="takes 5 parameters, the kernel passes 3"):
        native.Call(twins["axpy"], (2.0, np.zeros(3)), None)


def test_memory_keeps_its_place_and_its_strides() -> None:
    inputs = (np.arange(12.0).reshape(3, 4)[:, ::2], np.arange(3)[::-1], bytearray(b"abc"), 7)
    memory = Memory(inputs)
    assert [a.strides for a in memory.arguments[:2]] == [a.strides for a in inputs[:2]]
    before = memory.arguments[0].ctypes.data
    memory.arguments[0][:] = 0.0
    memory.arguments[1][:] = 0
    memory.arguments[2][0] = 0
    memory.fill()
    assert memory.arguments[0].ctypes.data == before
    assert kernels.agree(memory.arguments, inputs, 0.0)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (1.0, 1.0 + 1e-12, True),
        (1.0, 1.0 + 1e-6, False),
        (float("nan"), float("nan"), True),
        (float("nan"), 1.0, False),
        (3, 4, False),
        ((1, 2.0), (1, 2.0), True),
        ((1, 2.0), (1,), False),
        (True, 1, True),
    ],
)
def test_agreement(a: Any, b: Any, same: bool) -> None:
    assert kernels.agree(a, b, kernels.CLOSE) is same


def test_agreement_of_arrays() -> None:
    a = np.array([1.0, 1e6])
    assert kernels.agree(a + np.array([1e-5, 0.0]), a, kernels.CLOSE)  # a billionth of the largest is 1e-3
    assert not kernels.agree(a + 0.1, a, kernels.CLOSE)
    assert not kernels.agree(a + 1e-5, a, 0.0)
    assert not kernels.agree(a.astype(np.int64), np.array([1, 10**6, 0]), kernels.CLOSE)


def test_the_report_shows_losses_and_wrong_answers(tmp_path: Path) -> None:
    slow = Measured("slow", "hashing", {JITNEY: 4.0, NUMBA: 1.0, CHECKED: 2.0, GCC: 1.0}, {JITNEY: 5.0, NUMBA: 100.0})
    wrong = Measured("wrong", "hashing", problems={JITNEY: "another answer"})
    refused = Measured("refused", "sorting", {JITNEY: 1.0, GCC: 2.0}, {JITNEY: 3.0}, {NUMBA: "refuses it"})
    report.write(tmp_path, [slow, wrong, refused], "a processor")
    text = (tmp_path / report.TABLES).read_text()
    assert "| slow | hashing | 4.00 | 4.00 | 2.00 | 4.00 | not looked into |" in text
    assert "| wrong | Jitney | another answer |" in text
    assert "| refused | Numba | refuses it | 1.00 |" in text
    assert "| time, worst: slow | Numba | 4 | at most 2.5 times | **no** |" in text
