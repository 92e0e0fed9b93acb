// SPDX-License-Identifier: Apache-2.0

/// A run of text in one block element: what a reader sees as one paragraph, line or cell.
package struct Run: Hashable, Sendable {
    /// The index of the first text node.
    package var start: Int
    /// The index after the last text node.
    package var end: Int
    /// The block element that holds it.
    package var block: Int
    /// The innermost element, inline ones too, that holds all of it.
    package var holder: Int
    /// The text, white space folded.
    package var text: String
    /// Unicode scalars of the text.
    package var length: Int
    /// Unicode scalars inside links.
    package var linkLength: Int
    /// Unicode scalars inside bold or emphasised elements.
    package var boldLength: Int

    /// The share of the text that is inside links, 0 to 1.
    package var linkDensity: Double { length == 0 ? 0 : min(1, Double(linkLength) / Double(length)) }

    /// Whether the run is short and holds no number, so that it may say what follows it.
    func isLabel(atMost limit: Int) -> Bool { length <= limit && !text.utf8.contains { (0x30...0x39).contains($0) } }

    /// How much the run speaks for an article here: its length, if it reads as a paragraph.
    package var weight: Int { text.utf8.count >= 60 && linkDensity < 0.4 ? length - linkLength : 0 }
}

/// All runs of a page in document order, with the sums that questions about elements need.
package struct PageRuns: Sendable {
    /// The runs.
    package let runs: [Run]
    private let weights: [Int]
    private let lengths: [Int]
    private let linkLengths: [Int]

    /// Sums over all runs that `isCounted` lets through.
    init(_ runs: [Run], isCounted: (Run) -> Bool = { _ in true }) {
        self.runs = runs
        var weights = [0]
        var lengths = [0]
        var links = [0]
        for (index, run) in runs.enumerated() {
            let counted = isCounted(run)
            weights.append(weights[index] + (counted ? run.weight : 0))
            lengths.append(lengths[index] + (counted ? run.length : 0))
            links.append(links[index] + (counted ? run.linkLength : 0))
        }
        self.weights = weights
        self.lengths = lengths
        linkLengths = links
    }

    /// The runs that begin inside the node at `index`.
    package func range(in index: Int, of tree: HTMLTree) -> Range<Int> {
        firstRun(at: index)..<firstRun(at: tree.nodes[index].end)
    }

    /// The runs from the one at `first` on that begin before the node at `end`.
    func range(from first: Int, to end: Int) -> Range<Int> { first..<firstRun(at: end) }

    /// The sum of the runs' weights.
    package func weight(_ range: Range<Int>) -> Int { weights[range.upperBound] - weights[range.lowerBound] }
    /// The sum of the runs' lengths.
    package func length(_ range: Range<Int>) -> Int { lengths[range.upperBound] - lengths[range.lowerBound] }
    /// The sum of the runs' text outside links.
    package func unlinkedLength(_ range: Range<Int>) -> Int {
        length(range) - (linkLengths[range.upperBound] - linkLengths[range.lowerBound])
    }
    /// The share of the runs' text that is inside links.
    package func linkDensity(_ range: Range<Int>) -> Double {
        let length = length(range)
        return length == 0 ? 0 : Double(linkLengths[range.upperBound] - linkLengths[range.lowerBound]) / Double(length)
    }

    private func firstRun(at node: Int) -> Int {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].start < node { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
