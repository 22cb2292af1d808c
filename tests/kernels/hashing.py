"""Hashes, checksums and generators of random numbers: masked Python ints, and unsigned NumPy scalars that wrap."""

from __future__ import annotations

from .registry import ints, kernel, np, random_bytes


@kernel(lambda n: (random_bytes(n),), small=500, large=10_000_000, numpy=False)
def fnv1a_32(data):
    h = 0x811C9DC5
    for byte in data:
        h = ((h ^ byte) * 16777619) & 0xFFFFFFFF
    return h


@kernel(lambda n: (random_bytes(n),), small=500, large=10_000_000, numpy=False)
def fnv1a_64(data):
    h = 0xCBF29CE484222325
    for byte in data:
        h = ((h ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return h


@kernel(lambda n: (ints(n, high=256, dtype="uint8"),), small=500, large=5_000_000)
def fnv1a_64_numpy(data):
    h = np.uint64(0xCBF29CE484222325)
    prime = np.uint64(0x100000001B3)
    for byte in data:
        h = (h ^ byte) * prime
    return h


@kernel(lambda n: (42, n), small=300, large=10_000_000, numpy=False)
def splitmix64(seed, count):
    mask = (1 << 64) - 1
    total = 0
    for _ in range(count):
        seed = (seed + 0x9E3779B97F4A7C15) & mask
        z = seed
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        total ^= z ^ (z >> 31)
    return total


@kernel(lambda n: (88172645463325252, n), small=300, large=5_000_000, numpy=False)
def xorshift64star(state, count):
    mask = 0xFFFFFFFFFFFFFFFF
    ones = 0
    for _ in range(count):
        state ^= state >> 12
        state ^= (state << 25) & mask
        state ^= state >> 27
        ones += (state * 0x2545F4914F6CDD1D & mask) >> 63
    return state, ones


@kernel(lambda n: (12345, n), small=500, large=10_000_000, numpy=False)
def linear_congruential(seed, count):
    for _ in range(count):
        seed = (1103515245 * seed + 12345) % 2147483648
    return seed


def rotate_left(x, r):
    return ((x << r) | (x >> (32 - r))) & 0xFFFFFFFF


@kernel(lambda n: (random_bytes(n), 0x9747B28C), small=400, large=10_000_000, helpers=(rotate_left,), numpy=False)
def murmur3_32(data, seed):
    h = seed
    whole = len(data) & ~3
    for i in range(0, whole, 4):
        k = data[i] | data[i + 1] << 8 | data[i + 2] << 16 | data[i + 3] << 24
        k = rotate_left(k * 0xCC9E2D51 & 0xFFFFFFFF, 15) * 0x1B873593 & 0xFFFFFFFF
        h = (rotate_left(h ^ k, 13) * 5 + 0xE6546B64) & 0xFFFFFFFF
    k = 0
    for i in range(len(data) - 1, whole - 1, -1):
        k = k << 8 | data[i]
    if k:
        h ^= rotate_left(k * 0xCC9E2D51 & 0xFFFFFFFF, 15) * 0x1B873593 & 0xFFFFFFFF
    h ^= len(data)
    h = (h ^ h >> 16) * 0x85EBCA6B & 0xFFFFFFFF
    h = (h ^ h >> 13) * 0xC2B2AE35 & 0xFFFFFFFF
    return h ^ h >> 16


@kernel(lambda n: (random_bytes(n), np.zeros(256, np.int64)), small=400, large=4_000_000)
def crc32(data, table):
    for i in range(256):
        c = i
        for _ in range(8):
            c = 0xEDB88320 ^ c >> 1 if c & 1 else c >> 1
        table[i] = c
    crc = 0xFFFFFFFF
    for byte in data:
        crc = int(table[(crc ^ byte) & 255]) ^ crc >> 8
    return crc ^ 0xFFFFFFFF


@kernel(lambda n: (ints(n, high=256, dtype="uint8"),), small=400, large=4_000_000)
def crc32_unsigned(data):
    table = np.zeros(256, np.uint32)
    for i in range(256):
        c = np.uint32(i)
        for _ in range(8):
            c = np.uint32(0xEDB88320) ^ (c >> 1) if c & 1 else c >> 1
        table[i] = c
    crc = np.uint32(0xFFFFFFFF)
    for byte in data:
        crc = table[(crc ^ byte) & 255] ^ (crc >> 8)
    return ~crc


@kernel(lambda n: (random_bytes(n),), small=500, large=4_000_000, numpy=False)
def adler32(data):
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


@kernel(lambda n: (random_bytes(n),), small=500, large=10_000_000, numpy=False)
def djb2(data):
    h = 5381
    for byte in data:
        h = (h << 5) + h + byte & 0xFFFFFFFF
    return h


@kernel(lambda n: (random_bytes(n),), small=500, large=8_000_000, numpy=False)
def one_at_a_time(data):
    h = 0
    for byte in data:
        h = h + byte & 0xFFFFFFFF
        h = h + (h << 10) & 0xFFFFFFFF
        h ^= h >> 6
    h = h + (h << 3) & 0xFFFFFFFF
    h ^= h >> 11
    return h + (h << 15) & 0xFFFFFFFF


SHA256_ROUNDS = (
    0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4, 0xAB1C5ED5,
    0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3, 0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174,
    0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA,
    0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967,
    0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85,
    0xA2BFE8A1, 0xA81A664B, 0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
    0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F, 0x682E6FF3,
    0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2,
)  # fmt: skip


def rotate_right(x, r):
    return (x >> r | x << (32 - r)) & 0xFFFFFFFF


def _sha_inputs(n):
    state = [0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19]
    return random_bytes(64 * n), np.array(SHA256_ROUNDS), np.array(state), np.zeros(64, np.int64)


@kernel(_sha_inputs, small=2, large=15_000, helpers=(rotate_right,))
def sha256_compress(data, k, state, w):
    for block in range(0, len(data), 64):
        for i in range(16):
            at = block + 4 * i
            w[i] = data[at] << 24 | data[at + 1] << 16 | data[at + 2] << 8 | data[at + 3]
        for i in range(16, 64):
            x, y = int(w[i - 15]), int(w[i - 2])
            s0 = rotate_right(x, 7) ^ rotate_right(x, 18) ^ x >> 3
            s1 = rotate_right(y, 17) ^ rotate_right(y, 19) ^ y >> 10
            w[i] = int(w[i - 16]) + s0 + int(w[i - 7]) + s1 & 0xFFFFFFFF
        a, b, c, d = int(state[0]), int(state[1]), int(state[2]), int(state[3])
        e, f, g, h = int(state[4]), int(state[5]), int(state[6]), int(state[7])
        for i in range(64):
            s1 = rotate_right(e, 6) ^ rotate_right(e, 11) ^ rotate_right(e, 25)
            t1 = h + s1 + (e & f ^ ~e & g) + int(k[i]) + int(w[i]) & 0xFFFFFFFF
            s0 = rotate_right(a, 2) ^ rotate_right(a, 13) ^ rotate_right(a, 22)
            t2 = s0 + (a & b ^ a & c ^ b & c) & 0xFFFFFFFF
            h, g, f, e, d, c, b, a = g, f, e, d + t1 & 0xFFFFFFFF, c, b, a, t1 + t2 & 0xFFFFFFFF
        for i, value in enumerate((a, b, c, d, e, f, g, h)):
            state[i] = state[i] + value & 0xFFFFFFFF


def quarter_round(s, a, b, c, d):
    s[a] += s[b]
    x = s[d] ^ s[a]
    s[d] = x << np.uint32(16) | x >> np.uint32(16)
    s[c] += s[d]
    x = s[b] ^ s[c]
    s[b] = x << np.uint32(12) | x >> np.uint32(20)
    s[a] += s[b]
    x = s[d] ^ s[a]
    s[d] = x << np.uint32(8) | x >> np.uint32(24)
    s[c] += s[d]
    x = s[b] ^ s[c]
    s[b] = x << np.uint32(7) | x >> np.uint32(25)


@kernel(lambda n: (ints(16, high=2**32, dtype="uint32"), 10 * n), small=2, large=30_000, helpers=(quarter_round,))
def chacha_rounds(state, rounds):
    for _ in range(rounds):
        quarter_round(state, 0, 4, 8, 12)
        quarter_round(state, 1, 5, 9, 13)
        quarter_round(state, 2, 6, 10, 14)
        quarter_round(state, 3, 7, 11, 15)
        quarter_round(state, 0, 5, 10, 15)
        quarter_round(state, 1, 6, 11, 12)
        quarter_round(state, 2, 7, 8, 13)
        quarter_round(state, 3, 4, 9, 14)


@kernel(lambda n: (123456789, 362436069, 521288629, n), small=300, large=8_000_000, numpy=False)
def marsaglia_xorshift(x, y, z, count):
    for _ in range(count):
        t = (x ^ x << 3) & 0xFFFFFFFF
        x, y = y, z
        z = (z ^ z >> 19 ^ t ^ t >> 8) & 0xFFFFFFFF
    return x, y, z


@kernel(lambda n: (np.zeros(624, np.uint32), n), small=624, large=3_000_000)
def mersenne_twister(mt, count):
    mt[0] = 5489
    for i in range(1, 624):
        mt[i] = (1812433253 * (int(mt[i - 1]) ^ int(mt[i - 1]) >> 30) + i) & 0xFFFFFFFF
    index = 624
    last = 0
    for _ in range(count):
        if index == 624:
            for i in range(624):
                y = (int(mt[i]) & 0x80000000) | (int(mt[(i + 1) % 624]) & 0x7FFFFFFF)
                value = int(mt[(i + 397) % 624]) ^ y >> 1
                mt[i] = value ^ 0x9908B0DF if y & 1 else value
            index = 0
        y = int(mt[index])
        index += 1
        y ^= y >> 11
        y ^= y << 7 & 0x9D2C5680
        y ^= y << 15 & 0xEFC60000
        last = y ^ y >> 18
    return last


@kernel(lambda n: (n,), small=300, large=8_000_000)
def pcg32_numpy(count):
    state = np.uint64(0x853C49E6748FEA9B)
    total = np.uint32(0)
    for _ in range(count):
        old = state
        state = old * np.uint64(6364136223846793005) + np.uint64(1442695040888963407)
        shifted = np.uint32(((old >> 18) ^ old) >> 27 & 0xFFFFFFFF)
        rotation = np.uint32(old >> 59)
        total ^= shifted >> rotation | shifted << (np.uint32(32) - rotation & np.uint32(31))
    return total


@kernel(lambda n: (n,), small=500, large=5_000_000, numpy=False)
def popcounts(n):
    total = 0
    for i in range(n):
        x = i * 0x9E3779B1 & 0xFFFFFFFF
        total += x.bit_count() - x.bit_length()
    return total


@kernel(lambda n: (random_bytes(n),), small=200, large=2_000_000, numpy=False)
def fletcher32(data):
    a = b = 0
    for i in range(0, len(data) - 1, 2):
        a = (a + (data[i] | data[i + 1] << 8)) % 65535
        b = (b + a) % 65535
    return b << 16 | a


@kernel(lambda n: (random_bytes(n), np.zeros(256, np.uint16)), small=200, large=3_000_000)
def crc16_ccitt(data, table):
    for i in range(256):
        c = i << 8
        for _ in range(8):
            c = (c << 1 ^ 0x1021 if c & 0x8000 else c << 1) & 0xFFFF
        table[i] = c
    crc = 0xFFFF
    for byte in data:
        crc = (crc << 8 & 0xFFFF) ^ int(table[crc >> 8 ^ byte])
    return crc


@kernel(lambda n: (random_bytes(n), 0x100), small=60, large=2_000_000, numpy=False)
def rolling_hash(data, window):
    h, matches, power = 0, 0, 1
    for _ in range(window):
        power = power * 257 % 1000003
    for i, byte in enumerate(data):
        h = (h * 257 + byte) % 1000003
        if i >= window:
            h = (h - power * data[i - window]) % 1000003
        if h & 1023 == 7:
            matches += 1
    return h, matches


@kernel(lambda n: (ints(n, high=1 << 40), np.zeros(max(64, n // 8), np.uint64)), small=300, large=500_000)
def bloom_filter(keys, words):
    found = 0
    for i in range(len(keys)):
        key, seen = int(keys[i]), True
        for _ in range(3):
            key = (key * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
            place, bit = (key >> 32) % len(words), 1 << (key >> 26 & 63)
            if not int(words[place]) & bit:
                seen = False
                words[place] |= np.uint64(bit)
        if seen:
            found += 1
    return found


@kernel(lambda n: (ints(n, high=1 << 32, dtype="uint32"), np.zeros(n, np.uint32)), small=50, large=1_000_000)
def reverse_bits(words, target):
    for i in range(len(words)):
        left, result = int(words[i]), 0
        for _ in range(32):
            result = result << 1 | left & 1
            left >>= 1
        target[i] = result
