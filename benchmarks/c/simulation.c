/* Twins of tests/kernels/simulation.py. */

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

double n_body(double *x, int64_t n, int64_t three, double *v, int64_t n2, int64_t three2, const double *mass, int64_t n3,
              double dt, int64_t steps)
{
    for (int64_t step = 0; step < steps; step++) {
        for (int64_t i = 0; i < n; i++) {
            for (int64_t j = i + 1; j < n; j++) {
                double dx = x[3 * i] - x[3 * j], dy = x[3 * i + 1] - x[3 * j + 1], dz = x[3 * i + 2] - x[3 * j + 2];
                double d2 = dx * dx + dy * dy + dz * dz + 1e-9, magnitude = dt / (d2 * sqrt(d2));
                v[3 * i] -= dx * mass[j] * magnitude;
                v[3 * i + 1] -= dy * mass[j] * magnitude;
                v[3 * i + 2] -= dz * mass[j] * magnitude;
                v[3 * j] += dx * mass[i] * magnitude;
                v[3 * j + 1] += dy * mass[i] * magnitude;
                v[3 * j + 2] += dz * mass[i] * magnitude;
            }
        }
        for (int64_t i = 0; i < n; i++)
            for (int64_t k = 0; k < 3; k++)
                x[3 * i + k] += dt * v[3 * i + k];
    }
    double energy = 0.0;
    for (int64_t i = 0; i < n; i++)
        energy += 0.5 * mass[i] * (v[3 * i] * v[3 * i] + v[3 * i + 1] * v[3 * i + 1] + v[3 * i + 2] * v[3 * i + 2]);
    return energy;
}

struct slope {
    double x, y;
};

static inline struct slope lotka_volterra_slope(double x, double y, const double *p)
{
    return (struct slope){p[0] * x - p[1] * x * y, p[2] * x * y - p[3] * y};
}

void lotka_volterra(double x, double y, const double *p, int64_t count, double dt, int64_t steps, double *x_end,
                    double *y_end)
{
    for (int64_t i = 0; i < steps; i++) {
        struct slope k1 = lotka_volterra_slope(x, y, p);
        struct slope k2 = lotka_volterra_slope(x + dt / 2 * k1.x, y + dt / 2 * k1.y, p);
        struct slope k3 = lotka_volterra_slope(x + dt / 2 * k2.x, y + dt / 2 * k2.y, p);
        struct slope k4 = lotka_volterra_slope(x + dt * k3.x, y + dt * k3.y, p);
        x += dt / 6 * (k1.x + 2 * k2.x + 2 * k3.x + k4.x);
        y += dt / 6 * (k1.y + 2 * k2.y + 2 * k3.y + k4.y);
    }
    *x_end = x;
    *y_end = y;
}

double lorenz(double *path, int64_t n, int64_t three, double dt)
{
    double x = 1.0, y = 1.0, z = 1.0;
    for (int64_t i = 0; i < n; i++) {
        double dx = 10.0 * (y - x), dy = x * (28.0 - z) - y, dz = x * y - 8.0 / 3.0 * z;
        x += dt * dx;
        y += dt * dy;
        z += dt * dz;
        path[3 * i] = x;
        path[3 * i + 1] = y;
        path[3 * i + 2] = z;
    }
    return x > y ? (x > z ? x : z) : (y > z ? y : z);
}

double monte_carlo_pi(int64_t seed, int64_t count)
{
    int64_t inside = 0;
    for (int64_t i = 0; i < count; i++) {
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF;
        double x = seed / 2147483648.0;
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF;
        double y = seed / 2147483648.0;
        if (x * x + y * y <= 1.0)
            inside++;
    }
    return 4.0 * inside / count;
}

