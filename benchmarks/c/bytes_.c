/* Twins of tests/kernels/bytes_.py. */

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

int64_t run_length_encode(const uint8_t *data, int64_t n, uint8_t *out, int64_t room)
{
    if (!n)
        return 0;
    int64_t size = 0;
    uint8_t current = data[0];
    int64_t count = 0;
    for (int64_t i = 0; i < n; i++) {
        uint8_t byte = data[i];
        if (byte == current && count < 255) {
            count++;
        } else {
            out[size] = count;
            out[size + 1] = current;
            size += 2;
            current = byte;
            count = 1;
        }
    }
    out[size] = count;
    out[size + 1] = current;
    return size + 2;
}

int64_t base64_encode(const uint8_t *data, int64_t n, uint8_t *out, int64_t room, const uint8_t *alphabet, int64_t letters)
{
    int64_t at = 0;
    for (int64_t i = 0; i < n - 2; i += 3) {
        int64_t word = data[i] << 16 | data[i + 1] << 8 | data[i + 2];
        out[at] = alphabet[word >> 18];
        out[at + 1] = alphabet[word >> 12 & 63];
        out[at + 2] = alphabet[word >> 6 & 63];
        out[at + 3] = alphabet[word & 63];
        at += 4;
    }
    int64_t rest = n % 3;
    if (rest) {
        int64_t word = data[n - rest] << 16 | (rest == 2 ? data[n - 1] << 8 : 0);
        out[at] = alphabet[word >> 18];
        out[at + 1] = alphabet[word >> 12 & 63];
        out[at + 2] = rest == 2 ? alphabet[word >> 6 & 63] : 61;
        out[at + 3] = 61;
        at += 4;
    }
    return at;
}

void hex_encode(const uint8_t *data, int64_t n, uint8_t *out, int64_t room)
{
    for (int64_t i = 0; i < n; i++) {
        int64_t high = data[i] / 16, low = data[i] % 16;
        out[2 * i] = high + (high < 10 ? 48 : 87);
        out[2 * i + 1] = low + (low < 10 ? 48 : 87);
    }
}

int64_t count_byte(const uint8_t *data, int64_t n, int64_t wanted)
{
    int64_t count = 0;
    for (int64_t i = 0; i < n; i++)
        if (data[i] == wanted)
            count++;
    return count;
}

void utf8_validate(const uint8_t *data, int64_t n, int64_t *valid, int64_t *at, int64_t *count)
{
    int64_t i = 0, characters = 0;
    *valid = 0;
    while (i < n) {
        int64_t lead = data[i], need, low, value;
        if (lead < 0x80) {
            need = 0, low = 0, value = lead;
        } else if (0xC2 <= lead && lead <= 0xDF) {
            need = 1, low = 0x80, value = lead & 0x1F;
        } else if ((lead & 0xF0) == 0xE0) {
            need = 2, low = 0x800, value = lead & 0x0F;
        } else if (0xF0 <= lead && lead <= 0xF4) {
            need = 3, low = 0x10000, value = lead & 0x07;
        } else {
            goto done;
        }
        if (i + need >= n)
            goto done;
        for (int64_t k = 1; k <= need; k++) {
            if ((data[i + k] & 0xC0) != 0x80)
                goto done;
            value = value << 6 | (data[i + k] & 0x3F);
        }
        if (value < low || (0xD800 <= value && value <= 0xDFFF) || value > 0x10FFFF)
            goto done;
        i += need + 1;
        characters++;
    }
    *valid = 1;
done:
    *at = i;
    *count = characters;
}

int64_t levenshtein_bytes(const uint8_t *a, int64_t n, const uint8_t *b, int64_t m, int64_t *row, int64_t room)
{
    for (int64_t j = 0; j <= m; j++)
        row[j] = j;
    for (int64_t i = 1; i <= n; i++) {
        int64_t diagonal = row[0];
        row[0] = i;
        for (int64_t j = 1; j <= m; j++) {
            int64_t best = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            if (diagonal + 1 < best)
                best = diagonal + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            row[j] = best;
        }
    }
    return row[m];
}

