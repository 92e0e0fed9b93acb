// SPDX-License-Identifier: Apache-2.0

/// Finds the end of a tag by the states of the standard's tokenizer (13.2.5.32 to 13.2.5.40).
struct TagScan {
    /// The index after the tag's `>`, or the end of the bytes.
    private(set) var end: Int
    /// A hash of the whole tag, its name included.
    private(set) var hash: UInt64
    /// How many attributes it has.
    private(set) var attributes = 0

    /// Whether it ends in `/>`, which counts in drawings and formulas.
    private(set) var isSelfClosing = false

    private enum State { case beforeName, name, afterName, beforeValue, unquoted, quoted(UInt8) }

    /// Reads on from the end of a tag's name.
    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, hash: UInt64) {
        self.hash = hash
        end = start
        var state = State.beforeName
        while end < bytes.count {
            let byte = bytes[end]
            end += 1
            self.hash = (self.hash ^ UInt64(byte)) &* 0x100_0000_01B3
            if case .quoted(let quote) = state {
                if byte == quote { state = .beforeName }
                continue
            }
            if byte == 0x3E {
                if case .beforeName = state, end >= 2 { isSelfClosing = bytes[end - 2] == 0x2F }
                return
            }
            state = next(state, byte)
        }
    }

    private mutating func next(_ state: State, _ byte: UInt8) -> State {
        let isSpace = byte == 0x20 || (9...13).contains(byte)
        switch state {
        case .beforeName, .afterName:
            if isSpace { return state }
            if byte == 0x2F { return .beforeName }
            if byte == 0x3D, case .afterName = state { return .beforeValue }
            attributes += 1
            return .name
        case .name: return isSpace ? .afterName : byte == 0x2F ? .beforeName : byte == 0x3D ? .beforeValue : .name
        case .beforeValue: return isSpace ? .beforeValue : byte == 0x22 || byte == 0x27 ? .quoted(byte) : .unquoted
        case .unquoted, .quoted: return isSpace ? .beforeName : .unquoted
        }
    }
}
