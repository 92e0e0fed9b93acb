// SPDX-License-Identifier: Apache-2.0

/// Common family names of peoples who put the family name first, in Latin letters.
public struct FamilyNames: Sendable {
    /// The language whose names a family name is common among.
    public enum Origin: String, Hashable, Sendable, Codable, CaseIterable {
        /// Korean.
        case korean = "ko"
        /// Vietnamese.
        case vietnamese = "vi"
        /// Chinese, in pinyin and in the spellings of Hong Kong, Taiwan and South-East Asia.
        case chinese = "zh"
    }

    private let origins: [String: [Origin]]

    /// Reads the list that belongs to this target.
    init() throws(GazetteerError) {
        let list = try Lexicon.load("family-names", as: [String: [String]].self)
        var origins: [String: [Origin]] = [:]
        for origin in Origin.allCases {
            for name in list[origin.rawValue] ?? [] {
                let key = NameFolding.key(of: name)
                if origins[key]?.contains(origin) != true { origins[key, default: []].append(origin) }
            }
        }
        self.origins = origins
    }

    /// Where `word` is a common family name: Korean, Vietnamese, Chinese, in this order; empty where nowhere.
    public func origins(of word: String) -> [Origin] { origins[NameFolding.key(of: word)] ?? [] }
}
