"""The kernels of SciMark 2 (Pozo and Miller, NIST), but for its LU, which is in numeric.py."""

from __future__ import annotations

import math

from .registry import floats, ints, kernel, np


@kernel(lambda n: (1.25, floats(n, n), 4), small=12, large=600)
def successive_over_relaxation(omega, grid, steps):
    rows, columns = grid.shape
    quarter = omega * 0.25
    rest = 1.0 - omega
    for _ in range(steps):
        for i in range(1, rows - 1):
            for j in range(1, columns - 1):
                around = grid[i - 1, j] + grid[i + 1, j] + grid[i, j - 1] + grid[i, j + 1]
                grid[i, j] = quarter * around + rest * grid[i, j]


def _sparse(n):
    per_row = 8
    columns = ints(n * per_row, high=n, dtype="int32")
    return np.zeros(n), floats(n * per_row), np.arange(0, n * per_row + 1, per_row), columns, floats(n), 5


@kernel(_sparse, small=20, large=60_000)
def sparse_matrix_vector(y, values, starts, columns, x, steps):
    for _ in range(steps):
        for r in range(len(y)):
            s = 0.0
            for i in range(starts[r], starts[r + 1]):
                s += x[columns[i]] * values[i]
            y[r] = s


@kernel(lambda n: (floats(2 << n), -1), small=6, large=16)
def fft_interleaved(data, direction):
    n = len(data) // 2
    j = 0
    for i in range(n - 1):
        if i < j:
            data[2 * i], data[2 * j] = data[2 * j], data[2 * i]
            data[2 * i + 1], data[2 * j + 1] = data[2 * j + 1], data[2 * i + 1]
        k = n >> 1
        while k <= j:
            j -= k
            k >>= 1
        j += k
    dual = 1
    while dual < n:
        wr, wi = 1.0, 0.0
        theta = 2.0 * direction * math.pi / (2.0 * dual)
        s = math.sin(theta)
        t = math.sin(theta / 2.0)
        s2 = 2.0 * t * t
        for a in range(dual):
            if a > 0:
                wr, wi = wr - s * wi - s2 * wr, wi + s * wr - s2 * wi
            for b in range(0, n, 2 * dual):
                i = 2 * (b + a)
                j = 2 * (b + a + dual)
                zr = wr * data[j] - wi * data[j + 1]
                zi = wr * data[j + 1] + wi * data[j]
                data[j] = data[i] - zr
                data[j + 1] = data[i + 1] - zi
                data[i] += zr
                data[i + 1] += zi
        dual *= 2


@kernel(lambda n: (113, n, np.zeros(17, np.int64)), small=100, large=800_000)
def monte_carlo_integration(seed, count, state):
    m = 2147483647
    for k in range(17):
        seed = seed * 9069 % m
        state[k] = seed
    i, j = 4, 16
    inside = 0
    for _ in range(count):
        k = int(state[i]) - int(state[j])
        if k < 0:
            k += m
        state[j] = k
        i = 16 if i == 0 else i - 1
        j = 16 if j == 0 else j - 1
        x = k / m
        k = int(state[i]) - int(state[j])
        if k < 0:
            k += m
        state[j] = k
        i = 16 if i == 0 else i - 1
        j = 16 if j == 0 else j - 1
        y = k / m
        if x * x + y * y <= 1.0:
            inside += 1
    return inside / count * 4.0
