/* Twins of tests/kernels/dynamic.py. */

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static inline int64_t max(int64_t a, int64_t b)
{
    return b > a ? b : a;
}

static inline int64_t min(int64_t a, int64_t b)
{
    return b < a ? b : a;
}

int64_t edit_distance(const int64_t *a, int64_t n, const int64_t *b, int64_t m)
{
    int64_t *previous = malloc((m + 1) * sizeof *previous), *current = calloc(m + 1, sizeof *current);
    for (int64_t j = 0; j <= m; j++)
        previous[j] = j;
    for (int64_t i = 0; i < n; i++) {
        current[0] = i + 1;
        for (int64_t j = 0; j < m; j++) {
            int64_t cost = a[i] == b[j] ? 0 : 1;
            current[j + 1] = min(min(previous[j + 1] + 1, current[j] + 1), previous[j] + cost);
        }
        int64_t *t = previous;
        previous = current;
        current = t;
    }
    int64_t result = previous[m];
    free(previous);
    free(current);
    return result;
}

void longest_common_subsequence(const int64_t *a, int64_t n, const int64_t *b, int64_t m, int32_t *table, int64_t rows,
                                int64_t columns, int64_t *length, int64_t *hash)
{
    int64_t w = columns;
    for (int64_t i = 0; i < n; i++) {
        for (int64_t j = 0; j < m; j++) {
            if (a[i] == b[j])
                table[(i + 1) * w + j + 1] = table[i * w + j] + 1;
            else {
                int32_t up = table[i * w + j + 1], left = table[(i + 1) * w + j];
                table[(i + 1) * w + j + 1] = left > up ? left : up;
            }
        }
    }
    int64_t i = n, j = m, kept = 0;
    while (i > 0 && j > 0) {
        if (a[i - 1] == b[j - 1]) {
            kept = (kept * 5 + a[i - 1]) & 0xFFFFFFFF;
            i--;
            j--;
        } else if (table[(i - 1) * w + j] >= table[i * w + j - 1]) {
            i--;
        } else {
            j--;
        }
    }
    *length = table[rows * columns - 1];
    *hash = kept;
}

int64_t knapsack(const int64_t *weights, int64_t n, const int64_t *values, int64_t m, int64_t capacity)
{
    int64_t *best = calloc(capacity + 1, sizeof *best);
    for (int64_t i = 0; i < n; i++) {
        int64_t w = weights[i], v = values[i];
        for (int64_t c = capacity; c >= w; c--) {
            int64_t with_item = best[c - w] + v;
            if (with_item > best[c])
                best[c] = with_item;
        }
    }
    int64_t result = best[capacity];
    free(best);
    return result;
}

int64_t longest_increasing_subsequence(const int64_t *values, int64_t n)
{
    int64_t *tails = malloc(n * sizeof *tails), length = 0;
    for (int64_t i = 0; i < n; i++) {
        int64_t x = values[i], low = 0, high = length;
        while (low < high) {
            int64_t middle = (low + high) / 2;
            if (tails[middle] < x)
                low = middle + 1;
            else
                high = middle;
        }
        tails[low] = x;
        if (low == length)
            length++;
    }
    free(tails);
    return length;
}

void floyd_warshall(int64_t *distance, int64_t n, int64_t m)
{
    for (int64_t k = 0; k < n; k++) {
        for (int64_t i = 0; i < n; i++) {
            int64_t through = distance[i * m + k];
            for (int64_t j = 0; j < n; j++)
                if (through + distance[k * m + j] < distance[i * m + j])
                    distance[i * m + j] = through + distance[k * m + j];
        }
    }
}

void kadane(const int64_t *values, int64_t n, int64_t *sum, int64_t *first, int64_t *last)
{
    int64_t best = values[0], current = values[0], begin = 0, start = 0, end = 0;
    for (int64_t i = 1; i < n; i++) {
        if (current < 0) {
            current = values[i];
            start = i;
        } else {
            current += values[i];
        }
        if (current > best) {
            best = current;
            begin = start;
            end = i;
        }
    }
    *sum = best;
    *first = begin;
    *last = end;
}

