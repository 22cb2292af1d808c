"""Images: filters, lookup tables, colours, resampling."""

from __future__ import annotations

import math

from .registry import floats, ints, kernel, np


def _image(n, dtype="uint8"):
    return ints(n, n, high=256, dtype=dtype)


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


@kernel(lambda n: (_image(n), 100, 255), small=24, large=1500)
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


@kernel(lambda n: (_image(n), np.zeros((n, n), np.uint8), 2), small=16, large=500)
def box_blur(source, target, radius):
    rows, columns = source.shape
    area = (2 * radius + 1) ** 2
    for y in range(radius, rows - radius):
        for x in range(radius, columns - radius):
            total = 0
            for dy in range(-radius, radius + 1):
                for dx in range(-radius, radius + 1):
                    total += int(source[y + dy, x + dx])
            target[y, x] = total // area


@kernel(lambda n: (_image(n), np.zeros((n, n)), np.zeros((n, n))), small=16, large=1000)
def gaussian_blur(source, spare, target):
    rows, columns = source.shape
    for y in range(rows):
        for x in range(2, columns - 2):
            near = float(source[y, x - 1]) + float(source[y, x + 1])
            far = float(source[y, x - 2]) + float(source[y, x + 2])
            spare[y, x] = 0.375 * float(source[y, x]) + 0.25 * near + 0.0625 * far
    for y in range(2, rows - 2):
        for x in range(2, columns - 2):
            near = spare[y - 1, x] + spare[y + 1, x]
            target[y, x] = 0.375 * spare[y, x] + 0.25 * near + 0.0625 * (spare[y - 2, x] + spare[y + 2, x])


@kernel(lambda n: (_image(n), np.zeros(256, np.uint8), 0.45), small=16, large=1800)
def gamma_table(image, table, gamma):
    for value in range(256):
        table[value] = int((value / 255.0) ** gamma * 255.0 + 0.5)
    for y in range(image.shape[0]):
        for x in range(image.shape[1]):
            image[y, x] = table[image[y, x]]


@kernel(lambda n: (_image(n), np.zeros(256, np.int64)), small=24, large=2000)
def image_histogram(image, counts):
    for y in range(image.shape[0]):
        for x in range(image.shape[1]):
            counts[image[y, x]] += 1


@kernel(lambda n: (_image(n), np.zeros(256, np.int64)), small=16, large=1500)
def equalise(image, counts):
    for row in image:
        for value in row:
            counts[value] += 1
    total = 0
    for value in range(256):
        total += int(counts[value])
        counts[value] = total * 255 // image.size
    for y in range(image.shape[0]):
        for x in range(image.shape[1]):
            image[y, x] = counts[image[y, x]]


@kernel(lambda n: ((_image(n) > 200).astype(np.uint8), np.zeros((n, n), np.uint8)), small=16, large=900)
def dilate(source, target):
    rows, columns = source.shape
    for y in range(1, rows - 1):
        for x in range(1, columns - 1):
            highest = 0
            for dy in range(-1, 2):
                for dx in range(-1, 2):
                    highest = max(highest, int(source[y + dy, x + dx]))
            target[y, x] = highest


@kernel(lambda n: (ints(n, n, 3, high=256, dtype="uint8"), np.zeros((n, n, 3), np.uint8)), small=12, large=800)
def rgb_to_ycc(image, target):
    for y in range(image.shape[0]):
        for x in range(image.shape[1]):
            r, g, b = int(image[y, x, 0]), int(image[y, x, 1]), int(image[y, x, 2])
            target[y, x, 0] = (77 * r + 150 * g + 29 * b) >> 8
            target[y, x, 1] = min(max(((-43 * r - 85 * g + 128 * b) >> 8) + 128, 0), 255)
            target[y, x, 2] = min(max(((128 * r - 107 * g - 21 * b) >> 8) + 128, 0), 255)


@kernel(lambda n: (_image(n), _image(n)[::-1].copy(), np.zeros((n, n), np.uint8), 77), small=24, large=1500)
def alpha_blend(front, back, target, alpha):
    for y in range(front.shape[0]):
        for x in range(front.shape[1]):
            mixed = alpha * int(front[y, x]) + (256 - alpha) * int(back[y, x])
            target[y, x] = mixed >> 8


@kernel(lambda n: (_image(n), np.zeros((n, n), np.uint8), 0.3), small=16, large=700)
def rotate_nearest(source, target, angle):
    rows, columns = source.shape
    c, s = math.cos(angle), math.sin(angle)
    for y in range(rows):
        for x in range(columns):
            v = int(c * (y - rows / 2) - s * (x - columns / 2) + rows / 2)
            u = int(s * (y - rows / 2) + c * (x - columns / 2) + columns / 2)
            target[y, x] = source[v, u] if 0 <= v < rows and 0 <= u < columns else 0


@kernel(lambda n: (_image(n), np.zeros((n, n), np.uint8)), small=16, large=1200)
def erode(source, target):
    rows, columns = source.shape
    for y in range(1, rows - 1):
        for x in range(1, columns - 1):
            least = 255
            for j in range(y - 1, y + 2):
                for i in range(x - 1, x + 2):
                    if source[j, i] < least:
                        least = source[j, i]
            target[y, x] = least


@kernel(lambda n: (_image(n), np.zeros((n, n), np.uint8)), small=16, large=1200)
def local_binary_pattern(source, target):
    rows, columns = source.shape
    for y in range(1, rows - 1):
        for x in range(1, columns - 1):
            centre, pattern = source[y, x], 0
            for dy, dx in ((-1, -1), (-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1)):
                pattern = 2 * pattern + (source[y + dy, x + dx] >= centre)
            target[y, x] = pattern
