// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Reading
import TestNumbers
import Testing

@Suite("What holds of times in any text")
struct TimesPropertyTests {
    private static let words = [
        "May", "march", "the", "of", "last", "next", "two", "week", "years", "ago", "Monday", "at", "p.m.", "1992",
        "2025-11-01", "1/2", "every", "early", "from", "to", "and", "between", "quarter", "first", "third", "c.", "BC",
        "today", "later", "half", "hundred", "million", "30", "31st", "T", "KST", "부산", "năm", "đ", "é", "'", "s",
    ]

    @Test("ranges quote the text, keep order and do not overlap", arguments: 0..<40)
    func ranges(seed: UInt64) throws {
        let grammar = try TimeGrammar()
        var random = SeededNumbers(seed: seed)
        for _ in 0..<40 {
            let text = random.text(of: Self.words, pieces: 30)
            let found = grammar.expressions(in: text, anchor: PartialDate("2025-11-20"))
            var end = TextPosition.zero
            for expression in found {
                let quote = try #require(text.text(at: expression.range))
                let scalars = Array(text.unicodeScalars)[expression.range.scalars]
                #expect(quote.unicodeScalars.elementsEqual(scalars))
                #expect(expression.phrase.contains(expression.range))
                #expect(end <= expression.range.start)
                #expect(expression.range.start < expression.range.end)
                end = expression.range.end
            }
            #expect(found == grammar.expressions(in: text, anchor: PartialDate("2025-11-20")))
        }
    }

    @Test("days and their fields are each other's inverse", arguments: -80...80)
    func calendar(step: Int) {
        let number = step * 9_973
        let day = CivilDay(number: number)
        let (year, month, date) = day.fields
        #expect(CivilDay(year, month, date) == day)
        #expect((1...7).contains(day.weekday))
        let (weekYear, week) = day.isoWeek
        #expect(CivilDay.monday(week: week, of: weekYear) == day.monday)
    }

    @Test(
        "numbers that no calendar can bear do no harm",
        arguments: [
            "999,999,999,999,999,999,999.5 years ago", "1e300 years ago", "the past 99999999999999999999 weeks",
            "hundred million billion trillion trillion trillion trillion years later", "week 999999999999999999",
            "in 1e18 days", "the 999999999999999999th day of May", "Q 999999999999999999 2025",
            "a million trillion trillion trillionth of a second", "the 99999999th Monday of May 2024",
        ])
    func huge(text: String) throws {
        _ = try TimeGrammar().expressions(in: text, anchor: PartialDate("2025-11-20"))
        _ = try QuantityGrammar().expressions(in: text)
    }

    @Test("a text without anything to find gives nothing", arguments: ["", " ", "\n\n", "…", "부산광역시", "xyz"])
    func nothing(text: String) throws {
        #expect(try TimeGrammar().expressions(in: text, anchor: nil).isEmpty)
    }
}

@Suite("The resource file of times")
struct TimesFileTests {
    private static func file(pattern: String, build: String = "calendar") -> Data {
        Data(
            """
            {"lists": {"month": {"1": ["january"]}}, "macros": {},
             "endings": {"past": [], "plural": [], "singular": []}, "modifiers": {"since": ["since"]},
             "rules": [{"group": "day", "build": "\(build)", "patterns": ["\(pattern)"]}]}
            """.utf8)
    }

    private static let quantities: Data = {
        let lists = [
            "unit", "ten", "hundred", "scale", "collective", "shortScale", "fraction", "fractionPlural", "ordinal",
        ]
        let words = ["ordinalSuffix", "article", "and", "of", "point", "negative", "over"]
        let numbers = lists.map { "\"\($0)\": {}" } + words.map { "\"\($0)\": []" }
        return Data(
            """
            {"numbers": {\(numbers.joined(separator: ","))}, "units": [], "relations": {"before": {}, "after": {}},
             "words": {"rangeOpeners": [], "rangeTies": [], "betweenOpeners": [], "betweenTies": [], "rankOpeners": [],
              "rankAbbreviations": [], "vagueCounts": [], "ratioTies": [],
              "generationLetters": [], "eitherTies": [], "superlativeEndings": [],
              "superlatives": [], "notOneBefore": [], "notOneAfter": [], "notHalfBefore": [], "inclusive": [],
              "pairTies": [], "relatives": {}}}
            """.utf8)
    }()

    @Test("a language of one rule works")
    func small() throws {
        let grammar = try TimeGrammar(
            times: Self.file(pattern: "<year> <month> <day>"), quantities: Self.quantities, name: "small")
        #expect(grammar.expressions(in: "On 2025 January 7 it", anchor: nil).map(\.value) == ["2025-01-07"])
    }

    @Test(
        "a wrong pattern is refused with its place",
        arguments: [
            ("<yeer>", "neither a list nor a kind of piece is called yeer"),
            ("( <year>", "a bracket is left open"),
            ("[night:of]", "no rules of group night"),
            ("<year:yeer>", "no slot is called yeer"),
        ])
    func wrong(pattern: String, message: String) {
        let error = #expect(throws: GrammarError.self) {
            try TimeGrammar(times: Self.file(pattern: pattern), quantities: Self.quantities, name: "small.json")
        }
        #expect(error?.description.contains(message) == true)
        #expect(error?.description.hasPrefix("small.json: pattern") == true)
    }

    @Test("a language without a file is refused")
    func missing() {
        let error = #expect(throws: GrammarError.self) { try TimeGrammar(language: "xx") }
        #expect(error?.description.contains("xx.json") == true)
    }
}
