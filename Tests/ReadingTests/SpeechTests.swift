// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

/// All persons are invented.
@Suite("Speech: who said what")
struct SpeechTests {
    @Test(
        "the cue may stand before the quotation or behind it",
        arguments: [
            #"Turku Mayor Elina Saarela said, "The river joins us.""#,
            #"Turku Mayor Elina Saarela said: "The river joins us.""#,
            #""The river joins us.," Turku Mayor Elina Saarela said."#.replacing(".,", with: ","),
            #""The river joins us," said Turku Mayor Elina Saarela."#,
            "“The river joins us,” said Turku Mayor Elina Saarela.",
            #"Turku Mayor Elina Saarela told reporters, "The river joins us.""#,
            "Turku Mayor Elina Saarela said: «The river joins us.»",
            #""The river joins us," Turku Mayor Elina Saarela wrote on social media."#,
            #"Turku Mayor Elina Saarela expressed her joy, saying, "The river joins us.""#,
        ])
    func findsTheSpeaker(text: String) throws {
        let reading = try Reader.read(text)
        #expect(reading.speakers == ["Elina Saarela"])
        #expect(reading.statements[0].hasPrefix("Elina Saarela: “The river joins us"))
    }

    @Test("a question has its speaker too")
    func findsAskers() throws {
        let reading = try Reader.read(#""Is the bridge safe?" asked Oslo Mayor Knut Berge."#)
        #expect(reading.statements == ["Knut Berge: “Is the bridge safe?”"])
    }

    @Test("single marks make a quotation as well")
    func readsSingleMarks() throws {
        let reading = try Reader.read("‘The bridge is safe,’ said Oslo Mayor Knut Berge.")
        #expect(reading.statements == ["Knut Berge: “The bridge is safe”"])
    }

    @Test("speech that goes on behind its cue is one statement with two proofs")
    func joinsSplitQuotations() throws {
        let reading = try Reader.read(#""The river joins us," Turku Mayor Elina Saarela said. "It always has.""#)
        #expect(reading.statements == ["Elina Saarela: “The river joins us” … “It always has.”"])
    }

    @Test("the words said are kept without quotation marks and cue, and the cue beside them")
    func keepsTheWords() throws {
        let reading = try Reader.read(#""The river joins us," Turku Mayor Elina Saarela said."#)
        guard case .statement(let statement) = try #require(reading.entries.first).content else {
            Issue.record("no statement: \(reading.entries)")
            return
        }
        #expect(statement.text == "The river joins us")
        #expect(statement.direct && statement.verb == "said")
    }

    @Test("two speakers in one paragraph keep their own words")
    func keepsSpeakersApart() throws {
        let reading = try Reader.read(
            #"Turku Mayor Elina Saarela said, "Ask me tomorrow." Oslo Mayor Knut Berge responded, "Ask me today.""#)
        #expect(reading.statements == ["Elina Saarela: “Ask me tomorrow.”", "Knut Berge: “Ask me today.”"])
    }

    @Test("a quotation left open goes on in the next paragraph, and the speaker is the same")
    func goesOnOverParagraphs() throws {
        let reading = try Reader.read(
            """
            Turku Mayor Elina Saarela said, “The river joins us.

            “It always has.

            “We will keep it clean.”

            Knut Berge left.
            """)
        #expect(
            reading.statements == [
                "Elina Saarela: “The river joins us.” … “It always has.” … “We will keep it clean.”"
            ])
    }

    @Test(
        "what a clause reports is a statement in the reporter's words",
        arguments: [
            (
                "Turku Mayor Elina Saarela said that the river had joined the two cities.",
                "the river had joined the two cities"
            ),
            (
                "Turku Mayor Elina Saarela said the river had joined the two cities.",
                "the river had joined the two cities"
            ),
            ("Turku Mayor Elina Saarela recalled that Oslo had helped.", "Oslo had helped"),
            ("Turku Mayor Elina Saarela told Knut Berge that the bridge was safe.", "the bridge was safe"),
            ("Turku Mayor Elina Saarela agreed with Knut Berge that the port should grow.", "the port should grow"),
            ("Turku Mayor Elina Saarela stressed the importance of clean water.", "the importance of clean water"),
            ("Turku Mayor Elina Saarela welcomed the new ferry line.", "the new ferry line"),
            ("The ferry line will open in May, Turku Mayor Elina Saarela said.", "The ferry line will open in May"),
        ])
    func readsReportedSpeech(text: String, words: String) throws {
        #expect(try Reader.read(text).statements == ["Elina Saarela: \(words)"])
    }

    @Test("a newspaper that reports is the speaker, not the one it reports about")
    func readsReports() throws {
        let reading = try Reader.read("The Bergen Post reported that Turku Mayor Elina Saarela would resign.")
        #expect(reading.statements == ["Bergen Post: Turku Mayor Elina Saarela would resign"])
    }

    @Test("a report can follow a quotation in the same sentence")
    func readsReportsBehindQuotations() throws {
        let reading = try Reader.read(
            #""It is late," Elina Saarela said, adding that the bridge would open in May 2024."#)
        #expect(
            reading.statements == ["Elina Saarela: “It is late”", "Elina Saarela: the bridge would open in May 2024"])
    }

    @Test("two verbs of one subject are two statements")
    func keepsVerbsApart() throws {
        let reading = try Reader.read(
            "Turku Mayor Elina Saarela recalled that Oslo had helped after the flood, adding that she would never forget it."
        )
        #expect(
            reading.statements == [
                "Elina Saarela: Oslo had helped after the flood", "Elina Saarela: she would never forget it",
            ])
    }

    @Test("a few words in quotation marks inside a report belong to the report")
    func readsMixedSpeech() throws {
        let reading = try Reader.read("Turku Mayor Elina Saarela said the plan was “a gift to both cities”.")
        #expect(reading.speakers == ["Elina Saarela"])
        #expect(reading.statements[0].contains("the plan was “a gift to both cities"))
    }

    @Test(
        "quotation marks around a name, a title or a doubtful word are no speech",
        arguments: [
            "The so-called “river gang” met in Turku.",
            "Its members sell “art” to visitors.",
            #"Elina Saarela's film "The Bridge" was shown in Turku."#,
            "The audience liked “The Bridge” very much.",
        ])
    func passesOverScareQuotes(text: String) throws {
        #expect(try Reader.read(text).statements == [])
    }

    @Test(
        "what is not said, or not yet, is no statement",
        arguments: [
            "Turku Mayor Elina Saarela did not say that the bridge would be built.",
            "Turku Mayor Elina Saarela will announce the winner in May.",
            "Turku Mayor Elina Saarela may say that the bridge is safe.",
            "Turku Mayor Elina Saarela was told that the bridge was safe.",
            "Turku Mayor Elina Saarela never said that the bridge was safe.",
        ])
    func passesOverUnsaidWords(text: String) throws {
        #expect(try Reader.read(text).statements == [])
    }

    @Test("“according to” names the speaker", arguments: [true, false])
    func readsAccordingTo(isFirst: Bool) throws {
        let reading = try Reader.read(
            isFirst
                ? "According to the Aura Water Institute, the bridge is safe."
                : "The bridge is safe, according to the Aura Water Institute.")
        #expect(reading.speakers == ["Aura Water Institute"])
        #expect(reading.statements[0].lowercased().hasSuffix(": the bridge is safe"))
    }

    @Test("“according to” somebody with an office names the person")
    func readsAccordingToPersons() throws {
        let reading = try Reader.read("According to Knut Berge, mayor of Oslo, the bridge is safe.")
        #expect(reading.statements == ["Knut Berge: the bridge is safe"])
    }

    @Test("a speaker without a name stays unknown, though others are named")
    func staysUnknown() throws {
        let reading = try Reader.read(
            """
            Elina Saarela met Knut Berge in Bergen. "The bridge is safe," an unnamed voice said.
            """)
        #expect(reading.speakers == ["?"])
    }

    @Test("several who speak together are one speaker")
    func keepsJointSpeakers() throws {
        let reading = try Reader.read(#""We will come back," the two mayors said."#)
        #expect(reading.statements == ["two mayors: “We will come back”"])
    }

    @Test("a quotation inside a quotation belongs to the outer speaker")
    func keepsInnerQuotations() throws {
        let reading = try Reader.read(
            #"Oslo Mayor Knut Berge said, "My mother used to say 'no bridge, no bread' every day.""#)
        #expect(reading.statements == ["Knut Berge: “My mother used to say 'no bridge, no bread' every day.”"])
    }

    @Test("a quotation goes on over a paragraph's end where the next one closes it without opening it again")
    func goesOnWithoutANewMark() throws {
        let reading = try Reader.read(
            """
            Turku Mayor Elina Saarela said, "The river joins us.

            It always has."

            Knut Berge called it "the river".
            """)
        #expect(reading.statements == ["Elina Saarela: “The river joins us.” … “It always has.”"])
    }

    @Test("a mark that only closes opens nothing")
    func leavesOrphansAlone() throws {
        let reading = try Reader.read(#"The plank is 12" long. "It is late," said Oslo Mayor Knut Berge."#)
        #expect(reading.statements == ["Knut Berge: “It is late”"])
    }

    @Test("straight single marks make a quotation, apostrophes do not")
    func readsStraightSingleMarks() throws {
        let reading = try Reader.read("'The bridge is safe,' said Oslo Mayor Knut Berge at the workers' club.")
        #expect(reading.statements == ["Knut Berge: “The bridge is safe”"])
    }

    @Test(
        "who has no name says something all the same",
        arguments: [
            (#"Her mother wrote, "The river joins us.""#, "Her mother"),
            (#"A leaked letter said: "The river joins us.""#, "leaked letter"),
            (#""The river joins us," said a spokeswoman of the port."#, "spokeswoman of the port"),
            (#""The river joins us," said Quistgaard."#, "Quistgaard"),
        ])
    func describesSpeakers(text: String, speaker: String) throws {
        let reading = try Reader.read(text)
        #expect(reading.speakers == [speaker])
        #expect(reading.names(.person) == [])
    }

    @Test("a body speaks on as it")
    func bodiesSpeakOn() throws {
        let reading = try Reader.read(
            #""The river joins us," said the Nordic Harbour Council. "We will keep it clean," it added."#)
        #expect(reading.speakers == ["Nordic Harbour Council", "Nordic Harbour Council"])
    }

    @Test("as somebody told somebody: the main clause is what was said")
    func readsAsClauses() throws {
        let reading = try Reader.read("As Turku Mayor Elina Saarela told Knut Berge, the river has become cleaner.")
        #expect(reading.statements == ["Elina Saarela: the river has become cleaner"])
    }

    @Test("a few words in marks inside a reported clause are a part of it")
    func keepsMixedSpeechWhole() throws {
        let reading = try Reader.read(
            #"Turku Mayor Elina Saarela said that the new bridge over the river "joins us all"."#)
        #expect(reading.statements.count == 1)
        #expect(reading.statements.first?.hasPrefix("Elina Saarela: the new bridge over the river") == true)
    }

    @Test("a colon behind a sentence about a person makes the person the speaker")
    func readsColons() throws {
        let reading = try Reader.read(
            #"Turku Mayor Elina Saarela defended the plan: "It will bring clean water to all of us.""#)
        #expect(reading.statements == ["Elina Saarela: “It will bring clean water to all of us.”"])
    }

    @Test(
        "a cue without anything said is no statement",
        arguments: ["Elina Saarela said that.", "Elina Saarela made clear."])
    func needsWords(text: String) throws {
        #expect(try Reader.read(text).statements == [])
    }

    @Test("a name in marks that the sentence goes on around is not speech")
    func leavesNamesInMarks() throws {
        let reading = try Reader.read(#"Elina Saarela would later add "Friend of the River" to her name."#)
        #expect(reading.statements.isEmpty)
    }

    @Test("thoughts and what stands inside speech are attributed, and are no statements of their own")
    func attributesThoughts() throws {
        let article = Reader.article(
            #"Turku Mayor Elina Saarela said, "I think the river is clean." Studies show that it is."#)
        let (reading, trace) = try Reader.traced(article)
        #expect(reading.statements == ["Elina Saarela: “I think the river is clean.”"])
        let attributed = trace.attributions.compactMap { article.text.text(at: $0.content) }
        #expect(attributed == ["the river is clean", "that it is"])
        #expect(trace.attributions.map(\.isSpeech) == [true, false])
    }

    @Test("nobody assumes what it is reasonable to assume, and what stands behind a dash is not said before it")
    func attributesNothingToNobody() throws {
        let article = Reader.article(
            #"Elina Saarela said, "It is reasonable to assume that the river is clean — even Turku said as much.""#)
        let (_, trace) = try Reader.traced(article)
        #expect(trace.attributions.map { article.text.text(at: $0.content) } == [])
    }

    @Test("who thinks inside of speech is whoever speaks")
    func knowsWhoThinks() throws {
        let article = Reader.article(#""I think the river is clean," said Turku Mayor Elina Saarela."#)
        let (reading, trace) = try Reader.traced(article)
        #expect(trace.attributions.map(\.party) == [reading.party("Elina Saarela")?.id])
    }

    @Test("a noun of thought attributes its clause to whoever has the thought")
    func attributesNounsOfThought() throws {
        let article = Reader.article("The engineers have no doubt that the bridge will hold.")
        let (reading, trace) = try Reader.traced(article)
        #expect(reading.statements == [])
        #expect(
            trace.attributions.compactMap { article.text.text(at: $0.content) } == ["that the bridge will hold"])
        #expect(trace.attributions.compactMap { article.text.text(at: $0.holder) } == ["engineers"])
    }

    @Test(
        "calls, appeals and labels are speech",
        arguments: [
            ("Mayor Anna Berg called for closer ties between the ports.", "Anna Berg: closer ties between the ports"),
            ("Mayor Anna Berg urged the city to protect its harbour.", "Anna Berg: the city to protect its harbour"),
            ("Mayor Anna Berg warned of rising costs.", "Anna Berg: rising costs"),
            ("Mayor Anna Berg: “Trade will grow.”", "Anna Berg: “Trade will grow.”"),
        ])
    func readsAppeals(text: String, statement: String) throws {
        #expect(try Reader.read(text).statements == [statement])
    }
}
