"""Words whose bits are moved one by one, in the widths of arrays and of ints, against CPython."""

from __future__ import annotations

import linecache
import random

import pytest
from jit.support import same

from jitney import jit, tiers

np = pytest.importorskip("numpy")

TYPES = ("uint8", "int8", "uint16", "int16", "uint32", "int32", "uint64", "int64")


def made(source: str, name: str):
    """The function of that source, which can be found again."""
    filename = f"<{name}>"
    linecache.cache[filename] = (len(source), None, source.splitlines(True), filename)
    space: dict[str, object] = {"np": np}
    exec(compile(source, filename, "exec"), space)
    return space["f"]


def drawn(choose: random.Random) -> list[tuple[int, int, int]]:
    """Moves of one to three bits: the place they come from, how many, the place they go to."""
    width = choose.choice((8, 16, 31, 32, 48, 62))
    size = choose.choice((1, 1, 1, 2, 3))
    count = width // size
    kind = choose.randrange(5)
    if kind == 0:  # a reversal, a byte swap, of 2**n
        count = 1 << count.bit_length() - 1
        other = choose.randrange(1, count) if count > 1 else 0
        moves = [(place * size, size, (place ^ other) * size) for place in range(count)]
    elif kind == 1:  # spread
        step = choose.randrange(1, 4)
        start = choose.randrange(8)
        moves = [(place * size, size, place * size * step + start) for place in range(count)]
    elif kind == 2:  # gathered
        step = choose.randrange(1, 4)
        start = choose.randrange(8)
        moves = [(place * size * step + start, size, place * size) for place in range(count)]
    elif kind == 3:  # a random order
        order = choose.sample(range(count), count)
        moves = [(place * size, size, there * size) for place, there in enumerate(order)]
    else:  # anything, also to one place
        moves = [(choose.randrange(60), size, choose.randrange(30)) for _ in range(choose.randrange(3, 14))]
    moves = [move for move in moves if move[0] + size <= 63 and move[2] + size <= 63]
    choose.shuffle(moves)
    return moves[: choose.choice((100, 100, len(moves) - 1 if moves else 0))]


def written(choose: random.Random) -> str:
    lines = [
        "def f(a, b, out):",
        "    for i in range(len(out)):",
        "        x, y = int(a[i]), int(b[i])",
        "        r = 0",
    ]
    joined = choose.choice(("r |= {}", "r = r | {}", "r = {} | r", "r ^= {}", "r += {}"))
    for start, size, end in drawn(choose):
        word = choose.choice("xxxxy") if choose.random() < 0.2 else "x"
        mask = (1 << size) - 1
        part = f"({word} >> {start} & {mask})"
        if choose.random() < 0.3:
            part = f"(({word} & {mask << start}) >> {start})"
        lines.append("        " + joined.format(f"({part} << {end})"))
    if choose.random() < 0.5:
        lines.append(f"        r = r {choose.choice(['& 0xffff_ffff', '^ x', '>> 3', '| y', '& 255'])}")
    end = choose.choice(("r & 0x7fff_ffff_ffff_ffff", "r", f"r >> {choose.randrange(1, 40)}"))
    lines.append(f"        out[i] = {end}")
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(30))
def test_bits_of_words_in_arrays(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiers, "ROUNDS", 0)
    choose = random.Random(seed)
    function = made(written(choose), f"bit moves {seed}")
    a, b = (
        np.array([choose.getrandbits(64) for _ in range(37)], np.uint64).astype(choose.choice(TYPES)) for _ in range(2)
    )
    expected, got = np.zeros(37, np.int64), np.zeros(37, np.int64)
    function(a, b, expected)
    jit(function)(a, b, got)
    assert (expected == got).all(), (a[expected != got], expected[expected != got], got[expected != got])


def reversed_word(x):
    result = 0
    for _ in range(16):
        result = result << 1 | x & 1
        x >>= 1
    return result


def interleaved(x, y):
    result = 0
    for k in range(12):
        result |= (x >> k & 1) << 2 * k | (y >> k & 1) << 2 * k + 1
    return result


def nibbles(x):
    result = 0
    for _ in range(8):
        result = result * 16 + (x & 15)
        x >>= 4
    return result


def moved_to_the_sign(x):
    result = x & 0
    for k in range(8):
        result |= (x >> k & 1) << (63 - k)
    return result >> 1


def beside_copies_of_the_sign(a):
    total = 0
    for i in range(len(a)):
        x = int(a[i])
        result = x & -65536
        for k in range(16):
            result |= (x >> k & 1) << (15 - k)
        total ^= result >> 1
    return total


def test_words_that_are_shifted_with_their_sign() -> None:
    for x in (1, -1, 5, 127, 2):
        same(moved_to_the_sign, np.int64(x), jitted=jit(moved_to_the_sign))
    same(beside_copies_of_the_sign, np.arange(-3, 3))


@pytest.mark.parametrize(("function", "most"), [(reversed_word, 20), (interleaved, 40), (nibbles, 15)])
def test_takes_few_operations(function, most: int) -> None:
    choose = random.Random(1)
    jitted = jit(function)
    arguments = 2 if function is interleaved else 1
    for _ in range(300):
        words = [choose.randrange(-(2**63), 2**63) >> choose.randrange(64) for _ in range(arguments)]
        assert jitted(*words) == function(*words)
    ops = [line for line in jitted.inspect_ir("bit moves").splitlines() if " = " in line]
    assert len(ops) <= most
