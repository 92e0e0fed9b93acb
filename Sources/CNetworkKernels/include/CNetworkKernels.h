// SPDX-License-Identifier: Apache-2.0

#ifndef C_NETWORK_KERNELS_H
#define C_NETWORK_KERNELS_H

#include <stddef.h>

// The inner loops of the language model's networks, built once for each kind of processor.
//
// Every function takes the number of a build first. Every output is the sum of its terms in the order of the inputs,
// so its bits depend on nothing but the row and the weights: not on the rows beside it nor on their number. The builds
// that fuse multiplication and addition give the same bits.

enum network_build {
    /// Runs on every processor of the architecture that this was compiled for.
    network_portable,
    /// x86-64 with AVX2 and FMA.
    network_avx2,
    /// x86-64 with the 512-bit vectors of Skylake-X and later.
    network_avx512,
    network_build_count
};

/// Whether this processor can run a build.
int network_can_run(int build);

/// The numbers that `network_pack` writes for weights of `outputs` times `pieces` rows of `inputs` numbers.
size_t network_packed_count(int build, size_t inputs, size_t outputs, size_t pieces);

/// Lays weights out as `network_multiply` of the same build reads them.
///
/// The piece `p` of output `o` has its weights in row `o * pieces + p` and its bias in the same place of `bias`, which
/// may be null. `pieces` is 1 for a layer without maxout, else 2 or 3.
void network_pack(
    int build, const float *weights, const float *bias, size_t inputs, size_t outputs, size_t pieces, float *packed);

/// Writes for each of `count` rows and each output the largest of its pieces.
///
/// A row's inputs begin `row_stride` numbers after those of the row before, so rows may overlap. Rows of the result
/// are `result_stride` numbers apart, at least the outputs rounded up to a multiple of 64 or, with more pieces than
/// one, of 16; the numbers between are overwritten.
void network_multiply(
    int build, const float *rows, size_t row_stride, size_t count, const float *packed, size_t inputs, size_t outputs,
    size_t pieces, float *result, size_t result_stride);

/// Writes for each of `count` rows and each of `width` outputs (a multiple of 16) the largest of three pieces, each
/// the sum of a bias and three known products; the products of `row` are at `products[3 * row]` and the two addresses
/// behind, piece after piece.
void network_gather(
    int build, const float *const *products, size_t count, const float *bias, size_t width, float *result);

/// Shifts and scales each of `count` rows of `width` numbers (a multiple of 16) to mean 0 and variance 1, then by
/// `gain` and `shift`, and adds `residual` unless it is null.
void network_normalize(
    int build, float *rows, size_t count, size_t width, const float *gain, const float *shift, const float *residual);

/// Adds the `count` numbers (a multiple of 16) of `row` to `sum`.
void network_add(int build, const float *row, size_t count, float *sum);

/// The largest `hidden` that `network_score` takes.
#define NETWORK_MOST_HIDDEN 256

/// Scores the moves of one state: sums `bias` and the products of `slots` tokens, each two pieces of `hidden` numbers
/// (a multiple of 16), takes the larger piece, multiplies it with `weights`, `hidden` rows of `classes` numbers (a
/// multiple of 16), and adds `class_bias`.
void network_score(
    int build, const float *const *products, size_t slots, const float *bias, size_t hidden, const float *weights,
    const float *class_bias, size_t classes, float *scores);

#endif
