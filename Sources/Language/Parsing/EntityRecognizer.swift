// SPDX-License-Identifier: Apache-2.0

/// The greedy entity recognizer, which has a token encoder of its own.
struct EntityRecognizer: Sendable {
    private enum Action: Int {
        case missing, begin, inside, last, unit, outside
    }

    private static let slots = 3

    let encoder: TokenEncoder
    let model: TransitionModel
    private let actions: [Action]
    private let labels: [String]
    /// The moves of each action, which follow one another; those without a label, but for `outside`, are left out.
    private let moves: [Range<Int>]
    /// For each move, those that continue and end an entity of its label.
    private let continuing: [(inside: Int?, last: Int?)]

    /// Reads the recognizer from `folder`; `vectors` are the model's word vectors, if it has any.
    init(_ folder: ModelFolder, vectors: WordVectors?, build: NetworkBuild) throws(ModelError) {
        try TransitionSettings.check(folder, "ner/cfg")
        let moves = try MovesFile.moves(folder, "ner/moves")
        let file = try NetworkFile(folder, "ner/model")
        encoder = try TokenEncoder(file, vectors: vectors, build: build)
        model = try TransitionModel(
            file, width: encoder.width, slots: Self.slots, classes: moves.count, build: build)
        actions = moves.compactMap { Action(rawValue: $0.action) }
        labels = moves.map(\.label)
        guard actions.count == moves.count else {
            throw .malformed(path: "ner/moves", reason: "an action is unknown")
        }
        self.moves = (0...Action.outside.rawValue).map { action in
            let numbers = moves.indices.filter {
                moves[$0].action == action && (!moves[$0].label.isEmpty || action == Action.outside.rawValue)
            }
            return (numbers.first ?? 0)..<((numbers.last ?? -1) + 1)
        }
        continuing = moves.map { move in
            func number(_ action: Action) -> Int? {
                moves.firstIndex { $0.action == action.rawValue && $0.label == move.label }
            }
            return (number(.inside), number(.last))
        }
    }

    /// Finds the entities of the document whose tokens stand in `rows` of the scorer.
    func entities(
        rows: Range<Int>, isSpace: [Bool], startsSentence: [Bool], scorer: inout TransitionScorer
    ) -> [EntitySpan] {
        var entities: [EntitySpan] = []
        var open: (start: Int, move: Int)?
        for token in 0..<rows.count {
            let row = Int32(rows.lowerBound + token)
            var context = SIMD8<Int32>(repeating: -1)
            context[0] = row
            if let open {
                context[1] = Int32(rows.lowerBound + open.start)
                context[2] = row - 1
            }
            scorer.score(context)
            let canGoOn = token + 1 < rows.count && !startsSentence[token + 1]
            guard let best = best(scorer, open: open?.move, canGoOn: canGoOn, isSpace: isSpace[token])
            else { continue }
            switch actions[best] {
            case .begin: open = (token, best)
            case .unit: entities.append(EntitySpan(tokens: token..<token + 1, label: labels[best]))
            case .last:
                if let (start, move) = open {
                    entities.append(EntitySpan(tokens: start..<token + 1, label: labels[move]))
                }
                open = nil
            case .inside, .outside, .missing: break
            }
        }
        return entities
    }

    /// The valid move with the highest score, the first of them on a tie; `open` began the entity that is open.
    private func best(_ scorer: TransitionScorer, open: Int?, canGoOn: Bool, isSpace: Bool) -> Int? {
        if let open {
            let (inside, last) = continuing[open]
            guard canGoOn, let inside else { return last }
            guard let last else { return inside }
            return scorer[inside] > scorer[last] || (scorer[inside] == scorer[last] && inside < last) ? inside : last
        }
        var best: (move: Int, score: Float)?
        func consider(_ action: Action) {
            let range = moves[action.rawValue]
            guard !range.isEmpty else { return }
            let candidate = scorer.best(in: range)
            if candidate.score > best?.score ?? -.infinity || best == nil { best = candidate }
        }
        if !isSpace {
            if canGoOn { consider(.begin) }
            consider(.unit)
        }
        consider(.outside)
        return best?.move
    }
}
