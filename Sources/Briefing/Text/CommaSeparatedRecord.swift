// SPDX-License-Identifier: Apache-2.0

/// A record of comma-separated values as RFC 4180 has it: it ends in CR LF, a field is quoted where it must be.
package enum CommaSeparatedRecord {
    /// One record, with its line end.
    package static func text(_ fields: [String?]) -> String {
        fields.map { field($0 ?? "") }.joined(separator: ",") + "\r\n"
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
