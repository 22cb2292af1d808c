/* Twins of tests/kernels/numeric.py. */

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

int64_t mandelbrot(double left, double right, double bottom, double top, int64_t width, int64_t height, int64_t limit)
{
    int64_t total = 0;
    for (int64_t row = 0; row < height; row++) {
        double ci = bottom + (top - bottom) * row / height;
        for (int64_t column = 0; column < width; column++) {
            double cr = left + (right - left) * column / width, zr = 0.0, zi = 0.0;
            int64_t count = 0;
            while (count < limit && zr * zr + zi * zi <= 4.0) {
                double next = zr * zr - zi * zi + cr;
                zi = 2.0 * zr * zi + ci;
                zr = next;
                count++;
            }
            total += count;
        }
    }
    return total;
}

void mandelbrot_image(int64_t n, uint8_t *image, int64_t rows, int64_t columns)
{
    for (int64_t y = 0; y < n; y++) {
        for (int64_t x = 0; x < n; x++) {
            double cr = 3.0 * x / n - 2.0, ci = 2.0 * y / n - 1.0, zr = cr, zi = ci;
            int64_t result = 255;
            for (int64_t step = 0; step < 100; step++) {
                double zr2 = zr * zr, zi2 = zi * zi;
                if (zr2 + zi2 > 4.0) {
                    result = step;
                    break;
                }
                zi = 2.0 * zr * zi + ci;
                zr = zr2 - zi2 + cr;
            }
            image[y * columns + x] = result;
        }
    }
}

void matmul(const double *a, int64_t rows, int64_t inner, const double *b, int64_t inner2, int64_t columns, double *c,
            int64_t rows2, int64_t columns2)
{
    for (int64_t i = 0; i < rows; i++) {
        for (int64_t j = 0; j < columns; j++) {
            double s = 0.0;
            for (int64_t k = 0; k < inner; k++)
                s += a[i * inner + k] * b[k * columns + j];
            c[i * columns + j] = s;
        }
    }
}

double *matmul_new_result(const double *a, int64_t rows, int64_t inner, const double *b, int64_t inner2, int64_t columns,
                          int64_t stride0, int64_t stride1)
{
    double *c = calloc(rows * columns, sizeof *c);
    for (int64_t i = 0; i < rows; i++) {
        for (int64_t k = 0; k < inner; k++) {
            double x = a[i * inner + k];
            for (int64_t j = 0; j < columns; j++)
                c[i * columns + j] += x * b[k * stride0 + j * stride1];
        }
    }
    return c;
}

int64_t lu(double *a, int64_t n, int64_t m, int64_t *pivots, int64_t count)
{
    int64_t sign = 1;
    for (int64_t k = 0; k < n; k++) {
        int64_t best = k;
        for (int64_t i = k + 1; i < n; i++)
            if (fabs(a[i * n + k]) > fabs(a[best * n + k]))
                best = i;
        if (a[best * n + k] == 0)
            return 0;
        if (best != k) {
            sign = -sign;
            int64_t p = pivots[k];
            pivots[k] = pivots[best];
            pivots[best] = p;
            for (int64_t j = 0; j < n; j++) {
                double t = a[k * n + j];
                a[k * n + j] = a[best * n + j];
                a[best * n + j] = t;
            }
        }
        for (int64_t i = k + 1; i < n; i++) {
            a[i * n + k] /= a[k * n + k];
            double factor = a[i * n + k];
            for (int64_t j = k + 1; j < n; j++)
                a[i * n + j] -= factor * a[k * n + j];
        }
    }
    return sign;
}

void cholesky(double *a, int64_t n, int64_t m)
{
    for (int64_t j = 0; j < n; j++) {
        double d = a[j * n + j];
        for (int64_t k = 0; k < j; k++)
            d -= a[j * n + k] * a[j * n + k];
        if (d <= 0.0)
            abort();
        a[j * n + j] = sqrt(d);
        for (int64_t i = j + 1; i < n; i++) {
            double s = a[i * n + j];
            for (int64_t k = 0; k < j; k++)
                s -= a[i * n + k] * a[j * n + k];
            a[i * n + j] = s / a[j * n + j];
            a[j * n + i] = 0.0;
        }
    }
}

static inline void swap(double *a, int64_t i, int64_t j)
{
    double t = a[i];
    a[i] = a[j];
    a[j] = t;
}

