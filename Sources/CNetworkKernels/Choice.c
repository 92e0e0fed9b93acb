// SPDX-License-Identifier: Apache-2.0

#include "Builds.h"

static const struct kernels *const builds[network_build_count] = {
    [network_portable] = &portable_kernels,
#if defined(__x86_64__)
    [network_avx2] = &avx2_kernels,
    [network_avx512] = &avx512_kernels,
#endif
};

int network_can_run(int build) {
    if (build == network_portable) return 1;
#if defined(__x86_64__)
    __builtin_cpu_init();
    int has_avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    if (build == network_avx2) return has_avx2;
    if (build == network_avx512) {
        return has_avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
            __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq");
    }
#endif
    return 0;
}

size_t network_packed_count(int build, size_t inputs, size_t outputs, size_t pieces) {
    return builds[build]->packed_count(inputs, outputs, pieces);
}

void network_pack(
    int build, const float *weights, const float *bias, size_t inputs, size_t outputs, size_t pieces, float *packed) {
    builds[build]->pack(weights, bias, inputs, outputs, pieces, packed);
}

void network_multiply(
    int build, const float *rows, size_t row_stride, size_t count, const float *packed, size_t inputs, size_t outputs,
    size_t pieces, float *result, size_t result_stride) {
    builds[build]->multiply(rows, row_stride, count, packed, inputs, outputs, pieces, result, result_stride);
}

void network_gather(
    int build, const float *const *products, size_t count, const float *bias, size_t width, float *result) {
    builds[build]->gather(products, count, bias, width, result);
}

void network_normalize(
    int build, float *rows, size_t count, size_t width, const float *gain, const float *shift, const float *residual) {
    builds[build]->normalize(rows, count, width, gain, shift, residual);
}

void network_add(int build, const float *row, size_t count, float *sum) { builds[build]->add(row, count, sum); }

void network_score(
    int build, const float *const *products, size_t slots, const float *bias, size_t hidden, const float *weights,
    const float *class_bias, size_t classes, float *scores) {
    builds[build]->score(products, slots, bias, hidden, weights, class_bias, classes, scores);
}
