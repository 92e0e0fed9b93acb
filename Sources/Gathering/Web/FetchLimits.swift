// SPDX-License-Identifier: Apache-2.0

import Pages

/// How long, how much and how far is fetched for one URL.
package struct FetchLimits: Hashable, Sendable {
    /// Until there is a connection.
    package var connectTime: Duration = .seconds(15)
    /// Until the answer is complete, redirects apart.
    package var time: Duration = .seconds(60)
    /// Bytes of the body, unpacked.
    package var bytes = PageLimits.bytes
    /// Bytes of all header lines of one answer.
    package var headerBytes = 256 << 10
    /// How many times its size compressed data may unpack to, past the first megabyte.
    ///
    /// Pages written by people stay under 50; what is made to exhaust memory reaches 1,000.
    package var expansion = 100
    /// Redirects that are followed.
    package var redirects = 10

    /// The usual limits.
    package init() {}
}
