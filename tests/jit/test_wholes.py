"""Functions of NumPy on whole arrays: totals, sorting, products; and views and copies in one dimension."""

from __future__ import annotations

import pytest
from jit.support import Case, cases, name_of

pytest.importorskip("numpy")

LINES = [
    f"np.array({numbers}, {dtype!r})"
    for dtype in ("float64", "float32", "int64", "uint8", "bool")
    for numbers in ("[]", "[3, 1, 2, 2, 0, 7]")
]
LINES += ["np.array([2.5, math.nan, -0.0, 1.0])", "np.arange(12.0)[::-2]", "np.arange(12)[3:9]"]
TABLES = ["np.arange(6.0).reshape(2, 3)", "np.arange(12, dtype='int16').reshape(3, 4)[:, ::2]", "np.zeros((0, 3))"]

CASES: list[Case] = [
    *cases(
        LINES,
        *[f"np.{name}(x)" for name in ("sort", "argsort", "cumsum", "cumprod", "diff", "unique", "median")],
        "np.count_nonzero(x)",
        "np.dot(x, x)",
        "np.concatenate((x, x[1:], x))",
        "b = x.copy()\nb.sort()\nreturn b",
        "x.sort()\nreturn x",
        "s = 0\nfor i in np.argsort(x):\n    s = s * 3 + i\nreturn s",
    ),
    *cases(
        [*LINES, *TABLES],
        *[f"np.{name}(x)" for name in "sum prod mean std var min max argmin argmax any all".split()],
        "x.std(), x.var()",
        "x.flatten()",
        "b = x.flatten()\nb[:1] = 5\nreturn b, x",
        "b = x.copy().ravel()\nb[1] = 1\nreturn b, len(b), b[::2]",
    ),
    *cases(
        [TABLES[0]],
        "b = x.ravel()\nx[0, 1] = 7\nb[2] = 8\nreturn b, x, b[1]",
        "np.dot(x, x.T.copy())",
        "np.dot(x, np.ones(3))",
        "m = np.zeros((2, 3))\nb = m.ravel()\nfor i in range(2):\n    m[i, 1] = 3.0\n"
        "    b[i] += m[i, 0] + b[1]\nreturn m, b",
    ),
    *cases(["0", "3", "-1"], "np.eye(x)", "np.eye(x, 2)"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_whole_arrays(case: Case) -> None:
    case.check()