void fft(double *re, int64_t n, double *im, int64_t m)
{
    int64_t j = 0;
    for (int64_t i = 1; i < n; i++) {
        int64_t bit = n >> 1;
        while (j & bit) {
            j ^= bit;
            bit >>= 1;
        }
        j |= bit;
        if (i < j) {
            swap(re, i, j);
            swap(im, i, j);
        }
    }
    for (int64_t size = 2; size <= n; size *= 2) {
        double angle = -2.0 * M_PI / size, wr = cos(angle), wi = sin(angle);
        for (int64_t start = 0; start < n; start += size) {
            double cr = 1.0, ci = 0.0;
            int64_t half = size / 2;
            for (int64_t k = start; k < start + half; k++) {
                double xr = re[k + half] * cr - im[k + half] * ci;
                double xi = re[k + half] * ci + im[k + half] * cr;
                re[k + half] = re[k] - xr;
                im[k + half] = im[k] - xi;
                re[k] += xr;
                im[k] += xi;
                double next = cr * wr - ci * wi;
                ci = cr * wi + ci * wr;
                cr = next;
            }
        }
    }
}

static inline double eval_a(int64_t i, int64_t j)
{
    return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1);
}

static void multiply_at_a(const double *source, double *w, double *target, int64_t n)
{
    for (int64_t i = 0; i < n; i++) {
        double s = 0.0;
        for (int64_t j = 0; j < n; j++)
            s += eval_a(i, j) * source[j];
        w[i] = s;
    }
    for (int64_t i = 0; i < n; i++) {
        double s = 0.0;
        for (int64_t j = 0; j < n; j++)
            s += eval_a(j, i) * w[j];
        target[i] = s;
    }
}

double spectral_norm(int64_t n)
{
    double *u = malloc(n * sizeof *u), *v = calloc(n, sizeof *v), *w = calloc(n, sizeof *w);
    for (int64_t i = 0; i < n; i++)
        u[i] = 1.0;
    for (int step = 0; step < 2; step++) {
        multiply_at_a(u, w, v, n);
        multiply_at_a(v, w, u, n);
    }
    double vbv = 0.0, vv = 0.0;
    for (int64_t i = 0; i < n; i++) {
        vbv += u[i] * v[i];
        vv += v[i] * v[i];
    }
    free(u);
    free(v);
    free(w);
    return sqrt(vbv / vv);
}

void pairwise_distances(const double *points, int64_t n, int64_t dimensions, double *distances, int64_t rows,
                        int64_t columns)
{
    for (int64_t i = 0; i < n; i++) {
        for (int64_t j = 0; j < n; j++) {
            double d = 0.0;
            for (int64_t k = 0; k < dimensions; k++) {
                double t = points[i * dimensions + k] - points[j * dimensions + k];
                d += t * t;
            }
            distances[i * columns + j] = sqrt(d);
        }
    }
}

static inline double bell(double x)
{
    return exp(-x * x / 2.0);
}

double simpson(double a, double b, int64_t n)
{
    if (n % 2)
        return NAN;
    double h = (b - a) / n, total = bell(a) + bell(b);
    for (int64_t i = 1; i < n; i++)
        total += (i & 1 ? 4 : 2) * bell(a + i * h);
    return total * h / 3;
}

double newton(int64_t count)
{
    double checksum = 0.0;
    for (int64_t i = 0; i < count; i++) {
        double x = 1.5 + (double)i / count;
        int64_t k;
        for (k = 0; k < 50; k++) {
            double value = x * x * x - 2 * x - 5, slope = 3 * x * x - 2, step = value / slope;
            x -= step;
            if (fabs(step) < 1e-14)
                break;
        }
        if (k == 50)
            return NAN;
        checksum += x;
    }
    return checksum;
}

double trapezoid(const double *y, int64_t n, const double *dx, int64_t m)
{
    double total = 0.0;
    for (int64_t i = 1; i < n; i++)
        total += dx[i] * (y[i] + y[i - 1]) * 0.5;
    return total;
}

double horner(const double *coefficients, int64_t m, const double *xs, int64_t n)
{
    double best = -INFINITY;
    for (int64_t i = 0; i < n; i++) {
        double value = 0.0;
        for (int64_t k = 0; k < m; k++)
            value = value * xs[i] + coefficients[k];
        if (value > best)
            best = value;
    }
    return best;
}

double pi_leibniz(int64_t n)
{
    double total = 0.0;
    int64_t sign = 1;
    for (int64_t k = 0; k < n; k++) {
        total += (double)sign / (double)(2 * k + 1);
        sign = -sign;
    }
    return 4 * total;
}

static inline double cumulative_normal(double x)
{
    return 0.5 * (1.0 + erf(x / sqrt(2.0)));
}

