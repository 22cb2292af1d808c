/* Twins of tests/kernels/polybench.py. */

#include <math.h>
#include <stdint.h>

void gemm(double alpha, double beta, const double *a, int64_t n, int64_t inner, const double *b, int64_t inner2,
          int64_t m, double *c, int64_t n2, int64_t m2)
{
    for (int64_t i = 0; i < n; i++) {
        for (int64_t j = 0; j < m; j++)
            c[i * m + j] *= beta;
        for (int64_t k = 0; k < inner; k++)
            for (int64_t j = 0; j < m; j++)
                c[i * m + j] += alpha * a[i * inner + k] * b[k * m + j];
    }
}

void two_mm(double alpha, double beta, const double *a, int64_t n, int64_t a1, const double *b, int64_t b0, int64_t b1,
            const double *c, int64_t c0, int64_t c1, double *d, int64_t d0, int64_t d1, double *product, int64_t p0,
            int64_t p1)
{
    for (int64_t i = 0; i < n; i++) {
        for (int64_t j = 0; j < n; j++) {
            product[i * n + j] = 0.0;
            for (int64_t k = 0; k < n; k++)
                product[i * n + j] += alpha * a[i * n + k] * b[k * n + j];
        }
    }
    for (int64_t i = 0; i < n; i++) {
        for (int64_t j = 0; j < n; j++) {
            d[i * n + j] *= beta;
            for (int64_t k = 0; k < n; k++)
                d[i * n + j] += product[i * n + k] * c[k * n + j];
        }
    }
}

void atax(const double *a, int64_t rows, int64_t columns, const double *x, int64_t x0, double *y, int64_t y0,
          double *product, int64_t p0)
{
    for (int64_t j = 0; j < columns; j++)
        y[j] = 0.0;
    for (int64_t i = 0; i < rows; i++) {
        double s = 0.0;
        for (int64_t j = 0; j < columns; j++)
            s += a[i * columns + j] * x[j];
        product[i] = s;
        for (int64_t j = 0; j < columns; j++)
            y[j] += a[i * columns + j] * s;
    }
}

void bicg(const double *a, int64_t n, int64_t m, double *s, int64_t s0, double *q, int64_t q0, const double *p,
          int64_t p0, const double *r, int64_t r0)
{
    for (int64_t i = 0; i < m; i++)
        s[i] = 0.0;
    for (int64_t i = 0; i < n; i++) {
        q[i] = 0.0;
        for (int64_t j = 0; j < m; j++) {
            s[j] += r[i] * a[i * m + j];
            q[i] += a[i * m + j] * p[j];
        }
    }
}

void mvt(const double *a, int64_t n, int64_t m, double *x1, int64_t x10, double *x2, int64_t x20, const double *y1,
         int64_t y10, const double *y2, int64_t y20)
{
    for (int64_t i = 0; i < n; i++)
        for (int64_t j = 0; j < n; j++)
            x1[i] += a[i * n + j] * y1[j];
    for (int64_t i = 0; i < n; i++)
        for (int64_t j = 0; j < n; j++)
            x2[i] += a[j * n + i] * y2[j];
}

void gesummv(double alpha, double beta, const double *a, int64_t n, int64_t a1, const double *b, int64_t b0, int64_t b1,
             const double *x, int64_t x0, double *y, int64_t y0)
{
    for (int64_t i = 0; i < n; i++) {
        double left = 0.0, right = 0.0;
        for (int64_t j = 0; j < n; j++) {
            left += a[i * n + j] * x[j];
            right += b[i * n + j] * x[j];
        }
        y[i] = alpha * left + beta * right;
    }
}

void gemver(double alpha, double beta, double *a, int64_t n, int64_t a1, const double *u1, int64_t u10, const double *v1,
            int64_t v10, const double *u2, int64_t u20, const double *v2, int64_t v20, const double *y, int64_t y0,
            const double *z, int64_t z0, double *x, int64_t x0, double *w, int64_t w0)
{
    for (int64_t i = 0; i < n; i++)
        for (int64_t j = 0; j < n; j++)
            a[i * n + j] += u1[i] * v1[j] + u2[i] * v2[j];
    for (int64_t i = 0; i < n; i++)
        for (int64_t j = 0; j < n; j++)
            x[i] += beta * a[j * n + i] * y[j];
    for (int64_t i = 0; i < n; i++)
        x[i] += z[i];
    for (int64_t i = 0; i < n; i++)
        for (int64_t j = 0; j < n; j++)
            w[i] += alpha * a[i * n + j] * x[j];
}

