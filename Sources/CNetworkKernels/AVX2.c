// SPDX-License-Identifier: Apache-2.0

#include "Builds.h"

#if defined(__x86_64__)

// Sixteen registers of eight numbers.
#define BUILD(name) avx2_##name
#define TARGET __attribute__((target("avx2,fma")))
#define LANES 8
#define LINEAR_VECTORS 2
#define LINEAR_ROWS 6
#define MAXOUT_ROWS 3

#include "KernelBuild.h"

#endif