double best_profit(const double *prices, int64_t n)
{
    double lowest = prices[0], profit = 0.0;
    for (int64_t i = 0; i < n; i++) {
        if (prices[i] < lowest)
            lowest = prices[i];
        if (prices[i] - lowest > profit)
            profit = prices[i] - lowest;
    }
    return profit;
}

int64_t sieve(bool *prime, int64_t n)
{
    prime[0] = prime[1] = false;
    for (int64_t i = 2; i * i < n; i++)
        if (prime[i])
            for (int64_t j = i * i; j < n; j += i)
                prime[j] = false;
    int64_t count = 0;
    for (int64_t i = 0; i < n; i++)
        if (prime[i])
            count++;
    return count;
}

int64_t sieve_bytearray(uint8_t *prime, int64_t n)
{
    prime[0] = prime[1] = 0;
    for (int64_t i = 2; i < n; i++) {
        if (i * i >= n)
            break;
        if (prime[i])
            for (int64_t j = i * i; j < n; j += i)
                prime[j] = 0;
    }
    int64_t sum = 0;
    for (int64_t i = 0; i < n; i++)
        sum += prime[i];
    return sum;
}

void collatz(int64_t limit, int64_t *start_of_longest, int64_t *its_length)
{
    int64_t longest = 0, best = 0;
    for (int64_t start = 1; start < limit; start++) {
        int64_t n = start, length = 1;
        while (n != 1) {
            n = n % 2 == 0 ? n / 2 : 3 * n + 1;
            length++;
        }
        if (length > longest) {
            longest = length;
            best = start;
        }
    }
    *start_of_longest = best;
    *its_length = longest;
}

int64_t gcd_table(int64_t n)
{
    int64_t total = 0;
    for (int64_t i = 1; i < n; i++) {
        for (int64_t j = 1; j < n; j++) {
            int64_t a = i, b = j;
            while (b) {
                int64_t rest = a % b;
                a = b;
                b = rest;
            }
            total += a;
        }
    }
    return total;
}

static int64_t modular_power(int64_t base, int64_t exponent, int64_t modulus)
{
    int64_t result = 1;
    base %= modulus;
    while (exponent > 0) {
        if (exponent & 1)
            result = result * base % modulus;
        exponent >>= 1;
        base = base * base % modulus;
    }
    return result;
}

int64_t modular_inverses(int64_t n, int64_t p)
{
    int64_t total = 0;
    for (int64_t i = 1; i < n; i++) {
        int64_t inverse = modular_power(i, p - 2, p);
        if (i * inverse % p != 1)
            abort();
        total ^= inverse;
    }
    return total;
}

int64_t builtin_modular_power(int64_t n, int64_t p)
{
    int64_t total = 0;
    for (int64_t i = 0; i < n; i++)
        total += modular_power(i, 1 << 20 | 3, p);
    return total % p;
}

static bool is_probable_prime(int64_t n)
{
    static const int64_t bases[] = {2, 3, 5, 7};
    if (n < 2 || n % 2 == 0)
        return n == 2;
    int64_t d = n - 1, r = 0;
    while (!(d & 1)) {
        d >>= 1;
        r++;
    }
    for (int k = 0; k < 4; k++) {
        int64_t a = bases[k];
        if (n % a == 0)
            return n == a;
        int64_t x = 1, base = a, e = d;
        while (e) {
            if (e & 1)
                x = x * base % n;
            base = base * base % n;
            e >>= 1;
        }
        if (x == 1 || x == n - 1)
            continue;
        bool passed = false;
        for (int64_t i = 0; i < r - 1; i++) {
            x = x * x % n;
            if (x == n - 1) {
                passed = true;
                break;
            }
        }
        if (!passed)
            return false;
    }
    return true;
}

