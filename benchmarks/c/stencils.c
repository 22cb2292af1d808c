/* Twins of tests/kernels/stencils.py. */

#include <math.h>
#include <stdint.h>

double jacobi(double *u, int64_t n, int64_t m, double *v, int64_t n2, int64_t m2, int64_t steps)
{
    for (int64_t step = 0; step < steps; step++) {
        for (int64_t i = 1; i < n - 1; i++)
            for (int64_t j = 1; j < m - 1; j++)
                v[i * m + j] = 0.25 * (u[(i - 1) * m + j] + u[(i + 1) * m + j] + u[i * m + j - 1] + u[i * m + j + 1]);
        double *t = u;
        u = v;
        v = t;
    }
    return u[n / 2 * m + m / 2];
}

void laplace_gauss_seidel(double *u, int64_t n, int64_t m, double tolerance, int64_t limit, int64_t *steps, double *last)
{
    double change = 0.0;
    for (int64_t step = 0; step < limit; step++) {
        change = 0.0;
        for (int64_t i = 1; i < n - 1; i++) {
            for (int64_t j = 1; j < m - 1; j++) {
                double new = 0.25 * (u[(i - 1) * m + j] + u[(i + 1) * m + j] + u[i * m + j - 1] + u[i * m + j + 1]);
                double difference = fabs(new - u[i * m + j]);
                if (difference > change)
                    change = difference;
                u[i * m + j] = new;
            }
        }
        if (change < tolerance) {
            *steps = step;
            *last = change;
            return;
        }
    }
    *steps = limit;
    *last = change;
}

void heat_1d(double *u, int64_t n, double *new, int64_t m, double r, int64_t steps)
{
    for (int64_t step = 0; step < steps; step++) {
        new[0] = u[0];
        new[n - 1] = u[n - 1];
        for (int64_t i = 1; i < n - 1; i++)
            new[i] = u[i] + r * (u[i - 1] - 2 * u[i] + u[i + 1]);
        for (int64_t i = 0; i < n; i++)
            u[i] = new[i];
    }
}

void heat_2d_float32(float *u, int64_t n, int64_t m, float *new, int64_t n2, int64_t m2, int64_t steps)
{
    for (int64_t step = 0; step < steps; step++) {
        for (int64_t i = 1; i < n - 1; i++) {
            for (int64_t j = 1; j < m - 1; j++) {
                float uxx = u[(i + 1) * m + j] - 2 * u[i * m + j] + u[(i - 1) * m + j];
                float uyy = u[i * m + j + 1] - 2 * u[i * m + j] + u[i * m + j - 1];
                new[i * m + j] = u[i * m + j] + 0.1f * (uxx + uyy);
            }
        }
        float *t = u;
        u = new;
        new = t;
    }
}

void stencil_3d(const double *a, int64_t n, int64_t m, int64_t l, double *b, int64_t n2, int64_t m2, int64_t l2)
{
#define AT(i, j, k) (((i) * m + (j)) * l + (k))
    for (int64_t i = 1; i < n - 1; i++)
        for (int64_t j = 1; j < m - 1; j++)
            for (int64_t k = 1; k < l - 1; k++)
                b[AT(i, j, k)] =
                    a[AT(i, j, k)] * 0.4 +
                    (a[AT(i - 1, j, k)] + a[AT(i + 1, j, k)] + a[AT(i, j - 1, k)] + a[AT(i, j + 1, k)]) * 0.1 +
                    (a[AT(i, j, k - 1)] + a[AT(i, j, k + 1)]) * 0.1;
#undef AT
}

int64_t game_of_life(uint8_t *board, int64_t n, int64_t m, uint8_t *new, int64_t n2, int64_t m2, int64_t generations)
{
    for (int64_t generation = 0; generation < generations; generation++) {
        for (int64_t i = 0; i < n; i++) {
            for (int64_t j = 0; j < m; j++) {
                int64_t alive = 0;
                for (int64_t di = -1; di <= 1; di++)
                    for (int64_t dj = -1; dj <= 1; dj++)
                        if (di || dj)
                            alive += board[(i + di + n) % n * m + (j + dj + m) % m];
                if (board[i * m + j])
                    new[i * m + j] = 2 <= alive && alive <= 3;
                else
                    new[i * m + j] = alive == 3;
            }
        }
        uint8_t *t = board;
        board = new;
        new = t;
    }
    int64_t count = 0;
    for (int64_t i = 0; i < n * m; i++)
        count += board[i];
    return count;
}

void convolve_1d(const double *signal, int64_t n, const double *taps, int64_t m, double *out, int64_t room)
{
    for (int64_t i = 0; i < n; i++)
        for (int64_t j = 0; j < m; j++)
            out[i + j] += signal[i] * taps[j];
}

double strided_difference(const double *a, int64_t n, int64_t m, int64_t a0, int64_t a1, const double *b, int64_t n2,
                          int64_t m2, int64_t b0, int64_t b1)
{
    double total = 0.0;
    for (int64_t i = 0; i < n; i++) {
        for (int64_t j = 0; j < m; j++) {
            double d = a[i * a0 + j * a1] - b[i * b0 + j * b1];
            total += d * d;
        }
    }
    return total;
}

void transpose_rows(const double *a, int64_t n, int64_t m, double *out, int64_t n2, int64_t m2)
{
    for (int64_t i = 0; i < m; i++)
        for (int64_t j = 0; j < n; j++)
            out[i * m2 + j] = a[j * m + i];
}

void life_on_torus(const uint8_t *cells, int64_t rows, int64_t columns, uint8_t *target, int64_t rows2, int64_t columns2)
{
    for (int64_t y = 0; y < rows; y++) {
        for (int64_t x = 0; x < columns; x++) {
            int around = 0;
            for (int64_t dy = -1; dy < 2; dy++)
                for (int64_t dx = -1; dx < 2; dx++)
                    if (dy != 0 || dx != 0)
                        around += cells[(y + dy + rows) % rows * columns + (x + dx + columns) % columns];
            target[y * columns + x] = around == 3 || (around == 2 && cells[y * columns + x] == 1);
        }
    }
}
