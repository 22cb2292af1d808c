"""Linear algebra, transforms, integration and root finding: float64 arrays and scalars."""

from __future__ import annotations

import math

from .registry import floats, generator, ints, kernel, np


@kernel(lambda n: (-2.0, 1.0, -1.5, 1.5, n, n, 80), small=16, large=240, numpy=False)
def mandelbrot(left, right, bottom, top, width, height, limit):
    total = 0
    for row in range(height):
        ci = bottom + (top - bottom) * row / height
        for column in range(width):
            cr = left + (right - left) * column / width
            zr = zi = 0.0
            count = 0
            while count < limit and zr * zr + zi * zi <= 4.0:
                zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
                count += 1
            total += count
    return total


@kernel(lambda n: (n, np.zeros((n, n), np.uint8)), small=16, large=200)
def mandelbrot_image(n, image):
    for y in range(n):
        for x in range(n):
            cr, ci = 3.0 * x / n - 2.0, 2.0 * y / n - 1.0
            zr, zi = cr, ci
            for step in range(100):
                zr2, zi2 = zr * zr, zi * zi
                if zr2 + zi2 > 4.0:
                    image[y, x] = step
                    break
                zi = 2.0 * zr * zi + ci
                zr = zr2 - zi2 + cr
            else:
                image[y, x] = 255


@kernel(lambda n: (floats(n, n), floats(n, n) + 0.5, np.zeros((n, n))), small=12, large=200)
def matmul(a, b, c):
    rows, inner = a.shape
    columns = b.shape[1]
    for i in range(rows):
        for j in range(columns):
            s = 0.0
            for k in range(inner):
                s += a[i, k] * b[k, j]
            c[i, j] = s


@kernel(lambda n: (floats(n, n), floats(n, n).T), small=12, large=200)
def matmul_new_result(a, b):
    assert a.shape[1] == b.shape[0], "shapes do not fit"
    c = np.zeros((a.shape[0], b.shape[1]))
    for i in range(len(a)):
        for k in range(a.shape[1]):
            x = a[i, k]
            for j in range(b.shape[1]):
                c[i, j] += x * b[k, j]
    return c


@kernel(lambda n: (floats(n, n) + n * np.eye(n), np.arange(n)), small=12, large=220)
def lu(a, pivots):
    n = a.shape[0]
    sign = 1
    for k in range(n):
        best = k
        for i in range(k + 1, n):
            if abs(a[i, k]) > abs(a[best, k]):
                best = i
        if a[best, k] == 0:
            raise ZeroDivisionError("singular matrix")
        if best != k:
            sign = -sign
            pivots[k], pivots[best] = pivots[best], pivots[k]
            for j in range(n):
                a[k, j], a[best, j] = a[best, j], a[k, j]
        for i in range(k + 1, n):
            a[i, k] /= a[k, k]
            factor = a[i, k]
            for j in range(k + 1, n):
                a[i, j] -= factor * a[k, j]
    return sign


def _positive_definite(n):
    a = floats(n, n)
    return (a @ a.T + n * np.eye(n),)


@kernel(_positive_definite, small=12, large=260)
def cholesky(a):
    n = a.shape[0]
    for j in range(n):
        d = a[j, j]
        for k in range(j):
            d -= a[j, k] ** 2
        if d <= 0.0:
            raise ValueError("matrix is not positive definite")
        a[j, j] = math.sqrt(d)
        for i in range(j + 1, n):
            s = a[i, j]
            for k in range(j):
                s -= a[i, k] * a[j, k]
            a[i, j] = s / a[j, j]
            a[j, i] = 0.0


