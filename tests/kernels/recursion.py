"""Recursion, mutual recursion and backtracking, mostly on Python ints."""

from __future__ import annotations

from .registry import ints, kernel, np


@kernel(lambda n: (n,), small=15, large=30, numpy=False)
def fibonacci(n):
    if n < 2:
        return n
    return fibonacci(n - 1) + fibonacci(n - 2)


@kernel(lambda n: (float(n),), small=14, large=30, numpy=False)
def fibonacci_float(x):
    if x < 2.0:
        return 1.0
    return fibonacci_float(x - 1.0) + fibonacci_float(x - 2.0)


@kernel(lambda n: (2, n), small=8, large=800, numpy=False)
def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


@kernel(lambda n: (n, 6, 0), small=12, large=24, numpy=False)
def tak(x, y, z):
    if y >= x:
        return z
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))


def hanoi_moves(n, source, target, spare):
    if n == 0:
        return 0, 0
    left, a = hanoi_moves(n - 1, source, spare, target)
    right, b = hanoi_moves(n - 1, spare, target, source)
    return left + 1 + right, a * 3 + b + source * target & 0xFFFF


@kernel(lambda n: (n,), small=9, large=20, helpers=(hanoi_moves,), numpy=False)
def hanoi(n):
    return hanoi_moves(n, 1, 3, 2)


def place_queens(columns, left, right, full):
    if columns == full:
        return 1
    count = 0
    free = full & ~(columns | left | right)
    while free:
        bit = free & -free
        free ^= bit
        count += place_queens(columns | bit, (left | bit) << 1, (right | bit) >> 1, full)
    return count


@kernel(lambda n: (n,), small=6, large=12, helpers=(place_queens,), numpy=False)
def n_queens(n):
    return place_queens(0, 0, 0, (1 << n) - 1)


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


@kernel(lambda n: (n,), small=60, large=30_000, helpers=(is_even, is_odd), numpy=False)
def parities(n):
    count = 0
    for i in range(n):
        if is_even(i % 400):
            count += 1
    return count


@kernel(lambda n: (n, n), small=6, large=12, numpy=False)
def lattice_paths(rows, columns):
    if rows == 0 or columns == 0:
        return 1
    return lattice_paths(rows - 1, columns) + lattice_paths(rows, columns - 1)


def adaptive(a, b, fa, fm, fb, whole, tolerance, depth):
    m = (a + b) / 2
    f1 = runge((a + m) / 2)
    f2 = runge((m + b) / 2)
    left = (m - a) / 6 * (fa + 4 * f1 + fm)
    right = (b - m) / 6 * (fm + 4 * f2 + fb)
    if depth <= 0 or abs(left + right - whole) <= 15 * tolerance:
        return left + right + (left + right - whole) / 15
    return adaptive(a, m, fa, f1, fm, left, tolerance / 2, depth - 1) + adaptive(
        m, b, fm, f2, fb, right, tolerance / 2, depth - 1
    )


def runge(x):
    return 1 / (1 + 25 * x * x)


@kernel(lambda n: (n, 1e-9), small=3, large=5000, helpers=(adaptive, runge), numpy=False)
def adaptive_simpson(count, tolerance):
    total = 0.0
    for i in range(count):
        b = 1 + i / count
        fa, fm, fb = runge(-b), runge(0.0), runge(b)
        total += adaptive(-b, b, fa, fm, fb, (fa + 4 * fm + fb) * b / 3, tolerance, 40)
    return total


def fill(grid, y, x, old, new):
    if not (0 <= y < grid.shape[0] and 0 <= x < grid.shape[1]) or grid[y, x] != old:
        return 0
    grid[y, x] = new
    return (
        1
        + fill(grid, y + 1, x, old, new)
        + fill(grid, y - 1, x, old, new)
        + fill(grid, y, x + 1, old, new)
        + fill(grid, y, x - 1, old, new)
    )


@kernel(lambda n: ((ints(n, n, high=10) < 6).astype("uint8"), n), small=16, large=50, helpers=(fill,))
def flood_fill(grid, n):
    largest = 0
    for y in range(n):
        for x in range(n):
            if grid[y, x] == 1:
                largest = max(largest, fill(grid, y, x, 1, 2))
    return largest


def knight_count(board, n, at, moves):
    if moves == 0:
        return 1
    y, x = at
    total = 0
    for dy, dx in ((1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1)):
        ny, nx = y + dy, x + dx
        if 0 <= ny < n and 0 <= nx < n and not board >> (ny * n + nx) & 1:
            total += knight_count(board | 1 << (ny * n + nx), n, (ny, nx), moves - 1)
    return total


@kernel(lambda n: (5, n), small=4, large=12, helpers=(knight_count,), numpy=False)
def knight_paths(board_size, moves):
    return knight_count(1, board_size, (0, 0), moves)


@kernel(lambda n: (n, np.zeros((n + 1, 4), np.int64)), small=6, large=11)
def n_queens_bits(n, rows):
    full = (1 << n) - 1
    count = row = 0
    rows[0, 3] = full
    while row >= 0:
        if rows[row, 3] == 0:
            row -= 1
            continue
        bit = rows[row, 3] & -rows[row, 3]
        rows[row, 3] ^= bit
        if row == n - 1:
            count += 1
            continue
        rows[row + 1, 0] = rows[row, 0] | bit
        rows[row + 1, 1] = (rows[row, 1] | bit) << 1
        rows[row + 1, 2] = (rows[row, 2] | bit) >> 1
        row += 1
        rows[row, 3] = full & ~(rows[row, 0] | rows[row, 1] | rows[row, 2])
    return count
