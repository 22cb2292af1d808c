/* Twins of tests/kernels/scimark.py. */

#include <math.h>
#include <stdint.h>

void successive_over_relaxation(double omega, double *grid, int64_t rows, int64_t columns, int64_t steps)
{
    double quarter = omega * 0.25, rest = 1.0 - omega;
    for (int64_t step = 0; step < steps; step++) {
        for (int64_t i = 1; i < rows - 1; i++) {
            for (int64_t j = 1; j < columns - 1; j++) {
                double *at = grid + i * columns + j, around = at[-columns] + at[columns] + at[-1] + at[1];
                *at = quarter * around + rest * *at;
            }
        }
    }
}

void sparse_matrix_vector(double *y, int64_t n, const double *values, int64_t items, const int64_t *starts, int64_t n1,
                          const int32_t *columns, int64_t items2, const double *x, int64_t n2, int64_t steps)
{
    for (int64_t step = 0; step < steps; step++) {
        for (int64_t r = 0; r < n; r++) {
            double s = 0.0;
            for (int64_t i = starts[r]; i < starts[r + 1]; i++)
                s += x[columns[i]] * values[i];
            y[r] = s;
        }
    }
}

static inline void swap(double *data, int64_t i, int64_t j)
{
    double t = data[i];
    data[i] = data[j];
    data[j] = t;
}

void fft_interleaved(double *data, int64_t length, int64_t direction)
{
    int64_t n = length / 2, j = 0;
    for (int64_t i = 0; i < n - 1; i++) {
        if (i < j) {
            swap(data, 2 * i, 2 * j);
            swap(data, 2 * i + 1, 2 * j + 1);
        }
        int64_t k = n >> 1;
        while (k <= j) {
            j -= k;
            k >>= 1;
        }
        j += k;
    }
    for (int64_t dual = 1; dual < n; dual *= 2) {
        double wr = 1.0, wi = 0.0, theta = 2.0 * direction * M_PI / (2.0 * dual);
        double s = sin(theta), t = sin(theta / 2.0), s2 = 2.0 * t * t;
        for (int64_t a = 0; a < dual; a++) {
            if (a > 0) {
                double next = wr - s * wi - s2 * wr;
                wi = wi + s * wr - s2 * wi;
                wr = next;
            }
            for (int64_t b = 0; b < n; b += 2 * dual) {
                int64_t i = 2 * (b + a), j = 2 * (b + a + dual);
                double zr = wr * data[j] - wi * data[j + 1], zi = wr * data[j + 1] + wi * data[j];
                data[j] = data[i] - zr;
                data[j + 1] = data[i + 1] - zi;
                data[i] += zr;
                data[i + 1] += zi;
            }
        }
    }
}

double monte_carlo_integration(int64_t seed, int64_t count, int64_t *state, int64_t room)
{
    const int64_t m = 2147483647;
    for (int64_t k = 0; k < 17; k++) {
        seed = seed * 9069 % m;
        state[k] = seed;
    }
    int64_t i = 4, j = 16, inside = 0;
    for (int64_t n = 0; n < count; n++) {
        int64_t k = state[i] - state[j];
        if (k < 0)
            k += m;
        state[j] = k;
        i = i == 0 ? 16 : i - 1;
        j = j == 0 ? 16 : j - 1;
        double x = (double)k / m;
        k = state[i] - state[j];
        if (k < 0)
            k += m;
        state[j] = k;
        i = i == 0 ? 16 : i - 1;
        j = j == 0 ? 16 : j - 1;
        double y = (double)k / m;
        if (x * x + y * y <= 1.0)
            inside++;
    }
    return (double)inside / count * 4.0;
}
