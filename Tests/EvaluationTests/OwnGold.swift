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
        let range = { (words: String) in
            "[\(self.span(words, in: text).lowerBound),\(self.span(words, in: text).upperBound)]"
        }
        try write(
            """
            {"id":"q1","lang":"en","text":"\(text)","quotes":[{"content":[\(range("We will dig the well, and soon."))],
            "kind":"direct","speaker":\(place("Ana Söl", in: text)),"text":"Ana Söl"},"speaker_names":["Ana Söl"]},
            {"content":[\(range("It is late,"))],"kind":"direct","speaker":\(place("she", in: text)),"text":"she"},
            "speaker_names":["Ana Söl"]},{"content":[\(range("for rain"))],"kind":"indirect",
            "speaker":\(place("Bo Lind", in: text)),"text":"Bo Lind"},"speaker_names":["Bo Lind"]}]}
            """.replacing("\n", with: "") + "\n", "quotes_own/gold.ndjson", in: gold)
        try write(
            """
            {"id":"q1","quotes":[{"content":[\(range("We will dig the well, and soon"))],"kind":"direct",
            "speaker_name":"Ms Söl"},{"content":[\(range("It is late"))],"kind":"direct","speaker_name":"Bo Lind"},
            {"content":[\(range("a miracle"))],"kind":"direct"},{"content":[\(range("for rain"))],"kind":"direct"}]}
            """.replacing("\n", with: "") + "\n", "quotes_own.ndjson", in: predictions)
    }

    private func writeTimes() throws {
        let text =
            "4 May 2024. Since 2019 the well has been dry for five years; on Monday, 6 May it rained, as last year."
        try write(
            """
            {"id":"t1","lang":"en","text":"\(text)","timexes":[
            \(place("4 May 2024", in: text)),"type":"DATE","value":"2024-05-04","dct":true},
            \(place("2019", in: text)),"type":"DATE","value":"2019"},
            \(place("five years", in: text)),"type":"DURATION","value":"P5Y"},
            \(place("Monday, 6 May", in: text)),"type":"DATE","value":"2024-05-06"},
            \(place("last year", in: text)),"type":"DATE","value":"PAST_REF"}]}
            """.replacing("\n", with: "") + "\n", "timex_own/gold.ndjson", in: gold)
        try write(
            """
            {"id":"t1","items":[\(place("4 May 2024", in: text)),"value":"2024-05-04"},
            \(place("Since 2019", in: text)),"value":"2019"},\(place("five years", in: text)),"value":"P5Y"},
            \(place("Monday", in: text)),"value":"2024-05-13"},\(place("last year", in: text)),"value":"2023"},
            \(place("it rained", in: text)),"value":"2020"}]}
            """.replacing("\n", with: "") + "\n", "timex_own.ndjson", in: predictions)
    }

    private func writeQuantities() throws {
        let dates = "From 3 to 5 May at noon"
        try write(
            """
            {"id":"d1","lang":"en","model":"DateTimeModel","text":"\(dates)","not_supported":"java","items":[
            \(place("From 3 to 5 May", in: dates)),"type":"datetimeV2.daterange","resolution":{"values":[
            {"timex":"(XXXX-05-03,XXXX-05-05,P2D)","start":"2024-05-03","end":"2024-05-05"}]}},
            \(place("noon", in: dates)),"type":"datetimeV2.time","resolution":{"values":[
            {"timex":"T12","value":"12:00:00"}]}}]}
            """.replacing("\n", with: "") + "\n", "recognizers_own/datetime.ndjson", in: gold)
        try write(
            """
            {"id":"d1","items":[\(place("From 3 to 5 May", in: dates)),"value":"2024-05-03/2024-05-05"},
            \(place("noon", in: dates)),"value":"11:00:00"}]}
            """.replacing("\n", with: "") + "\n", "recognizers_own.datetime.ndjson", in: predictions)
        let number = "a thousand wells and half a mile"
        try write(
            """
            {"id":"n1","lang":"en","model":"NumberModel","text":"\(number)","not_supported":"python","items":[
            \(place("a thousand", in: number)),"type":"number","resolution":{"value":"1,000"}},
            \(place("half", in: number)),"type":"number","resolution":{"value":"0.5"}}]}
            """.replacing("\n", with: "") + "\n", "recognizers_own/number.ndjson", in: gold)
        try write(
            "{\"id\":\"n1\",\"items\":[\(place("thousand", in: number)),\"value\":\"1000.0\"}]}\n",
            "recognizers_own.number.ndjson", in: predictions)
        let money = "ten dollars or 9 pounds"
        try write(
            """
            {"id":"u1","lang":"en","model":"CurrencyModel","text":"\(money)","not_supported":"","items":[
            \(place("ten dollars", in: money)),"type":"currency","resolution":{"value":"10","unit":"Dollar"}},
            \(place("9 pounds", in: money)),"type":"currency","resolution":{"value":"9","unit":"Pound"}}]}
            """.replacing("\n", with: "") + "\n", "recognizers_own/numberwithunit.ndjson", in: gold)
        try write(
            """
            {"id":"u1","items":[\(place("ten dollars", in: money)),"value":"10","unit":"dollar"},
            \(place("9 pounds", in: money)),"value":"9","unit":"euro"}]}
            """.replacing("\n", with: "") + "\n", "recognizers_own.numberwithunit.ndjson", in: predictions)
    }

    // MARK: Names and places

    private func writeNames() throws {
        let text = "Ana Söl of the Lyra Water Board went to Porto Belo"
        try write(
            """
            {"id":"e1","lang":"en","text":"\(text)","entities":[\(place("Ana Söl", in: text)),"type":"PER"},
            \(place("Lyra Water Board", in: text)),"type":"ORG"},\(place("Porto Belo", in: text)),"type":"LOC"}]}
            """.replacing("\n", with: "") + "\n", "ner_own/gold.ndjson", in: gold)
        try write(
            """
            {"id":"e1","entities":[\(place("Ana Söl", in: text)),"type":"PER"},\(place("Lyra", in: text)),"type":"LOC"},
            \(place("Porto Belo", in: text)),"type":"LOC"}]}
            """.replacing("\n", with: "") + "\n", "ner_own.ndjson", in: predictions)
    }

    private func writeToponyms() throws {
        let text = "from Lyra over Porto Belo and Mira to Ost"
        try write(
            """
            {"id":"g1","lang":"en","text":"\(text)","toponyms":[\(place("Lyra", in: text)),"lat":10.0,"lon":20.0},
            \(place("Porto Belo", in: text)),"lat":50.0,"lon":8.0},\(place("Mira", in: text)),"lat":0.0,"lon":0.0},
            \(place("Ost", in: text)),"lat":1.0,"lon":1.0}]}
            """.replacing("\n", with: "") + "\n", "toponyms_own/gold.ndjson", in: gold)
        try write(
            """
            {"id":"g1","toponyms":[\(place("Lyra", in: text)),"lat":11.0,"lon":20.0},
            \(place("Belo", in: text)),"lat":51.5,"lon":8.0},\(place("Mira", in: text))}]}
            """.replacing("\n", with: "") + "\n", "toponyms_own.ndjson", in: predictions)
    }

    // MARK: Events

    private func writeEvents() throws {
        let deed = "Lyra thanked Porto Belo, and Mira left"
        let marks = { (role: String, words: String) in
            "{\"role\":\"\(role)\",\(self.place(words, in: deed).dropFirst())}"
        }
        try write(
            """
            {"id":"v1","lang":"en","text":"\(deed)","events":[{"type":"SUPPORT","reciprocal":false}],"spans":[
            \(marks("SRC", "Lyra")),\(marks("EVT", "thanked")),\(marks("TAR", "Porto Belo"))]}
            {"id":"v2","lang":"en","text":"\(deed)","events":[{"type":"RETREAT","reciprocal":false}],"spans":[
            \(marks("SRC/TAR", "Mira"))]}
            """.replacing(",\n", with: ",").replacing("[\n", with: "[") + "\n", "events_typed/gold.ndjson", in: gold)
        try write(
            """
            {"id":"v1","events":[{"type":"SUPPORT","trigger":\(place("thanked", in: deed))},"participants":[
            \(place("Lyra", in: deed)),"role":"target"},\(place("Belo", in: deed)),"role":"target"},
            \(place("Mira", in: deed)),"role":"source"}]}]}
            {"id":"v2","events":[{"type":"SUPPORT","trigger":\(place("left", in: deed))},"participants":[
            \(place("Mira", in: deed)),"role":"source"}]}]}
            """.replacing(",\n", with: ",").replacing("[\n", with: "[") + "\n", "events_typed.ndjson", in: predictions)
        try write(
            """
            {"id":"w1","lang":"en","text":"\(deed)","events":[
            \(place("thanked", in: deed)),"text":"thanked","lemma":"thank","participants":[
            \(place("Lyra", in: deed)),"role":"Arg0"},\(place("Porto Belo", in: deed)),"role":"Arg1"}]},
            \(place("left", in: deed)),"text":"left","lemma":"leave","participants":[
            \(place("Mira", in: deed)),"role":"Arg0"},\(place("Lyra", in: deed)),"role":"Argm-LOC"}]}]}
            """.replacing(",\n", with: ",").replacing("[\n", with: "[") + "\n", "events_running/gold.ndjson", in: gold)
        try write(
            """
            {"id":"w1","events":[{"trigger":\(place("thanked", in: deed))},"participants":[
            \(place("Lyra", in: deed)),"role":"source"},\(place("Belo", in: deed)),"role":"source"}]},
            {"trigger":\(place("and", in: deed))},"participants":[\(place("Mira", in: deed)),"role":"both"}]}]}
            """.replacing(",\n", with: ",").replacing("[\n", with: "[") + "\n", "events_running.ndjson", in: predictions
        )
    }

    private func writeCoreference() throws {
        let text = "Ana Söl of Lyra spoke. Ms Söl likes the Lyra. She left Lyra."
        let mention = { (words: String, cluster: String) in
            self.place(words, in: text) + ",\"cluster\":\"\(cluster)\",\"kind\":\"entity\"}"
        }
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
