// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Small gold of our own with predictions that are partly wrong; towns and people are invented.
final class OwnGold {
    /// The folder of gold sets.
    let gold: URL
    /// The folder of predictions.
    let predictions: URL

    private let root: URL

    /// Writes everything into a folder of its own, which goes with this object.
    init() throws {
        root = FileManager.default.temporaryDirectory.appending(path: "entente-gold-\(UUID().uuidString)")
        gold = root.appending(path: "gold")
        predictions = root.appending(path: "predictions")
        try writeCooperation()
        try writeQuotes()
        try writeTimes()
        try writeQuantities()
        try writeNames()
        try writeToponyms()
        try writeEvents()
        try writeCoreference()
    }

    deinit {
        try? FileManager.default.removeItem(at: root)
    }

    private func write(_ text: String, _ path: String, in folder: URL) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// `{"start": …, "end": …` of the first place of `words`, with the brace left open for more.
    private func place(_ words: String, in text: String) -> String {
        let range = span(words, in: text)
        return "{\"start\":\(range.lowerBound),\"end\":\(range.upperBound)"
    }

    private func span(_ words: String, in text: String) -> Range<Int> {
        guard let range = text.range(of: words, options: .literal) else { return 0..<0 }
        let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
        return start..<start + words.unicodeScalars.count
    }

    // MARK: Press texts

    private func writeCooperation() throws {
        let title = "Lyra and Porto Belo to share water"
        let body =
            "Mayor Ana Söl of Lyra met Mayor Bo Lind of Porto Belo on 3 May 2024. The two cities signed a pact on water. "
            + "Trade passed 40 million euros, and 12 schools took part. Ms Söl said the pact would help both."
        let parties = """
            "parties":[{"id":"a","kind":"person","name":"Ana Söl","aliases":["Ms Söl"],"offices":[{"title":"Mayor"}]},
            {"id":"b","kind":"person","name":"Bo Lind","aliases":[],"offices":[{"title":"Mayor"}]},
            {"id":"l","kind":"city","name":"Lyra"},{"id":"p","kind":"city","name":"Porto Belo"},
            {"id":"w","kind":"organisation","name":"Lyra Water Board"}]
            """.replacing("\n", with: "")
        let evidence = { (quote: String) in "\"evidence\":[{\"quote\":\"\(quote)\"}]" }
        try write(
            """
            {"id":"own-1","title":"\(title)","text":"\(body)","date":"2024-05-04",\(parties),"entries":[
            {"kind":"engagement","type":"meeting","participants":[{"party":"a"},{"party":"b"}],"date":"2024-05-03",
            \(evidence("Mayor Ana Söl of Lyra met Mayor Bo Lind of Porto Belo on 3 May 2024"))},
            {"kind":"agreement","parties":["l","p"],\(evidence("The two cities signed a pact on water"))},
            {"kind":"figure","value":40000000,"relation":">",\(evidence("40 million euros"))},
            {"kind":"figure","value":12,"relation":"=",\(evidence("12 schools"))},
            {"kind":"statement","speaker":"a","direct":false,\(evidence("the pact would help both"))},
            {"kind":"commitment","by":["l","p"],"force":"pledge",\(evidence(title))}]}
            """, "cooperation/own-1.json", in: gold)
        try write(
            #"{"id":"own-2","title":"Nothing","text":"Nothing is said.","parties":[],"entries":[]}"#,
            "cooperation/own-2.json", in: gold)
        // Right: the meeting by short names, 40 million. Wrong: the parties of the pact, the speaker. Missed: 12 schools
        // and the pledge. Unwanted: a figure.
        let reading = """
            {"id":"own-1","article":{"text":"\(title)\\n\\n\(body)"},
            "parties":[{"id":"p1","kind":"person","name":"Ms Söl","offices":[{"title":"mayor"}]},
            {"id":"p2","kind":"person","name":"Bo Lind","aliases":["Lind"],"offices":[]},
            {"id":"p3","kind":"city","name":"Lyra"},{"id":"p4","kind":"organisation","name":"Schools of Lyra"}],
            "entries":[{"kind":"engagement","type":"call","participants":[{"party":"p1"},{"party":"p2"},{"party":"p3"}],
            "date":{"value":"2024-05-03","basis":"stated"},\(evidence("Mayor Bo Lind of Porto Belo on 3 May"))},
            {"kind":"agreement","parties":["p3"],\(evidence("signed a pact"))},
            {"kind":"figure","value":40000000,"relation":"≥",\(evidence("40 million euros"))},
            {"kind":"figure","value":3,"relation":"=",\(evidence("3 May"))},
            {"kind":"statement","speaker":"p2","direct":false,\(evidence("the pact would help both"))}]}
            """.replacing("\n", with: "")
        try write(
            reading + "\n" + #"{"id":"own-2","article":{"text":"Nothing"},"parties":[],"entries":[]}"# + "\n",
            "cooperation.ndjson", in: predictions)
    }

    // MARK: Running text

    private func writeQuotes() throws {
        let text =
            "Ana Söl said: \u{201C}We will dig the well, and soon.\u{201D} \u{201C}It is late,\u{201D} she added. "
            + "Bo Lind hopes for rain. Nobody called it \u{201C}a miracle\u{201D}."
        try write(
            """
            {"id":"c1","lang":"en","text":"\(text)","mentions":[\(mention("Ana Söl", "a")),\(mention("Ms Söl", "a")),
            \(mention("She", "a")),\(mention("Lyra", "l")),\(mention("the Lyra", "l")),
            \(place("spoke", in: text)),"cluster":"e","kind":"event"}]}
            """.replacing("\n", with: "") + "\n", "coref_own/gold.ndjson", in: gold)
        let lake = span("the Lyra", in: text).upperBound
        let read = { (place: String, chain: Int) in
            place + ",\"kind\":\"entity\",\"chain\":\(chain),\"story\":\(chain),\"lemma\":\"x\"}"
        }
        let found = [
            read(self.place("Ana Söl", in: text), 0), read(self.place("Ms Söl", in: text), 0),
            read(self.place("Lyra", in: text), 1), read("{\"start\":\(lake - 4),\"end\":\(lake)", 1),
            read(self.place("spoke", in: text), 1),
        ].joined(separator: ",")
        try write(
            """
            {"id":"c1","given":[],"found":[\(found)]}
            """ + "\n", "coref_own.ndjson", in: predictions)
    }
}
