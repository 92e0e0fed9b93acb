// SPDX-License-Identifier: Apache-2.0

/// What somebody said, in their words or in the reporter's.
public struct Statement: Hashable, Sendable, Codable {
    /// Who said it: a party's id; `nil` where the source does not let the speaker be known for certain.
    public var speaker: String?
    /// The words said, without quotation marks and cue.
    public var text: String
    /// Whether they stand in quotation marks.
    public var direct: Bool
    /// The cue: the verb or words that mark the speech, as written, such as `said`; empty where there is none.
    public var verb: String

    /// Makes a statement.
    public init(speaker: String?, text: String, direct: Bool, verb: String) {
        self.speaker = speaker
        self.text = text
        self.direct = direct
        self.verb = verb
    }
}
