/* Twins of tests/kernels/sorting.py. */

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

static inline void swap(int64_t *a, int64_t i, int64_t j)
{
    int64_t t = a[i];
    a[i] = a[j];
    a[j] = t;
}

static void quicksort_range(double *a, int64_t low, int64_t high)
{
    while (low < high) {
        double pivot = a[(low + high) / 2];
        int64_t i = low, j = high;
        while (i <= j) {
            while (a[i] < pivot)
                i++;
            while (a[j] > pivot)
                j--;
            if (i <= j) {
                double t = a[i];
                a[i] = a[j];
                a[j] = t;
                i++;
                j--;
            }
        }
        if (j - low < high - i) {
            quicksort_range(a, low, j);
            low = i;
        } else {
            quicksort_range(a, i, high);
            high = j;
        }
    }
}

void quicksort(double *a, int64_t n)
{
    quicksort_range(a, 0, n - 1);
}

static void sift_down(int64_t *a, int64_t start, int64_t end)
{
    int64_t root = start;
    for (;;) {
        int64_t child = 2 * root + 1;
        if (child > end)
            return;
        if (child + 1 <= end && a[child] < a[child + 1])
            child++;
        if (a[root] >= a[child])
            return;
        swap(a, root, child);
        root = child;
    }
}

void heapsort(int64_t *a, int64_t n)
{
    for (int64_t start = n / 2 - 1; start >= 0; start--)
        sift_down(a, start, n - 1);
    for (int64_t end = n - 1; end > 0; end--) {
        swap(a, 0, end);
        sift_down(a, 0, end - 1);
    }
}

void insertion_sort(int32_t *a, int64_t n)
{
    for (int64_t i = 1; i < n; i++) {
        int32_t key = a[i];
        int64_t j = i - 1;
        while (j >= 0 && a[j] > key) {
            a[j + 1] = a[j];
            j--;
        }
        a[j + 1] = key;
    }
}

int64_t shell_sort(float *a, int64_t n, const int64_t *gaps, int64_t count)
{
    int64_t moves = 0;
    for (int64_t k = 0; k < count; k++) {
        int64_t gap = gaps[k];
        for (int64_t i = gap; i < n; i++) {
            float x = a[i];
            int64_t j = i;
            while (j >= gap && a[j - gap] > x) {
                a[j] = a[j - gap];
                j -= gap;
                moves++;
            }
            a[j] = x;
        }
    }
    return moves;
}

int64_t *merge_sort(int64_t *a, int64_t n, int64_t *spare, int64_t m)
{
    for (int64_t width = 1; width < n; width *= 2) {
        for (int64_t low = 0; low < n; low += 2 * width) {
            int64_t middle = low + width < n ? low + width : n, high = low + 2 * width < n ? low + 2 * width : n;
            int64_t i = low, j = middle;
            for (int64_t k = low; k < high; k++) {
                if (i < middle && (j >= high || a[i] <= a[j]))
                    spare[k] = a[i++];
                else
                    spare[k] = a[j++];
            }
        }
        int64_t *t = a;
        a = spare;
        spare = t;
    }
    return a;
}

void radix_sort(uint16_t *a, int64_t n, uint16_t *spare, int64_t m)
{
    for (int shift = 0; shift <= 8; shift += 8) {
        int64_t counts[257] = {0};
        for (int64_t i = 0; i < n; i++)
            counts[(a[i] >> shift & 255) + 1]++;
        for (int i = 0; i < 256; i++)
            counts[i + 1] += counts[i];
        for (int64_t i = 0; i < n; i++)
            spare[counts[a[i] >> shift & 255]++] = a[i];
        uint16_t *t = a;
        a = spare;
        spare = t;
    }
}

