/* Twins of tests/kernels/recursion.py. */

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

int64_t fibonacci(int64_t n)
{
    if (n < 2)
        return n;
    return fibonacci(n - 1) + fibonacci(n - 2);
}

double fibonacci_float(double x)
{
    if (x < 2.0)
        return 1.0;
    return fibonacci_float(x - 1.0) + fibonacci_float(x - 2.0);
}

int64_t ackermann(int64_t m, int64_t n)
{
    if (m == 0)
        return n + 1;
    if (n == 0)
        return ackermann(m - 1, 1);
    return ackermann(m - 1, ackermann(m, n - 1));
}

int64_t tak(int64_t x, int64_t y, int64_t z)
{
    if (y >= x)
        return z;
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y));
}

struct moves {
    int64_t count, hash;
};

static struct moves hanoi_moves(int64_t n, int64_t source, int64_t target, int64_t spare)
{
    if (n == 0)
        return (struct moves){0, 0};
    struct moves left = hanoi_moves(n - 1, source, spare, target);
    struct moves right = hanoi_moves(n - 1, spare, target, source);
    return (struct moves){left.count + 1 + right.count, (left.hash * 3 + right.hash + source * target) & 0xFFFF};
}

void hanoi(int64_t n, int64_t *count, int64_t *hash)
{
    struct moves moves = hanoi_moves(n, 1, 3, 2);
    *count = moves.count;
    *hash = moves.hash;
}

static int64_t place_queens(int64_t columns, int64_t left, int64_t right, int64_t full)
{
    if (columns == full)
        return 1;
    int64_t count = 0, free = full & ~(columns | left | right);
    while (free) {
        int64_t bit = free & -free;
        free ^= bit;
        count += place_queens(columns | bit, (left | bit) << 1, (right | bit) >> 1, full);
    }
    return count;
}

int64_t n_queens(int64_t n)
{
    return place_queens(0, 0, 0, ((int64_t)1 << n) - 1);
}

static bool is_odd(int64_t n);

static bool is_even(int64_t n)
{
    return n == 0 ? true : is_odd(n - 1);
}

static bool is_odd(int64_t n)
{
    return n == 0 ? false : is_even(n - 1);
}

int64_t parities(int64_t n)
{
    int64_t count = 0;
    for (int64_t i = 0; i < n; i++)
        if (is_even(i % 400))
            count++;
    return count;
}

int64_t lattice_paths(int64_t rows, int64_t columns)
{
    if (rows == 0 || columns == 0)
        return 1;
    return lattice_paths(rows - 1, columns) + lattice_paths(rows, columns - 1);
}

static double runge(double x)
{
    return 1 / (1 + 25 * x * x);
}

static double adaptive(double a, double b, double fa, double fm, double fb, double whole, double tolerance, int64_t depth)
{
    double m = (a + b) / 2, f1 = runge((a + m) / 2), f2 = runge((m + b) / 2);
    double left = (m - a) / 6 * (fa + 4 * f1 + fm), right = (b - m) / 6 * (fm + 4 * f2 + fb);
    if (depth <= 0 || fabs(left + right - whole) <= 15 * tolerance)
        return left + right + (left + right - whole) / 15;
    return adaptive(a, m, fa, f1, fm, left, tolerance / 2, depth - 1) +
           adaptive(m, b, fm, f2, fb, right, tolerance / 2, depth - 1);
}

double adaptive_simpson(int64_t count, double tolerance)
{
    double total = 0.0;
    for (int64_t i = 0; i < count; i++) {
        double b = 1 + (double)i / count, fa = runge(-b), fm = runge(0.0), fb = runge(b);
        total += adaptive(-b, b, fa, fm, fb, (fa + 4 * fm + fb) * b / 3, tolerance, 40);
    }
    return total;
}

static int64_t fill(uint8_t *grid, int64_t rows, int64_t columns, int64_t y, int64_t x, int64_t old, int64_t new)
{
    if (!(0 <= y && y < rows && 0 <= x && x < columns) || grid[y * columns + x] != old)
        return 0;
    grid[y * columns + x] = new;
    return 1 + fill(grid, rows, columns, y + 1, x, old, new) + fill(grid, rows, columns, y - 1, x, old, new) +
           fill(grid, rows, columns, y, x + 1, old, new) + fill(grid, rows, columns, y, x - 1, old, new);
}

int64_t flood_fill(uint8_t *grid, int64_t rows, int64_t columns, int64_t n)
{
    int64_t largest = 0;
    for (int64_t y = 0; y < n; y++) {
        for (int64_t x = 0; x < n; x++) {
            if (grid[y * columns + x] == 1) {
                int64_t size = fill(grid, rows, columns, y, x, 1, 2);
                if (size > largest)
                    largest = size;
            }
        }
    }
    return largest;
}

static int64_t knight_count(int64_t board, int64_t n, int64_t y, int64_t x, int64_t moves)
{
    static const int64_t dy[] = {1, 2, -1, -2, 1, 2, -1, -2}, dx[] = {2, 1, 2, 1, -2, -1, -2, -1};
    if (moves == 0)
        return 1;
    int64_t total = 0;
    for (int k = 0; k < 8; k++) {
        int64_t ny = y + dy[k], nx = x + dx[k];
        if (0 <= ny && ny < n && 0 <= nx && nx < n && !(board >> (ny * n + nx) & 1))
            total += knight_count(board | (int64_t)1 << (ny * n + nx), n, ny, nx, moves - 1);
    }
    return total;
}

int64_t knight_paths(int64_t board_size, int64_t moves)
{
    return knight_count(1, board_size, 0, 0, moves);
}

int64_t n_queens_bits(int64_t n, int64_t *rows, int64_t n2, int64_t four)
{
    int64_t full = ((int64_t)1 << n) - 1, count = 0, row = 0;
    rows[3] = full;
    while (row >= 0) {
        int64_t *here = rows + row * four, *next = here + four;
        if (here[3] == 0) {
            row--;
            continue;
        }
        int64_t bit = here[3] & -here[3];
        here[3] ^= bit;
        if (row == n - 1) {
            count++;
            continue;
        }
        next[0] = here[0] | bit;
        next[1] = (here[1] | bit) << 1;
        next[2] = (here[2] | bit) >> 1;
        row++;
        next[3] = full & ~(next[0] | next[1] | next[2]);
    }
    return count;
}
