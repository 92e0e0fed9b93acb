// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// A time between two rounds, such as `90s`, `15m`, `6h` or `1d`.
struct WaitingTime: Hashable, Sendable, ExpressibleByArgument {
    /// The time in seconds.
    let seconds: Int

    private static let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    private static let longest = 366 * 86_400

    init?(argument: String) {
        guard let last = argument.last, let unit = Self.units[last], let number = Int(argument.dropLast()),
            number > 0, number <= Self.longest / unit
        else { return nil }
        seconds = number * unit
    }

    init(minutes: Int) {
        seconds = minutes * 60
    }

    var defaultValueDescription: String { seconds % 60 == 0 ? "\(seconds / 60)m" : "\(seconds)s" }
}
