/* Twins of tests/kernels/hashing.py. */

#include <stdint.h>

uint32_t fnv1a_32(const uint8_t *data, int64_t n)
{
    uint32_t h = 0x811C9DC5;
    for (int64_t i = 0; i < n; i++)
        h = (h ^ data[i]) * 16777619;
    return h;
}

uint64_t fnv1a_64(const uint8_t *data, int64_t n)
{
    uint64_t h = 0xCBF29CE484222325;
    for (int64_t i = 0; i < n; i++)
        h = (h ^ data[i]) * 0x100000001B3;
    return h;
}

uint64_t fnv1a_64_numpy(const uint8_t *data, int64_t n)
{
    return fnv1a_64(data, n);
}

uint64_t splitmix64(uint64_t seed, int64_t count)
{
    uint64_t total = 0;
    for (int64_t i = 0; i < count; i++) {
        seed += 0x9E3779B97F4A7C15;
        uint64_t z = seed;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        total ^= z ^ z >> 31;
    }
    return total;
}

void xorshift64star(uint64_t state, int64_t count, uint64_t *end, int64_t *set)
{
    int64_t ones = 0;
    for (int64_t i = 0; i < count; i++) {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        ones += state * 0x2545F4914F6CDD1D >> 63;
    }
    *end = state;
    *set = ones;
}

int64_t linear_congruential(int64_t seed, int64_t count)
{
    for (int64_t i = 0; i < count; i++)
        seed = (1103515245 * seed + 12345) % 2147483648;
    return seed;
}

static inline uint32_t rotate_left(uint32_t x, int r)
{
    return x << r | x >> (32 - r);
}

uint32_t murmur3_32(const uint8_t *data, int64_t n, int64_t seed)
{
    uint32_t h = seed, k;
    int64_t whole = n & ~(int64_t)3;
    for (int64_t i = 0; i < whole; i += 4) {
        k = data[i] | data[i + 1] << 8 | data[i + 2] << 16 | (uint32_t)data[i + 3] << 24;
        k = rotate_left(k * 0xCC9E2D51, 15) * 0x1B873593;
        h = rotate_left(h ^ k, 13) * 5 + 0xE6546B64;
    }
    k = 0;
    for (int64_t i = n - 1; i >= whole; i--)
        k = k << 8 | data[i];
    if (k)
        h ^= rotate_left(k * 0xCC9E2D51, 15) * 0x1B873593;
    h ^= n;
    h = (h ^ h >> 16) * 0x85EBCA6B;
    h = (h ^ h >> 13) * 0xC2B2AE35;
    return h ^ h >> 16;
}

int64_t crc32(const uint8_t *data, int64_t n, int64_t *table, int64_t entries)
{
    for (int64_t i = 0; i < 256; i++) {
        int64_t c = i;
        for (int k = 0; k < 8; k++)
            c = c & 1 ? 0xEDB88320 ^ c >> 1 : c >> 1;
        table[i] = c;
    }
    int64_t crc = 0xFFFFFFFF;
    for (int64_t i = 0; i < n; i++)
        crc = table[(crc ^ data[i]) & 255] ^ crc >> 8;
    return crc ^ 0xFFFFFFFF;
}

uint32_t crc32_unsigned(const uint8_t *data, int64_t n)
{
    uint32_t table[256];
    for (uint32_t i = 0; i < 256; i++) {
        uint32_t c = i;
        for (int k = 0; k < 8; k++)
            c = c & 1 ? 0xEDB88320 ^ c >> 1 : c >> 1;
        table[i] = c;
    }
    uint32_t crc = 0xFFFFFFFF;
    for (int64_t i = 0; i < n; i++)
        crc = table[(crc ^ data[i]) & 255] ^ crc >> 8;
    return ~crc;
}

int64_t adler32(const uint8_t *data, int64_t n)
{
    int64_t a = 1, b = 0;
    for (int64_t i = 0; i < n; i++) {
        a = (a + data[i]) % 65521;
        b = (b + a) % 65521;
    }
    return b << 16 | a;
}

