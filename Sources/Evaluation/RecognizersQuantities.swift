// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Reading

/// The models of Recognizers-Text that find quantities; each marks its own sort and nothing else.
struct RecognizersQuantities {
    /// The model's name in the specifications.
    let model: String
    let text: ScalarText

    /// What the model would mark for an expression.
    func items(of expression: QuantityExpression) -> [ValuePrediction.Item] {
        switch model {
        case "NumberModel": numbers(expression)
        case "OrdinalModel": ordinal(expression)
        case "PercentModel":
            expression.kind == .percent ? [item(expression.measure, TimeNotation.count(expression.value))] : []
        case "NumberRangeModel": range(expression).map { [item(expression.phrase, $0)] } ?? []
        case "CurrencyModel": measure(expression, of: [.money])
        case "AgeModel": measure(expression, of: [.age])
        case "TemperatureModel": measure(expression, of: [.temperature])
        default: measure(expression, of: Self.dimensions)
        }
    }

    private static let dimensions: Set<QuantityExpression.Kind> = [
        .length, .area, .volume, .weight, .speed, .information, .angle, .energy,
    ]

    private func item(_ range: TextRange, _ value: String, unit: String? = nil) -> ValuePrediction.Item {
        .init(Span(start: range.start.scalar, end: range.end.scalar), value: value, unit: unit)
    }

    private func measure(
        _ expression: QuantityExpression, of kinds: Set<QuantityExpression.Kind>
    ) -> [ValuePrediction.Item] {
        guard kinds.contains(expression.kind) else { return [] }
        return [item(expression.measure, TimeNotation.count(expression.value), unit: expression.unitName)]
    }

    /// Bare numbers, both bounds of a range apart.
    private func numbers(_ expression: QuantityExpression) -> [ValuePrediction.Item] {
        if expression.kind == .ordinal || expression.kind == .rank && expression.superlative != nil { return [] }
        if isGluedToUnit(expression) { return [] }
        guard let upper = expression.upper, expression.bounds.count == 2 else {
            return [item(expression.range, TimeNotation.count(expression.value))]
        }
        return zip(expression.bounds, [expression.value, upper]).map { item($0, TimeNotation.count($1)) }
    }

    /// Whether a unit's letters follow the digits at once, as in `5kg`: no number of its own then.
    private func isGluedToUnit(_ expression: QuantityExpression) -> Bool {
        guard expression.unit != nil, expression.kind != .money, expression.kind != .percent,
            expression.range.end < expression.measure.end
        else { return false }
        let end = expression.range.end.scalar
        return text.words(Span(start: end, end: end + 1)).first?.isLetter == true
    }

    private func ordinal(_ expression: QuantityExpression) -> [ValuePrediction.Item] {
        switch expression.kind {
        case .place:
            guard let origin = expression.origin else { return [] }
            let offset = Int(expression.value)
            return [item(expression.range, origin.rawValue + (offset < 0 ? "" : "+") + "\(offset)")]
        case .rank where expression.superlative == nil || expression.range.end >= expression.measure.end: return []
        case .ordinal, .rank: return [item(expression.range, TimeNotation.count(expression.value))]
        default: return []
        }
    }

    /// Mathematical notation: `[20,35)` from 20 up to, not including, 35.
    private func range(_ expression: QuantityExpression) -> String? {
        let value = TimeNotation.count(expression.value)
        if let upper = expression.upper {
            let opening = expression.includesBounds.first == true ? "[" : "("
            return opening + value + "," + TimeNotation.count(upper) + (endsInclusively(expression) ? "]" : ")")
        }
        switch expression.relation {
        case .greater: return "(\(value),)"
        case .atLeast: return "[\(value),)"
        case .less: return "(,\(value))"
        case .atMost: return "(,\(value)]"
        default: return begins(expression, with: ["equal"]) ? "[\(value),\(value)]" : nil
        }
    }

    /// The specifications take `between 20 and 35`, `from 20 to 35` and a bare `20 to 35` for open at the end.
    private func endsInclusively(_ expression: QuantityExpression) -> Bool {
        expression.includesBounds.last == true && expression.phrase.start != expression.range.start
            && !begins(expression, with: ["between", "from"])
    }

    private func begins(_ expression: QuantityExpression, with openings: [String]) -> Bool {
        let span = Span(start: expression.phrase.start.scalar, end: expression.phrase.end.scalar)
        let words = text.words(span).lowercased()
        return openings.contains { words.hasPrefix($0) }
    }
}