void gaussian_walk(uint64_t seed, int64_t steps, double *end, double *widest)
{
    double position = 0.0, spread = 0.0;
    for (int64_t i = 0; i < steps; i++) {
        seed = (seed * 6364136223846793005 + 1442695040888963407) & 0x7FFFFFFFFFFFFFFF;
        double u = (int64_t)(seed >> 10) / 9007199254740992.0;
        seed = (seed * 6364136223846793005 + 1442695040888963407) & 0x7FFFFFFFFFFFFFFF;
        double v = (int64_t)(seed >> 10) / 9007199254740992.0;
        position += sqrt(-2.0 * log(1.0 - u)) * cos(2.0 * M_PI * v);
        if (fabs(position) > spread)
            spread = fabs(position);
    }
    *end = position;
    *widest = spread;
}

int64_t ising(int8_t *spins, int64_t n, int64_t m, double beta, int64_t sweeps)
{
    int64_t seed = 12345;
    for (int64_t sweep = 0; sweep < sweeps; sweep++) {
        for (int64_t i = 0; i < n; i++) {
            for (int64_t j = 0; j < n; j++) {
                int64_t around = spins[(i ? i - 1 : n - 1) * n + j] + spins[(i + 1) % n * n + j];
                around += spins[i * n + (j ? j - 1 : n - 1)] + spins[i * n + (j + 1) % n];
                int64_t cost = 2 * spins[i * n + j] * around;
                seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF;
                if (cost <= 0 || seed / 2147483648.0 < exp(-cost * beta))
                    spins[i * n + j] = -spins[i * n + j];
            }
        }
    }
    int64_t magnetisation = 0;
    for (int64_t i = 0; i < n * n; i++)
        magnetisation += spins[i];
    return magnetisation;
}

int64_t elementary_automaton(int64_t n, int64_t rule)
{
    bool *cells = calloc(n, 1), *new = calloc(n, 1);
    cells[n / 2] = true;
    for (int64_t step = 0; step < n / 2; step++) {
        for (int64_t i = 0; i < n; i++) {
            int64_t pattern = cells[i ? i - 1 : n - 1] * 4 + cells[i] * 2 + cells[(i + 1) % n];
            new[i] = rule >> pattern & 1;
        }
        bool *t = cells;
        cells = new;
        new = t;
    }
    int64_t population = 0;
    for (int64_t i = 0; i < n; i++)
        population += cells[i];
    free(cells);
    free(new);
    return population;
}

void logistic_map(double r, int64_t steps, double *lowest, double *highest, double *end)
{
    double x = 0.5, low = 1.0, high = 0.0;
    for (int64_t i = 0; i < steps; i++) {
        x = r * x * (1.0 - x);
        low = x < low ? x : low;
        high = x > high ? x : high;
    }
    *lowest = low;
    *highest = high;
    *end = x;
}

void pendulum_energy_drift(double angle_degrees, int64_t steps, double *drift, int64_t *last)
{
    double angle = angle_degrees * (M_PI / 180.0), speed = 0.0, worst = 0.0, start = -cos(angle);
    *last = steps;
    for (int64_t step = 0; step < steps; step++) {
        speed -= 0.001 * sin(angle);
        angle += 0.001 * speed;
        double now = fabs(speed * speed / 2 - cos(angle) - start);
        if (now > worst)
            worst = now;
        if (isnan(angle)) {
            *last = step;
            break;
        }
    }
    *drift = worst;
}

void queue_waiting(const int64_t *service, int64_t n, int64_t capacity, int64_t *waited, int64_t *refused, int64_t *end)
{
    int64_t clock = 0, waiting = 0, lost = 0, free_at = 0;
    for (int64_t i = 0; i < n; i++) {
        clock += 5;
        int64_t start = clock > free_at ? clock : free_at;
        if (start - clock > capacity) {
            lost++;
            continue;
        }
        waiting += start - clock;
        free_at = start + service[i];
    }
    *waited = waiting;
    *refused = lost;
    *end = free_at;
}

double exponential_smoothing(const double *samples, int64_t n, double alpha)
{
    double level = samples[0];
    for (int64_t i = 1; i < n; i++)
        level = alpha * samples[i] + (1 - alpha) * level;
    return level;
}

