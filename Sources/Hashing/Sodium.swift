// SPDX-License-Identifier: Apache-2.0

import CSodium

/// libsodium, made ready before its first use, which its password and random functions need.
enum Sodium {
    /// Whether it can be used; `false` only where the system gives no random numbers.
    static let isReady = sodium_init() >= 0
}
