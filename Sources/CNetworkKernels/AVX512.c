// SPDX-License-Identifier: Apache-2.0

#include "Builds.h"

#if defined(__x86_64__)

// Thirty-two registers of sixteen numbers.
#define BUILD(name) avx512_##name
#define TARGET __attribute__((target("avx512f,avx512vl,avx512bw,avx512dq,avx2,fma"), min_vector_width(512)))
#define LANES 16
#define LINEAR_VECTORS 4
#define LINEAR_ROWS 6
#define MAXOUT_ROWS 8

#include "KernelBuild.h"

#endif
