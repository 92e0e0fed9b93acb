// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Finds a headline, subtitle or caption that gives another value of a figure than the text does.
///
/// Values inside the text are not held against one another: they may count other times or other groups. Nor is a figure
/// that the text itself gives several values of.
struct FigureValues {
    let reading: Reading
    /// Words that join two things: what counts "grants and loans" is not held against what counts loans.
    let joining: WordList

    /// What rounding is taken for the same value, as a share: headlines round.
    private static let rounding = 0.05

    /// The conflicts in the order of the text.
    func conflicts() -> [Conflict] {
        let tellings = OutsideTellings<Figure>(reading) { entry in
            guard case .figure(let figure) = entry.content, figure.unit != "rank", figure.upper == nil else {
                return nil
            }
            return entry.evidence.first.map { (figure, $0) }
        }
        return tellings.conflicts(.value, isSame: isSame) { inner, outer in
            Set(inner.map(\.told.value)).count == 1
                && (excludes(inner[0].told, outer.told) || excludes(outer.told, inner[0].told))
        } reason: { inner, outer in
            "The text says \u{201C}\(inner.proof.quote)\u{201D}, but \u{201C}\(outer.proof.quote)\u{201D} stands outside it."
        }
    }

    /// Whether both count one thing, at one time, as far as they say.
    private func isSame(_ left: Figure, _ right: Figure) -> Bool {
        let names = (NameFolding.fold(left.indicator), NameFolding.fold(right.indicator))
        return left.unit == right.unit
            && (names.0 == names.1 || isPart(names.0, of: names.1) || isPart(names.1, of: names.0))
            && agree(left.scope, right.scope) && agree(left.asOf?.value, right.asOf?.value)
            && agree(left.saidBy, right.saidBy)
    }

    /// Whether `long` only says more of what `short` names: "bilateral trade" of "trade".
    private func isPart(_ short: String, of long: String) -> Bool {
        long.hasSuffix(" " + short)
            && !long.dropLast(short.count).split(separator: " ").contains { joining.contains(String($0)) }
    }

    private func agree<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool {
        left == nil || right == nil || left == right
    }

    /// Whether `left` cannot hold where `right` does.
    private func excludes(_ left: Figure, _ right: Figure) -> Bool {
        guard [.equal, .approximate].contains(right.relation) else { return false }
        let leeway = Self.rounding * max(abs(left.value), abs(right.value))
        switch left.relation {
        case .equal, .approximate: return abs(left.value - right.value) > leeway
        case .greater, .atLeast: return right.value < left.value - leeway
        case .less, .atMost: return right.value > left.value + leeway
        }
    }
}