int64_t points_in_polygon(const double *polygon, int64_t m, int64_t two, const double *points, int64_t n, int64_t two2)
{
    int64_t inside = 0;
    for (int64_t p = 0; p < n; p++) {
        double x = points[2 * p], y = points[2 * p + 1];
        bool odd = false;
        int64_t j = m - 1;
        for (int64_t i = 0; i < m; i++) {
            double xi = polygon[2 * i], yi = polygon[2 * i + 1], xj = polygon[2 * j], yj = polygon[2 * j + 1];
            if ((yi > y) != (yj > y) && x < (xj - xi) * (y - yi) / (yj - yi) + xi)
                odd = !odd;
            j = i;
        }
        inside += odd;
    }
    return inside;
}

void lattice_boltzmann(double *f, int64_t nine, int64_t n, int64_t m, double *new, int64_t nine2, int64_t n2, int64_t m2,
                       double tau, int64_t steps)
{
    static const int64_t cx[] = {0, 1, 0, -1, 0, 1, -1, -1, 1}, cy[] = {0, 0, 1, 0, -1, 1, 1, -1, -1};
    static const double weights[] = {4.0 / 9,  1.0 / 9,  1.0 / 9,  1.0 / 9, 1.0 / 9,
                                     1.0 / 36, 1.0 / 36, 1.0 / 36, 1.0 / 36};
    for (int64_t step = 0; step < steps; step++) {
        for (int64_t y = 0; y < n; y++) {
            for (int64_t x = 0; x < m; x++) {
                double density = 0.0, ux = 0.0, uy = 0.0;
                for (int k = 0; k < 9; k++) {
                    double value = f[(k * n + y) * m + x];
                    density += value;
                    ux += value * cx[k];
                    uy += value * cy[k];
                }
                ux /= density;
                uy /= density;
                double square = 1.5 * (ux * ux + uy * uy);
                for (int k = 0; k < 9; k++) {
                    double along = 3.0 * (cx[k] * ux + cy[k] * uy);
                    double balance = weights[k] * density * (1.0 + along + 0.5 * along * along - square);
                    double old = f[(k * n + y) * m + x];
                    new[(k * n + (y + cy[k] + n) % n) * m + (x + cx[k] + m) % m] = old - (old - balance) / tau;
                }
            }
        }
        double *t = f;
        f = new;
        new = t;
    }
}

double particle_in_cell(double *x, int64_t n, double *v, int64_t n2, double *density, int64_t cells, double *field,
                        int64_t cells2, double dt, int64_t steps)
{
    double energy = 0.0;
    for (int64_t step = 0; step < steps; step++) {
        for (int64_t c = 0; c < cells; c++)
            density[c] = -1.0;
        for (int64_t p = 0; p < n; p++) {
            int64_t left = x[p];
            double part = x[p] - left;
            density[left] += (1.0 - part) * cells / n;
            density[(left + 1) % cells] += part * cells / n;
        }
        double total = 0.0;
        for (int64_t c = 0; c < cells; c++) {
            total += density[c];
            field[c] = total;
        }
        energy = 0.0;
        for (int64_t p = 0; p < n; p++) {
            int64_t left = x[p];
            double part = x[p] - left;
            v[p] -= dt * (field[left] * (1.0 - part) + field[(left + 1) % cells] * part);
            double moved = fmod(x[p] + dt * v[p], cells);
            if (moved < 0)
                moved += cells;
            x[p] = moved < cells ? moved : 0.0;
            energy += v[p] * v[p];
        }
    }
    return 0.5 * energy;
}

void random_walk(int64_t steps, int64_t seed, int64_t *visits, int64_t rows, int64_t columns, int64_t *y_end,
                 int64_t *x_end)
{
    int64_t y = 50, x = 50;
    for (int64_t i = 0; i < steps; i++) {
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF;
        int64_t direction = seed >> 16 & 3;
        if (direction == 0)
            x = x < 100 ? x + 1 : 0;
        else if (direction == 1)
            x = x > 0 ? x - 1 : 100;
        else if (direction == 2)
            y = y < 100 ? y + 1 : 0;
        else
            y = y > 0 ? y - 1 : 100;
        visits[y * columns + x]++;
    }
    *y_end = y;
    *x_end = x;
}
