"""Sorting, searching, and what counts or moves elements of arrays."""

from __future__ import annotations

from .registry import floats, ints, kernel, np


def quicksort_range(a, low, high):
    while low < high:
        pivot = a[(low + high) // 2]
        i, j = low, high
        while i <= j:
            while a[i] < pivot:
                i += 1
            while a[j] > pivot:
                j -= 1
            if i <= j:
                a[i], a[j] = a[j], a[i]
                i += 1
                j -= 1
        if j - low < high - i:
            quicksort_range(a, low, j)
            low = i
        else:
            quicksort_range(a, i, high)
            high = j


@kernel(lambda n: (floats(n),), small=200, large=200_000, helpers=(quicksort_range,))
def quicksort(a):
    quicksort_range(a, 0, len(a) - 1)


def sift_down(a, start, end):
    root = start
    while True:
        child = 2 * root + 1
        if child > end:
            return
        if child + 1 <= end and a[child] < a[child + 1]:
            child += 1
        if a[root] >= a[child]:
            return
        a[root], a[child] = a[child], a[root]
        root = child


@kernel(lambda n: (ints(n, high=10 * n),), small=200, large=200_000, helpers=(sift_down,))
def heapsort(a):
    for start in range(len(a) // 2 - 1, -1, -1):
        sift_down(a, start, len(a) - 1)
    for end in range(len(a) - 1, 0, -1):
        a[0], a[end] = a[end], a[0]
        sift_down(a, 0, end - 1)


@kernel(lambda n: (ints(n, high=n, dtype="int32"),), small=80, large=7000)
def insertion_sort(a):
    for i in range(1, len(a)):
        key = a[i]
        j = i - 1
        while j >= 0 and a[j] > key:
            a[j + 1] = a[j]
            j -= 1
        a[j + 1] = key


@kernel(lambda n: (floats(n).astype(np.float32), (701, 301, 132, 57, 23, 10, 4, 1)), small=200, large=150_000)
def shell_sort(a, gaps):
    moves = 0
    for gap in gaps:
        for i in range(gap, len(a)):
            x = a[i]
            j = i
            while j >= gap and a[j - gap] > x:
                a[j] = a[j - gap]
                j -= gap
                moves += 1
            a[j] = x
    return moves


@kernel(lambda n: (ints(n, high=n), np.empty(n, np.int64)), small=200, large=250_000)
def merge_sort(a, spare):
    n = len(a)
    width = 1
    while width < n:
        for low in range(0, n, 2 * width):
            middle, high = min(low + width, n), min(low + 2 * width, n)
            i, j = low, middle
            for k in range(low, high):
                if i < middle and (j >= high or a[i] <= a[j]):
                    spare[k] = a[i]
                    i += 1
                else:
                    spare[k] = a[j]
                    j += 1
        a, spare = spare, a
        width *= 2
    return a


@kernel(lambda n: (ints(n, high=2**16, dtype="uint16"), np.zeros(n, np.uint16)), small=300, large=2_000_000)
def radix_sort(a, spare):
    for shift in (0, 8):
        counts = np.zeros(257, np.int64)
        for x in a:
            counts[(x >> shift & 255) + 1] += 1
        for i in range(256):
            counts[i + 1] += counts[i]
        for x in a:
            digit = x >> shift & 255
            spare[counts[digit]] = x
            counts[digit] += 1
        a, spare = spare, a


def lower_bound(a, x):
    low, high = 0, len(a)
    while low < high:
        middle = (low + high) // 2
        if a[middle] < x:
            low = middle + 1
        else:
            high = middle
    return low


@kernel(lambda n: (np.sort(floats(n)), floats(n)), small=150, large=200_000, helpers=(lower_bound,))
def binary_search(a, wanted):
    total = 0
    for x in wanted:
        total += lower_bound(a, x)
    return total


@kernel(lambda n: (floats(n), -1.0, 1.0, np.zeros(64, np.int64)), small=400, large=5_000_000)
def histogram(values, low, high, bins):
    n = bins.shape[0]
    width = (high - low) / n
    for x in values:
        if low <= x < high:
            bins[int((x - low) / width)] += 1
    return bins


@kernel(lambda n: (floats(n),), small=500, large=8_000_000)
def prefix_sums(a):
    for i in range(1, a.size):
        a[i] += a[i - 1]


@kernel(lambda n: (floats(n),), small=400, large=5_000_000)
def smallest_and_largest(a):
    low = high = a[0]
    where_low = where_high = 0
    for i, x in enumerate(a):
        if x < low:
            low, where_low = x, i
        if x > high:
            high, where_high = x, i
    return (low, where_low), (high, where_high)


@kernel(lambda n: (ints(n, high=n), n // 2), small=300, large=1_500_000)
def quickselect(a, k):
    low, high = 0, len(a) - 1
    while low < high:
        pivot = a[k]
        i, j = low, high
        while i <= j:
            while a[i] < pivot:
                i += 1
            while pivot < a[j]:
                j -= 1
            if i <= j:
                a[i], a[j] = a[j], a[i]
                i, j = i + 1, j - 1
        if j < k:
            low = i
        if k < i:
            high = j
    return a[k]


@kernel(lambda n: (ints(n, high=8),), small=400, large=5_000_000)
def majority(votes):
    candidate, count = votes[0], 0
    for vote in votes:
        if count == 0:
            candidate = vote
        count += 1 if vote == candidate else -1
    total = 0
    for vote in votes:
        total += vote == candidate
    return candidate, total


@kernel(lambda n: (ints(n, high=100),), small=400, large=5_000_000)
def compact_evens(a):
    kept = 0
    for x in a:
        if x % 2 == 0:
            a[kept] = x
            kept += 1
    return a[:kept]


@kernel(lambda n: (n,), small=6, large=9)
def fannkuch(n):
    permutation = np.arange(n)
    work = np.empty(n, np.int64)
    counts = np.zeros(n, np.int64)
    checksum = most = 0
    sign = 1
    r = n
    while True:
        while r != 1:
            counts[r - 1] = r
            r -= 1
        if permutation[0] != 0:
            for i in range(n):
                work[i] = permutation[i]
            flips = 0
            while True:
                k = int(work[0])
                if k == 0:
                    break
                for i in range((k + 1) // 2):
                    work[i], work[k - i] = work[k - i], work[i]
                flips += 1
            most = max(most, flips)
            checksum += sign * flips
        sign = -sign
        while True:
            if r == n:
                return checksum, most
            first = permutation[0]
            for i in range(r):
                permutation[i] = permutation[i + 1]
            permutation[r] = first
            counts[r] -= 1
            if counts[r] > 0:
                break
            r += 1
        r += 1 if r == 0 else 0


@kernel(lambda n: (ints(n, n, high=9), 3), small=20, large=2000)
def saddle_points(a, margin):
    found = 0
    for i, row in enumerate(a):
        lowest = row[0]
        for x in row[1:]:
            if x < lowest:
                lowest = x
        for j in range(a.shape[1]):
            if a[i, j] == lowest:
                column = a[:, j]
                highest = column[0]
                for k in range(1, min(margin, len(column))):
                    highest = max(highest, column[k])
                found += highest <= a[i, j]
    return found


@kernel(lambda n: (ints(n, high=n),), small=60, large=4000)
def bubble_sort(a):
    swaps = 0
    for end in range(len(a) - 1, 0, -1):
        changed = False
        for i in range(end):
            if a[i] > a[i + 1]:
                a[i], a[i + 1] = a[i + 1], a[i]
                swaps += 1
                changed = True
        if not changed:
            break
    return swaps


@kernel(lambda n: (ints(n, high=256), np.zeros(256, np.int64)), small=200, large=3_000_000)
def counting_sort(a, counts):
    for x in a:
        counts[x] += 1
    at = 0
    for value in range(256):
        for _ in range(counts[value]):
            a[at] = value
            at += 1
    return at


@kernel(lambda n: (ints(n, n, low=0, high=9), 5), small=16, large=1500)
def spiral_sum(a, weight):
    top, left, bottom, right = 0, 0, a.shape[0] - 1, a.shape[1] - 1
    total = 0
    while top <= bottom and left <= right:
        for j in range(left, right + 1):
            total = (total * weight + int(a[top, j])) % 1000003
        for i in range(top + 1, bottom + 1):
            total = (total * weight + int(a[i, right])) % 1000003
        if top < bottom and left < right:
            for j in range(right - 1, left - 1, -1):
                total = (total * weight + int(a[bottom, j])) % 1000003
            for i in range(bottom - 1, top, -1):
                total = (total * weight + int(a[i, left])) % 1000003
        top, left, bottom, right = top + 1, left + 1, bottom - 1, right - 1
    return total
