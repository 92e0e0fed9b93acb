// SPDX-License-Identifier: Apache-2.0

/// Scores the events of one sentence by their types, and all who take part in them together.
struct TypedEventScore {
    /// The sentence's types.
    private(set) var type = Tally()
    /// Participants by their words.
    private(set) var participants = Tally()
    /// Participants whose role agrees too.
    private(set) var withRole = Tally()
    private(set) var faults: [EventFault] = []
    /// The types that the gold has.
    let wantedTypes: Set<String>
    private let readTypes: Set<String>

    /// Compares what was read in a sentence with its gold.
    init(gold: EventGold, prediction: EventPrediction) {
        wantedTypes = Set(gold.events.compactMap { $0.type?.uppercased() })
        readTypes = Set(prediction.events.compactMap { $0.type?.uppercased() })
        type = Tally(
            gold: wantedTypes.count, read: readTypes.count, right: wantedTypes.intersection(readTypes).count)
        let whole = Span(start: 0, end: gold.text.unicodeScalars.count)
        if !wantedTypes.isSubset(of: readTypes) {
            faults.append(
                EventFault(
                    capability: "type of event", fault: readTypes.isEmpty ? .missed : .different, span: whole,
                    detail: wantedTypes.sorted().joined(separator: ", ") + ", read "
                        + (readTypes.isEmpty ? "none" : readTypes.sorted().joined(separator: ", "))))
        }
        guard let marks = gold.spans, !marks.isEmpty else { return }
        let actors = marks.filter(\.isActor)
        var read: [EventPrediction.Event.Participant] = []
        for participant in prediction.events.flatMap(\.participants)
        where !read.contains(where: { $0.span == participant.span }) { read.append(participant) }
        let pairing = Pairing(alike: actors.map(\.span), read: read.map(\.span))
        let agreeing = pairing.pairs.filter { actors[$0.gold].agrees(with: read[$0.read].role) }
        participants = Tally(gold: actors.count, read: read.count, right: pairing.pairs.count)
        withRole = Tally(gold: actors.count, read: read.count, right: agreeing.count)
        let capability = "participants with role"
        for index in actors.indices where pairing.read(for: index) == nil {
            faults.append(
                EventFault(capability: capability, fault: .missed, span: actors[index].span, detail: actors[index].role)
            )
        }
        for pair in pairing.pairs where !agreeing.contains(where: { $0 == pair }) {
            faults.append(
                EventFault(
                    capability: capability, fault: .different, span: actors[pair.gold].span,
                    detail: "\(actors[pair.gold].role), read \(read[pair.read].role.rawValue)"))
        }
        for index in read.indices where pairing.gold(for: index) == nil {
            faults.append(
                EventFault(
                    capability: capability, fault: .unwanted, span: read[index].span, detail: read[index].role.rawValue)
            )
        }
    }

    /// The sentence's tally for one type.
    func tally(of type: String) -> Tally {
        Tally(
            gold: wantedTypes.contains(type) ? 1 : 0, read: readTypes.contains(type) ? 1 : 0,
            right: wantedTypes.contains(type) && readTypes.contains(type) ? 1 : 0)
    }
}

/// Scores every event of a running text, and the participants of each.
struct RunningEventScore {
    /// Events by the words that tell them.
    private(set) var trigger = Tally()
    /// Participants by their words.
    private(set) var participants = Tally()
    /// Participants whose role agrees too.
    private(set) var withRole = Tally()
    private(set) var faults: [EventFault] = []

    /// Compares what was read in a text with its gold.
    init(gold: EventGold, prediction: EventPrediction) {
        let pairing = Pairing(alike: gold.events.map(\.trigger), read: prediction.events.map(\.trigger))
        trigger = Tally(
            gold: gold.events.count, read: prediction.events.count, right: pairing.pairs.count)
        var tallies = (gold: 0, read: 0, found: 0, right: 0)
        for (index, event) in gold.events.enumerated() {
            let wanted = event.sides
            tallies.gold += wanted.count
            guard let number = pairing.read(for: index) else {
                faults.append(
                    EventFault(capability: "events", fault: .missed, span: event.trigger, detail: event.text ?? ""))
                continue
            }
            let read = prediction.events[number].participants
            let inside = Pairing(alike: wanted.map(\.span), read: read.map(\.span))
            let agreeing = inside.pairs.filter {
                read[$0.read].role == .both || wanted[$0.gold].side == read[$0.read].role
            }
            tallies.read += read.count
            tallies.found += inside.pairs.count
            tallies.right += agreeing.count
            note(event, wanted, read, inside, agreeing)
        }
        for index in prediction.events.indices where pairing.gold(for: index) == nil {
            tallies.read += prediction.events[index].participants.count
            faults.append(
                EventFault(capability: "events", fault: .unwanted, span: prediction.events[index].trigger, detail: ""))
        }
        participants = Tally(gold: tallies.gold, read: tallies.read, right: tallies.found)
        withRole = Tally(gold: tallies.gold, read: tallies.read, right: tallies.right)
    }

    private mutating func note(
        _ event: EventGold.Event, _ wanted: [EventGold.Event.Participant],
        _ read: [EventPrediction.Event.Participant], _ pairing: Pairing, _ agreeing: [(gold: Int, read: Int)]
    ) {
        let (capability, verb) = ("participants with role", event.text ?? "")
        for index in wanted.indices where pairing.read(for: index) == nil {
            faults.append(
                EventFault(
                    capability: capability, fault: .missed, span: wanted[index].span,
                    detail: "\(wanted[index].role ?? "") of \(verb)"))
        }
        for pair in pairing.pairs where !agreeing.contains(where: { $0 == pair }) {
            faults.append(
                EventFault(
                    capability: capability, fault: .different, span: wanted[pair.gold].span,
                    detail: "\(wanted[pair.gold].role ?? "") of \(verb), read \(read[pair.read].role.rawValue)"))
        }
        for index in read.indices where pairing.gold(for: index) == nil {
            faults.append(
                EventFault(
                    capability: capability, fault: .unwanted, span: read[index].span,
                    detail: "\(read[index].role.rawValue) of \(verb)"))
        }
    }
}