@kernel(lambda n: (floats(1 << n), floats(1 << n) * 0.5), small=7, large=17)
def fft(re, im):
    n = len(re)
    j = 0
    for i in range(1, n):
        bit = n >> 1
        while j & bit:
            j ^= bit
            bit >>= 1
        j |= bit
        if i < j:
            re[i], re[j] = re[j], re[i]
            im[i], im[j] = im[j], im[i]
    size = 2
    while size <= n:
        angle = -2.0 * math.pi / size
        wr, wi = math.cos(angle), math.sin(angle)
        for start in range(0, n, size):
            cr, ci = 1.0, 0.0
            half = size // 2
            for k in range(start, start + half):
                xr = re[k + half] * cr - im[k + half] * ci
                xi = re[k + half] * ci + im[k + half] * cr
                re[k + half] = re[k] - xr
                im[k + half] = im[k] - xi
                re[k] += xr
                im[k] += xi
                cr, ci = cr * wr - ci * wi, cr * wi + ci * wr
        size *= 2


def eval_a(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


@kernel(lambda n: (n,), small=12, large=500, helpers=(eval_a,))
def spectral_norm(n):
    u = np.ones(n)
    v = np.zeros(n)
    w = np.zeros(n)
    for _ in range(2):
        for source, target in ((u, v), (v, u)):
            for i in range(n):
                s = 0.0
                for j in range(n):
                    s += eval_a(i, j) * source[j]
                w[i] = s
            for i in range(n):
                s = 0.0
                for j in range(n):
                    s += eval_a(j, i) * w[j]
                target[i] = s
    vbv = vv = 0.0
    for i in range(n):
        vbv += u[i] * v[i]
        vv += v[i] * v[i]
    return math.sqrt(vbv / vv)


@kernel(lambda n: (floats(n, 3), np.zeros((n, n))), small=16, large=1000)
def pairwise_distances(points, distances):
    n, dimensions = points.shape
    for i in range(n):
        for j in range(n):
            d = 0.0
            for k in range(dimensions):
                t = points[i, k] - points[j, k]
                d += t * t
            distances[i, j] = np.sqrt(d)


def bell(x):
    return math.exp(-x * x / 2.0)


@kernel(lambda n: (-4.0, 4.0, 2 * n), small=200, large=300_000, helpers=(bell,), numpy=False)
def simpson(a, b, n):
    if n % 2:
        raise ValueError("n must be even")
    h = (b - a) / n
    total = bell(a) + bell(b)
    for i in range(1, n):
        total += (4 if i & 1 else 2) * bell(a + i * h)
    return total * h / 3


def cubic(x):
    return x * x * x - 2 * x - 5, 3 * x * x - 2


@kernel(lambda n: (n,), small=100, large=250_000, helpers=(cubic,), numpy=False)
def newton(count):
    checksum = 0.0
    for i in range(count):
        x = 1.5 + i / count
        for _ in range(50):
            value, slope = cubic(x)
            step = value / slope
            x -= step
            if abs(step) < 1e-14:
                break
        else:
            raise ArithmeticError("no convergence")
        checksum += x
    return checksum


@kernel(lambda n: (floats(n), floats(n) * 0.25), small=1000, large=10_000_000)
def trapezoid(y, dx):
    total = 0.0
    for i in range(1, len(y)):
        total += dx[i] * (y[i] + y[i - 1]) * 0.5
    return total


@kernel(lambda n: (floats(12), floats(n)), small=100, large=500_000)
def horner(coefficients, xs):
    best = -math.inf
    for x in xs:
        value = 0.0
        for c in coefficients:
            value = value * x + c
        best = max(best, value)
    return best


@kernel(lambda n: (n,), small=20, large=3_000_000, numpy=False)
def pi_leibniz(n):
    total = 0.0
    sign = 1
    for k in range(n):
        total += sign / (2 * k + 1)
        sign = -sign
    return 4 * total


def cumulative_normal(x):
    return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))


def _options(n):
    r = generator(n)
    return r.uniform(5, 30, n), r.uniform(1, 100, n), r.uniform(0.25, 10, n), 0.02, 0.3, np.empty(n), np.empty(n)