void naive_search(const uint8_t *text, int64_t n, const uint8_t *pattern, int64_t m, int64_t *at, int64_t *length)
{
    int64_t best = 0;
    for (int64_t i = 0; i <= n - m; i++) {
        int64_t k = 0;
        while (k < m && text[i + k] == pattern[k])
            k++;
        if (k == m) {
            *at = i;
            *length = k;
            return;
        }
        if (k > best)
            best = k;
    }
    *at = -1;
    *length = best;
}

int64_t knuth_morris_pratt(const uint8_t *text, int64_t n, const uint8_t *pattern, int64_t m, int32_t *failure, int64_t f)
{
    int64_t k = 0;
    for (int64_t i = 1; i < m; i++) {
        while (k && pattern[i] != pattern[k])
            k = failure[k - 1];
        if (pattern[i] == pattern[k])
            k++;
        failure[i] = k;
    }
    int64_t found = 0;
    k = 0;
    for (int64_t i = 0; i < n; i++) {
        uint8_t byte = text[i];
        while (k && byte != pattern[k])
            k = failure[k - 1];
        if (byte == pattern[k])
            k++;
        if (k == m) {
            found++;
            k = failure[k - 1];
        }
    }
    return found;
}

void word_count(const uint8_t *text, int64_t n, int64_t *line_count, int64_t *word_count, int64_t *bytes)
{
    int64_t words = 0, lines = 0;
    bool inside = false;
    for (int64_t i = 0; i < n; i++) {
        uint8_t c = text[i];
        if (c == 10)
            lines++;
        if (c == 32 || (9 <= c && c <= 13)) {
            inside = false;
        } else if (!inside) {
            inside = true;
            words++;
        }
    }
    *line_count = lines;
    *word_count = words;
    *bytes = n;
}

void parse_integers(const uint8_t *text, int64_t n, int64_t *sum, int64_t *field_count, int64_t *bad_count)
{
    int64_t total = 0, fields = 0, bad = 0, value = 0, sign = 1, digits = 0;
    bool wrong = false;
    for (int64_t i = 0; i < n; i++) {
        uint8_t c = text[i];
        if (48 <= c && c <= 57) {
            value = value * 10 + c - 48;
            digits++;
        } else if (c == 45 && digits == 0) {
            sign = -1;
        } else if (c == 44 || c == 10) {
            fields++;
            if (wrong || !digits)
                bad++;
            else
                total += sign * value;
            value = 0, sign = 1, digits = 0, wrong = false;
        } else {
            wrong = true;
        }
    }
    *sum = total;
    *field_count = fields;
    *bad_count = bad;
}

void xor_cipher(uint8_t *data, int64_t n, const uint8_t *key, int64_t length)
{
    for (int64_t i = 0; i < n; i++)
        data[i] ^= key[i % length];
}

void rc4(uint8_t *state, int64_t states, const uint8_t *key, int64_t length, uint8_t *data, int64_t n)
{
    for (int64_t i = 0; i < 256; i++)
        state[i] = i;
    int64_t j = 0;
    for (int64_t i = 0; i < 256; i++) {
        j = (j + state[i] + key[i % length]) & 255;
        uint8_t t = state[i];
        state[i] = state[j];
        state[j] = t;
    }
    int64_t i = 0;
    j = 0;
    for (int64_t at = 0; at < n; at++) {
        i = (i + 1) & 255;
        j = (j + state[i]) & 255;
        uint8_t t = state[i];
        state[i] = state[j];
        state[j] = t;
        data[at] ^= state[(state[i] + state[j]) & 255];
    }
}

double moving_average(const double *samples, int64_t n, int64_t width)
{
    double total = 0.0, peak = 0.0;
    for (int64_t i = 0; i < n; i++) {
        total += samples[i];
        if (i >= width) {
            total -= samples[i - width];
            if (total / width > peak)
                peak = total / width;
        }
    }
    return peak;
}

void byte_histogram(const uint16_t *samples, int64_t n, uint32_t *counts, int64_t bins)
{
    for (int64_t i = 0; i < n; i++) {
        counts[samples[i] & 255]++;
        counts[samples[i] >> 8]++;
    }
}

