"""Images and grids: stencils, convolutions, filters, automata."""

from __future__ import annotations

from .registry import floats, ints, kernel, np


def _image(n, dtype="uint8"):
    return ints(n, n, high=256, dtype=dtype)


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


@kernel(lambda n: (floats(n, n), floats(3, 3)), small=12, large=800)
def convolve_2d(image, mask):
    rows, columns = image.shape
    height, width = mask.shape
    result = np.zeros_like(image)
    for i in range(height // 2, rows - height // 2):
        for j in range(width // 2, columns - width // 2):
            s = 0.0
            for k in range(height):
                for m in range(width):
                    s += mask[k, m] * image[i - height // 2 + k, j - width // 2 + m]
            result[i, j] = s
    return result


@kernel(lambda n: (_image(n), np.zeros((n * 3 // 2, n * 2), np.uint8)), small=12, large=700)
def bilinear_resize(source, target):
    rows, columns = source.shape
    new_rows, new_columns = target.shape
    for i in range(new_rows):
        y = i * (rows - 1) / (new_rows - 1)
        y0 = int(y)
        y1 = min(y0 + 1, rows - 1)
        fy = y - y0
        for j in range(new_columns):
            x = j * (columns - 1) / (new_columns - 1)
            x0 = int(x)
            x1 = min(x0 + 1, columns - 1)
            fx = x - x0
            top = source[y0, x0] * (1 - fx) + source[y0, x1] * fx
            bottom = source[y1, x0] * (1 - fx) + source[y1, x1] * fx
            target[i, j] = int(top * (1 - fy) + bottom * fy + 0.5)


@kernel(lambda n: (_image(n, "int64"),), small=16, large=900)
def floyd_steinberg(image):
    rows, columns = image.shape
    for y in range(rows):
        for x in range(columns):
            old = image[y, x]
            new = 255 if old > 127 else 0
            image[y, x] = new
            error = old - new
            if x + 1 < columns:
                image[y, x + 1] += error * 7 // 16
            if y + 1 < rows:
                if x > 0:
                    image[y + 1, x - 1] += error * 3 // 16
                image[y + 1, x] += error * 5 // 16
                if x + 1 < columns:
                    image[y + 1, x + 1] += error // 16


@kernel(lambda n: (_image(n), 100, 255), small=24, large=3000)
def threshold(image, limit, high):
    count = 0
    for y in range(image.shape[0]):
        for x in range(image.shape[1]):
            if image[y, x] > limit:
                image[y, x] = high
                count += 1
            else:
                image[y, x] = 0
    return count


@kernel(lambda n: (_image(n * 3).reshape(-1, 3)[: n * n].copy(), np.zeros(n * n, np.uint8)), small=24, large=1500)
def grey_scale(pixels, grey):
    for i in range(len(pixels)):
        r, g, b = int(pixels[i, 0]), int(pixels[i, 1]), int(pixels[i, 2])
        grey[i] = (r * 77 + g * 150 + b * 29) >> 8


@kernel(lambda n: (_image(n), np.zeros((n, n), np.uint8)), small=16, large=700)
def median_3x3(source, target):
    window = np.zeros(9, np.uint8)
    for y in range(1, source.shape[0] - 1):
        for x in range(1, source.shape[1] - 1):
            k = 0
            for dy in range(-1, 2):
                for dx in range(-1, 2):
                    value = source[y + dy, x + dx]
                    at = k
                    while at > 0 and window[at - 1] > value:
                        window[at] = window[at - 1]
                        at -= 1
                    window[at] = value
                    k += 1
            target[y, x] = window[4]


@kernel(lambda n: (_image(n, "uint8"), np.zeros((n, n), np.int16)), small=16, large=1500)
def sobel(image, edges):
    for y in range(1, image.shape[0] - 1):
        for x in range(1, image.shape[1] - 1):
            gx = gy = 0
            for d in range(-1, 2):
                weight = 2 - abs(d)
                gx += weight * (int(image[y + d, x + 1]) - int(image[y + d, x - 1]))
                gy += weight * (int(image[y + 1, x + d]) - int(image[y - 1, x + d]))
            edges[y, x] = min(abs(gx) + abs(gy), 32767)


@kernel(lambda n: (_image(n), np.zeros((n + 1, n + 1), np.int64)), small=24, large=2000)
def integral_image(image, table):
    for y in range(image.shape[0]):
        row = 0
        for x in range(image.shape[1]):
            row += int(image[y, x])
            table[y + 1, x + 1] = table[y, x + 1] + row
    return table[-1, -1]


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
