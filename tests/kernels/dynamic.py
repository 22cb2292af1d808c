"""Dynamic programming, graphs and number theory: int64 tables and loops over Python ints."""

from __future__ import annotations

from .registry import floats, ints, kernel, np


@kernel(lambda n: (ints(n, high=4), ints(n + 3, high=4)), small=40, large=1500)
def edit_distance(a, b):
    previous = np.arange(len(b) + 1)
    current = np.zeros(len(b) + 1, dtype=np.int64)
    for i in range(len(a)):
        current[0] = i + 1
        for j in range(len(b)):
            cost = 0 if a[i] == b[j] else 1
            current[j + 1] = min(previous[j + 1] + 1, current[j] + 1, previous[j] + cost)
        previous, current = current, previous
    return previous[len(b)]


@kernel(lambda n: (ints(n, high=4), ints(n, high=4) ^ 1, np.zeros((n + 1, n + 1), np.int32)), small=40, large=2000)
def longest_common_subsequence(a, b, table):
    for i in range(len(a)):
        for j in range(len(b)):
            if a[i] == b[j]:
                table[i + 1, j + 1] = table[i, j] + 1
            else:
                table[i + 1, j + 1] = max(table[i, j + 1], table[i + 1, j])
    i, j = len(a), len(b)
    kept = 0
    while i > 0 and j > 0:
        if a[i - 1] == b[j - 1]:
            kept = kept * 5 + int(a[i - 1]) & 0xFFFFFFFF
            i -= 1
            j -= 1
        elif table[i - 1, j] >= table[i, j - 1]:
            i -= 1
        else:
            j -= 1
    return int(table[-1, -1]), kept


@kernel(lambda n: (ints(n, low=1, high=50), ints(n, high=500), 20 * n), small=14, large=600)
def knapsack(weights, values, capacity):
    best = np.zeros(capacity + 1, np.int64)
    for i in range(len(weights)):
        w = int(weights[i])
        v = values[i]
        for c in range(capacity, w - 1, -1):
            with_item = best[c - w] + v
            if with_item > best[c]:
                best[c] = with_item
    return best[capacity]


@kernel(lambda n: (ints(n, high=10 * n),), small=150, large=400_000)
def longest_increasing_subsequence(values):
    tails = np.empty(len(values), np.int64)
    length = 0
    for x in values:
        low, high = 0, length
        while low < high:
            middle = (low + high) // 2
            if tails[middle] < x:
                low = middle + 1
            else:
                high = middle
        tails[low] = x
        if low == length:
            length += 1
    return length


@kernel(lambda n: (ints(n, n, low=1, high=100),), small=14, large=250)
def floyd_warshall(distance):
    n = len(distance)
    for k in range(n):
        for i in range(n):
            through = distance[i, k]
            for j in range(n):
                if through + distance[k, j] < distance[i, j]:
                    distance[i, j] = through + distance[k, j]


@kernel(lambda n: (ints(n, low=-100, high=100),), small=500, large=5_000_000)
def kadane(values):
    best = current = values[0]
    begin = start = end = 0
    for i in range(1, len(values)):
        if current < 0:
            current, start = values[i], i
        else:
            current += values[i]
        if current > best:
            best, begin, end = current, start, i
    return best, begin, end


@kernel(lambda n: (floats(n),), small=500, large=5_000_000)
def best_profit(prices):
    lowest = prices[0]
    profit = 0.0
    for price in prices:
        lowest = min(lowest, price)
        profit = max(profit, price - lowest)
    return profit


@kernel(lambda n: (np.ones(n, np.bool_),), small=1000, large=3_000_000)
def sieve(prime):
    n = len(prime)
    prime[0] = prime[1] = False
    i = 2
    while i * i < n:
        if prime[i]:
            for j in range(i * i, n, i):
                prime[j] = False
        i += 1
    count = 0
    for p in prime:
        if p:
            count += 1
    return count


@kernel(lambda n: (bytearray(b"\1") * n,), small=1000, large=3_000_000, numpy=False)
def sieve_bytearray(prime):
    prime[0] = prime[1] = 0
    for i in range(2, len(prime)):
        if i * i >= len(prime):
            break
        if prime[i]:
            for j in range(i * i, len(prime), i):
                prime[j] = 0
    return sum(prime)


