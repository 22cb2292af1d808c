"""Simulations: bodies, differential equations, random walks with generators of their own."""

from __future__ import annotations

import math

from .registry import floats, generator, ints, kernel, np


def _bodies(n):
    positions = floats(n, 3)
    velocities = floats(n, 3) * 0.1
    return positions, velocities, generator(n).uniform(0.5, 2.0, n), 0.001, 5


@kernel(_bodies, small=5, large=450)
def n_body(x, v, mass, dt, steps):
    n = len(mass)
    for _ in range(steps):
        for i in range(n):
            for j in range(i + 1, n):
                dx = x[i, 0] - x[j, 0]
                dy = x[i, 1] - x[j, 1]
                dz = x[i, 2] - x[j, 2]
                d2 = dx * dx + dy * dy + dz * dz + 1e-9
                magnitude = dt / (d2 * math.sqrt(d2))
                v[i, 0] -= dx * mass[j] * magnitude
                v[i, 1] -= dy * mass[j] * magnitude
                v[i, 2] -= dz * mass[j] * magnitude
                v[j, 0] += dx * mass[i] * magnitude
                v[j, 1] += dy * mass[i] * magnitude
                v[j, 2] += dz * mass[i] * magnitude
        for i in range(n):
            for k in range(3):
                x[i, k] += dt * v[i, k]
    energy = 0.0
    for i in range(n):
        energy += 0.5 * mass[i] * (v[i, 0] ** 2 + v[i, 1] ** 2 + v[i, 2] ** 2)
    return energy


def lotka_volterra_slope(x, y, parameters):
    a, b, c, d = parameters
    return a * x - b * x * y, c * x * y - d * y


@kernel(
    lambda n: (10.0, 5.0, (1.1, 0.4, 0.1, 0.4), 0.001, n), small=100, large=800_000,
    helpers=(lotka_volterra_slope,), numpy=False,
)  # fmt: skip
def lotka_volterra(x, y, parameters, dt, steps):
    for _ in range(steps):
        k1 = lotka_volterra_slope(x, y, parameters)
        k2 = lotka_volterra_slope(x + dt / 2 * k1[0], y + dt / 2 * k1[1], parameters)
        k3 = lotka_volterra_slope(x + dt / 2 * k2[0], y + dt / 2 * k2[1], parameters)
        k4 = lotka_volterra_slope(x + dt * k3[0], y + dt * k3[1], parameters)
        x += dt / 6 * (k1[0] + 2 * k2[0] + 2 * k3[0] + k4[0])
        y += dt / 6 * (k1[1] + 2 * k2[1] + 2 * k3[1] + k4[1])
    return x, y


@kernel(lambda n: (np.zeros((n, 3)), 0.005), small=100, large=800_000)
def lorenz(path, dt):
    x, y, z = 1.0, 1.0, 1.0
    for i in range(len(path)):
        dx, dy, dz = 10.0 * (y - x), x * (28.0 - z) - y, x * y - 8.0 / 3.0 * z
        x, y, z = x + dt * dx, y + dt * dy, z + dt * dz
        path[i, 0], path[i, 1], path[i, 2] = x, y, z
    return max(x, y, z)


@kernel(lambda n: (2024, n), small=200, large=2_000_000, numpy=False)
def monte_carlo_pi(seed, count):
    inside = 0
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        x = seed / 2147483648.0
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        y = seed / 2147483648.0
        if x * x + y * y <= 1.0:
            inside += 1
    return 4 * inside / count


@kernel(lambda n: (7, n), small=50, large=300_000, numpy=False)
def gaussian_walk(seed, steps):
    position, spread = 0.0, 0.0
    for _ in range(steps):
        seed = seed * 6364136223846793005 + 1442695040888963407 & 0x7FFFFFFFFFFFFFFF
        u = (seed >> 10) / 9007199254740992.0
        seed = seed * 6364136223846793005 + 1442695040888963407 & 0x7FFFFFFFFFFFFFFF
        v = (seed >> 10) / 9007199254740992.0
        position += math.sqrt(-2.0 * math.log(1.0 - u)) * math.cos(2.0 * math.pi * v)
        spread = max(spread, abs(position))
    return position, spread


@kernel(lambda n: (np.ones((n, n), np.int8), 0.44, 3), small=12, large=500)
def ising(spins, beta, sweeps):
    n = spins.shape[0]
    seed = 12345
    for _ in range(sweeps):
        for i in range(n):
            for j in range(n):
                around = int(spins[i - 1, j]) + int(spins[(i + 1) % n, j])
                around += int(spins[i, j - 1]) + int(spins[i, (j + 1) % n])
                cost = 2 * int(spins[i, j]) * around
                seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
                if cost <= 0 or seed / 2147483648.0 < math.exp(-cost * beta):
                    spins[i, j] = -spins[i, j]
    magnetisation = 0
    for row in spins:
        for s in row:
            magnetisation += int(s)
    return magnetisation


