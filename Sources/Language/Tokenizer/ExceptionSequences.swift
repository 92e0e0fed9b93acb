// SPDX-License-Identifier: Apache-2.0

/// Finds, in a document's tokens, the sequences that exceptions are split into when they are not met as a chunk.
///
/// Words that occur in such sequences have numbers, so that a document is searched without comparing texts.
struct ExceptionSequences: Sendable {
    private var words: [Spelling: Int] = [:]
    /// From a node and a word to the next node; node 0 is the root.
    private var edges: [Edge: Int] = [:]
    /// Whether a sequence ends at the node.
    private var isEnd = [false]

    private struct Edge: Hashable {
        var node: Int
        var word: Int
    }

    /// Adds a sequence of token texts.
    mutating func insert(_ texts: [String]) {
        guard !texts.isEmpty else { return }
        var node = 0
        for text in texts {
            let word = words[Spelling(text)] ?? words.count
            words[Spelling(text)] = word
            let edge = Edge(node: node, word: word)
            if let next = edges[edge] {
                node = next
            } else {
                node = isEnd.count
                edges[edge] = node
                isEnd.append(false)
            }
        }
        isEnd[node] = true
    }

    /// The number of a token's text, if it occurs in a sequence.
    func word(_ text: String) -> Int? { words[Spelling(text)] }

    /// The places in `document` to try exceptions at, in order and without overlap.
    ///
    /// Of the sequences found the longest, and of equally long ones the first, come first. One that is passed
    /// over still blocks its tokens as ends of others, as in the original.
    func places(in document: [Int?]) -> [Range<Int>] {
        var candidates = candidates(in: document)
        guard !candidates.isEmpty else { return [] }
        candidates.sort { $0.count != $1.count ? $0.count > $1.count : $0.lowerBound < $1.lowerBound }
        var isCovered = Array(repeating: false, count: document.count)
        var places: [Range<Int>] = []
        for candidate in candidates {
            if !isCovered[candidate.lowerBound], !isCovered[candidate.upperBound - 1] { places.append(candidate) }
            for index in candidate { isCovered[index] = true }
        }
        return places.sorted { $0.lowerBound < $1.lowerBound }
    }

    private func candidates(in document: [Int?]) -> [Range<Int>] {
        var candidates: [Range<Int>] = []
        for start in document.indices where document[start] != nil {
            var node = 0
            var end = start
            while end < document.count, let word = document[end], let next = edges[Edge(node: node, word: word)] {
                node = next
                end += 1
                if isEnd[node] { candidates.append(start..<end) }
            }
        }
        return candidates
    }
}