void trmm(double alpha, const double *a, int64_t a0, int64_t a1, double *b, int64_t rows, int64_t columns)
{
    for (int64_t i = 0; i < rows; i++) {
        for (int64_t j = 0; j < columns; j++) {
            for (int64_t k = i + 1; k < rows; k++)
                b[i * columns + j] += a[k * a1 + i] * b[k * columns + j];
            b[i * columns + j] *= alpha;
        }
    }
}

void syrk(double alpha, double beta, const double *a, int64_t n, int64_t m, double *c, int64_t c0, int64_t c1)
{
    for (int64_t i = 0; i < n; i++) {
        for (int64_t j = 0; j <= i; j++)
            c[i * n + j] *= beta;
        for (int64_t k = 0; k < m; k++)
            for (int64_t j = 0; j <= i; j++)
                c[i * n + j] += alpha * a[i * m + k] * a[j * m + k];
    }
}

void symm(double alpha, double beta, const double *a, int64_t a0, int64_t a1, const double *b, int64_t b0, int64_t b1,
          double *c, int64_t rows, int64_t columns)
{
    for (int64_t i = 0; i < rows; i++) {
        for (int64_t j = 0; j < columns; j++) {
            double s = 0.0;
            for (int64_t k = 0; k < i; k++) {
                c[k * columns + j] += alpha * b[i * columns + j] * a[i * a1 + k];
                s += b[k * columns + j] * a[i * a1 + k];
            }
            c[i * columns + j] =
                beta * c[i * columns + j] + alpha * b[i * columns + j] * a[i * a1 + i] + alpha * s;
        }
    }
}

void trisolv(const double *lower, int64_t n, int64_t m, const double *b, int64_t b0, double *x, int64_t x0)
{
    for (int64_t i = 0; i < n; i++) {
        x[i] = b[i];
        for (int64_t j = 0; j < i; j++)
            x[i] -= lower[i * n + j] * x[j];
        x[i] = x[i] / lower[i * n + i];
    }
}

void lu_in_place(double *a, int64_t n, int64_t m)
{
    for (int64_t i = 0; i < n; i++) {
        for (int64_t j = 0; j < i; j++) {
            for (int64_t k = 0; k < j; k++)
                a[i * n + j] -= a[i * n + k] * a[k * n + j];
            a[i * n + j] /= a[j * n + j];
        }
        for (int64_t j = i; j < n; j++)
            for (int64_t k = 0; k < i; k++)
                a[i * n + j] -= a[i * n + k] * a[k * n + j];
    }
}

void durbin(const double *r, int64_t n, double *y, int64_t y0, double *z, int64_t z0)
{
    y[0] = -r[0];
    double alpha = -r[0], beta = 1.0;
    for (int64_t k = 1; k < n; k++) {
        beta = (1 - alpha * alpha) * beta;
        double s = 0.0;
        for (int64_t i = 0; i < k; i++)
            s += r[k - i - 1] * y[i];
        alpha = -(r[k] + s) / beta;
        for (int64_t i = 0; i < k; i++)
            z[i] = y[i] + alpha * y[k - i - 1];
        for (int64_t i = 0; i < k; i++)
            y[i] = z[i];
        y[k] = alpha;
    }
}

void gram_schmidt(double *a, int64_t m, int64_t n, double *r, int64_t r0, int64_t r1, double *q, int64_t q0, int64_t q1)
{
    for (int64_t k = 0; k < n; k++) {
        double norm = 0.0;
        for (int64_t i = 0; i < m; i++)
            norm += a[i * n + k] * a[i * n + k];
        r[k * n + k] = sqrt(norm);
        for (int64_t i = 0; i < m; i++)
            q[i * n + k] = a[i * n + k] / r[k * n + k];
        for (int64_t j = k + 1; j < n; j++) {
            r[k * n + j] = 0.0;
            for (int64_t i = 0; i < m; i++)
                r[k * n + j] += q[i * n + k] * a[i * n + j];
            for (int64_t i = 0; i < m; i++)
                a[i * n + j] -= q[i * n + k] * r[k * n + j];
        }
    }
}

void correlation(double *data, int64_t n, int64_t m, double *result, int64_t r0, int64_t r1, double *mean, int64_t m0,
                 double *deviation, int64_t d0)
{
    for (int64_t j = 0; j < m; j++) {
        double s = 0.0;
        for (int64_t i = 0; i < n; i++)
            s += data[i * m + j];
        mean[j] = s / n;
    }
    for (int64_t j = 0; j < m; j++) {
        double s = 0.0;
        for (int64_t i = 0; i < n; i++)
            s += (data[i * m + j] - mean[j]) * (data[i * m + j] - mean[j]);
        deviation[j] = sqrt(s / n);
        if (deviation[j] <= 0.1)
            deviation[j] = 1.0;
    }
    for (int64_t i = 0; i < n; i++) {
        for (int64_t j = 0; j < m; j++) {
            data[i * m + j] -= mean[j];
            data[i * m + j] /= sqrt((double)n) * deviation[j];
        }
    }
    for (int64_t i = 0; i < m; i++) {
        result[i * m + i] = 1.0;
        for (int64_t j = i + 1; j < m; j++) {
            double s = 0.0;
            for (int64_t k = 0; k < n; k++)
                s += data[k * m + i] * data[k * m + j];
            result[i * m + j] = s;
            result[j * m + i] = s;
        }
    }
}

