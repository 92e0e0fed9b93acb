// SPDX-License-Identifier: Apache-2.0

import Reading

/// A gold text with its events: a sentence of one type with marked actors, or running text with every event.
struct EventGold: Decodable {
    struct Event: Decodable {
        struct Participant: Decodable {
            let start: Int
            let end: Int
            let role: String?

            var span: Span { Span(start: start, end: end) }

            /// The side in PropBank's numbered roles; `nil` for places, times and the like, which are not measured.
            var side: EventSide? {
                switch role?.lowercased() {
                case "arg0": .source
                case "arg1", "arg2", "arg3", "arg4": .target
                default: nil
                }
            }
        }

        let type: String?
        let start: Int?
        let end: Int?
        let text: String?
        let participants: [Participant]?

        var trigger: Span { Span(start: start ?? 0, end: end ?? 0) }
        /// Those who are measured.
        var sides: [Participant] { (participants ?? []).filter { $0.side != nil } }
    }

    /// Marked words of a sentence.
    struct Mark: Decodable {
        let role: String
        let start: Int
        let end: Int

        var span: Span { Span(start: start, end: end) }
        /// Whether it names somebody who takes part.
        var isActor: Bool { ["SRC", "TAR", "SRC/TAR"].contains(role) }

        /// Whether a part agrees with the mark; whoever is both fits either.
        func agrees(with side: EventSide) -> Bool {
            switch side {
            case .both: true
            case .source: role != "TAR"
            case .target: role != "SRC"
            }
        }
    }

    let id: String
    let text: String
    let events: [Event]
    let spans: [Mark]?
}

/// The part that somebody or something has, as scorers of events write it.
enum EventSide: String, Codable {
    case source, target, both
}

/// The events read in a text, in the input format of the event scorer.
struct EventPrediction: TextRecord, Encodable {
    struct Event: Codable {
        struct Participant: Hashable, Codable {
            let start: Int
            let end: Int
            let role: EventSide

            var span: Span { Span(start: start, end: end) }
        }

        let type: String?
        let trigger: Span
        let participants: [Participant]
    }

    let id: String
    let events: [Event]

    /// A text in which no event was read.
    init(id: String) {
        self.id = id
        events = []
    }

    /// What was read.
    init(_ read: TextReader.Events, id: String) {
        self.id = id
        events = read.events.map { event in
            Event(
                type: event.type?.rawValue, trigger: read.span(of: event.trigger),
                participants: event.participants.map { participant in
                    let span = read.span(of: participant.range)
                    let side: EventSide =
                        switch participant.role {
                        case .source: .source
                        case .target: .target
                        case .both: .both
                        }
                    return .init(start: span.start, end: span.end, role: side)
                })
        }
    }
}