@kernel(lambda n: (n,), small=200, large=100_000, numpy=False)
def collatz(limit):
    longest = best = 0
    for start in range(1, limit):
        n, length = start, 1
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            length += 1
        if length > longest:
            longest, best = length, start
    return best, longest


@kernel(lambda n: (n,), small=40, large=1000, numpy=False)
def gcd_table(n):
    total = 0
    for i in range(1, n):
        for j in range(1, n):
            a, b = i, j
            while b:
                a, b = b, a % b
            total += a
    return total


def modular_power(base, exponent, modulus):
    result = 1
    base %= modulus
    while exponent > 0:
        if exponent & 1:
            result = result * base % modulus
        exponent >>= 1
        base = base * base % modulus
    return result


@kernel(lambda n: (n, 1_000_000_007), small=30, large=30_000, helpers=(modular_power,), numpy=False)
def modular_inverses(n, p):
    total = 0
    for i in range(1, n):
        inverse = modular_power(i, p - 2, p)
        if i * inverse % p != 1:
            raise AssertionError(i)
        total ^= inverse
    return total


@kernel(lambda n: (n, 998244353), small=60, large=50_000, numpy=False)
def builtin_modular_power(n, p):
    total = 0
    for i in range(n):
        total += pow(i, 1 << 20 | 3, p)
    return total % p


