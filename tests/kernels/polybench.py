"""The kinds of loop nests of PolyBench (Pouchet, Ohio State University): linear algebra, statistics and stencils."""

from __future__ import annotations

import math

from .registry import floats, ints, kernel, np


@kernel(lambda n: (1.5, 1.2, floats(n, n), floats(n, n) + 0.5, floats(n, n)), small=10, large=220)
def gemm(alpha, beta, a, b, c):
    for i in range(c.shape[0]):
        for j in range(c.shape[1]):
            c[i, j] *= beta
        for k in range(a.shape[1]):
            for j in range(c.shape[1]):
                c[i, j] += alpha * a[i, k] * b[k, j]


@kernel(
    lambda n: (1.5, 1.2, floats(n, n), floats(n, n) + 0.5, floats(n, n), floats(n, n), np.zeros((n, n))),
    small=9, large=160,
)  # fmt: skip
def two_mm(alpha, beta, a, b, c, d, product):
    n = len(a)
    for i in range(n):
        for j in range(n):
            product[i, j] = 0.0
            for k in range(n):
                product[i, j] += alpha * a[i, k] * b[k, j]
    for i in range(n):
        for j in range(n):
            d[i, j] *= beta
            for k in range(n):
                d[i, j] += product[i, k] * c[k, j]


@kernel(lambda n: (floats(n, n), floats(n), np.zeros(n), np.zeros(n)), small=20, large=1500)
def atax(a, x, y, product):
    rows, columns = a.shape
    for j in range(columns):
        y[j] = 0.0
    for i in range(rows):
        s = 0.0
        for j in range(columns):
            s += a[i, j] * x[j]
        product[i] = s
        for j in range(columns):
            y[j] += a[i, j] * s


@kernel(lambda n: (floats(n, n), np.zeros(n), np.zeros(n), floats(n), floats(n) * 2), small=20, large=1500)
def bicg(a, s, q, p, r):
    n, m = a.shape
    for i in range(m):
        s[i] = 0.0
    for i in range(n):
        q[i] = 0.0
        for j in range(m):
            s[j] += r[i] * a[i, j]
            q[i] += a[i, j] * p[j]


@kernel(lambda n: (floats(n, n), floats(n), floats(n) + 1, floats(n) * 2, floats(n) - 1), small=18, large=1200)
def mvt(a, x1, x2, y1, y2):
    n = len(a)
    for i in range(n):
        for j in range(n):
            x1[i] += a[i, j] * y1[j]
    for i in range(n):
        for j in range(n):
            x2[i] += a[j, i] * y2[j]


@kernel(lambda n: (1.5, 1.2, floats(n, n), floats(n, n) + 1, floats(n), np.zeros(n)), small=18, large=1300)
def gesummv(alpha, beta, a, b, x, y):
    n = len(a)
    for i in range(n):
        left = right = 0.0
        for j in range(n):
            left += a[i, j] * x[j]
            right += b[i, j] * x[j]
        y[i] = alpha * left + beta * right


def _gemver(n):
    vectors = [floats(n) + k for k in range(6)]
    return (1.5, 1.2, floats(n, n), *vectors, np.zeros(n), np.zeros(n))


@kernel(_gemver, small=15, large=1000)
def gemver(alpha, beta, a, u1, v1, u2, v2, y, z, x, w):
    n = len(a)
    for i in range(n):
        for j in range(n):
            a[i, j] += u1[i] * v1[j] + u2[i] * v2[j]
    for i in range(n):
        for j in range(n):
            x[i] += beta * a[j, i] * y[j]
    for i in range(n):
        x[i] += z[i]
    for i in range(n):
        for j in range(n):
            w[i] += alpha * a[i, j] * x[j]


@kernel(lambda n: (1.5, floats(n, n), floats(n, n) + 1), small=12, large=240)
def trmm(alpha, a, b):
    rows, columns = b.shape
    for i in range(rows):
        for j in range(columns):
            for k in range(i + 1, rows):
                b[i, j] += a[k, i] * b[k, j]
            b[i, j] *= alpha


@kernel(lambda n: (1.5, 1.2, floats(n, n), floats(n, n) + 1), small=12, large=280)
def syrk(alpha, beta, a, c):
    n, m = a.shape
    for i in range(n):
        for j in range(i + 1):
            c[i, j] *= beta
        for k in range(m):
            for j in range(i + 1):
                c[i, j] += alpha * a[i, k] * a[j, k]


@kernel(lambda n: (1.5, 1.2, floats(n, n), floats(n, n) + 1, floats(n, n) - 1), small=10, large=220)
def symm(alpha, beta, a, b, c):
    rows, columns = c.shape
    for i in range(rows):
        for j in range(columns):
            s = 0.0
            for k in range(i):
                c[k, j] += alpha * b[i, j] * a[i, k]
                s += b[k, j] * a[i, k]
            c[i, j] = beta * c[i, j] + alpha * b[i, j] * a[i, i] + alpha * s


