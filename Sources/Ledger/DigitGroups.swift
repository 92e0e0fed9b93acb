// SPDX-License-Identifier: Apache-2.0

/// Numbers with their thousands set apart, so that large ones can be read.
package enum DigitGroups {
    /// `text` with the thousands of each whole number in it set apart, of numbers from `least` on: four digits may be a year.
    package static func text(_ text: String, from least: Double = 10_000) -> String {
        text.split(separator: " ").map { word in
            guard let number = Double(word), number == number.rounded(), abs(number) >= least, abs(number) < 1e15
            else { return String(word) }
            var digits = Array(String(Int(number.magnitude)))
            for index in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: index) }
            return (number < 0 ? "-" : "") + String(digits)
        }.joined(separator: " ")
    }
}
