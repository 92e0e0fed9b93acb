// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

/// What is known about the terminal that the program talks to.
enum Terminal {
    /// What empties the line that the cursor is in.
    static let emptyLine = "\r\u{1B}[K"

    /// Whether a file descriptor is a terminal.
    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// The columns of a terminal; `nil` where the descriptor is none and `COLUMNS` is not set.
    static func width(of descriptor: Int32) -> Int? {
        if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init), columns > 0 {
            return columns
        }
        var size = winsize()
        guard isTerminal(descriptor), ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }
}

/// When to use colour.
enum ColourChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never

    /// Whether standard output is to be coloured.
    ///
    /// `auto` means a terminal that understands colour and a user who did not set `NO_COLOR` (https://no-color.org).
    var isOn: Bool {
        switch self {
        case .always: return true
        case .never: return false
        case .auto:
            let environment = ProcessInfo.processInfo.environment
            return Terminal.isTerminal(STDOUT_FILENO) && environment["NO_COLOR", default: ""].isEmpty
                && environment["TERM"] != "dumb"
        }
    }
}

/// Marks text for a terminal by its control sequences (ECMA-48), or leaves it alone.
package struct TextStyle: Sendable {
    /// Whether marks are made.
    let isOn: Bool

    /// Marks text where `isOn`.
    package init(isOn: Bool) {
        self.isOn = isOn
    }

    /// For headings.
    func heading(_ text: String) -> String { marked(text, "1;36") }
    /// For what a reader looks for first.
    func strong(_ text: String) -> String { marked(text, "1") }
    /// For what may be passed over.
    func faint(_ text: String) -> String { marked(text, "2") }
    /// For what needs a decision.
    func warning(_ text: String) -> String { marked(text, "1;33") }

    private func marked(_ text: String, _ code: String) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