def is_probable_prime(n):
    if n < 2 or n % 2 == 0:
        return n == 2
    d, r = n - 1, 0
    while not d & 1:
        d >>= 1
        r += 1
    for a in (2, 3, 5, 7):
        if n % a == 0:
            return n == a
        x = 1
        base, e = a, d
        while e:
            if e & 1:
                x = x * base % n
            base = base * base % n
            e >>= 1
        if x == 1 or x == n - 1:
            continue
        for _ in range(r - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


@kernel(lambda n: (1_000_000, n), small=300, large=60_000, helpers=(is_probable_prime,), numpy=False)
def miller_rabin(start, count):
    primes = 0
    for n in range(start, start + count):
        if is_probable_prime(n):
            primes += 1
    return primes


@kernel(lambda n: (n,), small=80, large=5_000_000, numpy=False)
def fibonacci_modular(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, (a + b) % 1_000_000_007
    return a


@kernel(lambda n: (n, (1, 5, 10, 25, 50, 100)), small=200, large=1_000_000)
def count_change(amount, coins):
    ways = np.zeros(amount + 1, np.uint64)
    ways[0] = 1
    for coin in coins:
        for total in range(coin, amount + 1):
            ways[total] += ways[total - coin]
    return ways[amount]


@kernel(lambda n: (n,), small=500, large=300_000, numpy=False)
def digit_sums(n):
    happy = 0
    for start in range(1, n):
        x = start
        while x != 1 and x != 4:
            s = 0
            while x:
                x, digit = divmod(x, 10)
                s += digit * digit
            x = s
        if x == 1:
            happy += 1
    return happy


def root_of(parents, x):
    while parents[x] != x:
        parents[x] = parents[parents[x]]
        x = parents[x]
    return x


@kernel(lambda n: (np.arange(n), ints(n, 2, high=n)), small=200, large=500_000, helpers=(root_of,))
def union_find(parents, edges):
    components = len(parents)
    for a, b in edges:
        ra, rb = root_of(parents, a), root_of(parents, b)
        if ra != rb:
            parents[ra] = rb
            components -= 1
    return components


@kernel(lambda n: (ints(n, n, high=4), 0, 0, np.full(n * n, -1)), small=16, large=700)
def breadth_first_search(walls, y, x, distance):
    n = len(walls)
    queue = np.empty(n * n, np.int64)
    head, tail = 0, 1
    queue[0] = y * n + x
    distance[y * n + x] = 0
    while head < tail:
        at = int(queue[head])
        head += 1
        y, x = divmod(at, n)
        for dy, dx in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            ny, nx = y + dy, x + dx
            if 0 <= ny < n and 0 <= nx < n and walls[ny, nx] != 0:
                to = ny * n + nx
                if distance[to] < 0:
                    distance[to] = distance[at] + 1
                    queue[tail] = to
                    tail += 1
    return tail


@kernel(lambda n: (ints(n, high=4), ints(n, high=4) ^ 1, np.zeros((n + 1, n + 1), np.int64)), small=25, large=1200)
def smith_waterman(a, b, table):
    best = 0
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            score = int(table[i - 1, j - 1]) + (3 if a[i - 1] == b[j - 1] else -3)
            score = max(score, int(table[i - 1, j]) - 2, int(table[i, j - 1]) - 2, 0)
            table[i, j] = score
            best = max(best, score)
    return best


@kernel(lambda n: (ints(n + 1, low=2, high=60), np.zeros((n, n), np.int64)), small=16, large=220)
def matrix_chain(sizes, cost):
    n = len(cost)
    for length in range(2, n + 1):
        for i in range(n - length + 1):
            j = i + length - 1
            best = 1 << 62
            for k in range(i, j):
                price = int(cost[i, k]) + int(cost[k + 1, j]) + int(sizes[i]) * int(sizes[k + 1]) * int(sizes[j + 1])
                if price < best:
                    best = price
            cost[i, j] = best
    return int(cost[0, n - 1])


@kernel(lambda n: (ints(n, low=1, high=60), 25 * n, np.zeros(25 * n + 1, np.bool_)), small=12, large=500)
def subset_sum(numbers, target, reached):
    reached[0] = True
    for number in numbers:
        for total in range(target, number - 1, -1):
            if reached[total - number]:
                reached[total] = True
    count = 0
    for possible in reached:
        count += possible
    return count


@kernel(
    lambda n: (np.abs(floats(6, 6)), np.abs(floats(6, 4)), ints(n, high=4), np.zeros((n, 6))), small=20, large=60_000
)
def viterbi(moves, emits, seen, score):
    states = len(moves)
    for s in range(states):
        score[0, s] = emits[s, seen[0]]
    for t in range(1, len(seen)):
        for s in range(states):
            best = 0.0
            for r in range(states):
                best = max(best, score[t - 1, r] * moves[r, s])
            score[t, s] = best * emits[s, seen[t]] * 2.5
            if score[t, s] > 1e100:
                score[t, s] *= 1e-100
    return score[len(seen) - 1, 0]


def _network(n):
    degree = 8
    return np.arange(n + 1) * degree, ints(n * degree, high=n), ints(n * degree, low=1, high=100)


@kernel(lambda n: (*_network(n), np.full(n, 1 << 60)), small=50, large=30_000)
def dijkstra(starts, ends, lengths, distance):
    keys, nodes = np.empty(len(ends) + 1, np.int64), np.empty(len(ends) + 1, np.int64)
    size = 1
    distance[0] = keys[0] = nodes[0] = 0
    while size > 0:
        near, node = keys[0], nodes[0]
        size -= 1
        last, moved, at = keys[size], nodes[size], 0
        while True:
            child = 2 * at + 1
            if child >= size:
                break
            if child + 1 < size and keys[child + 1] < keys[child]:
                child += 1
            if keys[child] >= last:
                break
            keys[at], nodes[at] = keys[child], nodes[child]
            at = child
        keys[at], nodes[at] = last, moved
        if near > distance[node]:
            continue
        for edge in range(starts[node], starts[node + 1]):
            other = ends[edge]
            far = near + lengths[edge]
            if far < distance[other]:
                distance[other] = far
                at = size
                size += 1
                while at > 0 and keys[(at - 1) // 2] > far:
                    parent = (at - 1) // 2
                    keys[at], nodes[at] = keys[parent], nodes[parent]
                    at = parent
                keys[at], nodes[at] = far, other


@kernel(lambda n: (floats(n), floats(n + 1)[1:], 40), small=40, large=6000)
def time_warping(one, other, band):
    n, m = len(one), len(other)
    cost = np.full((n + 1, m + 1), np.inf)
    cost[0, 0] = 0.0
    for i in range(1, n + 1):
        for j in range(max(1, i - band), min(m, i + band) + 1):
            step = abs(one[i - 1] - other[j - 1])
            cost[i, j] = step + min(cost[i - 1, j], cost[i, j - 1], cost[i - 1, j - 1])
    return cost[n, m]