uint32_t djb2(const uint8_t *data, int64_t n)
{
    uint32_t h = 5381;
    for (int64_t i = 0; i < n; i++)
        h = (h << 5) + h + data[i];
    return h;
}

uint32_t one_at_a_time(const uint8_t *data, int64_t n)
{
    uint32_t h = 0;
    for (int64_t i = 0; i < n; i++) {
        h += data[i];
        h += h << 10;
        h ^= h >> 6;
    }
    h += h << 3;
    h ^= h >> 11;
    return h + (h << 15);
}

static inline uint32_t rotate_right(uint32_t x, int r)
{
    return x >> r | x << (32 - r);
}

void sha256_compress(const uint8_t *data, int64_t n, const int64_t *constants, int64_t rounds, int64_t *state,
                     int64_t words, int64_t *w, int64_t room)
{
    for (int64_t block = 0; block < n; block += 64) {
        for (int i = 0; i < 16; i++) {
            int64_t at = block + 4 * i;
            w[i] = (uint32_t)data[at] << 24 | data[at + 1] << 16 | data[at + 2] << 8 | data[at + 3];
        }
        for (int i = 16; i < 64; i++) {
            uint32_t x = w[i - 15], y = w[i - 2];
            uint32_t s0 = rotate_right(x, 7) ^ rotate_right(x, 18) ^ x >> 3;
            uint32_t s1 = rotate_right(y, 17) ^ rotate_right(y, 19) ^ y >> 10;
            w[i] = (uint32_t)w[i - 16] + s0 + (uint32_t)w[i - 7] + s1;
        }
        uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
        uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
        for (int i = 0; i < 64; i++) {
            uint32_t s1 = rotate_right(e, 6) ^ rotate_right(e, 11) ^ rotate_right(e, 25);
            uint32_t t1 = h + s1 + ((e & f) ^ (~e & g)) + (uint32_t)constants[i] + (uint32_t)w[i];
            uint32_t s0 = rotate_right(a, 2) ^ rotate_right(a, 13) ^ rotate_right(a, 22);
            uint32_t t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
            h = g;
            g = f;
            f = e;
            e = d + t1;
            d = c;
            c = b;
            b = a;
            a = t1 + t2;
        }
        uint32_t values[] = {a, b, c, d, e, f, g, h};
        for (int i = 0; i < 8; i++)
            state[i] = (uint32_t)(state[i] + values[i]);
    }
}

static inline void quarter_round(uint32_t *s, int a, int b, int c, int d)
{
    s[a] += s[b];
    s[d] = rotate_left(s[d] ^ s[a], 16);
    s[c] += s[d];
    s[b] = rotate_left(s[b] ^ s[c], 12);
    s[a] += s[b];
    s[d] = rotate_left(s[d] ^ s[a], 8);
    s[c] += s[d];
    s[b] = rotate_left(s[b] ^ s[c], 7);
}

void chacha_rounds(uint32_t *state, int64_t n, int64_t rounds)
{
    for (int64_t i = 0; i < rounds; i++) {
        quarter_round(state, 0, 4, 8, 12);
        quarter_round(state, 1, 5, 9, 13);
        quarter_round(state, 2, 6, 10, 14);
        quarter_round(state, 3, 7, 11, 15);
        quarter_round(state, 0, 5, 10, 15);
        quarter_round(state, 1, 6, 11, 12);
        quarter_round(state, 2, 7, 8, 13);
        quarter_round(state, 3, 4, 9, 14);
    }
}

void marsaglia_xorshift(int64_t x0, int64_t y0, int64_t z0, int64_t count, uint32_t *x_end, uint32_t *y_end,
                        uint32_t *z_end)
{
    uint32_t x = x0, y = y0, z = z0;
    for (int64_t i = 0; i < count; i++) {
        uint32_t t = x ^ x << 3;
        x = y;
        y = z;
        z = z ^ z >> 19 ^ t ^ t >> 8;
    }
    *x_end = x;
    *y_end = y;
    *z_end = z;
}

