// SPDX-License-Identifier: Apache-2.0

#include "Builds.h"

// What the compiler may use on every processor of this kind.
#define BUILD(name) portable_##name
#define TARGET
#define LANES 4
#define LINEAR_VECTORS 4
#define LINEAR_ROWS 2
#define MAXOUT_ROWS 2

#include "KernelBuild.h"
