/* Twins of tests/kernels/images.py. */

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

double *convolve_2d(const double *image, int64_t rows, int64_t columns, const double *mask, int64_t height, int64_t width)
{
    double *result = calloc(rows * columns, sizeof *result);
    for (int64_t i = height / 2; i < rows - height / 2; i++) {
        for (int64_t j = width / 2; j < columns - width / 2; j++) {
            double s = 0.0;
            for (int64_t k = 0; k < height; k++)
                for (int64_t m = 0; m < width; m++)
                    s += mask[k * width + m] * image[(i - height / 2 + k) * columns + j - width / 2 + m];
            result[i * columns + j] = s;
        }
    }
    return result;
}

static inline int64_t min(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

void bilinear_resize(const uint8_t *source, int64_t rows, int64_t columns, uint8_t *target, int64_t new_rows,
                     int64_t new_columns)
{
    for (int64_t i = 0; i < new_rows; i++) {
        double y = (double)(i * (rows - 1)) / (double)(new_rows - 1);
        int64_t y0 = y, y1 = min(y0 + 1, rows - 1);
        double fy = y - y0;
        for (int64_t j = 0; j < new_columns; j++) {
            double x = (double)(j * (columns - 1)) / (double)(new_columns - 1);
            int64_t x0 = x, x1 = min(x0 + 1, columns - 1);
            double fx = x - x0;
            double top = source[y0 * columns + x0] * (1 - fx) + source[y0 * columns + x1] * fx;
            double bottom = source[y1 * columns + x0] * (1 - fx) + source[y1 * columns + x1] * fx;
            target[i * new_columns + j] = (int64_t)(top * (1 - fy) + bottom * fy + 0.5);
        }
    }
}

static inline int64_t sixteenth(int64_t x)
{
    return x >> 4; /* rounds down, as Python does */
}

void floyd_steinberg(int64_t *image, int64_t rows, int64_t columns)
{
    for (int64_t y = 0; y < rows; y++) {
        for (int64_t x = 0; x < columns; x++) {
            int64_t *at = image + y * columns + x, old = *at, new = old > 127 ? 255 : 0, error = old - new;
            *at = new;
            if (x + 1 < columns)
                at[1] += sixteenth(error * 7);
            if (y + 1 < rows) {
                if (x > 0)
                    at[columns - 1] += sixteenth(error * 3);
                at[columns] += sixteenth(error * 5);
                if (x + 1 < columns)
                    at[columns + 1] += sixteenth(error);
            }
        }
    }
}

int64_t threshold(uint8_t *image, int64_t rows, int64_t columns, int64_t limit, int64_t high)
{
    int64_t count = 0;
    for (int64_t y = 0; y < rows; y++) {
        for (int64_t x = 0; x < columns; x++) {
            if (image[y * columns + x] > limit) {
                image[y * columns + x] = high;
                count++;
            } else {
                image[y * columns + x] = 0;
            }
        }
    }
    return count;
}

void grey_scale(const uint8_t *pixels, int64_t n, int64_t three, uint8_t *grey, int64_t m)
{
    for (int64_t i = 0; i < n; i++) {
        int64_t r = pixels[i * three], g = pixels[i * three + 1], b = pixels[i * three + 2];
        grey[i] = (r * 77 + g * 150 + b * 29) >> 8;
    }
}

void median_3x3(const uint8_t *source, int64_t rows, int64_t columns, uint8_t *target, int64_t rows2, int64_t columns2)
{
    uint8_t window[9] = {0};
    for (int64_t y = 1; y < rows - 1; y++) {
        for (int64_t x = 1; x < columns - 1; x++) {
            int64_t k = 0;
            for (int64_t dy = -1; dy < 2; dy++) {
                for (int64_t dx = -1; dx < 2; dx++) {
                    uint8_t value = source[(y + dy) * columns + x + dx];
                    int64_t at = k;
                    while (at > 0 && window[at - 1] > value) {
                        window[at] = window[at - 1];
                        at--;
                    }
                    window[at] = value;
                    k++;
                }
            }
            target[y * columns + x] = window[4];
        }
    }
}

void sobel(const uint8_t *image, int64_t rows, int64_t columns, int16_t *edges, int64_t rows2, int64_t columns2)
{
    for (int64_t y = 1; y < rows - 1; y++) {
        for (int64_t x = 1; x < columns - 1; x++) {
            int64_t gx = 0, gy = 0;
            for (int64_t d = -1; d < 2; d++) {
                int64_t weight = 2 - llabs(d);
                gx += weight * (image[(y + d) * columns + x + 1] - image[(y + d) * columns + x - 1]);
                gy += weight * (image[(y + 1) * columns + x + d] - image[(y - 1) * columns + x + d]);
            }
            edges[y * columns + x] = min(llabs(gx) + llabs(gy), 32767);
        }
    }
}

int64_t integral_image(const uint8_t *image, int64_t rows, int64_t columns, int64_t *table, int64_t rows1,
                       int64_t columns1)
{
    for (int64_t y = 0; y < rows; y++) {
        int64_t row = 0;
        for (int64_t x = 0; x < columns; x++) {
            row += image[y * columns + x];
            table[(y + 1) * columns1 + x + 1] = table[y * columns1 + x + 1] + row;
        }
    }
    return table[rows1 * columns1 - 1];
}

void box_blur(const uint8_t *source, int64_t rows, int64_t columns, uint8_t *target, int64_t rows2, int64_t columns2,
              int64_t radius)
{
    int64_t area = (2 * radius + 1) * (2 * radius + 1);
    for (int64_t y = radius; y < rows - radius; y++) {
        for (int64_t x = radius; x < columns - radius; x++) {
            int64_t total = 0;
            for (int64_t dy = -radius; dy <= radius; dy++)
                for (int64_t dx = -radius; dx <= radius; dx++)
                    total += source[(y + dy) * columns + x + dx];
            target[y * columns + x] = total / area;
        }
    }
}

void gaussian_blur(const uint8_t *source, int64_t rows, int64_t columns, double *spare, int64_t rows2, int64_t columns2,
                   double *target, int64_t rows3, int64_t columns3)
{
    for (int64_t y = 0; y < rows; y++) {
        const uint8_t *s = source + y * columns;
        for (int64_t x = 2; x < columns - 2; x++) {
            double near = (double)s[x - 1] + (double)s[x + 1], far = (double)s[x - 2] + (double)s[x + 2];
            spare[y * columns + x] = 0.375 * (double)s[x] + 0.25 * near + 0.0625 * far;
        }
    }
    for (int64_t y = 2; y < rows - 2; y++) {
        for (int64_t x = 2; x < columns - 2; x++) {
            double *s = spare + y * columns + x;
            double near = s[-columns] + s[columns];
            target[y * columns + x] = 0.375 * s[0] + 0.25 * near + 0.0625 * (s[-2 * columns] + s[2 * columns]);
        }
    }
}

void gamma_table(uint8_t *image, int64_t rows, int64_t columns, uint8_t *table, int64_t entries, double gamma)
{
    for (int64_t value = 0; value < 256; value++)
        table[value] = (int64_t)(pow(value / 255.0, gamma) * 255.0 + 0.5);
    for (int64_t y = 0; y < rows; y++)
        for (int64_t x = 0; x < columns; x++)
            image[y * columns + x] = table[image[y * columns + x]];
}

void image_histogram(const uint8_t *image, int64_t rows, int64_t columns, int64_t *counts, int64_t bins)
{
    for (int64_t y = 0; y < rows; y++)
        for (int64_t x = 0; x < columns; x++)
            counts[image[y * columns + x]]++;
}

void equalise(uint8_t *image, int64_t rows, int64_t columns, int64_t *counts, int64_t bins)
{
    for (int64_t i = 0; i < rows * columns; i++)
        counts[image[i]]++;
    int64_t total = 0;
    for (int64_t value = 0; value < 256; value++) {
        total += counts[value];
        counts[value] = total * 255 / (rows * columns);
    }
    for (int64_t y = 0; y < rows; y++)
        for (int64_t x = 0; x < columns; x++)
            image[y * columns + x] = counts[image[y * columns + x]];
}

void dilate(const uint8_t *source, int64_t rows, int64_t columns, uint8_t *target, int64_t rows2, int64_t columns2)
{
    for (int64_t y = 1; y < rows - 1; y++) {
        for (int64_t x = 1; x < columns - 1; x++) {
            int64_t highest = 0;
            for (int64_t dy = -1; dy < 2; dy++) {
                for (int64_t dx = -1; dx < 2; dx++) {
                    int64_t value = source[(y + dy) * columns + x + dx];
                    if (value > highest)
                        highest = value;
                }
            }
            target[y * columns + x] = highest;
        }
    }
}

static inline int64_t clamped(int64_t x)
{
    return x < 0 ? 0 : x > 255 ? 255 : x;
}

void rgb_to_ycc(const uint8_t *image, int64_t rows, int64_t columns, int64_t three, uint8_t *target, int64_t rows2,
                int64_t columns2, int64_t three2)
{
    for (int64_t y = 0; y < rows; y++) {
        for (int64_t x = 0; x < columns; x++) {
            int64_t at = (y * columns + x) * three, r = image[at], g = image[at + 1], b = image[at + 2];
            target[at] = (77 * r + 150 * g + 29 * b) >> 8;
            target[at + 1] = clamped(((-43 * r - 85 * g + 128 * b) >> 8) + 128);
            target[at + 2] = clamped(((128 * r - 107 * g - 21 * b) >> 8) + 128);
        }
    }
}

void alpha_blend(const uint8_t *front, int64_t rows, int64_t columns, const uint8_t *back, int64_t rows2,
                 int64_t columns2, uint8_t *target, int64_t rows3, int64_t columns3, int64_t alpha)
{
    for (int64_t y = 0; y < rows; y++) {
        for (int64_t x = 0; x < columns; x++) {
            int64_t at = y * columns + x;
            target[at] = (alpha * front[at] + (256 - alpha) * back[at]) >> 8;
        }
    }
}

void rotate_nearest(const uint8_t *source, int64_t rows, int64_t columns, uint8_t *target, int64_t rows2,
                    int64_t columns2, double angle)
{
    double c = cos(angle), s = sin(angle);
    for (int64_t y = 0; y < rows; y++) {
        for (int64_t x = 0; x < columns; x++) {
            int64_t v = c * (y - rows / 2.0) - s * (x - columns / 2.0) + rows / 2.0;
            int64_t u = s * (y - rows / 2.0) + c * (x - columns / 2.0) + columns / 2.0;
            target[y * columns + x] = 0 <= v && v < rows && 0 <= u && u < columns ? source[v * columns + u] : 0;
        }
    }
}

void erode(const uint8_t *source, int64_t rows, int64_t columns, uint8_t *target, int64_t rows2, int64_t columns2)
{
    for (int64_t y = 1; y < rows - 1; y++) {
        for (int64_t x = 1; x < columns - 1; x++) {
            uint8_t least = 255;
            for (int64_t j = y - 1; j < y + 2; j++)
                for (int64_t i = x - 1; i < x + 2; i++)
                    if (source[j * columns + i] < least)
                        least = source[j * columns + i];
            target[y * columns + x] = least;
        }
    }
}

void local_binary_pattern(const uint8_t *source, int64_t rows, int64_t columns, uint8_t *target, int64_t rows2,
                          int64_t columns2)
{
    static const int ways[8][2] = {{-1, -1}, {-1, 0}, {-1, 1}, {0, 1}, {1, 1}, {1, 0}, {1, -1}, {0, -1}};
    for (int64_t y = 1; y < rows - 1; y++) {
        for (int64_t x = 1; x < columns - 1; x++) {
            uint8_t centre = source[y * columns + x], pattern = 0;
            for (int k = 0; k < 8; k++)
                pattern = 2 * pattern + (source[(y + ways[k][0]) * columns + x + ways[k][1]] >= centre);
            target[y * columns + x] = pattern;
        }
    }
}