void covariance(double *data, int64_t n, int64_t m, double *result, int64_t r0, int64_t r1, double *mean, int64_t m0)
{
    for (int64_t j = 0; j < m; j++) {
        mean[j] = 0.0;
        for (int64_t i = 0; i < n; i++)
            mean[j] += data[i * m + j];
        mean[j] /= n;
    }
    for (int64_t i = 0; i < n; i++)
        for (int64_t j = 0; j < m; j++)
            data[i * m + j] -= mean[j];
    for (int64_t i = 0; i < m; i++) {
        for (int64_t j = i; j < m; j++) {
            double s = 0.0;
            for (int64_t k = 0; k < n; k++)
                s += data[k * m + i] * data[k * m + j];
            result[i * m + j] = s / (n - 1.0);
            result[j * m + i] = result[i * m + j];
        }
    }
}

void doitgen(double *a, int64_t nr, int64_t nq, int64_t np, const double *c4, int64_t c0, int64_t c1, double *total,
             int64_t t0)
{
    for (int64_t r = 0; r < nr; r++) {
        for (int64_t q = 0; q < nq; q++) {
            for (int64_t p = 0; p < np; p++) {
                total[p] = 0.0;
                for (int64_t s = 0; s < np; s++)
                    total[p] += a[(r * nq + q) * np + s] * c4[s * np + p];
            }
            for (int64_t p = 0; p < np; p++)
                a[(r * nq + q) * np + p] = total[p];
        }
    }
}

void jacobi_1d(double *a, int64_t n, double *b, int64_t m, int64_t steps)
{
    for (int64_t t = 0; t < steps; t++) {
        for (int64_t i = 1; i < n - 1; i++)
            b[i] = 0.33333 * (a[i - 1] + a[i] + a[i + 1]);
        for (int64_t i = 1; i < n - 1; i++)
            a[i] = 0.33333 * (b[i - 1] + b[i] + b[i + 1]);
    }
}

void jacobi_2d(double *a, int64_t n, int64_t a1, double *b, int64_t b0, int64_t b1, int64_t steps)
{
    for (int64_t t = 0; t < steps; t++) {
        for (int64_t i = 1; i < n - 1; i++)
            for (int64_t j = 1; j < n - 1; j++)
                b[i * n + j] = 0.2 * (a[i * n + j] + a[i * n + j - 1] + a[i * n + 1 + j] + a[(1 + i) * n + j] +
                                      a[(i - 1) * n + j]);
        for (int64_t i = 1; i < n - 1; i++)
            for (int64_t j = 1; j < n - 1; j++)
                a[i * n + j] = 0.2 * (b[i * n + j] + b[i * n + j - 1] + b[i * n + 1 + j] + b[(1 + i) * n + j] +
                                      b[(i - 1) * n + j]);
    }
}

void seidel_2d(double *a, int64_t n, int64_t m, int64_t steps)
{
    for (int64_t t = 0; t < steps; t++) {
        for (int64_t i = 1; i < n - 1; i++) {
            for (int64_t j = 1; j < n - 1; j++) {
                double *at = a + i * n + j;
                double above = at[-n - 1] + at[-n] + at[-n + 1], below = at[n - 1] + at[n] + at[n + 1];
                *at = (above + at[-1] + at[0] + at[1] + below) / 9.0;
            }
        }
    }
}

void heat_3d(double *a, int64_t n, int64_t a1, int64_t a2, double *b, int64_t b0, int64_t b1, int64_t b2, int64_t steps)
{
#define AT(i, j, k) (((i) * n + (j)) * n + (k))
    for (int64_t t = 0; t < steps; t++) {
        for (int64_t i = 1; i < n - 1; i++) {
            for (int64_t j = 1; j < n - 1; j++) {
                for (int64_t k = 1; k < n - 1; k++) {
                    double x = 0.125 * (a[AT(i + 1, j, k)] - 2.0 * a[AT(i, j, k)] + a[AT(i - 1, j, k)]);
                    double y = 0.125 * (a[AT(i, j + 1, k)] - 2.0 * a[AT(i, j, k)] + a[AT(i, j - 1, k)]);
                    double z = 0.125 * (a[AT(i, j, k + 1)] - 2.0 * a[AT(i, j, k)] + a[AT(i, j, k - 1)]);
                    b[AT(i, j, k)] = x + y + z + a[AT(i, j, k)];
                }
            }
        }
        double *swapped = a;
        a = b;
        b = swapped;
    }
#undef AT
}

