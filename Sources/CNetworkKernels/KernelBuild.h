// SPDX-License-Identifier: Apache-2.0

// One build of the kernels. The file that includes this says for which processor:
//
//   BUILD(name)      the name of something in this build
//   TARGET           the attribute that lets the compiler use the processor's instructions
//   LANES            the numbers of a vector
//   LINEAR_VECTORS   the vectors of a panel without maxout
//   LINEAR_ROWS      the rows that are multiplied with such a panel at once
//   MAXOUT_ROWS      the rows that are multiplied with a panel of three pieces at once
//
// Rows times vectors are as many sums as the processor has registers for.

// Vectors wider than a register only pass between functions that are inlined.
#pragma clang diagnostic ignored "-Wpsabi"
#pragma clang fp contract(fast)

#define INLINE static inline __attribute__((always_inline)) TARGET
#define UNROLLED _Pragma("clang loop unroll(full)")

typedef float BUILD(vector) __attribute__((vector_size(4 * LANES), aligned(4)));
// Sums over a row are gathered in as many parts on every processor, hence with the same bits.
typedef float BUILD(wide) __attribute__((vector_size(64), aligned(4)));
#define vector BUILD(vector)
#define wide BUILD(wide)

INLINE vector BUILD(load)(const float *from) { return *(const vector *)from; }
INLINE void BUILD(store)(vector value, float *to) { *(vector *)to = value; }
INLINE wide BUILD(load_wide)(const float *from) { return *(const wide *)from; }
INLINE void BUILD(store_wide)(wide value, float *to) { *(wide *)to = value; }
INLINE vector BUILD(larger)(vector left, vector right) { return __builtin_elementwise_max(left, right); }
INLINE wide BUILD(larger_wide)(wide left, wide right) { return __builtin_elementwise_max(left, right); }

INLINE float BUILD(total)(wide values) {
    float part[16];
    BUILD(store_wide)(values, part);
    for (int half = 8; half > 0; half /= 2) {
        for (int i = 0; i < half; i++) part[i] += part[i + half];
    }
    return part[0];
}

// MARK: - Packed weights
//
// A panel holds a vector of biases and then for each input a vector of weights, each for `vectors` vectors: those of
// one group of outputs, piece after piece, or of consecutive outputs where there are no pieces.

INLINE size_t BUILD(panel_outputs)(size_t pieces) { return pieces == 1 ? LINEAR_VECTORS * LANES : LANES; }
INLINE size_t BUILD(panel_width)(size_t pieces) { return (pieces == 1 ? LINEAR_VECTORS : pieces) * LANES; }
INLINE size_t BUILD(panel_count)(size_t outputs, size_t pieces) {
    size_t each = BUILD(panel_outputs)(pieces);
    return (outputs + each - 1) / each;
}

static TARGET size_t BUILD(packed_count)(size_t inputs, size_t outputs, size_t pieces) {
    return BUILD(panel_count)(outputs, pieces) * (inputs + 1) * BUILD(panel_width)(pieces);
}

static TARGET void BUILD(pack)(
    const float *weights, const float *bias, size_t inputs, size_t outputs, size_t pieces, float *packed) {
    size_t each = BUILD(panel_outputs)(pieces), width = BUILD(panel_width)(pieces);
    for (size_t panel = 0; panel < BUILD(panel_count)(outputs, pieces); panel++) {
        for (size_t column = 0; column < width; column++) {
            size_t output = panel * each + column % each, piece = column / each;
            size_t row = output * pieces + piece;
            float *place = packed + panel * (inputs + 1) * width + column;
            place[0] = output < outputs && bias ? bias[row] : 0;
            for (size_t input = 0; input < inputs; input++) {
                place[(input + 1) * width] = output < outputs ? weights[row * inputs + input] : 0;
            }
        }
    }
}