uint32_t mersenne_twister(uint32_t *mt, int64_t words, int64_t count)
{
    mt[0] = 5489;
    for (int i = 1; i < 624; i++)
        mt[i] = 1812433253 * (mt[i - 1] ^ mt[i - 1] >> 30) + i;
    int64_t index = 624;
    uint32_t last = 0;
    for (int64_t n = 0; n < count; n++) {
        if (index == 624) {
            for (int i = 0; i < 624; i++) {
                uint32_t y = (mt[i] & 0x80000000) | (mt[(i + 1) % 624] & 0x7FFFFFFF);
                uint32_t value = mt[(i + 397) % 624] ^ y >> 1;
                mt[i] = y & 1 ? value ^ 0x9908B0DF : value;
            }
            index = 0;
        }
        uint32_t y = mt[index++];
        y ^= y >> 11;
        y ^= y << 7 & 0x9D2C5680;
        y ^= y << 15 & 0xEFC60000;
        last = y ^ y >> 18;
    }
    return last;
}

uint32_t pcg32_numpy(int64_t count)
{
    uint64_t state = 0x853C49E6748FEA9B;
    uint32_t total = 0;
    for (int64_t i = 0; i < count; i++) {
        uint64_t old = state;
        state = old * 6364136223846793005 + 1442695040888963407;
        uint32_t shifted = (old >> 18 ^ old) >> 27, rotation = old >> 59;
        total ^= shifted >> rotation | shifted << ((32 - rotation) & 31);
    }
    return total;
}

int64_t popcounts(int64_t n)
{
    int64_t total = 0;
    for (int64_t i = 0; i < n; i++) {
        uint32_t x = (uint32_t)i * 0x9E3779B1;
        total += __builtin_popcount(x) - (x ? 32 - __builtin_clz(x) : 0);
    }
    return total;
}

int64_t fletcher32(const uint8_t *data, int64_t n)
{
    int64_t a = 0, b = 0;
    for (int64_t i = 0; i < n - 1; i += 2) {
        a = (a + (data[i] | data[i + 1] << 8)) % 65535;
        b = (b + a) % 65535;
    }
    return b << 16 | a;
}

int64_t crc16_ccitt(const uint8_t *data, int64_t n, uint16_t *table, int64_t entries)
{
    for (int64_t i = 0; i < 256; i++) {
        int64_t c = i << 8;
        for (int k = 0; k < 8; k++)
            c = (c & 0x8000 ? c << 1 ^ 0x1021 : c << 1) & 0xFFFF;
        table[i] = c;
    }
    int64_t crc = 0xFFFF;
    for (int64_t i = 0; i < n; i++)
        crc = (crc << 8 & 0xFFFF) ^ table[crc >> 8 ^ data[i]];
    return crc;
}

void rolling_hash(const uint8_t *data, int64_t n, int64_t window, int64_t *end, int64_t *found)
{
    int64_t h = 0, matches = 0, power = 1;
    for (int64_t i = 0; i < window; i++)
        power = power * 257 % 1000003;
    for (int64_t i = 0; i < n; i++) {
        h = (h * 257 + data[i]) % 1000003;
        if (i >= window) {
            h = (h - power * data[i - window]) % 1000003;
            if (h < 0)
                h += 1000003;
        }
        if ((h & 1023) == 7)
            matches++;
    }
    *end = h;
    *found = matches;
}

int64_t bloom_filter(const int64_t *keys, int64_t n, uint64_t *words, int64_t m)
{
    int64_t found = 0;
    for (int64_t i = 0; i < n; i++) {
        uint64_t key = keys[i];
        int seen = 1;
        for (int k = 0; k < 3; k++) {
            key = key * 6364136223846793005u + 1442695040888963407u;
            uint64_t place = (key >> 32) % m, bit = (uint64_t)1 << (key >> 26 & 63);
            if (!(words[place] & bit)) {
                seen = 0;
                words[place] |= bit;
            }
        }
        found += seen;
    }
    return found;
}

void reverse_bits(const uint32_t *words, int64_t n, uint32_t *target, int64_t m)
{
    for (int64_t i = 0; i < n; i++) {
        uint32_t left = words[i], result = 0;
        for (int k = 0; k < 32; k++) {
            result = result << 1 | (left & 1);
            left >>= 1;
        }
        target[i] = result;
    }
}
