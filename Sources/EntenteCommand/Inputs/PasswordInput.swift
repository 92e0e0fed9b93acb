// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A password from the person at the terminal or from the standard input.
///
/// Never from an argument, which every user of the machine can see.
enum PasswordInput {
    /// Reads a new password: at a terminal twice and without showing it, else the first line of the standard input.
    static func new(for name: String) throws -> String {
        guard Terminal.isTerminal(STDIN_FILENO) else {
            guard let line = readLine(strippingNewline: true) else {
                throw CommandFailure("-", "there is no password on the standard input")
            }
            return line
        }
        let password = try hidden("New password for \(DisplayText.oneLine(name)): ")
        guard try hidden("Once more: ") == password else {
            throw CommandFailure("-", "the two passwords differ", advice: "try again")
        }
        return password
    }

    /// Reads a line while the terminal does not show what is typed.
    private static func hidden(_ prompt: String) throws -> String {
        Diagnostics.print(prompt)
        var usual = termios()
        guard tcgetattr(STDIN_FILENO, &usual) == 0 else { throw CommandFailure("-", systemError: errno) }
        var quiet = usual
        quiet.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &usual)
            Diagnostics.print("\n")
        }
        guard let line = readLine(strippingNewline: true) else { throw CommandFailure("-", "no password was typed") }
        return line
    }
}