void black_scholes(const double *price, int64_t n, const double *strike, int64_t n2, const double *years, int64_t n3,
                   double riskless, double volatility, double *call, int64_t n4, double *put, int64_t n5)
{
    for (int64_t i = 0; i < n; i++) {
        double s = price[i], x = strike[i], t = years[i], sqrt_t = sqrt(t);
        double d1 = (log(s / x) + (riskless + 0.5 * volatility * volatility) * t) / (volatility * sqrt_t);
        double d2 = d1 - volatility * sqrt_t, discounted = x * exp(-riskless * t);
        call[i] = s * cumulative_normal(d1) - discounted * cumulative_normal(d2);
        put[i] = discounted * (1.0 - cumulative_normal(d2)) - s * (1.0 - cumulative_normal(d1));
    }
}

void dot_and_norms(const double *x, int64_t n, const double *y, int64_t m, double *dot, double *norm_x, double *norm_y)
{
    double xy = 0.0, xx = 0.0, yy = 0.0;
    for (int64_t i = 0; i < n && i < m; i++) {
        xy += x[i] * y[i];
        xx += x[i] * x[i];
        yy += y[i] * y[i];
    }
    *dot = xy;
    *norm_x = sqrt(xx);
    *norm_y = sqrt(yy);
}

void axpy(double a, const double *x, int64_t n, double *y, int64_t m)
{
    for (int64_t i = 0; i < n; i++)
        y[i] += a * x[i];
}

void mean_variance_welford(const double *values, int64_t n, double *mean, double *variance)
{
    int64_t count = 0;
    double m = 0.0, m2 = 0.0;
    for (int64_t i = 0; i < n; i++) {
        count++;
        double delta = values[i] - m;
        m += delta / count;
        m2 += delta * (values[i] - m);
    }
    *mean = m;
    *variance = m2 / (count - 1);
}

double gather_sum(const double *values, int64_t n, const int64_t *indices, int64_t m)
{
    double s = 0.0;
    for (int64_t i = 0; i < m; i++)
        s += values[indices[i]];
    return s;
}

double *matrix_vector(const double *a, int64_t rows, int64_t columns, const double *x, int64_t n)
{
    double *y = malloc(rows * sizeof *y);
    for (int64_t i = 0; i < rows; i++) {
        double s = 0.0;
        for (int64_t j = 0; j < columns; j++)
            s += a[i * columns + j] * x[j];
        y[i] = s;
    }
    return y;
}

void thomas(const double *lower, int64_t n, const double *diagonal, int64_t n2, const double *upper, int64_t n3,
            const double *right, int64_t n4, double *c, int64_t n5, double *x, int64_t n6)
{
    c[0] = upper[0] / diagonal[0];
    x[0] = right[0] / diagonal[0];
    for (int64_t i = 1; i < n; i++) {
        double m = diagonal[i] - lower[i] * c[i - 1];
        c[i] = upper[i] / m;
        x[i] = (right[i] - lower[i] * x[i - 1]) / m;
    }
    for (int64_t i = n - 2; i >= 0; i--)
        x[i] -= c[i] * x[i + 1];
}

void kmeans_assign(const double *points, int64_t n, int64_t two, const double *centres, int64_t m, int64_t two2,
                   int64_t *labels, int64_t n2, int64_t *changes, double *inertia)
{
    int64_t changed = 0;
    double total = 0.0;
    for (int64_t p = 0; p < n; p++) {
        double best = INFINITY;
        int64_t nearest = 0;
        for (int64_t c = 0; c < m; c++) {
            double dx = points[2 * p] - centres[2 * c], dy = points[2 * p + 1] - centres[2 * c + 1];
            double distance = dx * dx + dy * dy;
            if (distance < best) {
                best = distance;
                nearest = c;
            }
        }
        if (labels[p] != nearest) {
            labels[p] = nearest;
            changed++;
        }
        total += best;
    }
    *changes = changed;
    *inertia = total;
}

double distances_by_power(const double *points, int64_t n, int64_t three)
{
    double total = 0.0;
    for (int64_t i = 0; i < n; i++) {
        for (int64_t j = 0; j < i; j++) {
            const double *p = points + i * three, *q = points + j * three;
            total += pow(pow(p[0] - q[0], 2.0) + pow(p[1] - q[1], 2.0) + pow(p[2] - q[2], 2.0), 0.5);
        }
    }
    return total;
}

void gravity(const double *points, int64_t n, int64_t two, const double *masses, int64_t n2, double *forces, int64_t n3,
             int64_t two2)
{
    for (int64_t i = 0; i < n; i++) {
        double x = 0.0, y = 0.0;
        for (int64_t j = 0; j < n; j++) {
            double dx = points[j * two] - points[i * two], dy = points[j * two + 1] - points[i * two + 1];
            double weight = masses[j] * pow(dx * dx + dy * dy + 0.01, -1.5);
            x += weight * dx;
            y += weight * dy;
        }
        forces[i * two] = x;
        forces[i * two + 1] = y;
    }
}
