// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Ledger
import Testing

@Suite("A ledger whose texts an earlier program folded")
struct FoldingTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A ledger as a program left it that did not know how to fold `ħ` and kept no word of how it folded.
    private func older() throws {
        let ledger = try folder.ledger()
        try ledger.tell(Story("2024-03-05", "Alpha", "Ġorġ Ħabib spoke.").party("p1", .person, "Ġorġ Ħabib"))
        try ledger.pool.write { database in
            try database.execute(
                sql: """
                    DELETE FROM setting WHERE name = 'search-folding';
                    UPDATE party_name SET folded = 'gorg ħabib';
                    UPDATE canonical_name SET folded = 'gorg ħabib';
                    UPDATE canonical SET folded = 'gorg ħabib';
                    UPDATE search_entry SET words = 'gorg ħabib';
                    """)
        }
        try ledger.close()
    }

    @Test("is folded anew when it is opened, whether to change or to ask", arguments: [true, false])
    func foldedAnew(readOnly: Bool) throws {
        try older()
        let ledger = try Ledger(at: folder.ledger, access: readOnly ? .readOnly : .readWrite)
        #expect(try ledger.search("habib").map(\.heading) == ["Ġorġ Ħabib"])
        #expect(try ledger.partyIds(named: "gorg habib").count == 1)
    }

    @Test("is folded once")
    func once() throws {
        try older()
        try Ledger(at: folder.ledger).close()
        let before = try Data(contentsOf: folder.ledger)
        try Ledger(at: folder.ledger, access: .readOnly).close()
        #expect(try Data(contentsOf: folder.ledger) == before)
    }
}
