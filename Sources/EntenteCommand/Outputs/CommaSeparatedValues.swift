// SPDX-License-Identifier: Apache-2.0

/// Comma-separated values as RFC 4180 has them: lines end in CR LF, a field is quoted where it must be.
package enum CommaSeparatedValues {
    /// One record, with its line end.
    package static func line(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",") + "\r\n"
    }

    private static let special: Set<Unicode.Scalar> = ["\"", ",", "\r", "\n"]

    private static func field(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: special.contains) else { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