/// Multiplies `count` rows with one panel of `vectors` vectors; both are constants where this is used.
INLINE void BUILD(tile)(
    const float *rows, size_t row_stride, const float *panel, size_t inputs, int count, int vectors, int is_maxout,
    float *result, size_t result_stride) {
    vector sums[8][4];
    UNROLLED for (int row = 0; row < count; row++) {
        UNROLLED for (int v = 0; v < vectors; v++) sums[row][v] = BUILD(load)(panel + v * LANES);
    }
    for (size_t input = 0; input < inputs; input++) {
        panel += vectors * LANES;
        vector weights[4];
        UNROLLED for (int v = 0; v < vectors; v++) weights[v] = BUILD(load)(panel + v * LANES);
        UNROLLED for (int row = 0; row < count; row++) {
            float value = rows[row * row_stride + input];
            UNROLLED for (int v = 0; v < vectors; v++) sums[row][v] += weights[v] * value;
        }
    }
    UNROLLED for (int row = 0; row < count; row++) {
        float *place = result + row * result_stride;
        if (is_maxout) {
            vector best = sums[row][0];
            UNROLLED for (int v = 1; v < vectors; v++) best = BUILD(larger)(best, sums[row][v]);
            BUILD(store)(best, place);
        } else {
            UNROLLED for (int v = 0; v < vectors; v++) BUILD(store)(sums[row][v], place + v * LANES);
        }
    }
}

/// Multiplies `count` rows with all panels, `most` rows at a time.
INLINE void BUILD(tiles)(
    const float *rows, size_t row_stride, size_t count, const float *packed, size_t inputs, size_t panels, int most,
    int vectors, int is_maxout, float *result, size_t result_stride) {
    size_t outputs = is_maxout ? LANES : vectors * LANES;
    for (size_t panel = 0; panel < panels; panel++) {
        const float *weights = packed + panel * (inputs + 1) * vectors * LANES;
        size_t row = 0;
        for (; row + most <= count; row += most) {
            BUILD(tile)(rows + row * row_stride, row_stride, weights, inputs, most, vectors, is_maxout,
                result + row * result_stride + panel * outputs, result_stride);
        }
        for (; row + 2 <= count; row += 2) {
            BUILD(tile)(rows + row * row_stride, row_stride, weights, inputs, 2, vectors, is_maxout,
                result + row * result_stride + panel * outputs, result_stride);
        }
        for (; row < count; row++) {
            BUILD(tile)(rows + row * row_stride, row_stride, weights, inputs, 1, vectors, is_maxout,
                result + row * result_stride + panel * outputs, result_stride);
        }
    }
}

static TARGET void BUILD(multiply)(
    const float *rows, size_t row_stride, size_t count, const float *packed, size_t inputs, size_t outputs,
    size_t pieces, float *result, size_t result_stride) {
    size_t panels = BUILD(panel_count)(outputs, pieces);
    switch (pieces) {
    case 1:
        BUILD(tiles)(rows, row_stride, count, packed, inputs, panels, LINEAR_ROWS, LINEAR_VECTORS, 0, result,
            result_stride);
        break;
    case 2:
        BUILD(tiles)(rows, row_stride, count, packed, inputs, panels, MAXOUT_ROWS, 2, 1, result, result_stride);
        break;
    case 3:
        BUILD(tiles)(rows, row_stride, count, packed, inputs, panels, MAXOUT_ROWS, 3, 1, result, result_stride);
        break;
    }
}

// MARK: - What is done to rows

static TARGET void BUILD(gather)(
    const float *const *products, size_t count, const float *bias, size_t width, float *result) {
    for (size_t row = 0; row < count; row++) {
        const float *first = products[3 * row], *second = products[3 * row + 1], *third = products[3 * row + 2];
        for (size_t place = 0; place < width; place += 16) {
            wide pieces[3];
            UNROLLED for (int piece = 0; piece < 3; piece++) {
                size_t from = piece * width + place;
                pieces[piece] = BUILD(load_wide)(first + from) + BUILD(load_wide)(second + from) +
                    BUILD(load_wide)(third + from) + BUILD(load_wide)(bias + from);
            }
            wide best = BUILD(larger_wide)(BUILD(larger_wide)(pieces[0], pieces[1]), pieces[2]);
            BUILD(store_wide)(best, result + row * width + place);
        }
    }
}

