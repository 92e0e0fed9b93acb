// SPDX-License-Identifier: Apache-2.0

/// Numbers as people read them.
package enum NumberText {
    /// `value` without a needless fraction, its thousands set apart by commas.
    package static func grouped(_ value: Double) -> String {
        let text = plain(value)
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, whole.allSatisfy({ $0.isNumber || $0 == "-" }) else { return text }
        var grouped = ""
        for (index, digit) in whole.enumerated() {
            let left = whole.count - index
            if left % 3 == 0, index > 0, grouped != "-" { grouped.append(",") }
            grouped.append(digit)
        }
        return ([grouped] + parts.dropFirst().map(String.init)).joined(separator: ".")
    }

    /// `value` without a needless fraction.
    static func plain(_ value: Double) -> String {
        guard value == value.rounded(), abs(value) < 1e15 else { return "\(value)" }
        return String(Int(value))
    }
}