void balanced(const uint8_t *text, int64_t n, int64_t *where, int64_t *deepest)
{
    uint8_t *stack = calloc(n, 1);
    int64_t depth = 0, most = 0;
    *where = n;
    for (int64_t i = 0; i < n; i++) {
        uint8_t c = text[i];
        if (c == 40 || c == 91 || c == 123) {
            stack[depth++] = c;
            if (depth > most)
                most = depth;
        } else if (c == 41 || c == 93 || c == 125) {
            if (depth == 0) {
                *where = i;
                break;
            }
            int difference = c - stack[--depth];
            if (difference != 1 && difference != 2) {
                *where = i;
                break;
            }
        }
    }
    *deepest = most;
    free(stack);
}

int64_t palindromes(const uint8_t *text, int64_t n)
{
    int64_t longest = 0;
    for (int64_t centre = 0; centre < n; centre++) {
        for (int64_t even = 0; even < 2; even++) {
            int64_t left = centre, right = centre + even;
            while (left >= 0 && right < n && text[left] == text[right]) {
                left--;
                right++;
            }
            if (right - left - 1 > longest)
                longest = right - left - 1;
        }
    }
    return longest;
}

int64_t hex_decode(const uint8_t *text, int64_t length, uint8_t *out, int64_t n)
{
    for (int64_t i = 0; i < n; i++) {
        int64_t value = 0;
        for (int64_t k = 0; k < 2; k++) {
            int64_t c = text[2 * i + k], digit;
            if (48 <= c && c <= 57)
                digit = c - 48;
            else if (97 <= c && c <= 102)
                digit = c - 87;
            else
                return i;
            value = value << 4 | digit;
        }
        out[i] = value;
    }
    return n;
}

int64_t base64_decode(const uint8_t *text, int64_t n, uint8_t *out, int64_t room, uint8_t *table, int64_t entries,
                      const uint8_t *alphabet, int64_t letters)
{
    for (int64_t i = 0; i < letters; i++)
        table[alphabet[i]] = i;
    int64_t at = 0;
    for (int64_t i = 0; i < n; i += 4) {
        int64_t word = table[text[i]] << 18 | table[text[i + 1]] << 12 | table[text[i + 2]] << 6 | table[text[i + 3]];
        out[at] = word >> 16;
        out[at + 1] = word >> 8 & 255;
        out[at + 2] = word & 255;
        at += 3;
    }
    return at;
}

void caesar_cipher(uint8_t *text, int64_t n, int64_t shift)
{
    for (int64_t i = 0; i < n; i++) {
        uint8_t c = text[i];
        if (65 <= c && c <= 90)
            text[i] = (c - 65 + shift) % 26 + 65;
        else if (97 <= c && c <= 122)
            text[i] = (c - 97 + shift) % 26 + 97;
    }
}

void reverse_complement(const uint8_t *dna, int64_t n, uint8_t *out, int64_t room)
{
    for (int64_t i = 0; i < n; i++) {
        uint8_t c = dna[i], base;
        if (c == 65)
            base = 84;
        else if (c == 67)
            base = 71;
        else if (c == 71)
            base = 67;
        else
            base = 65;
        out[n - 1 - i] = base;
    }
}

int64_t signed_sum(const uint8_t *text, int64_t n)
{
    int64_t total = 0, number = 0;
    int negative = 0, started = 0;
    for (int64_t i = 0; i < n; i++) {
        int64_t c = text[i];
        if (48 <= c && c <= 57) {
            number = number * 10 + (c - 48);
            started = 1;
        } else {
            if (started)
                total += negative ? -number : number;
            negative = c == 45;
            number = 0;
            started = 0;
        }
    }
    return total;
}

int64_t letter_counts(const uint8_t *text, int64_t n, int64_t *counts, int64_t letters)
{
    int64_t capitals = 0;
    for (int64_t i = 0; i < n; i++) {
        uint8_t c = text[i];
        if (97 <= c && c <= 122) {
            counts[c - 97]++;
        } else if (65 <= c && c <= 90) {
            counts[c - 65]++;
            capitals++;
        }
    }
    return capitals;
}