@kernel(_options, small=50, large=200_000, helpers=(cumulative_normal,))
def black_scholes(price, strike, years, riskless, volatility, call, put):
    for i in range(price.size):
        s, x, t = price[i], strike[i], years[i]
        sqrt_t = math.sqrt(t)
        d1 = (math.log(s / x) + (riskless + 0.5 * volatility * volatility) * t) / (volatility * sqrt_t)
        d2 = d1 - volatility * sqrt_t
        discounted = x * math.exp(-riskless * t)
        call[i] = s * cumulative_normal(d1) - discounted * cumulative_normal(d2)
        put[i] = discounted * (1.0 - cumulative_normal(d2)) - s * (1.0 - cumulative_normal(d1))


@kernel(lambda n: (floats(n), floats(n) * 0.1), small=500, large=5_000_000)
def dot_and_norms(x, y):
    xy = xx = yy = 0.0
    for a, b in zip(x, y):  # noqa: B905
        xy += a * b
        xx += a * a
        yy += b * b
    return xy, math.sqrt(xx), math.sqrt(yy)


@kernel(lambda n: (2.5, floats(n), floats(n) * 3), small=500, large=5_000_000)
def axpy(a, x, y):
    for i in range(len(x)):
        y[i] += a * x[i]


@kernel(lambda n: (floats(n),), small=500, large=5_000_000)
def mean_variance_welford(values):
    count, mean, m2 = 0, 0.0, 0.0
    for x in values:
        count += 1
        delta = x - mean
        mean += delta / count
        m2 += delta * (x - mean)
    if count < 2:
        return mean, None
    return mean, m2 / (count - 1)


@kernel(lambda n: (floats(n), ints(n, high=n)), small=300, large=3_000_000)
def gather_sum(values, indices):
    s = 0.0
    for i in indices:
        s += values[i]
    return s


@kernel(lambda n: (floats(n, n), floats(n)), small=20, large=1500)
def matrix_vector(a, x):
    y = np.empty(len(a))
    for i, row in enumerate(a):
        s = 0.0
        for j in range(len(row)):
            s += row[j] * x[j]
        y[i] = s
    return y


def _tridiagonal(n):
    return floats(n), 4.0 + floats(n), floats(n), floats(n), np.empty(n), np.empty(n)


@kernel(_tridiagonal, small=100, large=1_000_000)
def thomas(lower, diagonal, upper, right, c, x):
    n = len(diagonal)
    c[0] = upper[0] / diagonal[0]
    x[0] = right[0] / diagonal[0]
    for i in range(1, n):
        m = diagonal[i] - lower[i] * c[i - 1]
        c[i] = upper[i] / m
        x[i] = (right[i] - lower[i] * x[i - 1]) / m
    for i in range(n - 2, -1, -1):
        x[i] -= c[i] * x[i + 1]


@kernel(lambda n: (floats(n, 2), floats(5, 2), np.zeros(n, np.int64)), small=60, large=150_000)
def kmeans_assign(points, centres, labels):
    changed = 0
    inertia = 0.0
    for p in range(points.shape[0]):
        best, nearest = math.inf, 0
        for c in range(centres.shape[0]):
            dx = points[p, 0] - centres[c, 0]
            dy = points[p, 1] - centres[c, 1]
            distance = dx**2 + dy**2
            if distance < best:
                best, nearest = distance, c
        if labels[p] != nearest:
            labels[p] = nearest
            changed += 1
        inertia += best
    return changed, inertia


@kernel(lambda n: (floats(n, 3),), small=20, large=2000)
def distances_by_power(points):
    total = 0.0
    for i in range(len(points)):
        for j in range(i):
            dx, dy, dz = points[i, 0] - points[j, 0], points[i, 1] - points[j, 1], points[i, 2] - points[j, 2]
            total += (dx**2 + dy**2 + dz**2) ** 0.5
    return total


@kernel(lambda n: (floats(n, 2), floats(n, low=0.5), np.zeros((n, 2))), small=20, large=1500)
def gravity(points, masses, forces):
    for i in range(len(masses)):
        x = y = 0.0
        for j in range(len(masses)):
            dx, dy = points[j, 0] - points[i, 0], points[j, 1] - points[i, 1]
            weight = masses[j] * (dx * dx + dy * dy + 0.01) ** -1.5
            x += weight * dx
            y += weight * dy
        forces[i, 0], forces[i, 1] = x, y