@kernel(lambda n: (floats(n, n) + n * np.eye(n), floats(n), np.zeros(n)), small=25, large=2000)
def trisolv(lower, b, x):
    for i in range(len(b)):
        x[i] = b[i]
        for j in range(i):
            x[i] -= lower[i, j] * x[j]
        x[i] = x[i] / lower[i, i]


@kernel(lambda n: (floats(n, n) + n * np.eye(n),), small=12, large=260)
def lu_in_place(a):
    n = len(a)
    for i in range(n):
        for j in range(i):
            for k in range(j):
                a[i, j] -= a[i, k] * a[k, j]
            a[i, j] /= a[j, j]
        for j in range(i, n):
            for k in range(i):
                a[i, j] -= a[i, k] * a[k, j]


@kernel(lambda n: (floats(n) / n, np.zeros(n), np.zeros(n)), small=30, large=3000)
def durbin(r, y, z):
    n = len(r)
    y[0] = -r[0]
    alpha, beta = -r[0], 1.0
    for k in range(1, n):
        beta = (1 - alpha * alpha) * beta
        s = 0.0
        for i in range(k):
            s += r[k - i - 1] * y[i]
        alpha = -(r[k] + s) / beta
        for i in range(k):
            z[i] = y[i] + alpha * y[k - i - 1]
        for i in range(k):
            y[i] = z[i]
        y[k] = alpha


@kernel(lambda n: (floats(n + 20, n), np.zeros((n, n)), np.zeros((n + 20, n))), small=8, large=160)
def gram_schmidt(a, r, q):
    m, n = a.shape
    for k in range(n):
        norm = 0.0
        for i in range(m):
            norm += a[i, k] * a[i, k]
        r[k, k] = math.sqrt(norm)
        for i in range(m):
            q[i, k] = a[i, k] / r[k, k]
        for j in range(k + 1, n):
            r[k, j] = 0.0
            for i in range(m):
                r[k, j] += q[i, k] * a[i, j]
            for i in range(m):
                a[i, j] -= q[i, k] * r[k, j]


@kernel(lambda n: (floats(n, n), np.zeros((n, n)), np.zeros(n), np.zeros(n)), small=10, large=220)
def correlation(data, result, mean, deviation):
    n, m = data.shape
    for j in range(m):
        s = 0.0
        for i in range(n):
            s += data[i, j]
        mean[j] = s / n
    for j in range(m):
        s = 0.0
        for i in range(n):
            s += (data[i, j] - mean[j]) * (data[i, j] - mean[j])
        deviation[j] = math.sqrt(s / n)
        if deviation[j] <= 0.1:
            deviation[j] = 1.0
    for i in range(n):
        for j in range(m):
            data[i, j] -= mean[j]
            data[i, j] /= math.sqrt(float(n)) * deviation[j]
    for i in range(m):
        result[i, i] = 1.0
        for j in range(i + 1, m):
            s = 0.0
            for k in range(n):
                s += data[k, i] * data[k, j]
            result[i, j] = s
            result[j, i] = s


@kernel(lambda n: (floats(n, n), np.zeros((n, n)), np.zeros(n)), small=10, large=240)
def covariance(data, result, mean):
    n, m = data.shape
    for j in range(m):
        mean[j] = 0.0
        for i in range(n):
            mean[j] += data[i, j]
        mean[j] /= n
    for i in range(n):
        for j in range(m):
            data[i, j] -= mean[j]
    for i in range(m):
        for j in range(i, m):
            s = 0.0
            for k in range(n):
                s += data[k, i] * data[k, j]
            result[i, j] = s / (n - 1.0)
            result[j, i] = result[i, j]


@kernel(lambda n: (floats(n, n, n), floats(n, n), np.zeros(n)), small=6, large=64)
def doitgen(a, c4, total):
    for r in range(a.shape[0]):
        for q in range(a.shape[1]):
            for p in range(a.shape[2]):
                total[p] = 0.0
                for s in range(a.shape[2]):
                    total[p] += a[r, q, s] * c4[s, p]
            for p in range(a.shape[2]):
                a[r, q, p] = total[p]


@kernel(lambda n: (floats(n), floats(n), 20), small=40, large=200_000)
def jacobi_1d(a, b, steps):
    n = len(a)
    for _ in range(steps):
        for i in range(1, n - 1):
            b[i] = 0.33333 * (a[i - 1] + a[i] + a[i + 1])
        for i in range(1, n - 1):
            a[i] = 0.33333 * (b[i - 1] + b[i] + b[i + 1])


@kernel(lambda n: (floats(n, n), floats(n, n), 4), small=10, large=600)
def jacobi_2d(a, b, steps):
    n = len(a)
    for _ in range(steps):
        for i in range(1, n - 1):
            for j in range(1, n - 1):
                b[i, j] = 0.2 * (a[i, j] + a[i, j - 1] + a[i, 1 + j] + a[1 + i, j] + a[i - 1, j])
        for i in range(1, n - 1):
            for j in range(1, n - 1):
                a[i, j] = 0.2 * (b[i, j] + b[i, j - 1] + b[i, 1 + j] + b[1 + i, j] + b[i - 1, j])