static TARGET void BUILD(normalize)(
    float *rows, size_t count, size_t width, const float *gain, const float *shift, const float *residual) {
    for (size_t row = 0; row < count; row++) {
        float *numbers = rows + row * width;
        wide sum = BUILD(load_wide)(numbers);
        for (size_t place = 16; place < width; place += 16) sum += BUILD(load_wide)(numbers + place);
        float mean = BUILD(total)(sum) / (float)width;
        wide squares = {0};
        for (size_t place = 0; place < width; place += 16) {
            wide difference = BUILD(load_wide)(numbers + place) - mean;
            squares += difference * difference;
        }
        float scale = 1 / __builtin_sqrtf(BUILD(total)(squares) / (float)width + 1e-8f);
        for (size_t place = 0; place < width; place += 16) {
            wide normal = (BUILD(load_wide)(numbers + place) - mean) * scale;
            wide value = normal * BUILD(load_wide)(gain + place) + BUILD(load_wide)(shift + place);
            if (residual) value += BUILD(load_wide)(residual + row * width + place);
            BUILD(store_wide)(value, numbers + place);
        }
    }
}

static TARGET void BUILD(add)(const float *row, size_t count, float *sum) {
    for (size_t place = 0; place < count; place += 16) {
        BUILD(store_wide)(BUILD(load_wide)(sum + place) + BUILD(load_wide)(row + place), sum + place);
    }
}

// MARK: - Transitions

/// Multiplies one row with `vectors` times 16 columns of weights; `vectors` is a constant where this is used.
INLINE void BUILD(columns)(
    const float *row, size_t inputs, const float *weights, const float *bias, size_t stride, int vectors,
    float *result) {
    wide sums[7];
    UNROLLED for (int v = 0; v < vectors; v++) sums[v] = BUILD(load_wide)(bias + 16 * v);
    for (size_t input = 0; input < inputs; input++) {
        UNROLLED for (int v = 0; v < vectors; v++) {
            sums[v] += BUILD(load_wide)(weights + input * stride + 16 * v) * row[input];
        }
    }
    UNROLLED for (int v = 0; v < vectors; v++) BUILD(store_wide)(sums[v], result + 16 * v);
}

static TARGET void BUILD(score)(
    const float *const *products, size_t slots, const float *bias, size_t hidden, const float *weights,
    const float *class_bias, size_t classes, float *scores) {
    float row[NETWORK_MOST_HIDDEN];
    for (size_t place = 0; place < hidden; place += 16) {
        wide first = BUILD(load_wide)(bias + place), second = BUILD(load_wide)(bias + hidden + place);
        for (size_t slot = 0; slot < slots; slot++) {
            first += BUILD(load_wide)(products[slot] + place);
            second += BUILD(load_wide)(products[slot] + hidden + place);
        }
        BUILD(store_wide)(BUILD(larger_wide)(first, second), row + place);
    }
    size_t column = 0;
    for (; column + 112 <= classes; column += 112) {
        BUILD(columns)(row, hidden, weights + column, class_bias + column, classes, 7, scores + column);
    }
    for (; column + 80 <= classes; column += 80) {
        BUILD(columns)(row, hidden, weights + column, class_bias + column, classes, 5, scores + column);
    }
    for (; column < classes; column += 16) {
        BUILD(columns)(row, hidden, weights + column, class_bias + column, classes, 1, scores + column);
    }
}

const struct kernels BUILD(kernels) = {
    BUILD(packed_count), BUILD(pack), BUILD(multiply), BUILD(gather), BUILD(normalize), BUILD(add), BUILD(score),
};

#undef INLINE
#undef UNROLLED
#undef vector
#undef wide