void fdtd_2d(double *ex, int64_t ex0, int64_t ex1, double *ey, int64_t ey0, int64_t ey1, double *hz, int64_t rows,
             int64_t columns, const double *source, int64_t s0, int64_t steps)
{
    int64_t w = columns;
    for (int64_t t = 0; t < steps; t++) {
        for (int64_t j = 0; j < columns; j++)
            ey[j] = source[t];
        for (int64_t i = 1; i < rows; i++)
            for (int64_t j = 0; j < columns; j++)
                ey[i * w + j] -= 0.5 * (hz[i * w + j] - hz[(i - 1) * w + j]);
        for (int64_t i = 0; i < rows; i++)
            for (int64_t j = 1; j < columns; j++)
                ex[i * w + j] -= 0.5 * (hz[i * w + j] - hz[i * w + j - 1]);
        for (int64_t i = 0; i < rows - 1; i++)
            for (int64_t j = 0; j < columns - 1; j++)
                hz[i * w + j] -= 0.7 * (ex[i * w + j + 1] - ex[i * w + j] + ey[(i + 1) * w + j] - ey[i * w + j]);
    }
}

void adi(double *u, int64_t n, int64_t u1, double *v, int64_t v0, int64_t v1, double *p, int64_t p0, int64_t p1,
         double *q, int64_t q0, int64_t q1, int64_t steps)
{
    double dx = 1.0 / n, dy = 1.0 / n, dt = 1.0 / steps;
    double mul1 = 2.0 * dt / (dx * dx), mul2 = dt / (dy * dy);
    double a = -mul1 / 2.0, b = 1.0 + mul1, d = -mul2 / 2.0, e = 1.0 + mul2;
    for (int64_t t = 0; t < steps; t++) {
        for (int64_t i = 1; i < n - 1; i++) {
            v[i] = 1.0;
            p[i * n] = 0.0;
            q[i * n] = v[i];
            for (int64_t j = 1; j < n - 1; j++) {
                p[i * n + j] = -a / (a * p[i * n + j - 1] + b);
                double middle = (1.0 + 2.0 * d) * u[j * n + i];
                q[i * n + j] = (-d * u[j * n + i - 1] + middle - d * u[j * n + i + 1] - a * q[i * n + j - 1]) /
                               (a * p[i * n + j - 1] + b);
            }
            v[(n - 1) * n + i] = 1.0;
            for (int64_t j = n - 2; j > 0; j--)
                v[j * n + i] = p[i * n + j] * v[(j + 1) * n + i] + q[i * n + j];
        }
        for (int64_t i = 1; i < n - 1; i++) {
            u[i * n] = 1.0;
            p[i * n] = 0.0;
            q[i * n] = u[i * n];
            for (int64_t j = 1; j < n - 1; j++) {
                p[i * n + j] = -d / (d * p[i * n + j - 1] + e);
                double middle = (1.0 + 2.0 * a) * v[i * n + j];
                q[i * n + j] = (-a * v[(i - 1) * n + j] + middle - a * v[(i + 1) * n + j] - d * q[i * n + j - 1]) /
                               (d * p[i * n + j - 1] + e);
            }
            u[i * n + n - 1] = 1.0;
            for (int64_t j = n - 2; j > 0; j--)
                u[i * n + j] = p[i * n + j] * u[i * n + j + 1] + q[i * n + j];
        }
    }
}

static inline int64_t max(int64_t a, int64_t b)
{
    return b > a ? b : a;
}

int64_t nussinov(const int64_t *bases, int64_t n, int64_t *table, int64_t t0, int64_t t1)
{
    for (int64_t i = n - 1; i >= 0; i--) {
        for (int64_t j = i + 1; j < n; j++) {
            int64_t best = max(table[i * n + j], table[i * n + j - 1]);
            best = max(best, table[(i + 1) * n + j]);
            int64_t pair = bases[i] + bases[j] == 3 && i < j - 1 ? 1 : 0;
            best = max(best, table[(i + 1) * n + j - 1] + pair);
            for (int64_t k = i + 1; k < j; k++)
                best = max(best, table[i * n + k] + table[(k + 1) * n + j]);
            table[i * n + j] = best;
        }
    }
    return table[n - 1];
}
