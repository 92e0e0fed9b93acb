// SPDX-License-Identifier: Apache-2.0

import Cooperation
import HTML

/// Finds when a page was first published and when it was last changed.
///
/// Sources in their order: JSON-LD, `meta`, properties of elements, the address, `time`, elements whose names say that
/// they hold a date, and short lines near the headline.
struct DateFinder {
    let outline: PageOutline
    let metadata: PageMetadata
    let location: String?
    /// The latest day that a page can be from, where known.
    let latest: PartialDate?
    let rules: LineRules
    /// What JSON-LD, `meta` and properties say by names that leave no doubt, best first.
    private(set) var declared: [Finding] = []
    /// What they say of the last change.
    private var changes: [Finding] = []
    /// The elements outside `meta` with properties, and those that are a `time`.
    let places: (properties: [Int], times: [Int])

    init(outline: PageOutline, metadata: PageMetadata, location: String?, latest: PartialDate?, rules: LineRules) {
        self.outline = outline
        self.metadata = metadata
        self.location = location
        self.latest = latest
        self.rules = rules
        places = Self.places(in: outline.tree)
        declared = declarations()
        changes = modifications()
    }

    /// A date and how the page gives it.
    struct Finding: Hashable, Sendable {
        var date: PartialDate
        /// Whether the page's text shows it, rather than its mark-up.
        var isShown: Bool
        /// The hour of an instant in UTC, which may be another day where the page was made.
        var universalHour: Int?
        /// The zone of an instant: `Z` or an offset.
        var zone: String?
    }

    /// The day of publication; `lines` are the page's short lines near the headline, best first.
    ///
    /// What the page shows beside its headline counts more than what its mark-up says: templates date pages by the day
    /// they were filed, and instants are often in another zone than the newsroom's.
    func published(lines: [NearbyLines.Line]) -> Finding? {
        let loose = looselyDeclared()
        let beside = shownBesideHeading(in: lines, preferring: Set(declared.map(\.date)))
        if let beside, beside.date.start.day != nil {
            // `2/11/2023` may mean November: what the mark-up says decides.
            return (declared + loose).first { Self.areSwapped($0.date, beside.date) } ?? beside
        }
        var findings = declared + [labelledDate()].compactMap { $0 } + loose
        if let date = dateInLocation() { findings.append(Finding(date: date, isShown: false)) }
        findings += [timeElement(quoted: false), namedDate()].compactMap { $0 }
        let marked = findings.count
        for line in lines where !Self.isSentence(line.text) || isOpenedByDate(line.text) {
            guard let date = unchangedDates(in: line).first, line.isBesideHeading || date.start.day != nil else {
                continue
            }
            findings.append(Finding(date: date, isShown: true))
        }
        findings += [timeElement(quoted: true)].compactMap { $0 }
        if findings.isEmpty {
            findings += [announcedDate() ?? changeDate(in: lines) ?? changes.first].compactMap { $0 }
        }
        guard let first = findings.first(where: { $0.date.start.day != nil }) ?? findings.first else { return nil }
        guard let hour = first.universalHour else { return first }
        // West of Greenwich the early hours of a day are still the day before; east of it the late ones are the next.
        return findings.prefix(marked).first { other in
            guard other.universalHour == nil, Self.areNeighbours(other.date, first.date) else { return false }
            return other.date < first.date ? hour < 9 : hour >= 13
        } ?? first
    }

    private func declarations() -> [Finding] {
        let lexicon = outline.lexicons.dates
        var findings = [linkedDate("datepublished"), linkedDate("datecreated")].compactMap { $0 }
        findings += dates(ofNames: lexicon.publishedNames)
        if let found = markedDate(properties: ["datepublished", "datecreated", "dateposted"]) {
            findings.append(found)
        }
        let others = metadata.values.keys.filter(lexicon.meansPublication).sorted()
        return findings + dates(ofNames: others)
    }

