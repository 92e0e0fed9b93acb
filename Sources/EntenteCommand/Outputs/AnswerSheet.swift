// SPDX-License-Identifier: Apache-2.0

import Asking

/// An answer, set for reading.
struct AnswerSheet {
    let style: TextStyle
    let width: Int

    /// The answer with its proof, what others say, or what comes nearest.
    func lines(of answer: Answer) -> [String] {
        guard let proof = answer.proof else {
            let nearest = answer.nearest.isEmpty ? [] : [style.heading("Nearest")] + answer.nearest.flatMap(quoted)
            return [style.warning("not stated in the ledger")] + nearest
        }
        let others = answer.others.flatMap { [style.strong("  " + DisplayText.oneLine($0.value))] + quoted($0) }
        return [style.strong(DisplayText.oneLine(proof.value))] + quoted(proof)
            + (others.isEmpty ? [] : [style.heading("Also stated")] + others)
    }

    private func quoted(_ proof: Answer.Proof) -> [String] {
        let words = DisplayText.wrapped("“" + DisplayText.oneLine(proof.sentence) + "”", to: max(20, width - 4))
        let counts = "\(counted(proof.sources, "source")), \(counted(proof.origins, "origin"))"
        let place = "\(proof.kind) \(proof.id) · \(proof.source.label) · \(counts)"
        return words.map { "    " + $0 } + [style.faint("    " + DisplayText.oneLine(place))]
    }

    private func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
