// SPDX-License-Identifier: Apache-2.0

import Language
import Testing

@Suite("Dependency trees")
struct DependencyTreeTests {
    /// A tree from heads (negative for roots) and label names.
    private func tree(
        heads: [Int], labels: [String]? = nil, spaces: Set<Int> = []
    ) -> (tree: DependencyTree, names: [String]) {
        var names = DependencyLabels(root: "ROOT")
        let numbers = (labels ?? heads.map { _ in "dep" }).map { names.number(of: $0) }
        names.resolveDecorated()
        let tree = DependencyTree(
            heads: heads, labels: numbers, isSpace: heads.indices.map(spaces.contains), names: names)
        return (tree, tree.labels.map { names.names[$0] })
    }

    @Test("no tokens, no sentences; one token is a root")
    func smallest() {
        #expect(tree(heads: []).tree.sentences.isEmpty)
        let (single, labels) = tree(heads: [-1])
        #expect(single.heads == [0])
        #expect(labels == ["ROOT"])
        #expect(single.sentences == [0..<1])
    }

    @Test("sentences begin at the left edge of each root's subtree")
    func leftEdges() {
        // 0 ← 1 root; 2 ← 4, 3 ← 4 root
        #expect(tree(heads: [1, -1, 4, 4, -1]).tree.sentences == [0..<2, 2..<5])
        // The second root's subtree reaches back over the first sentence's last token.
        #expect(tree(heads: [-1, 0, 3, -1]).tree.sentences == [0..<2, 2..<4])
    }

    @Test("arcs that cross widen the edges until every head lies in its sentence")
    func crossing() {
        // 1 hangs on 3 in a tree whose root is 3, while 0 is a root whose child 2 lies beyond 1.
        let crossed = tree(heads: [-1, 3, 0, -1]).tree
        #expect(crossed.startsSentence == [true, true, false, false])
        // A head that is the first token of the next sentence passes the check.
        let next = tree(heads: [-1, 2, -1]).tree
        #expect(next.startsSentence == [true, true, false])
    }

    @Test("a lifted arc goes back to the first token below the head with the label, breadth first")
    func lifted() {
        // 2 root has children 1 (nsubj) and 3 (dobj); 0 was lifted from below a dobj.
        let (found, labels) = tree(heads: [2, 2, -1, 2, 3], labels: ["prep||dobj", "nsubj", "", "dobj", "dobj"])
        #expect(found.heads == [3, 2, 2, 2, 3])
        #expect(labels == ["prep", "nsubj", "ROOT", "dobj", "dobj"])
    }

    @Test("a lifted arc stays where no token has the label, and white space does not count")
    func notFound() {
        let (stays, labels) = tree(heads: [1, -1, 1], labels: ["acl||pobj", "", "dobj"])
        #expect(stays.heads == [1, 1, 1])
        #expect(labels[0] == "acl")
        let (skipped, _) = tree(heads: [1, -1, 1, 1], labels: ["acl||dobj", "", "dobj", "dobj"], spaces: [2])
        #expect(skipped.heads[0] == 3)
    }

    @Test("a lifted arc is not hung below itself")
    func itself() {
        let (found, _) = tree(heads: [1, -1, 0], labels: ["acl||dobj", "", "dobj"])
        #expect(found.heads == [1, 1, 0])
    }
}
