// SPDX-License-Identifier: Apache-2.0

#ifndef BUILDS_H
#define BUILDS_H

#include "include/CNetworkKernels.h"

/// The functions of one build.
struct kernels {
    size_t (*packed_count)(size_t, size_t, size_t);
    void (*pack)(const float *, const float *, size_t, size_t, size_t, float *);
    void (*multiply)(const float *, size_t, size_t, const float *, size_t, size_t, size_t, float *, size_t);
    void (*gather)(const float *const *, size_t, const float *, size_t, float *);
    void (*normalize)(float *, size_t, size_t, const float *, const float *, const float *);
    void (*add)(const float *, size_t, float *);
    void (*score)(
        const float *const *, size_t, const float *, size_t, const float *, const float *, size_t, float *);
};

extern const struct kernels portable_kernels;
#if defined(__x86_64__)
extern const struct kernels avx2_kernels, avx512_kernels;
#endif

#endif