    /// What `meta` says by names such as `date`, which do not tell of what.
    private func looselyDeclared() -> [Finding] { dates(ofNames: outline.lexicons.dates.looseNames) }

    private func dates(ofNames names: [String]) -> [Finding] {
        names.flatMap { (metadata.values[$0] ?? []).prefix(1).compactMap(machineDate) }
    }

    /// The date that a line beside the headline shows as the page's.
    ///
    /// The line holds hardly anything else, or says that it is of publication, or gives a day that mark-up gives too, and
    /// does not speak of a change. What the site's head shows is the page's only if the mark-up knows no other day.
    private func shownBesideHeading(in lines: [NearbyLines.Line], preferring declared: Set<PartialDate>) -> Finding? {
        for line in lines where line.isBesideHeading {
            let context = outline.contexts[line.holder]
            guard context.isDisjoint(with: [.quote, .headline]), !isHeading(line.holder) else { continue }
            let dates = unchangedDates(in: line)
            let isOwn =
                context.contains(.date) || rules.isDateLine(line.text) || isOpenedByDate(line.text)
                || rules.hasDatePart(line.text) || isAnnounced(in: line.text)
            if isOwn || !Self.isSentence(line.text), let date = dates.first(where: declared.contains) {
                return Finding(date: date, isShown: true)
            }
            if isOwn, declared.isEmpty || !isMasthead(line.holder), let date = dates.first {
                return Finding(date: date, isShown: true)
            }
        }
        return nil
    }

    /// Whether words right before a date of the line announce it: `by Ann Bell, Posted: 3 November 2025`.
    private func isAnnounced(in line: String) -> Bool {
        rules.scanner.dates(in: line).contains { rules.phrases.endsInDateWords(Self.beginning(of: line, to: $0)) }
    }

    /// The dates of a line that may be the page's and are not said to be of a change or of something else.
    private func unchangedDates(in line: NearbyLines.Line) -> [PartialDate] {
        let dates = rules.scanner.dates(in: line.text)
        if dates.isEmpty || isChange(line.holder) { return [] }
        let events = outline.lexicons.metadata.eventLabels
        var result: [PartialDate] = []
        let scalars = Array(line.text.unicodeScalars)
        var previous = 0
        for found in dates {
            let words = Self.text(scalars[previous..<found.scalars.lowerBound])
            let before = previous == 0 && PhraseLexicon.key(words).isEmpty ? line.label : words
            previous = found.scalars.upperBound
            if isPossible(found.date), !rules.phrases.meansModified(before), !rules.phrases.meansOther(before),
                !events.areOfEvent(label: before, following: [line.following])
            {
                result.append(found.date)
            }
        }
        return result
    }

