"""Text and codecs over bytes, bytearray, memoryview and array.array, without NumPy."""

from __future__ import annotations

import array
import base64
import random

from .registry import kernel, np, random_bytes


def _runs(n):
    chooser = random.Random(n)
    return b"".join(bytes([chooser.randrange(4)]) * chooser.randrange(1, 12) for _ in range(n))


@kernel(lambda n: (_runs(n), bytearray(24 * n)), small=80, large=500_000, numpy=False)
def run_length_encode(data, out):
    if not data:
        return 0
    size = 0
    current, count = data[0], 0
    for byte in data:
        if byte == current and count < 255:
            count += 1
        else:
            out[size], out[size + 1] = count, current
            size += 2
            current, count = byte, 1
    out[size], out[size + 1] = count, current
    return size + 2


ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


@kernel(lambda n: (random_bytes(n), bytearray((n + 2) // 3 * 4), ALPHABET), small=301, large=4_000_000, numpy=False)
def base64_encode(data, out, alphabet):
    n = len(data)
    at = 0
    for i in range(0, n - 2, 3):
        word = data[i] << 16 | data[i + 1] << 8 | data[i + 2]
        out[at] = alphabet[word >> 18]
        out[at + 1] = alphabet[word >> 12 & 63]
        out[at + 2] = alphabet[word >> 6 & 63]
        out[at + 3] = alphabet[word & 63]
        at += 4
    rest = n % 3
    if rest:
        word = data[n - rest] << 16 | (data[n - 1] << 8 if rest == 2 else 0)
        out[at] = alphabet[word >> 18]
        out[at + 1] = alphabet[word >> 12 & 63]
        out[at + 2] = alphabet[word >> 6 & 63] if rest == 2 else 61
        out[at + 3] = 61
        at += 4
    return at


@kernel(lambda n: (random_bytes(n), bytearray(2 * n)), small=300, large=2_000_000, numpy=False)
def hex_encode(data, out):
    for i, byte in enumerate(data):
        high, low = divmod(byte, 16)
        out[2 * i] = high + (48 if high < 10 else 87)
        out[2 * i + 1] = low + (48 if low < 10 else 87)


@kernel(lambda n: (random_bytes(n), 101), small=500, large=20_000_000, numpy=False)
def count_byte(data, wanted):
    count = 0
    for byte in data:
        if byte == wanted:
            count += 1
    return count


@kernel(lambda n: (("zażółć gęślą jaźń, ☃ 𝄞 plain " * n).encode() + b"\xff",), small=12, large=200_000, numpy=False)
def utf8_validate(data):
    i, n, characters = 0, len(data), 0
    while i < n:
        lead = data[i]
        if lead < 0x80:
            need, low, value = 0, 0, lead
        elif 0xC2 <= lead <= 0xDF:
            need, low, value = 1, 0x80, lead & 0x1F
        elif lead & 0xF0 == 0xE0:
            need, low, value = 2, 0x800, lead & 0x0F
        elif 0xF0 <= lead <= 0xF4:
            need, low, value = 3, 0x10000, lead & 0x07
        else:
            return False, i, characters
        if i + need >= n:
            return False, i, characters
        for k in range(1, need + 1):
            if data[i + k] & 0xC0 != 0x80:
                return False, i, characters
            value = value << 6 | data[i + k] & 0x3F
        if value < low or 0xD800 <= value <= 0xDFFF or value > 0x10FFFF:
            return False, i, characters
        i += need + 1
        characters += 1
    return True, i, characters


@kernel(
    lambda n: (random_bytes(n, 4), random_bytes(n + 1, 4), array.array("q", bytes(8 * n + 16))),
    small=40, large=2500, numpy=False,
)  # fmt: skip
def levenshtein_bytes(a, b, row):
    for j in range(len(b) + 1):
        row[j] = j
    for i, x in enumerate(a, 1):
        diagonal, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            change = diagonal + (x != y)
            diagonal = row[j]
            row[j] = min(change, diagonal + 1, row[j - 1] + 1)
    return row[len(b)]


@kernel(lambda n: (b"the quick brown fox " * n + b"jumps", b"fox jumps"), small=15, large=300_000, numpy=False)
def naive_search(text, pattern):
    n, m = len(text), len(pattern)
    best = 0
    for i in range(n - m + 1):
        k = 0
        while k < m and text[i + k] == pattern[k]:
            k += 1
        if k == m:
            return i, k
        best = max(best, k)
    return -1, best


@kernel(
    lambda n: (random_bytes(n, 2), random_bytes(5, 2), array.array("i", bytes(20))), small=300, large=4_000_000,
    numpy=False,
)  # fmt: skip
def knuth_morris_pratt(text, pattern, failure):
    k = 0
    for i in range(1, len(pattern)):
        while k and pattern[i] != pattern[k]:
            k = failure[k - 1]
        if pattern[i] == pattern[k]:
            k += 1
        failure[i] = k
    found = k = 0
    for byte in text:
        while k and byte != pattern[k]:
            k = failure[k - 1]
        if byte == pattern[k]:
            k += 1
        if k == len(pattern):
            found += 1
            k = failure[k - 1]
    return found


@kernel(lambda n: (b"lorem ipsum  dolor\tsit amet\n" * n,), small=20, large=300_000, numpy=False)
def word_count(text):
    words = lines = 0
    inside = False
    for c in text:
        if c == 10:
            lines += 1
        if c == 32 or 9 <= c <= 13:
            inside = False
        elif not inside:
            inside = True
            words += 1
    return lines, words, len(text)


@kernel(lambda n: (b"12,-7,,3.5,99999,x\n" * n,), small=20, large=200_000, numpy=False)
def parse_integers(text):
    total, fields, bad = 0, 0, 0
    value, sign, digits, wrong = 0, 1, 0, False
    for c in text:
        if 48 <= c <= 57:
            value = value * 10 + c - 48
            digits += 1
        elif c == 45 and digits == 0:
            sign = -1
        elif c == 44 or c == 10:
            fields += 1
            if wrong or not digits:
                bad += 1
            else:
                total += sign * value
            value, sign, digits, wrong = 0, 1, 0, False
        else:
            wrong = True
    return total, fields, bad


@kernel(lambda n: (bytearray(random_bytes(n)), b"secret key"), small=400, large=8_000_000, numpy=False)
def xor_cipher(data, key):
    for i in range(len(data)):
        data[i] ^= key[i % len(key)]


@kernel(lambda n: (bytearray(256), b"Key", bytearray(random_bytes(n))), small=300, large=3_000_000, numpy=False)
def rc4(state, key, data):
    for i in range(256):
        state[i] = i
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) & 255
        state[i], state[j] = state[j], state[i]
    i = j = 0
    for at in range(len(data)):
        i = (i + 1) & 255
        j = (j + state[i]) & 255
        state[i], state[j] = state[j], state[i]
        data[at] ^= state[(state[i] + state[j]) & 255]


@kernel(lambda n: (memoryview(bytearray(random_bytes(n))),), small=300, large=0, numpy=False)
def reverse_in_place(view):
    i, j = 0, len(view) - 1
    while i < j:
        view[i], view[j] = view[j], view[i]
        i += 1
        j -= 1


@kernel(
    lambda n: (array.array("d", [(i * 37 % 101) / 7 for i in range(n)]), 9), small=300, large=4_000_000, numpy=False
)
def moving_average(samples, width):
    total = peak = 0.0
    for i, x in enumerate(samples):
        total += x
        if i >= width:
            total -= samples[i - width]
            peak = max(peak, total / width)
    return peak


@kernel(
    lambda n: (array.array("H", [i * 40503 & 0xFFFF for i in range(n)]), array.array("I", bytes(4 * 256))),
    small=300, large=5_000_000, numpy=False,
)  # fmt: skip
def byte_histogram(samples, counts):
    for x in samples:
        counts[x & 255] += 1
        counts[x >> 8] += 1


@kernel(lambda n: (b"{[()]}" * n + b"(]",), small=60, large=1_000_000, numpy=False)
def balanced(text):
    stack = bytearray(len(text))
    depth = deepest = 0
    for i, c in enumerate(text):
        if c == 40 or c == 91 or c == 123:
            stack[depth] = c
            depth += 1
            deepest = max(deepest, depth)
        elif c == 41 or c == 93 or c == 125:
            if depth == 0:
                return i, deepest
            depth -= 1
            opening = stack[depth]
            if c - opening not in (1, 2):
                return i, deepest
    return (None if depth == 0 else len(text)), deepest


@kernel(lambda n: (b"abracadabra" * n,), small=30, large=100_000, numpy=False)
def palindromes(text):
    n = len(text)
    longest = 0
    for centre in range(n):
        for left, right in ((centre, centre), (centre, centre + 1)):
            while left >= 0 and right < n and text[left] == text[right]:
                left -= 1
                right += 1
            longest = max(longest, right - left - 1)
    return longest


@kernel(lambda n: (random_bytes(n).hex().encode(), bytearray(n)), small=300, large=3_000_000, numpy=False)
def hex_decode(text, out):
    for i in range(len(out)):
        value = 0
        for k in range(2):
            c = text[2 * i + k]
            if 48 <= c <= 57:
                digit = c - 48
            elif 97 <= c <= 102:
                digit = c - 87
            else:
                return i
            value = value << 4 | digit
        out[i] = value
    return len(out)


@kernel(lambda n: (base64.b64encode(random_bytes(3 * n)), bytearray(3 * n), bytearray(256), ALPHABET),
        small=100, large=1_000_000, numpy=False)  # fmt: skip
def base64_decode(text, out, table, alphabet):
    for i, c in enumerate(alphabet):
        table[c] = i
    at = 0
    for i in range(0, len(text), 4):
        word = table[text[i]] << 18 | table[text[i + 1]] << 12 | table[text[i + 2]] << 6 | table[text[i + 3]]
        out[at] = word >> 16
        out[at + 1] = word >> 8 & 255
        out[at + 2] = word & 255
        at += 3
    return at


@kernel(lambda n: (bytearray(b"Hello, World and the 12 Monkeys! " * n), 13), small=15, large=200_000, numpy=False)
def caesar_cipher(text, shift):
    for i, c in enumerate(text):
        if 65 <= c <= 90:
            text[i] = (c - 65 + shift) % 26 + 65
        elif 97 <= c <= 122:
            text[i] = (c - 97 + shift) % 26 + 97


@kernel(lambda n: (b"GATTACA" * n, bytearray(7 * n)), small=80, large=500_000, numpy=False)
def reverse_complement(dna, out):
    n = len(dna)
    for i, c in enumerate(dna):
        if c == 65:
            base = 84
        elif c == 67:
            base = 71
        elif c == 71:
            base = 67
        else:
            base = 65
        out[n - 1 - i] = base


def _columns(n):
    source = random.Random(n)
    numbers = [source.randrange(-(10 ** source.randrange(1, 7)), 10**5) for _ in range(n)]
    return "".join(f"{number}{source.choice(',;')}" for number in numbers).encode()


@kernel(lambda n: (_columns(n),), small=100, large=300_000, numpy=False)
def signed_sum(text):
    total = number = 0
    negative = started = False
    for c in text:
        if 48 <= c <= 57:
            number = number * 10 + (c - 48)
            started = True
        else:
            if started:
                total += -number if negative else number
            negative = c == 45
            number = 0
            started = False
    return total


@kernel(lambda n: (random_bytes(n), np.zeros(26, np.int64)), small=500, large=3_000_000)
def letter_counts(text, counts):
    capitals = 0
    for c in text:
        if 97 <= c <= 122:
            counts[c - 97] += 1
        elif 65 <= c <= 90:
            counts[c - 65] += 1
            capitals += 1
    return capitals