int64_t miller_rabin(int64_t start, int64_t count)
{
    int64_t primes = 0;
    for (int64_t n = start; n < start + count; n++)
        if (is_probable_prime(n))
            primes++;
    return primes;
}

int64_t fibonacci_modular(int64_t n)
{
    int64_t a = 0, b = 1;
    for (int64_t i = 0; i < n; i++) {
        int64_t next = (a + b) % 1000000007;
        a = b;
        b = next;
    }
    return a;
}

uint64_t count_change(int64_t amount, const int64_t *coins, int64_t kinds)
{
    uint64_t *ways = calloc(amount + 1, sizeof *ways);
    ways[0] = 1;
    for (int64_t k = 0; k < kinds; k++)
        for (int64_t total = coins[k]; total <= amount; total++)
            ways[total] += ways[total - coins[k]];
    uint64_t result = ways[amount];
    free(ways);
    return result;
}

int64_t digit_sums(int64_t n)
{
    int64_t happy = 0;
    for (int64_t start = 1; start < n; start++) {
        int64_t x = start;
        while (x != 1 && x != 4) {
            int64_t s = 0;
            while (x) {
                int64_t digit = x % 10;
                x /= 10;
                s += digit * digit;
            }
            x = s;
        }
        if (x == 1)
            happy++;
    }
    return happy;
}

static int64_t root_of(int64_t *parents, int64_t x)
{
    while (parents[x] != x) {
        parents[x] = parents[parents[x]];
        x = parents[x];
    }
    return x;
}

int64_t union_find(int64_t *parents, int64_t n, const int64_t *edges, int64_t count, int64_t two)
{
    int64_t components = n;
    for (int64_t i = 0; i < count; i++) {
        int64_t ra = root_of(parents, edges[2 * i]), rb = root_of(parents, edges[2 * i + 1]);
        if (ra != rb) {
            parents[ra] = rb;
            components--;
        }
    }
    return components;
}

int64_t breadth_first_search(const int64_t *walls, int64_t n, int64_t m, int64_t y, int64_t x, int64_t *distance,
                             int64_t cells)
{
    static const int64_t dy[] = {0, 1, 0, -1}, dx[] = {1, 0, -1, 0};
    int64_t *queue = malloc(n * n * sizeof *queue), head = 0, tail = 1;
    queue[0] = y * n + x;
    distance[y * n + x] = 0;
    while (head < tail) {
        int64_t at = queue[head++];
        y = at / n;
        x = at % n;
        for (int k = 0; k < 4; k++) {
            int64_t ny = y + dy[k], nx = x + dx[k];
            if (0 <= ny && ny < n && 0 <= nx && nx < n && walls[ny * m + nx] != 0) {
                int64_t to = ny * n + nx;
                if (distance[to] < 0) {
                    distance[to] = distance[at] + 1;
                    queue[tail++] = to;
                }
            }
        }
    }
    free(queue);
    return tail;
}

int64_t smith_waterman(const int64_t *a, int64_t n, const int64_t *b, int64_t m, int64_t *table, int64_t rows, int64_t w)
{
    int64_t best = 0;
    for (int64_t i = 1; i <= n; i++) {
        for (int64_t j = 1; j <= m; j++) {
            int64_t score = table[(i - 1) * w + j - 1] + (a[i - 1] == b[j - 1] ? 3 : -3);
            score = max(max(max(score, table[(i - 1) * w + j] - 2), table[i * w + j - 1] - 2), 0);
            table[i * w + j] = score;
            best = max(best, score);
        }
    }
    return best;
}

int64_t matrix_chain(const int64_t *sizes, int64_t more, int64_t *cost, int64_t n, int64_t m)
{
    for (int64_t length = 2; length <= n; length++) {
        for (int64_t i = 0; i < n - length + 1; i++) {
            int64_t j = i + length - 1, best = (int64_t)1 << 62;
            for (int64_t k = i; k < j; k++) {
                int64_t price = cost[i * m + k] + cost[(k + 1) * m + j] + sizes[i] * sizes[k + 1] * sizes[j + 1];
                if (price < best)
                    best = price;
            }
            cost[i * m + j] = best;
        }
    }
    return cost[n - 1];
}