    /// What stands before a date.
    static func beginning(of text: String, to found: DateScanner.Found) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.prefix(found.scalars.lowerBound)))
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    /// Whether a property of the element or of what holds it says that its date is of a change.
    func isChange(_ index: Int) -> Bool {
        var current = index
        for _ in 0..<3 where current > 0 {
            if outline.tree.attribute(.itemprop, of: current)?.lowercased().hasPrefix("datemodified") == true {
                return true
            }
            current = outline.tree.nodes[current].parent
        }
        return false
    }

    /// The day beside which a short line, or the label before it, speaks of publication: `Posted on 3 November 2025`.
    private func labelledDate() -> Finding? {
        var label = ""
        for (place, run) in outline.runs.runs.enumerated() {
            defer { label = run.isLabel(atMost: 40) ? run.text : "" }
            let isText = outline.exclusions[run.holder] == .none
            guard run.length <= (isText ? 100 : Self.longestAnnouncement) else { continue }
            let dates = rules.scanner.dates(in: run.text, limit: 600)
            guard let found = dates.first(where: { isPossible($0.date) }), found.date.start.day != nil,
                !isElsewhere(run.holder), outline.contexts[run.holder].isDisjoint(with: [.quote, .caption])
            else { continue }
            let scalars = Array(run.text.unicodeScalars)
            let words = Self.text(scalars[..<found.scalars.lowerBound])
            let before = PhraseLexicon.key(words).isEmpty ? label : words
            let after = Self.text(scalars[found.scalars.upperBound...])
            if rules.phrases.meansModified(before) || rules.phrases.meansOther(before) { continue }
            if isOfEvent(before: words, at: place) { continue }
            if rules.phrases.speaksOfPublication(before: before, after: after) {
                return Finding(date: found.date, isShown: true)
            }
        }
        return nil
    }

    /// Whether a short line begins with a date and goes on about something else: `3 November 2025 - Editor: Ann Bell`.
    private func isOpenedByDate(_ line: String) -> Bool {
        guard line.scalarCount < 100, !rules.endsSentence(line) else { return false }
        guard let first = rules.scanner.dates(in: line).first, first.scalars.lowerBound == 0 else { return false }
        let rest = line.unicodeScalars.dropFirst(first.scalars.upperBound)
        // Letters right behind a date begin another element: `03/11/2025Ann Bell`.
        if let next = rest.first, next.properties.isAlphabetic { return true }
        return rest.first { !WhiteSpace.contains($0) }.map { !$0.properties.isAlphabetic } ?? true
    }

    private func isHeading(_ index: Int) -> Bool { outline.tree.nodes[index].tag?.headingLevel != nil }

    /// Whether two days are one with day and month exchanged.
    private static func areSwapped(_ left: PartialDate, _ right: PartialDate) -> Bool {
        let (left, right) = (left.start, right.start)
        return left.year == right.year && left.month != right.month && left.month == right.day
            && left.day == right.month
    }

    /// The day of a line anywhere on the page that speaks of publication or shows nothing but a date.
    private func announcedDate() -> Finding? {
        var fallback: PartialDate?
        let runs = outline.runs.runs
        for (place, run) in runs.enumerated()
        where run.length <= Self.longestAnnouncement && outline.exclusions[run.holder] < .hard {
            let dates = rules.scanner.dates(in: run.text, limit: 600)
            guard let found = dates.first(where: { isPossible($0.date) }), found.date.start.day != nil,
                !isElsewhere(run.holder), outline.contexts[run.holder].isDisjoint(with: [.quote, .headline]),
                !isHeading(run.holder)
            else { continue }
            let date = found.date
            let before = Self.beginning(of: run.text, to: found)
            if rules.phrases.meansOther(before) || isOfEvent(before: before, at: place) { continue }
            if rules.phrases.announcesDate(run.text) || rules.phrases.endsInDateWords(before) {
                return Finding(date: date, isShown: true)
            }
            guard run.length <= 220 else { continue }
            if fallback == nil,
                rules.isDateLine(run.text) || rules.hasDatePart(run.text)
                    || rules.phrases.isCopyright(LoweredLine(run.text))
            {
                fallback = date
            }
        }
        return fallback.map { Finding(date: $0, isShown: true) }
    }

    /// Whether the day of a run is that of an event, by its label and the rows that follow.
    private func isOfEvent(before words: String, at place: Int) -> Bool {
        let runs = outline.runs.runs
        let label = PhraseLexicon.key(words).isEmpty && place > 0 ? runs[place - 1].text : words
        return outline.lexicons.metadata.eventLabels.areOfEvent(
            label: label, following: runs[place...].dropFirst().prefix(3).map(\.text))
    }

    /// Where nothing but a change is dated: its day.
    private func changeDate(in lines: [NearbyLines.Line]) -> Finding? {
        let events = outline.lexicons.metadata.eventLabels
        return lines.lazy.filter { !Self.isSentence($0.text) }
            .filter { !events.areOfEvent(label: $0.label, following: [$0.following]) }
            .compactMap { date(in: $0.text) }.first { $0.start.day != nil }
            .map { Finding(date: $0, isShown: true) }
    }

    private static let longestAnnouncement = 500

    /// Whether a line tells a story rather than the day of the page, such as a meeting "on 3 May 2024".
    private static func isSentence(_ line: String) -> Bool {
        let words = line.words.count
        return words > 12 || words > 5 && line.hasSuffix(".")
    }

    /// The day of the last change.
    func modified() -> PartialDate? { changes.first?.date }

    private func modifications() -> [Finding] {
        var findings = [linkedDate("datemodified")].compactMap { $0 }
        for name in outline.lexicons.dates.modifiedNames {
            findings += [(metadata.values[name] ?? []).lazy.compactMap(machineDate).first].compactMap { $0 }
        }
        return findings + [markedDate(properties: ["datemodified", "dateupdated"])].compactMap { $0 }
    }

    /// The zone in which mark-up gives the day of publication.
    func zone(ofPublished day: PartialDate?) -> String? {
        guard let day else { return nil }
        if let zone = declared.lazy.filter({ $0.date == day }).compactMap(\.zone).first { return zone }
        return timeElement(quoted: false).flatMap { $0.date == day ? $0.zone : nil }
    }

    /// The zone in which mark-up gives the day of the last change.
    func zone(ofModified day: PartialDate?) -> String? {
        guard let day else { return nil }
        return changes.lazy.filter { $0.date == day }.compactMap(\.zone).first
    }

    /// The first date of a text that may be the page's.
    func date(in text: String) -> PartialDate? {
        rules.scanner.dates(in: text, limit: 600).lazy.map(\.date).first(where: isPossible)
    }

    private func isPossible(_ date: PartialDate) -> Bool {
        guard date.start.year >= 1990 else { return false }
        guard let latest else { return true }
        return date <= latest
    }

    /// What a value of mark-up says.
    func machineDate(_ text: String) -> Finding? {
        guard let date = date(in: text) else { return nil }
        var hour: Int?
        // `Sat Nov 01 2025 05:30:00 GMT+0000 (Coordinated Universal Time)`
        let text = text.firstPlace(of: " (").map { String(text[..<$0.lowerBound]) } ?? text
        if ["Z", "+00:00", "+0000", "GMT"].contains(where: text.hasSuffix), let mark = text.firstIndex(of: ":") {
            hour = Int(text[..<mark].suffix(2))
        }
        return Finding(date: date, isShown: false, universalHour: hour, zone: InstantZone.zone(of: text))
    }

    private func linkedDate(_ name: String) -> Finding? {
        let lexicon = outline.lexicons.metadata
        for types in [lexicon.articleTypes, lexicon.pageTypes] {
            for item in metadata.linkedData.items(ofTypes: types) {
                if let found = item.texts[name].flatMap(machineDate) { return found }
            }
        }
        return nil
    }

    /// `/2016/12/23/`, `/2016-12-23`, `20161223` in the address.
    private func dateInLocation() -> PartialDate? {
        for text in [metadata.canonicalURL, metadata.values["og:url"]?.first, location].compactMap({ $0 }) {
            let path = text.split(separator: "?").first.map(String.init) ?? text
            let dates = rules.scanner.dates(in: path).lazy.map(\.date)
            if let date = dates.first(where: { isPossible($0) && $0.start.day != nil }) { return date }
        }
        return nil
    }

    /// Whether two days follow one another.
    private static func areNeighbours(_ left: PartialDate, _ right: PartialDate) -> Bool {
        let (earlier, later) = left < right ? (left.start, right.start) : (right.start, left.start)
        guard let day = earlier.day, let month = earlier.month, let next = later.day, let nextMonth = later.month else {
            return false
        }
        if earlier.year == later.year, month == nextMonth { return next - day == 1 }
        let isLast = day == GregorianCalendar.days(inMonth: month, of: earlier.year)
        let followsMonth =
            earlier.year == later.year
            ? nextMonth == month + 1 : later.year == earlier.year + 1 && month == 12 && nextMonth == 1
        return isLast && next == 1 && followsMonth
    }
}
