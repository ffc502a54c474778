/* The arithmetic of recomposition.py and of the enlargement in chroma.py, in one pass over the pixels.

   Each operation is the one that NumPy does there, in the same order, with floats of 32 bits, none of them
   fused or reordered (packaging/native.py says so to the compiler). So the answers are the same bits, with
   this library and without it; a test compares them. */

#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32)
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

#define BLOCK 512
#define CUBIC_START ((float)(6.0 / 29.0))
#define LINEAR_SLOPE ((float)(3.0 * ((6.0 / 29.0) * (6.0 / 29.0))))
#define TINY 1e-6f

static inline float least(float a, float b) { return a < b ? a : b; }
static inline float most(float a, float b) { return a > b ? a : b; }

static inline float inverse_f(float value)
{
    float base = most(value, CUBIC_START);
    float linear = least(value - CUBIC_START, 0.0f) * LINEAR_SLOPE;
    return linear + base * base * base;
}

/* Linear R, G and B of up to BLOCK pixels. */
static inline void recompose(const float *restrict lightness, const float *restrict ab, size_t count,
                             float *restrict red, float *restrict green, float *restrict blue)
{
    for (size_t i = 0; i < count; i++) {
        float f_y = (lightness[i] + 16.0f) * (float)(1.0 / 116.0);
        float y = inverse_f(f_y);
        float x = inverse_f(f_y + ab[2 * i] * (float)(1.0 / 500.0)) - y;
        float z = inverse_f(f_y - ab[2 * i + 1] * (float)(1.0 / 200.0)) - y;
        float r = x * (float)(3.240479 * 0.950456) + z * (float)(-0.498535 * 1.088754);
        float g = x * (float)(-0.969256 * 0.950456) + z * (float)(0.041556 * 1.088754);
        float b = x * (float)(0.055648 * 0.950456) + z * (float)(1.057311 * 1.088754);
        float headroom = (1.0f - y) / most(most(most(r, g), b), TINY);
        float footroom = -y / least(least(least(r, g), b), -TINY);
        float share = least(least(headroom, footroom), 1.0f);
        red[i] = r * share + y;
        green[i] = g * share + y;
        blue[i] = b * share + y;
    }
}

static inline void to_16_bit(const float *restrict plane, size_t count, uint16_t *restrict samples)
{
    for (size_t i = 0; i < count; i++)
        samples[i] = (uint16_t)(int32_t)least(most(plane[i] * 65535.0f + 0.5f, 0.0f), 65535.0f);
}

/* Changes whenever an argument does. */
EXPORT int32_t tintype_version(void) { return 1; }

/* (count,) L* and (count, 2) a*b* to (count, 3) samples of 8 bits, through a table of 65536. */
EXPORT void tintype_recompose_8(const float *lightness, const float *ab, const uint8_t *table, uint8_t *samples,
                                size_t count)
{
    float red[BLOCK], green[BLOCK], blue[BLOCK];
    uint16_t r[BLOCK], g[BLOCK], b[BLOCK];
    for (size_t start = 0; start < count; start += BLOCK) {
        size_t many = count - start < BLOCK ? count - start : BLOCK;
        recompose(lightness + start, ab + 2 * start, many, red, green, blue);
        to_16_bit(red, many, r);
        to_16_bit(green, many, g);
        to_16_bit(blue, many, b);
        uint8_t *out = samples + 3 * start;
        for (size_t i = 0; i < many; i++) {
            out[3 * i] = table[r[i]];
            out[3 * i + 1] = table[g[i]];
            out[3 * i + 2] = table[b[i]];
        }
    }
}

/* (count,) L* and (count, 2) a*b* to three planes of linear light, one after the other. */
EXPORT void tintype_recompose(const float *lightness, const float *ab, float *planes, size_t count)
{
    for (size_t start = 0; start < count; start += BLOCK) {
        size_t many = count - start < BLOCK ? count - start : BLOCK;
        recompose(lightness + start, ab + 2 * start, many, planes + start, planes + count + start,
                  planes + 2 * count + start);
    }
}

/* Some rows of a plane of pairs, brought bilinearly to a width.

   upper, lower and share say for each row which two rows of the plane it lies between, and where; left, right
   and along say so for each column. mixed has room for one row of the plane. */
EXPORT void tintype_enlarge(const float *plane, size_t plane_width, const int64_t *upper, const int64_t *lower,
                            const float *share, size_t height, const int64_t *left, const int64_t *right,
                            const float *along, size_t width, float *mixed, float *pairs)
{
    for (size_t y = 0; y < height; y++) {
        const float *above = plane + 2 * plane_width * (size_t)upper[y];
        const float *below = plane + 2 * plane_width * (size_t)lower[y];
        float down = share[y], up = 1.0f - down;
        for (size_t i = 0; i < 2 * plane_width; i++)
            mixed[i] = above[i] * up + below[i] * down;
        float *out = pairs + 2 * width * y;
        for (size_t x = 0; x < width; x++) {
            const float *first = mixed + 2 * left[x], *second = mixed + 2 * right[x];
            float to = along[x], from = 1.0f - to;
            out[2 * x] = first[0] * from + second[0] * to;
            out[2 * x + 1] = first[1] * from + second[1] * to;
        }
    }
}
