// SPDX-License-Identifier: Apache-2.0

import Briefing
import Foundation
import Testing

@Suite("The table of other vocabularies")
struct CrosswalkTests {
    private static let frames = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/Reading/Resources/frames")

    /// What a frame file says with a line `maps: {…}`, with the type that stands above it.
    private func maps(in file: String) throws -> [(type: String?, names: [String: String])] {
        var found: [(type: String?, names: [String: String])] = []
        var type: String?
        for line in try String(contentsOf: Self.frames.appending(path: file), encoding: .utf8).split(separator: "\n") {
            if let match = line.wholeMatch(of: #/ +type: (\w+)/#) { type = String(match.1) }
            if let match = line.wholeMatch(of: #/ +(\w+): \{(plover: .*)\}/#), match.1 != "maps" {
                type = String(match.1)
            }
            guard let match = line.wholeMatch(of: #/ *\w+: \{(plover: .*)\}/#) else { continue }
            let pairs = match.1.split(separator: ",").map { $0.split(separator: ":") }.filter { $0.count == 2 }
            let names = pairs.map { pair in
                (
                    pair[0].trimmingCharacters(in: .whitespaces),
                    pair[1].trimmingCharacters(in: CharacterSet(charactersIn: " \""))
                )
            }
            found.append((type, Dictionary(names, uniquingKeysWith: { first, _ in first })))
        }
        return found
    }

    @Test(
        "the frames map each kind to what the exports call it",
        arguments: [
            ("engagement", "engagements.yaml"), ("agreement", "agreements.yaml"), ("commitment", "commitments.yaml"),
            ("institution", "institutions.yaml"), ("programme", "programmes.yaml"),
            ("relation", "relations.yaml"),
        ])
    func agreesWithFrames(kind: String, file: String) throws {
        let table = try Crosswalk.standard()
        let maps = try maps(in: file)
        #expect(!maps.isEmpty)
        for (type, names) in maps {
            let row = try #require(table.entry(kind, type ?? ""))
            #expect(row.plover == names["plover"], "\(file) \(type ?? "")")
            #expect(row.cameo == names["cameo"], "\(file) \(type ?? "")")
            #expect(row.followTheMoney == names["followTheMoney"], "\(file) \(type ?? "")")
            #expect(row.schemaOrg == names["schemaOrg"], "\(file) \(type ?? "")")
        }
    }
}
