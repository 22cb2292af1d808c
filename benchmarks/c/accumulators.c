/* Twins of tests/kernels/accumulators.py: one set of functions for each type of the items. */

#include <stdint.h>

/* T: the items; WIDE: sums of them that start as an int; REAL: sums that start as a float; NAME: NumPy's name. */
#define ACCUMULATORS(T, WIDE, REAL, NAME)                                                                              \
    WIDE sum_from_int_##NAME(const T *a, int64_t n)                                                                    \
    {                                                                                                                  \
        WIDE s = 0;                                                                                                    \
        for (int64_t i = 0; i < n; i++)                                                                                \
            s += a[i];                                                                                                 \
        return s;                                                                                                      \
    }                                                                                                                  \
    REAL sum_from_float_##NAME(const T *a, int64_t n)                                                                  \
    {                                                                                                                  \
        REAL s = 0;                                                                                                    \
        for (int64_t i = 0; i < n; i++)                                                                                \
            s += a[i];                                                                                                 \
        return s;                                                                                                      \
    }                                                                                                                  \
    WIDE sum_of_squares_##NAME(const T *a, int64_t n)                                                                  \
    {                                                                                                                  \
        WIDE s = 0;                                                                                                    \
        for (int64_t i = 0; i < n; i++)                                                                                \
            s += a[i] * a[i];                                                                                          \
        return s;                                                                                                      \
    }                                                                                                                  \
    int64_t alternating_##NAME(const T *a, int64_t n)                                                                  \
    {                                                                                                                  \
        int64_t s = 0;                                                                                                 \
        for (int64_t i = 0; i < n; i++) {                                                                              \
            if (i & 1)                                                                                                 \
                s -= (int64_t)a[i];                                                                                    \
            else                                                                                                       \
                s += (int64_t)a[i];                                                                                    \
        }                                                                                                              \
        return s;                                                                                                      \
    }                                                                                                                  \
    REAL mean_##NAME(const T *a, int64_t n)                                                                            \
    {                                                                                                                  \
        REAL s = 0;                                                                                                    \
        for (int64_t i = 0; i < n; i++)                                                                                \
            s += a[i];                                                                                                 \
        return s / n;                                                                                                  \
    }                                                                                                                  \
    WIDE largest_##NAME(const T *a, int64_t n)                                                                         \
    {                                                                                                                  \
        WIDE best = -1;                                                                                                \
        for (int64_t i = 0; i < n; i++)                                                                                \
            best = a[i] > best ? a[i] : best;                                                                          \
        return best;                                                                                                   \
    }                                                                                                                  \
    void mixed_pair_##NAME(const T *a, int64_t n, int64_t *whole, double *real)                                        \
    {                                                                                                                  \
        int64_t count = 0;                                                                                             \
        REAL s = 0;                                                                                                    \
        for (int64_t i = 0; i < n; i++) {                                                                              \
            s += (REAL)a[i] / 2;                                                                                       \
            if (a[i] > 1)                                                                                              \
                count++;                                                                                               \
        }                                                                                                              \
        *whole = count;                                                                                                \
        *real = s;                                                                                                     \
    }

ACCUMULATORS(int64_t, int64_t, double, int64)
ACCUMULATORS(float, float, float, float32)
ACCUMULATORS(double, double, double, float64)

int64_t product_of_shifted_int64(const int64_t *a, int64_t n)
{
    uint64_t p = 1; /* wraps */
    for (int64_t i = 0; i < n; i++)
        p *= (uint64_t)a[i] + 1;
    return (int64_t)p;
}

float product_of_shifted_float32(const float *a, int64_t n)
{
    float p = 1;
    for (int64_t i = 0; i < n; i++)
        p *= a[i] + 1;
    return p;
}

double product_of_shifted_float64(const double *a, int64_t n)
{
    double p = 1;
    for (int64_t i = 0; i < n; i++)
        p *= a[i] + 1;
    return p;
}
