// SPDX-License-Identifier: Apache-2.0

import Gazetteer
import Testing

@Suite("Folding of names")
struct NameFoldingTests {
    @Test(
        "spellings that differ in case, marks, spaces and hyphens have one key",
        arguments: [
            (["Đà Nẵng", "Da Nang", "Danang", "DA-NANG"], "danang"),
            (["Hồ Chí Minh", "Ho Chi Minh", "Hô-Chi-Minh"], "hochiminh"),
            (["Gyeongsangnam-do", "Gyeongsangnamdo"], "gyeongsangnamdo"),
            (["St. John's", "St John’s"], "stjohns"),
            (["Łódź", "Lodz"], "lodz"),
            (["Tromsø", "Tromso"], "tromso"),
            (["İstanbul", "Istanbul"], "istanbul"),
            (["Straße", "STRASSE"], "strasse"),
        ])
    func spellings(names: [String], key: String) {
        for name in names { #expect(NameFolding.key(of: name) == key, "\(name)") }
    }

    @Test("precomposed and decomposed letters have one key")
    func normalForms() {
        #expect(NameFolding.key(of: "a\u{0300}") == NameFolding.key(of: "\u{00E0}"))
        #expect(
            NameFolding.key(of: "\u{BD80}\u{C0B0}") == NameFolding.key(of: "\u{1107}\u{116E}\u{1109}\u{1161}\u{11AB}"))
    }

    @Test("a name without letters and digits has no key", arguments: ["", " ", "…", "-'-", "\u{0301}"])
    func nothing(name: String) {
        #expect(NameFolding.key(of: name).isEmpty)
    }

    @Test("folding a key changes nothing", arguments: ["Đà Nẵng", "부산", "Ægir Þór", "ﬁnland", "São Tomé", "Ⅻ"])
    func idempotent(name: String) {
        let key = NameFolding.key(of: name)
        #expect(NameFolding.key(of: key) == key)
    }
}
