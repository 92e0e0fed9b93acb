// SPDX-License-Identifier: Apache-2.0

/// The greedy dependency parser.
struct DependencyParser: Sendable {
    private enum Action: Int {
        case shift, reduce, left, right, breakSentence
    }

    private static let slots = 8
    private static let rootLabel = "ROOT"

    let model: TransitionModel
    /// The classes of each action, which follow one another.
    private let classes: [Range<Int>]
    /// The label of each class, as a number into `labels`.
    private let labelOfClass: [Int]
    let labels: DependencyLabels

    /// Reads the parser from `folder`; `width` is that of an encoded token.
    init(_ folder: ModelFolder, width: Int, build: NetworkBuild) throws(ModelError) {
        try TransitionSettings.check(folder, "parser/cfg")
        let moves = try MovesFile.moves(folder, "parser/moves")
        var labels = DependencyLabels(root: Self.rootLabel)
        labelOfClass = moves.map { labels.number(of: $0.label) }
        labels.resolveDecorated()
        var classes: [Range<Int>] = []
        for action in 0...Action.breakSentence.rawValue {
            let numbers = moves.indices.filter { moves[$0].action == action }
            classes.append((numbers.first ?? 0)..<((numbers.last ?? -1) + 1))
        }
        guard moves.allSatisfy({ Action(rawValue: $0.action) != nil }) else {
            throw .malformed(path: "parser/moves", reason: "an action is unknown")
        }
        self.labels = labels
        self.classes = classes
        model = try TransitionModel(
            NetworkFile(folder, "parser/model"), width: width, slots: Self.slots, classes: moves.count,
            build: build)
    }

    /// Parses the document whose tokens stand in `rows` of the scorer.
    func parse(rows: Range<Int>, isSpace: [Bool], scorer: inout TransitionScorer) -> DependencyTree {
        var state = ParserState(count: rows.count)
        let offset = Int32(rows.lowerBound)
        while !state.isFinal {
            var context = state.context
            context.replace(with: context &+ offset, where: context .>= 0)
            scorer.score(context)
            guard let best = best(state, scorer) else { break }
            apply(best, to: &state)
        }
        return DependencyTree(
            heads: state.heads.map(Int.init), labels: state.labels.map { labelOfClass[$0] }, isSpace: isSpace,
            names: labels)
    }

    /// The valid class with the highest score, the first of them on a tie.
    private func best(_ state: ParserState, _ scorer: TransitionScorer) -> Int? {
        var best: (move: Int, score: Float)?
        func consider(_ action: Action) {
            let range = classes[action.rawValue]
            guard !range.isEmpty else { return }
            let candidate = scorer.best(in: range)
            if candidate.score > best?.score ?? -.infinity || best == nil { best = candidate }
        }
        if state.canShift { consider(.shift) }
        if state.canReduce { consider(.reduce) }
        if state.canConnect {
            consider(.left)
            consider(.right)
        }
        if state.canBreak { consider(.breakSentence) }
        return best?.move
    }

    private func apply(_ number: Int, to state: inout ParserState) {
        if classes[Action.shift.rawValue].contains(number) {
            state.shift()
        } else if classes[Action.reduce.rawValue].contains(number) {
            state.reduce()
        } else if classes[Action.left.rawValue].contains(number) {
            state.connectLeft(label: number)
        } else if classes[Action.right.rawValue].contains(number) {
            state.connectRight(label: number)
        } else {
            state.breakSentence()
        }
    }
}
