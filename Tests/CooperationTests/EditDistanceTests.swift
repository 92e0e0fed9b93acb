// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

@Suite("EditDistance")
struct EditDistanceTests {
    @Test(
        "letters that are added, dropped or changed count one each",
        arguments: [("saarela", "saarela", 0), ("saarela", "saarella", 1), ("saarela", "saarola", 1), ("", "ab", 2)])
    func counts(left: String, right: String, distance: Int) {
        #expect(EditDistance.between(left, right, atMost: 2) == distance)
        #expect(EditDistance.between(right, left, atMost: 2) == distance)
    }

    @Test("above the limit there is none", arguments: [("abc", "abcde"), ("abc", "xyc")])
    func aboveTheLimit(left: String, right: String) {
        #expect(EditDistance.between(left, right, atMost: 1) == nil)
    }
}