@kernel(lambda n: (floats(n, n), 3), small=12, large=500)
def seidel_2d(a, steps):
    n = len(a)
    for _ in range(steps):
        for i in range(1, n - 1):
            for j in range(1, n - 1):
                above = a[i - 1, j - 1] + a[i - 1, j] + a[i - 1, j + 1]
                below = a[i + 1, j - 1] + a[i + 1, j] + a[i + 1, j + 1]
                a[i, j] = (above + a[i, j - 1] + a[i, j] + a[i, j + 1] + below) / 9.0


@kernel(lambda n: (floats(n, n, n), floats(n, n, n), 2), small=6, large=90)
def heat_3d(a, b, steps):
    n = len(a)
    for _ in range(steps):
        for i in range(1, n - 1):
            for j in range(1, n - 1):
                for k in range(1, n - 1):
                    x = 0.125 * (a[i + 1, j, k] - 2.0 * a[i, j, k] + a[i - 1, j, k])
                    y = 0.125 * (a[i, j + 1, k] - 2.0 * a[i, j, k] + a[i, j - 1, k])
                    z = 0.125 * (a[i, j, k + 1] - 2.0 * a[i, j, k] + a[i, j, k - 1])
                    b[i, j, k] = x + y + z + a[i, j, k]
        a, b = b, a


@kernel(lambda n: (floats(n, n), floats(n, n) * 2, floats(n, n) + 1, floats(10), 4), small=10, large=500)
def fdtd_2d(ex, ey, hz, source, steps):
    rows, columns = hz.shape
    for t in range(steps):
        for j in range(columns):
            ey[0, j] = source[t]
        for i in range(1, rows):
            for j in range(columns):
                ey[i, j] -= 0.5 * (hz[i, j] - hz[i - 1, j])
        for i in range(rows):
            for j in range(1, columns):
                ex[i, j] -= 0.5 * (hz[i, j] - hz[i, j - 1])
        for i in range(rows - 1):
            for j in range(columns - 1):
                hz[i, j] -= 0.7 * (ex[i, j + 1] - ex[i, j] + ey[i + 1, j] - ey[i, j])


@kernel(
    lambda n: (floats(n, n), np.zeros((n, n)), np.zeros((n, n)), np.zeros((n, n)), 2), small=8, large=260,
)  # fmt: skip
def adi(u, v, p, q, steps):
    n = len(u)
    dx, dy, dt = 1.0 / n, 1.0 / n, 1.0 / steps
    mul1, mul2 = 2.0 * dt / (dx * dx), dt / (dy * dy)
    a, b = -mul1 / 2.0, 1.0 + mul1
    d, e = -mul2 / 2.0, 1.0 + mul2
    for _ in range(steps):
        for i in range(1, n - 1):
            v[0, i] = 1.0
            p[i, 0] = 0.0
            q[i, 0] = v[0, i]
            for j in range(1, n - 1):
                p[i, j] = -a / (a * p[i, j - 1] + b)
                middle = (1.0 + 2.0 * d) * u[j, i]
                q[i, j] = (-d * u[j, i - 1] + middle - d * u[j, i + 1] - a * q[i, j - 1]) / (a * p[i, j - 1] + b)
            v[n - 1, i] = 1.0
            for j in range(n - 2, 0, -1):
                v[j, i] = p[i, j] * v[j + 1, i] + q[i, j]
        for i in range(1, n - 1):
            u[i, 0] = 1.0
            p[i, 0] = 0.0
            q[i, 0] = u[i, 0]
            for j in range(1, n - 1):
                p[i, j] = -d / (d * p[i, j - 1] + e)
                middle = (1.0 + 2.0 * a) * v[i, j]
                q[i, j] = (-a * v[i - 1, j] + middle - a * v[i + 1, j] - d * q[i, j - 1]) / (d * p[i, j - 1] + e)
            u[i, n - 1] = 1.0
            for j in range(n - 2, 0, -1):
                u[i, j] = p[i, j] * u[i, j + 1] + q[i, j]


@kernel(lambda n: (ints(n, high=4), np.zeros((n, n), np.int64)), small=20, large=260)
def nussinov(bases, table):
    n = len(bases)
    for i in range(n - 1, -1, -1):
        for j in range(i + 1, n):
            best = max(int(table[i, j]), int(table[i, j - 1]))
            best = max(best, int(table[i + 1, j]))
            pair = 1 if bases[i] + bases[j] == 3 and i < j - 1 else 0
            best = max(best, int(table[i + 1, j - 1]) + pair)
            for k in range(i + 1, j):
                best = max(best, int(table[i, k]) + int(table[k + 1, j]))
            table[i, j] = best
    return int(table[0, n - 1])
