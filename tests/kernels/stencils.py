"""Grids: stencils, convolutions, automata."""

from __future__ import annotations

from .registry import floats, ints, kernel, np


@kernel(lambda n: (floats(n, n), np.zeros((n, n)), 5), small=12, large=1000)
def jacobi(u, v, steps):
    n, m = u.shape
    for _ in range(steps):
        for i in range(1, n - 1):
            for j in range(1, m - 1):
                v[i, j] = 0.25 * (u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1])
        u, v = v, u
    return u[n // 2, m // 2]


@kernel(lambda n: (floats(n, n), 1e-9, 4), small=12, large=700)
def laplace_gauss_seidel(u, tolerance, limit):
    change = 0.0
    for step in range(limit):
        change = 0.0
        for i in range(1, u.shape[0] - 1):
            for j in range(1, u.shape[1] - 1):
                new = 0.25 * (u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1])
                change = max(change, abs(new - u[i, j]))
                u[i, j] = new
        if change < tolerance:
            return step, change
    return limit, change


@kernel(lambda n: (floats(n), np.empty(n), 0.1, 20), small=50, large=400_000)
def heat_1d(u, new, r, steps):
    for _ in range(steps):
        new[0] = u[0]
        new[-1] = u[-1]
        for i in range(1, len(u) - 1):
            new[i] = u[i] + r * (u[i - 1] - 2 * u[i] + u[i + 1])
        for i in range(len(u)):
            u[i] = new[i]


@kernel(lambda n: (floats(n, n).astype(np.float32), np.zeros((n, n), np.float32), 4), small=12, large=1000)
def heat_2d_float32(u, new, steps):
    n, m = u.shape
    for _ in range(steps):
        for i in range(1, n - 1):
            for j in range(1, m - 1):
                uxx = u[i + 1, j] - 2 * u[i, j] + u[i - 1, j]
                uyy = u[i, j + 1] - 2 * u[i, j] + u[i, j - 1]
                new[i, j] = u[i, j] + 0.1 * (uxx + uyy)
        u, new = new, u


@kernel(lambda n: (floats(n, n, n), np.zeros((n, n, n))), small=6, large=150)
def stencil_3d(a, b):
    for i in range(1, a.shape[0] - 1):
        for j in range(1, a.shape[1] - 1):
            for k in range(1, a.shape[2] - 1):
                b[i, j, k] = (
                    a[i, j, k] * 0.4
                    + (a[i - 1, j, k] + a[i + 1, j, k] + a[i, j - 1, k] + a[i, j + 1, k]) * 0.1
                    + (a[i, j, k - 1] + a[i, j, k + 1]) * 0.1
                )


@kernel(lambda n: ((ints(n, n, high=3) == 0).astype(np.uint8), np.zeros((n, n), np.uint8), 3), small=12, large=500)
def game_of_life(board, new, generations):
    n, m = board.shape
    for _ in range(generations):
        for i in range(n):
            for j in range(m):
                alive = 0
                for di in (-1, 0, 1):
                    for dj in (-1, 0, 1):
                        if di or dj:
                            alive += int(board[(i + di) % n, (j + dj) % m])
                if board[i, j]:
                    new[i, j] = 1 if 2 <= alive <= 3 else 0
                else:
                    new[i, j] = alive == 3
        board, new = new, board
    count = 0
    for row in board:
        for cell in row:
            count += int(cell)
    return count


@kernel(lambda n: (floats(n), floats(15), np.zeros(n + 14)), small=60, large=1_000_000)
def convolve_1d(signal, taps, out):
    for i in range(len(signal)):
        for j in range(len(taps)):
            out[i + j] += signal[i] * taps[j]


@kernel(lambda n: (floats(n, n)[:, ::2], floats(n, n)[::-1, 1::2]), small=16, large=2000)
def strided_difference(a, b):
    total = 0.0
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            d = a[i, j] - b[i, j]
            total += d * d
    return total


@kernel(lambda n: (floats(n, n), np.zeros((n, n))), small=16, large=1500)
def transpose_rows(a, out):
    view = a.T
    for i in range(view.shape[0]):
        row = view[i]
        target = out[i]
        for j in range(row.size):
            target[j] = row[j]


@kernel(lambda n: (ints(n, n, high=2, dtype="uint8"), np.zeros((n, n), np.uint8)), small=12, large=900)
def life_on_torus(cells, target):
    rows, columns = cells.shape
    for y in range(rows):
        for x in range(columns):
            around = 0
            for dy in range(-1, 2):
                for dx in range(-1, 2):
                    if dy != 0 or dx != 0:
                        around += cells[(y + dy) % rows, (x + dx) % columns]
            target[y, x] = around == 3 or (around == 2 and cells[y, x] == 1)
