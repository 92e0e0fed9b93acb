// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Reading
import Testing

/// All events are invented.
@Suite("Events: what a sentence tells, who does it and to whom")
struct EventTests {
    /// The events of a text in a line each: `AID: source Norway, target Ghana`.
    private func coded(_ text: String) throws -> [String] {
        try Reader.codedEvents(of: Reader.article(text)).map { Self.line($0, in: text) }
    }

    private static func line(_ event: ReadEvent, in text: String) -> String {
        let participants = event.participants.map { "\($0.role.rawValue) \(words(at: $0.range, in: text))" }
        return ([event.type?.rawValue ?? words(at: event.trigger, in: text)] + participants).joined(separator: ", ")
    }

    /// The words at a range; the canonical text ends like the text.
    private static func words(at range: TextRange, in text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range.start.scalar..<range.end.scalar])
        return String(view)
    }

    @Test(
        "a sentence has the type of its main deed",
        arguments: [
            ("Norway provided food aid to Ghana.", "AID, source Norway, target Ghana"),
            ("Norway imposed sanctions on Ghana.", "SANCTION, source Norway, target Ghana"),
            ("Norway accused Ghana of fraud, a newspaper reported.", "DISAPPROVE, source Norway, target Ghana"),
            ("Norway and Ghana held talks in Accra.", "CONSULT, both Norway, both Ghana"),
            ("Police in Norway arrested two Ghanaian students.", "COERCE, source Police, target Ghanaian students"),
        ])
    func codesDeeds(text: String, line: String) throws {
        #expect(try coded(text) == [line])
    }

    @Test(
        "a deed that is promised, refused, threatened or asked for is another event",
        arguments: [
            ("Norway will provide food aid to Ghana.", "AGREE"), ("Norway agreed to meet Ghana.", "AGREE"),
            ("Norway refused to provide food aid to Ghana.", "REJECT"),
            ("Norway said it would not meet Ghana.", "REJECT"),
            ("Norway will impose sanctions on Ghana.", "THREATEN"),
            ("Norway threatened to attack Ghana.", "THREATEN"),
            ("Norway demanded that Ghana release the prisoners.", "DEMAND"),
            ("Norway said Ghana must release the prisoners.", "DEMAND"),
        ])
    func codesStances(text: String, type: String) throws {
        let events = try Reader.codedEvents(of: Reader.article(text))
        #expect(events.map(\.type?.rawValue) == [type])
    }

    @Test("every verb has its arguments, in normal form")
    func findsArguments() throws {
        let text = "The school, which was bought by Norway, opened. Ghana won a contract to supply the army."
        let events = try Reader.events(of: Reader.article(text)).map { Self.line($0, in: text) }
        #expect(events.contains("bought, target which, source Norway"))
        #expect(
            events.contains {
                $0.hasPrefix("supply, ") && $0.contains("source Ghana") && $0.contains("target the army")
            })
    }
}