int64_t subset_sum(const int64_t *numbers, int64_t n, int64_t target, bool *reached, int64_t room)
{
    reached[0] = true;
    for (int64_t i = 0; i < n; i++)
        for (int64_t total = target; total >= numbers[i]; total--)
            if (reached[total - numbers[i]])
                reached[total] = true;
    int64_t count = 0;
    for (int64_t i = 0; i < room; i++)
        count += reached[i];
    return count;
}

double viterbi(const double *moves, int64_t states, int64_t states2, const double *emits, int64_t states3, int64_t symbols,
               const int64_t *seen, int64_t length, double *score, int64_t length2, int64_t states4)
{
    for (int64_t s = 0; s < states; s++)
        score[s] = emits[s * symbols + seen[0]];
    for (int64_t t = 1; t < length; t++) {
        for (int64_t s = 0; s < states; s++) {
            double best = 0.0;
            for (int64_t r = 0; r < states; r++) {
                double p = score[(t - 1) * states + r] * moves[r * states + s];
                if (p > best)
                    best = p;
            }
            score[t * states + s] = best * emits[s * symbols + seen[t]] * 2.5;
            if (score[t * states + s] > 1e100)
                score[t * states + s] *= 1e-100;
        }
    }
    return score[(length - 1) * states];
}

void dijkstra(const int64_t *starts, int64_t n, const int64_t *ends, int64_t edges, const int64_t *lengths,
              int64_t edges2, int64_t *distance, int64_t n2)
{
    int64_t *keys = malloc((edges + 1) * sizeof *keys), *nodes = malloc((edges + 1) * sizeof *nodes), size = 1;
    distance[0] = keys[0] = nodes[0] = 0;
    while (size > 0) {
        int64_t near = keys[0], node = nodes[0], last = keys[--size], moved = nodes[size], at = 0;
        for (;;) {
            int64_t child = 2 * at + 1;
            if (child >= size)
                break;
            if (child + 1 < size && keys[child + 1] < keys[child])
                child++;
            if (keys[child] >= last)
                break;
            keys[at] = keys[child];
            nodes[at] = nodes[child];
            at = child;
        }
        keys[at] = last;
        nodes[at] = moved;
        if (near > distance[node])
            continue;
        for (int64_t edge = starts[node]; edge < starts[node + 1]; edge++) {
            int64_t other = ends[edge], far = near + lengths[edge];
            if (far < distance[other]) {
                distance[other] = far;
                at = size++;
                while (at > 0 && keys[(at - 1) / 2] > far) {
                    int64_t parent = (at - 1) / 2;
                    keys[at] = keys[parent];
                    nodes[at] = nodes[parent];
                    at = parent;
                }
                keys[at] = far;
                nodes[at] = other;
            }
        }
    }
    free(keys);
    free(nodes);
}

double time_warping(const double *one, int64_t n, const double *other, int64_t m, int64_t band)
{
    int64_t width = m + 1;
    double *cost = malloc((n + 1) * width * sizeof *cost);
    for (int64_t k = 0; k < (n + 1) * width; k++)
        cost[k] = INFINITY;
    cost[0] = 0.0;
    for (int64_t i = 1; i <= n; i++) {
        int64_t first = i - band > 1 ? i - band : 1, last = i + band < m ? i + band : m;
        for (int64_t j = first; j <= last; j++) {
            double *here = cost + i * width + j, least = here[-width];
            if (here[-1] < least)
                least = here[-1];
            if (here[-width - 1] < least)
                least = here[-width - 1];
            *here = fabs(one[i - 1] - other[j - 1]) + least;
        }
    }
    double result = cost[n * width + m];
    free(cost);
    return result;
}
