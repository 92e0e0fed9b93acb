// SPDX-License-Identifier: Apache-2.0

import HTML

/// All tokens of a source as lines of text, neighbouring texts joined, and the parse errors with line and column.
struct TokenReading {
    var tokens: [String] = []
    var errors: [String] = []

    init(_ input: [UInt8], state: Tokenizer.Content = .data, lastStartTag: String? = nil) throws {
        // The errors of the characters themselves come from a whole document.
        var options = ParserOptions()
        options.reportsErrors = true
        let inputErrors = try Document(parsing: input, options: options).errors.filter {
            $0.code.hasSuffix("-in-input-stream")
        }
        (input + [0]).withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            var tokenizer = Tokenizer(base, count: input.count, reportsErrors: true)
            tokenizer.content = state
            if let lastStartTag { tokenizer.setLastStartTag(lastStartTag) }
            read(&tokenizer)
            errors = (tokenizer.errors + inputErrors).map { Self.place($0, in: input) }
        }
    }

    private mutating func read(_ tokenizer: inout Tokenizer) {
        var text: [UInt8] = []
        while true {
            tokenizer.next()
            let kind = tokenizer.token.kind
            if kind != .text, kind != .null, !text.isEmpty {
                tokens.append("text " + Self.shown(text))
                text = []
            }
            switch kind {
            case .text: text += tokenizer.tokenText
            case .null: text.append(0)
            case .startTag:
                tokens.append(
                    Self.startTag(
                        tokenizer.tokenName, tokenizer.tokenAttributeValues.map { ($0.name, $0.value) },
                        isSelfClosing: tokenizer.token.isSelfClosing))
            case .endTag: tokens.append("end " + Self.shown(tokenizer.tokenName))
            case .comment: tokens.append("comment " + Self.shown(tokenizer.tokenText))
            case .doctype:
                let values = tokenizer.doctypeValues
                tokens.append(
                    Self.doctype(
                        values.name, values.publicID, values.systemID, isCorrect: !tokenizer.doctype.forcesQuirks))
            case .end: return
            }
        }
    }

    static func doctype(_ name: [UInt8]?, _ publicID: [UInt8]?, _ systemID: [UInt8]?, isCorrect: Bool) -> String {
        "doctype " + [name, publicID, systemID].map { $0.map(shown) ?? "-" }.joined(separator: " ") + " \(isCorrect)"
    }

    static func startTag(_ name: [UInt8], _ attributes: [([UInt8], [UInt8])], isSelfClosing: Bool) -> String {
        "start " + shown(name) + attributes.map { " \(shown($0.0))=\(shown($0.1))" }.sorted().joined()
            + (isSelfClosing ? " /" : "")
    }

    /// The bytes in hexadecimal where they are not plain ASCII.
    static func shown(_ bytes: [UInt8]) -> String {
        "'"
            + bytes.map { (0x20..<0x7F).contains($0) ? String(Unicode.Scalar($0)) : "\\\(String($0, radix: 16))" }
            .joined() + "'"
    }

    /// The error with its line and column, which the suite counts in UTF-16 units.
    private static func place(_ error: ParseError, in input: [UInt8]) -> String {
        let before = input[..<min(error.byte, input.count)]
        let ends = before.indices.filter { index in
            before[index] == 0x0A || before[index] == 0x0D && !input.dropFirst(index + 1).starts(with: [0x0A])
        }
        let line = ends.count + 1
        let start = ends.last.map { $0 + 1 } ?? 0
        let column = before[start...].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
        return "\(line):\(column) \(error.code)"
    }
}
