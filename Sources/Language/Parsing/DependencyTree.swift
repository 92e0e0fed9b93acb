// SPDX-License-Identifier: Apache-2.0

/// The names of arcs, as numbers.
///
/// A decorated name such as `acl||dobj` marks an arc that was lifted to make the tree projective: the true head lies
/// below the given one and has the second name.
package struct DependencyLabels: Sendable {
    private static let decoration = "||"

    package private(set) var names: [String]
    private var numbers: [String: Int]
    /// The number of the root's name.
    package let root: Int
    /// For decorated names, the plain name and that of the true head.
    private(set) var decorated: [Int: (plain: Int, ofHead: Int)] = [:]

    /// Begins with the name of roots.
    package init(root: String) {
        names = [root]
        numbers = [root: 0]
        self.root = 0
    }

    /// The number of `name`, which is new if it was not met before.
    package mutating func number(of name: String) -> Int {
        if let known = numbers[name] { return known }
        numbers[name] = names.count
        names.append(name)
        return names.count - 1
    }

    /// Finds out which of the names are decorated.
    package mutating func resolveDecorated() {
        for number in names.indices {
            let name = names[number]
            guard let mark = name.firstRange(of: Self.decoration) else { continue }
            decorated[number] = (
                plain: self.number(of: String(name[..<mark.lowerBound])),
                ofHead: self.number(of: String(name[mark.upperBound...]))
            )
        }
    }
}

/// The arcs of a document, with the sentences that follow from them.
package struct DependencyTree: Sendable {
    private static let mostPasses = 12

    /// The head of every token; a root is its own.
    package private(set) var heads: [Int]
    /// The number of every arc's label.
    package private(set) var labels: [Int]
    /// Whether a token begins a sentence.
    package private(set) var startsSentence: [Bool] = []
    private var leftEdges: [Int] = []
    private var rightEdges: [Int] = []

    /// Completes what the parser found: `heads` are negative for roots, labels may be decorated.
    package init(heads: [Int], labels: [Int], isSpace: [Bool], names: DependencyLabels) {
        self.heads = heads.indices.map { heads[$0] < 0 ? $0 : heads[$0] }
        self.labels = labels.indices.map { heads[$0] < 0 ? names.root : labels[$0] }
        findSentences()
        if reattachLifted(isSpace: isSpace, names: names) { findSentences() }
    }

    /// The sentences in order; they cover the document.
    package var sentences: [Range<Int>] {
        let starts = heads.indices.filter { $0 == 0 || startsSentence[$0] }
        return zip(starts, starts.dropFirst() + [heads.count]).map { $0..<$1 }
    }

    /// Finds the edges of every token's subtree, and from those of the roots the sentences.
    private mutating func findSentences() {
        leftEdges = Array(heads.indices)
        rightEdges = leftEdges
        var starts = [Bool](repeating: false, count: heads.count)
        // In a tree that is not projective a pass can leave an arc across sentences; the next pass starts from the
        // edges that this one has widened.
        for _ in 0..<Self.mostPasses {
            for child in heads.indices { widen(by: child) }
            for child in heads.indices.reversed() { widen(by: child) }
            starts = [Bool](repeating: false, count: heads.count)
            for token in heads.indices where heads[token] == token { starts[leftEdges[token]] = true }
            if headsStayInside(starts) { break }
        }
        startsSentence = starts
    }

    private mutating func widen(by child: Int) {
        let head = heads[child]
        leftEdges[head] = min(leftEdges[head], leftEdges[child])
        rightEdges[head] = max(rightEdges[head], rightEdges[child])
    }

    /// Whether every head lies in its token's sentence or is the first token of the next.
    private func headsStayInside(_ starts: [Bool]) -> Bool {
        var start = 0
        for end in heads.indices where (end > 0 && starts[end]) || end == heads.count - 1 {
            for token in start..<end where heads[token] < start || heads[token] > end { return false }
            start = end
        }
        return true
    }

    /// Gives tokens with a decorated label their true heads; whether there were any.
    private mutating func reattachLifted(isSpace: [Bool], names: DependencyLabels) -> Bool {
        var found = false
        for token in labels.indices {
            guard let (plain, ofHead) = names.decorated[labels[token]] else { continue }
            found = true
            heads[token] = trueHead(of: token, label: ofHead, isSpace: isSpace)
            labels[token] = plain
        }
        return found
    }

    /// The first token with the label, breadth first below the token's head; the head itself if there is none.
    private func trueHead(of token: Int, label: Int, isSpace: [Bool]) -> Int {
        var level = [heads[token]]
        while !level.isEmpty {
            var below: [Int] = []
            for head in level {
                for child in leftEdges[head]...rightEdges[head]
                where child != head && child != token && heads[child] == head && !isSpace[child] {
                    if labels[child] == label { return child }
                    below.append(child)
                }
            }
            level = below
        }
        return heads[token]
    }
}
