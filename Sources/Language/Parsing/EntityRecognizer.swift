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

    /// Reads the recognizer from `folder`; `vectors` are the model's word vectors, if it has any.
    init(_ folder: ModelFolder, vectors: Tensor?) throws(ModelError) {
        try TransitionSettings.check(folder, "ner/cfg")
        let moves = try MovesFile.moves(folder, "ner/moves")
        let file = try NetworkFile(folder, "ner/model")
        encoder = try TokenEncoder(file, vectors: vectors)
        model = try TransitionModel(file, width: encoder.width, slots: Self.slots, classes: moves.count)
        actions = moves.compactMap { Action(rawValue: $0.action) }
        labels = moves.map(\.label)
        guard actions.count == moves.count else {
            throw .malformed(path: "ner/moves", reason: "an action is unknown")
        }
    }

    /// Finds the entities of the document whose tokens stand in `rows` of the scorer.
    func entities(
        rows: Range<Int>, isSpace: [Bool], startsSentence: [Bool], scorer: inout TransitionScorer
    ) -> [EntitySpan] {
        var entities: [EntitySpan] = []
        var open: (start: Int, label: String)?
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
            guard
                let best = best(
                    scorer.scores, openLabel: open?.label, canGoOn: canGoOn, isSpace: isSpace[token])
            else { continue }
            switch actions[best] {
            case .begin: open = (token, labels[best])
            case .unit: entities.append(EntitySpan(tokens: token..<token + 1, label: labels[best]))
            case .last:
                if let (start, label) = open {
                    entities.append(EntitySpan(tokens: start..<token + 1, label: label))
                }
                open = nil
            case .inside, .outside, .missing: break
            }
        }
        return entities
    }

    /// The valid class with the highest score, the first of them on a tie.
    private func best(_ scores: [Float], openLabel: String?, canGoOn: Bool, isSpace: Bool) -> Int? {
        var best: Int?
        var highest = -Float.infinity
        for number in actions.indices where scores[number] > highest || best == nil {
            let isValid =
                switch actions[number] {
                case .begin: openLabel == nil && canGoOn && !isSpace && !labels[number].isEmpty
                case .inside: canGoOn && openLabel == labels[number]
                case .last: openLabel == labels[number]
                case .unit: openLabel == nil && !isSpace && !labels[number].isEmpty
                case .outside: openLabel == nil
                case .missing: false
                }
            if isValid {
                highest = scores[number]
                best = number
            }
        }
        return best
    }
}
