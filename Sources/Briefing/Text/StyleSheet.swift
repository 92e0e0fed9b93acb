// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The style sheets that come with the program, for screen and paper.
enum StyleSheet {
    /// The sheet of every document that the program makes, with the running head set.
    ///
    /// `head` stands at the top of each printed page.
    static func document(runningHead head: String) throws(BriefingError) -> String {
        let url = try ResourceFile.url("document", "css")
        guard let sheet = try? String(contentsOf: url, encoding: .utf8) else {
            throw BriefingError(.resource, "document.css")
        }
        return sheet.replacing("RUNNING-HEAD", with: quoted(head))
    }

    /// A string of CSS (CSS Syntax, 4.3.5); it can end neither itself nor the style element.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in MarkupText.oneLine(text).unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == " " {
                result.unicodeScalars.append(scalar)
            } else {
                result += "\\\(String(scalar.value, radix: 16)) "
            }
        }
        return result + "\""
    }
}