@kernel(lambda n: (n, 110), small=120, large=3000)
def elementary_automaton(n, rule):
    cells = np.zeros(n, np.bool_)
    new = np.zeros(n, np.bool_)
    cells[n // 2] = True
    population = 0
    for _ in range(n // 2):
        for i in range(n):
            pattern = cells[i - 1] * 4 + cells[i] * 2 + cells[(i + 1) % n]
            new[i] = rule >> pattern & 1
        cells, new = new, cells
    for cell in cells:
        population += cell
    return population


@kernel(lambda n: (3.5699456, n), small=400, large=3_000_000, numpy=False)
def logistic_map(r, steps):
    x, low, high = 0.5, 1.0, 0.0
    for _ in range(steps):
        x = r * x * (1.0 - x)
        low, high = min(low, x), max(high, x)
    return low, high, x


@kernel(lambda n: (100.0, n), small=200, large=600_000, numpy=False)
def pendulum_energy_drift(angle_degrees, steps):
    angle = math.radians(angle_degrees)
    speed = 0.0
    worst = 0.0
    start = -math.cos(angle)
    for step in range(steps):
        speed -= 0.001 * math.sin(angle)
        angle += 0.001 * speed
        drift = abs(speed * speed / 2 - math.cos(angle) - start)
        if drift > worst:
            worst = drift
        if math.isnan(angle):
            return worst, step
    return worst, steps


@kernel(lambda n: (ints(n, low=1, high=9), 100), small=200, large=2_000_000)
def queue_waiting(service, capacity):
    clock = waiting = lost = 0
    free_at = 0
    for time in service:
        clock += 5
        start = max(clock, free_at)
        if start - clock > capacity:
            lost += 1
            continue
        waiting += start - clock
        free_at = start + time
    return waiting, lost, free_at


@kernel(lambda n: (floats(n), 0.1), small=200, large=2_000_000)
def exponential_smoothing(samples, alpha):
    level = None
    for x in samples:
        if level is None:
            level = x
        else:
            level = alpha * x + (1 - alpha) * level
    return level


@kernel(lambda n: (floats(4, 2) * 3, floats(n, 2)), small=60, large=800_000)
def points_in_polygon(polygon, points):
    inside = 0
    for p in range(len(points)):
        x, y = points[p]
        odd = False
        j = len(polygon) - 1
        for i in range(len(polygon)):
            xi, yi = polygon[i, 0], polygon[i, 1]
            xj, yj = polygon[j, 0], polygon[j, 1]
            if (yi > y) != (yj > y) and x < (xj - xi) * (y - yi) / (yj - yi) + xi:
                odd = not odd
            j = i
        inside += odd
    return inside


@kernel(
    lambda n: (np.full((9, n, n), 1 / 9) + floats(9, n, n) * 0.001, np.zeros((9, n, n)), 0.6, 2), small=6, large=130
)
def lattice_boltzmann(f, new, tau, steps):
    n, m = f.shape[1], f.shape[2]
    cx = (0, 1, 0, -1, 0, 1, -1, -1, 1)
    cy = (0, 0, 1, 0, -1, 1, 1, -1, -1)
    weights = (4 / 9, 1 / 9, 1 / 9, 1 / 9, 1 / 9, 1 / 36, 1 / 36, 1 / 36, 1 / 36)
    for _ in range(steps):
        for y in range(n):
            for x in range(m):
                density = ux = uy = 0.0
                for k, dx, dy in zip(range(9), cx, cy):  # noqa: B905
                    value = f[k, y, x]
                    density += value
                    ux += value * dx
                    uy += value * dy
                ux /= density
                uy /= density
                square = 1.5 * (ux * ux + uy * uy)
                k = 0
                for dx, dy, weight in zip(cx, cy, weights):  # noqa: B905
                    along = 3.0 * (dx * ux + dy * uy)
                    balance = weight * density * (1.0 + along + 0.5 * along * along - square)
                    new[k, (y + dy) % n, (x + dx) % m] = f[k, y, x] - (f[k, y, x] - balance) / tau
                    k += 1
        f, new = new, f


def _plasma(n):
    cells = 64
    return generator(n).uniform(0, cells, n), floats(n) * 0.2, np.zeros(cells), np.zeros(cells), 0.1, 5


@kernel(_plasma, small=60, large=60_000)
def particle_in_cell(x, v, density, field, dt, steps):
    n, cells = len(x), len(density)
    energy = 0.0
    for _ in range(steps):
        for c in range(cells):
            density[c] = -1.0
        for p in range(n):
            left = int(x[p])
            part = x[p] - left
            density[left] += (1.0 - part) * cells / n
            density[(left + 1) % cells] += part * cells / n
        total = 0.0
        for c in range(cells):
            total += density[c]
            field[c] = total
        energy = 0.0
        for p in range(n):
            left = int(x[p])
            part = x[p] - left
            v[p] -= dt * (field[left] * (1.0 - part) + field[(left + 1) % cells] * part)
            moved = (x[p] + dt * v[p]) % cells
            x[p] = moved if moved < cells else 0.0
            energy += v[p] * v[p]
    return 0.5 * energy


@kernel(lambda n: (n, 99, np.zeros((101, 101), np.int64)), small=300, large=2_000_000)
def random_walk(steps, seed, visits):
    y = x = 50
    for _ in range(steps):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        direction = seed >> 16 & 3
        if direction == 0:
            x = x + 1 if x < 100 else 0
        elif direction == 1:
            x = x - 1 if x > 0 else 100
        elif direction == 2:
            y = y + 1 if y < 100 else 0
        else:
            y = y - 1 if y > 0 else 100
        visits[y, x] += 1
    return y, x
