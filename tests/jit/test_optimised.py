"""What passes make shorter, at its edges: the last value that fits, the round that fails, falling indices."""

from __future__ import annotations

import pytest
from jit.support import Case, cases, name_of, pairs

EDGES = "2**63-1 2**63-2 -2**63 -2**63+1 0 1 -1 3 2**62 6148914691236517205"

CASES: list[Case] = [
    # Selections in place of branches: a check fails only where control comes, and then with Python's answer.
    *cases(
        pairs(EDGES, "0 1 -1 2**63-1 -2**63"),
        "if y > 0:\n    x += 1\nreturn x",
        "if y > 0:\n    x -= y\nreturn x",
        "r = x + y if y < 0 else x - y\nreturn r",
        "r = x * 3 + 1 if x % 2 else x // 2\nreturn r",
        "r = x * -1 if y else x\nreturn r",
        "r = x - 1 if x > y else y\nreturn r, x > y",
        "if x == 32 or 9 <= x <= 13:\n    r = y\nelif not y:\n    r = x + 1\nelse:\n    r = 2\nreturn r",
        "r = 0\nif x and y or x == 3:\n    r = x\nif y and (x < 2 or y < 0):\n    r ^= y\nreturn r",
        "r = True if x else y > 0\nreturn r, y == 0 if x < 0 else False",
        "best = x\nfor z in (y, x, 7):\n    if z > best:\n        best = z\nreturn best",
        "r = 1.5 if x < y else -0.0\nreturn r, float(x) if y else 2.0",
        "r = x\nif y:\n    r = -x\n    r += 1\nreturn r",
    ),
    # Steps of Horner's scheme, regrouped: what is between doesn't matter, only the result.
    *cases(
        pairs(
            "922337203685477580 922337203685477581 -922337203685477580 -922337203685477581 0 12 -1 2**63-1 -2**63",
            "0 47 48 55 56 57 39 40 255 -1 2**63-1",
        ),
        "return x * 10 + (y & 255) - 48",
        "r = x * 10 + (y & 255) - 48\nreturn r, x * 10 + (y & 255), -r",
        "r = (y & 63) + x * 10 - 48\nreturn r - 7 if y > 50 else r",
        "return (x * 31 + (y & 127) - 97) & 0xffffffff, x * 31 + (y & 127) - 97 & 2**64 - 1",
        "r = 0\nfor c in b'922337203685477580':\n    r = r * 10 + c - 48\nreturn r * 10 + (y & 15) - 8, r - x",
    ),
    # Quotients and remainders of the same numbers.
    *cases(
        pairs(EDGES, "7 -7 10 2**62 -2**63"),
        "return x // 10, x % 10, x % -10, x // -10",
        "return x % y, x // y, divmod(x, y)",
        "r = x % 1000\nq = x // 1000\nreturn q * 1000 + r == x, r, q",
    ),
    # Remainders of sums of which a part stays the same.
    *cases(
        [
            f"bytearray(range(90, 130)), {number}"
            for number in (*EDGES.split(), "13", "26", "-27", "2**63-100", "-2**63+40")
        ],
        "r = 0\nfor c in x:\n    if 97 <= c <= 122:\n        r = r * 5 + (c - 97 + y) % 26 & 0xFFFF\nreturn r",
        "r = 0\nfor c in x:\n    r = (r * 31 + (c - y) % 1000) & 0xFFFFFF\nreturn r",
        "r = 0\nfor c in x:\n    r = (r * 31 + (y - 9 + c * 3 - 200) % 300 - (y - c) % 7) & 0xFFFFFF\nreturn r",
        "r = 0\nfor c in x:\n    r += (c + y) % 3 + (c + y > 2**62)\nreturn r",
        "r = 0\nfor i in range(3):\n    for c in x:\n        r = r * 3 + (c + i + y) % 50 & 0xFFFFFF\nreturn r",
    ),
    # Sums of what is small, and counters that are one.
    *cases(
        ["b'', 2**63-2", "bytes(range(256)), 2**63-2", "bytearray(b'abc'), -2**63", "b'abc', 0"],
        "s = 0\nfor c in x:\n    s += c\nreturn s, y",
        "s = y\nfor c in x:\n    s += c\nreturn s",
        "s = t = 0\nfor i, c in enumerate(x):\n    if c > 98:\n        s += 1\n        t -= c\nreturn s, t",
        "s = 0\nfor i, c in enumerate(x):\n    s += x[i] - c + i\nreturn s",
        "s = 0\nfor i, c in enumerate(x, y):\n    s ^= i\nreturn s",
    ),
    # Indices that fall: below what they were below, down to negative ones and past those.
    *cases(
        [f"bytearray(b'{text}'), {number}" for text in ("", "a", "hello world") for number in (0, 1, 3, -2, 11, 12)],
        "j = len(x) - 1\nwhile j >= y:\n    x[j] = x[j] + 1\n    j -= 1\nreturn x, j",
        "for i in range(1, len(x)):\n    k = x[i]\n    j = i - 1\n"
        "    while j >= 0 and x[j] > k:\n        x[j + 1] = x[j]\n        j -= 1\n    x[j + 1] = k\nreturn x",
        "j = y\nwhile j > -20:\n    x[j] = 65\n    j -= 1\nreturn x",
        "s = 0\nfor j in range(y, -20, -3):\n    s += x[j - 1]\nreturn s",
        "j = y\nwhile j < 20:\n    j += 1\n    x[j + 1] = x[j]\nreturn x",
    ),
    # Conditions that look at what the body moves, with distances of either sign, and what writes in between.
    *cases(
        [
            f"np.array({text}, {kind!r}), {number}"
            for text in ("[]", "[3]", "[5, 4, 3, 2, 1, 0, 7, 7, -1]", "list(range(40, 0, -1))")
            for kind in ("float64", "int8", "int64")
            for number in (0, 1, 2, 5, -1, 2**63 - 1, -(2**63))
        ],
        "for i in range(len(x)):\n    v = x[i]\n    j = i\n    m = 0\n"
        "    while j >= y and m < 50 and x[j - y] > v:\n"
        "        x[j] = x[j - y]\n        j -= y\n        m += 1\n    x[j] = v\nreturn x",
        "j = len(x) - 1\nm = 0\nwhile j > 0 and m < 50 and x[j - 1] > x[0]:\n"
        "    x[j - 2] = y % 3\n    x[j] = x[j - 1]\n    j -= 1\n    m += 1\nreturn x, j",
        "j = 0\nwhile j < len(x) and x[j - y % 4] != 3:\n    x[j - y % 4] += 1\n    j += 1\nreturn x, j",
    ),
    # Indices that may be negative: from the front, from the end, and out of range on either side; lengths made here.
    *cases(
        [f"np.arange({length}), {number}" for length in (0, 1, 40) for number in (0, 1, 39, 40, -1, -40, -41, 2**62)],
        "return x[y]",
        "s = 0\nfor i in range(y, y + 20):\n    s += x[i]\nreturn s",
        "s = 0\nfor i in range(20):\n    s += x[i - y]\n    x[i] = s\nreturn s",
        "s = 0\nfor v in x:\n    x[y - v] += 1\n    s += x[v - y]\nreturn s, x",
        "d = np.zeros(len(x) + 1)\nfor i in range(len(x), y % 50, -1):\n    d[i] = d[i - y % 7] + i\nreturn d",
        "d = np.zeros(45, np.uint8)\nfor c in range(44, y, -1):\n    if d[c - 3] <= c:\n        d[c] = c\nreturn d",
    ),
    # Neighbours round the ends.
    *cases(
        [f"np.arange({length}), {number}" for length in (0, 1, 2, 3, 40) for number in (0, 1, 2, 3, 40, 41, -3)],
        "s = 0\nn = len(x)\nfor i in range(n):\n    s = s * 3 + x[(i + 1) % n] - x[(i - 1) % n] + x[i % n]\nreturn s",
        "s = 0\nfor i in range(len(x)):\n"
        "    s = s * 3 + (i + 1) % y - (i - 1) % y + (i - 3) % len(x) + (i + 2) // y\nreturn s",
        "s = 0\nfor i in range(len(x)):\n    for j in range(y):\n"
        "        s = s * 3 + x[(i + y) % len(x)] + (i - 1) % y * 7 + (j + 1) % y + x[(j + 3) % len(x)]\nreturn s",
        "s = 0\nfor i in range(40):\n    x[(i + 1) % 41] = i % 7\n"
        "    s += (i + 5) % 40 - (i - 9) % 11 + x[i % y]\nreturn s, x",
    ),
    *cases(
        ["np.arange(9, dtype=np.uint64), np.uint64(5)", "np.arange(3, dtype=np.uint64), np.uint64(2**64 - 1)"],
        "s = x[0]\nfor v in x:\n    s = s * v + (v - y) % y + (v + y) % y\nreturn s",
    ),
    # Notes of writing made before the loop; the loop may fail in any round, or bail out behind it.
    *cases(
        [
            f"np.array([{n}] * 60 + [{m}], np.uint8), 2**63-{k}"
            for n in (1, 7)
            for m in (3, 200)
            for k in (1, 90, 2**63)
        ],
        "d = np.zeros(9, np.int64)\nfor v in x:\n    d[v] += 1\nreturn d, y + 60",
        "for i in range(len(x)):\n    x[x[i] % 64] += 1\nreturn y + x[0]",
    ),
    *cases(
        [
            f"np.array([1] * {n} + [{m}] + [2] * 30, np.uint8), array('B', bytes(8))"
            for n in (0, 25, 30)
            for m in (3, 9)
        ],
        "for v in x:\n    y[v] += 10\nreturn y",
    ),
    # What one round stores and the next one loads.
    *cases(
        [
            f"np.arange({length}).astype({kind!r}), {number}"
            for length in (0, 1, 2, 9)
            for kind in ("int8", "uint32", "int64", "float32", "float64", "bool")
            for number in (1, 3)
        ],
        "for i in range(1, len(x)):\n    x[i] += x[i - 1]\nreturn x",
        "for i in range(len(x) - 2, -1, -1):\n    x[i] = x[i + 1]\nreturn x",
        "for i in range(y, len(x) + 1):\n    x[i] = x[i - 1]\nreturn x",
        "for i in range(0, len(x) - y + 1):\n    x[i + y] = x[i]\nreturn x",
        "for i in range(y, y * 9, y):\n    x[i] = x[i - y] + x[0]\nreturn x",
    ),
    *cases(
        [
            f"np.arange({rows * 4}, dtype='int32').reshape(({rows}, 4)), {row}"
            for rows in (0, 1, 3)
            for row in (0, 1, 2)
        ],
        "for j in range(1, 4):\n    x[y, j] = x[y, j - 1] * 3\nreturn x",
        "for i in range(1, x.shape[0]):\n    for j in range(1, 5 - y):\n"
        "        x[i, j] = max(x[i, j - 1], x[i - 1, j])\nreturn x",
    ),
    # Recurrences of which several rounds are one, and such that only look so.
    *cases(
        pairs("0 1 -1 5381 2**63-1 2**64-1", "0 1 8 9 17 40 -5"),
        "for _ in range(y):\n    x = (1103515245 * x + 12345) % 2**31\nreturn x",
        "h = x & 0xFFFF\nfor i in range(y):\n    h = ((h << 5) + h + i) & 0xFFFFFFFF\nreturn h",
        "h = x & 7\nfor i in range(y, -30, -3):\n    h = (i - h * 6364136223846793005) & 0xFFFFFFFFFFFFFFFF\nreturn h",
        "h = x & 7\nfor i in range(y):\n    h = (h * 31 + (h >> 3)) & 0xFFFFFFFF\nreturn h",
        "s = 0\nh = x & 255\nfor i in range(y):\n    h = (h * 5 + 1) & 255\n    s += h\nreturn s, h",
        "h, g = x & 255, 1\nfor i in range(y):\n    h, g = (g * 3 + i) & 255, (h * 5 + 1) & 255\nreturn h, g",
        "i = 0\nh = x & 3\nwhile i <= y:\n    h = (h * 7 + 1) & 0x7FFFFFFFFFFFFFFF\n    i += 2\nreturn h, i",
        "h = np.uint32(x & 255)\nfor i in range(y):\n    h = h * np.uint32(2654435761) + np.uint32(7)\nreturn h",
        "h = np.int8(x & 63)\nfor i in range(y):\n    h = h * np.int8(-3) + np.int8(7)\nreturn h",
    ),
    *cases(
        [f"{first}, {first + count}" for first in (-(2**63), 2**63 - 41, 2**63 - 9, -20) for count in (0, 1, 8, 9, 30)],
        "h = 1\nfor i in range(x, y):\n    h = (h * 3 + (i & 1)) & 0xFFFF\nreturn h",
        "h = 1\nfor i in range(y, x, -1):\n    h = (h * 3 + (i & 1)) & 0xFFFF\nreturn h",
        "h = 1\nwhile x != y:\n    h = (h * 3 + 1) & 0xFFFF\n    x += 1\nreturn h, x",
    ),
    # A short loop in a long one; loops whose counters take large steps.
    *cases(
        pairs("0 1 5 40", "1 3 -1"),
        "s = 0\nfor i in range(x):\n    for j in range(3):\n        s += i * j\nreturn s",
        "s = 0\nfor i in range(0, x * 10**6, 10**6 * y):\n    s += i\nreturn s",
        "i = 0\nwhile i != 2048 * x:\n    i += 2048\nreturn i",
    ),
    # Comparisons that the range or the type of a checked result decides: the check stays.
    *cases(
        pairs("-2**63 2**63-1 2**62 -1 5", "2**63 2**62 2**63-1 1 6"),
        "t = x * y\nreturn -3 < t",
        "t = x + y\nreturn t <= 2**63 - 1",
        "t = x - y\nreturn -2**63 > t, t & 255",
        "t = y - x if y > 2**62 else 1\nreturn t >= -2**63",
        "t = (x * y) >> 40\nreturn t < 2**30",
        "t = (abs(x) + y) // 2\nreturn t < 2**62",
        "t = y - 7\nreturn t > -9, t & 7",
    ),
    # A loop that goes round once, as nothing that bounds it can be reached in the second round.
    *cases(
        ["2**61, 0", "7, 1", "-2**63, 0"],
        "t = True\nfor _ in (1, 2):\n    i = 9\n    while i > 0 and t == (y == 10):\n        i -= 1\n"
        "        t = i > x\nreturn t, i",
        "t = True\nfor z in (0.5, 0.5):\n    i = 9\n    while i > 0 and t == (z == 10):\n        i -= 1\n"
        "        t = i > x\nreturn t, i",
    ),
    # A loop that goes round on both ways of its last branch, and has another way out.
    *cases(
        ["63, 1", "63, 0", "1, 1", "0, 0"],
        "t = 0.0\nfor i in range(x):\n    t = i\nfor i in range(0, x, 2):\n    if y: s |= y\n    if t: t = i\nreturn t",
        "t = 0\nfor i in range(0, x, 2):\n    if i == 40 * y: return -1\n    if t: t = i\n    else: t = 3\nreturn t",
    ),
    # Constants beyond 64 bits, as operands of what takes ints.
    *cases(
        ["1"],
        "s = 63 << 63\nreturn round(s), round(s, -2), round(-s, x)",
        "s = 63 << 63\nreturn round(2.5, s)",
        "s = 63 << 63\nreturn math.hypot(s, 1.0)",
        "s = 63 << 63\nreturn operator.index(s)",
        "s = 63 << 63\nreturn pow(s, 3, 11), pow(2, s, 7)",
    ),
    # Shifts by constants that no number is, where control doesn't come.
    *cases(
        ["bytearray(5), 1"],
        "s = 1\ns %= pow(s, 0, s)\nfor i in range(3, 0, -1):\n    x[i] = s << s",
        "s = 1\ns %= pow(s, 0, s)\nfor i in range(3, 0, -1):\n    x[i] = y >> s",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_optimised(case: Case) -> None:
    case.check()