static int64_t lower_bound(const double *a, int64_t n, double x)
{
    int64_t low = 0, high = n;
    while (low < high) {
        int64_t middle = (low + high) / 2;
        if (a[middle] < x)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int64_t binary_search(const double *a, int64_t n, const double *wanted, int64_t m)
{
    int64_t total = 0;
    for (int64_t i = 0; i < m; i++)
        total += lower_bound(a, n, wanted[i]);
    return total;
}

int64_t *histogram(const double *values, int64_t count, double low, double high, int64_t *bins, int64_t n)
{
    double width = (high - low) / n;
    for (int64_t i = 0; i < count; i++)
        if (low <= values[i] && values[i] < high)
            bins[(int64_t)((values[i] - low) / width)]++;
    return bins;
}

void prefix_sums(double *a, int64_t n)
{
    for (int64_t i = 1; i < n; i++)
        a[i] += a[i - 1];
}

void smallest_and_largest(const double *a, int64_t n, double *lowest, int64_t *at_lowest, double *highest,
                          int64_t *at_highest)
{
    double low = a[0], high = a[0];
    int64_t where_low = 0, where_high = 0;
    for (int64_t i = 0; i < n; i++) {
        if (a[i] < low) {
            low = a[i];
            where_low = i;
        }
        if (a[i] > high) {
            high = a[i];
            where_high = i;
        }
    }
    *lowest = low;
    *at_lowest = where_low;
    *highest = high;
    *at_highest = where_high;
}

int64_t quickselect(int64_t *a, int64_t n, int64_t k)
{
    int64_t low = 0, high = n - 1;
    while (low < high) {
        int64_t pivot = a[k], i = low, j = high;
        while (i <= j) {
            while (a[i] < pivot)
                i++;
            while (pivot < a[j])
                j--;
            if (i <= j)
                swap(a, i++, j--);
        }
        if (j < k)
            low = i;
        if (k < i)
            high = j;
    }
    return a[k];
}

void majority(const int64_t *votes, int64_t n, int64_t *winner, int64_t *votes_for_it)
{
    int64_t candidate = votes[0], count = 0, total = 0;
    for (int64_t i = 0; i < n; i++) {
        if (count == 0)
            candidate = votes[i];
        count += votes[i] == candidate ? 1 : -1;
    }
    for (int64_t i = 0; i < n; i++)
        total += votes[i] == candidate;
    *winner = candidate;
    *votes_for_it = total;
}

int64_t compact_evens(int64_t *a, int64_t n)
{
    int64_t kept = 0;
    for (int64_t i = 0; i < n; i++)
        if (a[i] % 2 == 0)
            a[kept++] = a[i];
    return kept;
}

void fannkuch(int64_t n, int64_t *sum, int64_t *flips_at_most)
{
    int64_t *permutation = malloc(n * sizeof *permutation), *work = malloc(n * sizeof *work);
    int64_t *counts = calloc(n, sizeof *counts), checksum = 0, most = 0, sign = 1, r = n;
    for (int64_t i = 0; i < n; i++)
        permutation[i] = i;
    for (;;) {
        while (r != 1) {
            counts[r - 1] = r;
            r--;
        }
        if (permutation[0] != 0) {
            for (int64_t i = 0; i < n; i++)
                work[i] = permutation[i];
            int64_t flips = 0, k;
            while ((k = work[0])) {
                for (int64_t i = 0; i < (k + 1) / 2; i++)
                    swap(work, i, k - i);
                flips++;
            }
            if (flips > most)
                most = flips;
            checksum += sign * flips;
        }
        sign = -sign;
        for (;;) {
            if (r == n) {
                *sum = checksum;
                *flips_at_most = most;
                free(permutation);
                free(work);
                free(counts);
                return;
            }
            int64_t first = permutation[0];
            for (int64_t i = 0; i < r; i++)
                permutation[i] = permutation[i + 1];
            permutation[r] = first;
            if (--counts[r] > 0)
                break;
            r++;
        }
    }
}

int64_t saddle_points(const int64_t *a, int64_t rows, int64_t columns, int64_t margin)
{
    int64_t found = 0;
    for (int64_t i = 0; i < rows; i++) {
        const int64_t *row = a + i * columns;
        int64_t lowest = row[0];
        for (int64_t j = 1; j < columns; j++)
            if (row[j] < lowest)
                lowest = row[j];
        for (int64_t j = 0; j < columns; j++) {
            if (row[j] == lowest) {
                int64_t highest = a[j];
                for (int64_t k = 1; k < margin && k < rows; k++)
                    if (a[k * columns + j] > highest)
                        highest = a[k * columns + j];
                found += highest <= row[j];
            }
        }
    }
    return found;
}

int64_t bubble_sort(int64_t *a, int64_t n)
{
    int64_t swaps = 0;
    for (int64_t end = n - 1; end > 0; end--) {
        bool changed = false;
        for (int64_t i = 0; i < end; i++) {
            if (a[i] > a[i + 1]) {
                swap(a, i, i + 1);
                swaps++;
                changed = true;
            }
        }
        if (!changed)
            break;
    }
    return swaps;
}

int64_t counting_sort(int64_t *a, int64_t n, int64_t *counts, int64_t kinds)
{
    for (int64_t i = 0; i < n; i++)
        counts[a[i]]++;
    int64_t at = 0;
    for (int64_t value = 0; value < 256; value++)
        for (int64_t i = 0; i < counts[value]; i++)
            a[at++] = value;
    return at;
}

int64_t spiral_sum(const int64_t *a, int64_t rows, int64_t columns, int64_t weight)
{
    int64_t top = 0, left = 0, bottom = rows - 1, right = columns - 1, total = 0;
    while (top <= bottom && left <= right) {
        for (int64_t j = left; j <= right; j++)
            total = (total * weight + a[top * columns + j]) % 1000003;
        for (int64_t i = top + 1; i <= bottom; i++)
            total = (total * weight + a[i * columns + right]) % 1000003;
        if (top < bottom && left < right) {
            for (int64_t j = right - 1; j >= left; j--)
                total = (total * weight + a[bottom * columns + j]) % 1000003;
            for (int64_t i = bottom - 1; i > top; i--)
                total = (total * weight + a[i * columns + left]) % 1000003;
        }
        top++;
        left++;
        bottom--;
        right--;
    }
    return total;
}
