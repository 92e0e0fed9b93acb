// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation

/// Finds the dates, times, durations and sets that a text names and lays them on the calendar.
///
/// A pure function of the text and the anchor: it needs no language model. The words and the rules of a language stand
/// in `times-<language>.json`, its numbers in `quantities-<language>.json`.
package struct TimeGrammar: Sendable {
    /// From which moment incomplete dates are understood.
    package enum Style: Sendable {
        /// News where the text speaks of today, yesterday or weekdays; otherwise a narrative.
        case automatic
        /// From the anchor.
        case news
        /// From the date last named in the text.
        case narrative
    }

    let lexicon: TimeLexicon

    /// Loads a language's words; throws `GrammarError` if its files are missing or wrong.
    package init(language: String = "en") throws {
        let quantities = try GrammarResource.load(QuantityFile.self, name: "quantities-\(language)")
        let times = try GrammarResource.load(TimeLexicon.File.self, name: "times-\(language)")
        lexicon = try TimeLexicon(file: times, name: "times-\(language).json", numberLists: quantities.numbers)
    }

    /// Compiles the text of two resource files; throws `GrammarError` with the place of what is wrong.
    package init(times: Data, quantities: Data, name: String) throws {
        let numbers = try GrammarResource.decode(QuantityFile.self, from: quantities, name: name)
        let file = try GrammarResource.decode(TimeLexicon.File.self, from: times, name: name)
        lexicon = try TimeLexicon(file: file, name: name, numberLists: numbers.numbers)
    }

    /// The expressions of a text in order, laid on the calendar from a date; none overlap.
    package func expressions(in text: String, anchor: PartialDate?) -> [TimeExpression] {
        expressions(in: text, anchor: anchor.map { TimeAnchor(date: $0) }, style: .automatic)
    }

    /// The expressions of a text in order, laid on the calendar from a moment.
    package func expressions(in text: String, anchor: TimeAnchor?, style: Style) -> [TimeExpression] {
        let scanned = ScannedText(text, vocabulary: lexicon.vocabulary)
        let matches = self.matches(in: scanned)
        let isNarrative =
            switch style {
            case .automatic: !speaksFromAnchor(matches, scanned, anchor)
            case .news: false
            case .narrative: true
            }
        var placing = TimePlacing(lexicon: lexicon, text: scanned, anchor: anchor, isNarrative: isNarrative)
        return matches.map { placing.place($0) }
    }

    private func matches(in text: ScannedText) -> [TimeMatcher.Match] {
        var matcher = TimeMatcher(lexicon: lexicon, text: text)
        var matches: [TimeMatcher.Match] = []
        var index = 0
        var previousEnd = 0
        while index < text.pieces.count {
            if let match = matcher.match(at: index, after: previousEnd) {
                matches.append(match)
                index = match.end
                previousEnd = match.end
            } else {
                index += 1
            }
        }
        return matches
    }

    /// Whether the text speaks from the anchor, as news do: it says yesterday, last week or what happened today, or
    /// it does not name enough other years to be a history.
    private func speaksFromAnchor(
        _ matches: [TimeMatcher.Match], _ text: ScannedText, _ anchor: TimeAnchor?
    ) -> Bool {
        guard let anchor else { return false }
        let tense = TimeTense(lexicon: lexicon, text: text)
        var complete = 0
        var near = 0
        var weekdays = 0
        var todays = 0
        for match in matches {
            switch match.frame {
            case .unit(.day, 0, .anchor):
                let cue = tense.cue(around: match.first, match.end)
                if cue == .past || cue == .future { return true }
                todays += 1
            case .unit(_, _, .anchor), .weekday(_, _, .anchor), .clock(_, on: .unit(_, _, .anchor)?): return true
            case .calendar(let fields):
                if fields.weekday != nil, fields.year == nil { weekdays += 1 }
            default: break
            }
            for year in match.frame.statedYears {
                complete += 1
                if abs(year - anchor.date.start.year) <= 1 { near += 1 }
            }
        }
        if todays + weekdays > 0, complete == 0 || near > 0 { return true }
        return complete > 0 && complete < 4 || near * 2 > complete || weekdays * 3 > complete
    }
}

/// Reads a grammar's resource file.
enum GrammarResource {
    static func load<Value: Decodable>(_ type: Value.Type, name: String) throws -> Value {
        guard
            let location = Bundle.module.url(
                forResource: name, withExtension: "json", subdirectory: "Resources")
        else {
            throw GrammarError(
                file: "\(name).json", place: "resources",
                message: "the file is missing; there are none for this language")
        }
        do {
            return try decode(type, from: Data(contentsOf: location), name: "\(name).json")
        } catch let error as GrammarError {
            throw error
        } catch {
            throw GrammarError(file: "\(name).json", place: "resources", message: "the file cannot be read: \(error)")
        }
    }

    static func decode<Value: Decodable>(_ type: Value.Type, from data: Data, name: String) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch {
            throw GrammarError(file: name, place: "whole file", message: "the JSON does not fit: \(error)")
        }
    }
}
