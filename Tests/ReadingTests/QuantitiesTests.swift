// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Reading
import TestNumbers
import Testing

/// The only quantity of a marked sentence, whose measure should be what is marked.
private func only(_ marks: String) throws -> QuantityExpression {
    let marked = MarkedText(marks)
    let found = try QuantityGrammar().expressions(in: marked.text)
    #expect(found.map { marked.text.text(at: $0.measure) } == marked.marked, "\(marks)")
    return try #require(found.first, "\(marks)")
}

@Suite("Numbers in a text")
struct QuantitiesNumberTests {
    @Test(
        "a number in digits or words",
        arguments: [
            ("Some call it [14,000] homes.", 14_000), ("It holds [1,234,567] books.", 1_234_567),
            ("It holds [fourteen thousand] books.", 14_000), ("It holds [a hundred] books.", 100),
            ("It holds [half a million] books.", 500_000), ("It holds [1.5 billion] books.", 1.5e9),
            ("It holds [two hundred and five] books.", 205), ("It holds [twenty-one] books.", 21),
            ("It holds [two dozen] books.", 24), ("It holds [three quarters of a million] books.", 750_000),
            ("It holds [2.5 million] books.", 2.5e6), ("It holds [10k] books.", 10_000),
            ("It holds [40 000] books.", 40_000), ("It grew by [two-thirds].", 2.0 / 3),
            ("It grew by [3/4].", 0.75), ("It grew by [one and a half].", 1.5),
            ("It reached [one in five] homes.", 0.2), ("The index fell to [-5].", -5),
            ("The index fell to [minus five].", -5), ("It holds [3 lakh] books.", 300_000),
        ] as [(String, Double)])
    func numbers(_ marks: String, _ value: Double) throws {
        let found = try only(marks)
        #expect(abs(found.value - value) < 1e-9 * max(1, abs(value)))
        #expect(found.kind == .cardinal)
        #expect(found.unit == nil)
    }

    @Test(
        "names that hold digits, pronouns and addresses are no numbers",
        arguments: [
            "The G20 met.", "COVID-19 spread.", "The one that left.", "No one came.", "Type A350 flew.",
            "A few hundred came.", "Several hundred thousand came.", "\n2. The council met.", "It has 5G.",
            "A second-hand ship.",
            "See https://example.org/a/2020/33?x=5%20 for more.",
        ])
    func none(_ text: String) throws {
        #expect(try QuantityGrammar().expressions(in: text).map { text.text(at: $0.range) } == [], "\(text)")
    }

    @Test(
        "ordinals and ranks",
        arguments: [
            ("It is the [third] visit.", 3, QuantityExpression.Kind.ordinal, nil),
            ("It is the [21st] visit.", 21, .ordinal, nil),
            ("It is the [twenty-fifth] visit.", 25, .ordinal, nil),
            ("It is the [third-largest] partner.", 3, .rank, "largest"),
            ("It is the [second busiest] port.", 2, .rank, "busiest"),
            ("It is the [No. 1] investor.", 1, .rank, nil),
            ("It is the [largest] port.", 1, .rank, "largest"),
        ] as [(String, Double, QuantityExpression.Kind, String?)])
    func ranks(_ marks: String, _ value: Double, _ kind: QuantityExpression.Kind, _ superlative: String?) throws {
        let found = try only(marks)
        #expect(found.value == value)
        #expect(found.kind == kind)
        #expect(found.superlative.flatMap { MarkedText(marks).text.text(at: $0) } == superlative)
    }

    @Test("one of the largest is no rank")
    func oneOfMany() throws {
        let found = try QuantityGrammar().expressions(in: "It is one of the largest ports.")
        #expect(!found.contains { $0.kind == .rank })
    }

    @Test("relative places are found only on demand")
    func places() throws {
        let grammar = try QuantityGrammar()
        #expect(grammar.expressions(in: "Show the last but one.").isEmpty)
        let found = try #require(grammar.expressions(in: "Show the last but one.", relativePlaces: true).first)
        #expect(found.kind == .place)
        #expect(found.origin == .end)
        #expect(found.value == -1)
    }
}

@Suite("Numbers with units in a text")
struct QuantitiesUnitTests {
    @Test(
        "money carries its ISO 4217 code",
        arguments: [
            ("A fund of [US$150 billion] opened.", 150e9, "USD", false), ("A fund of [$5m] opened.", 5e6, "USD", true),
            ("A fund of [S$2 million] opened.", 2e6, "SGD", false), ("A fund of [€5m] opened.", 5e6, "EUR", false),
            ("A fund of [150 billion dollars] opened.", 150e9, "USD", true),
            ("A fund of [10,000 won] opened.", 10_000, "KRW", true),
            ("A fund of [VND 3 trillion] opened.", 3e12, "VND", false),
            ("A fund of [20 million Swiss francs] opened.", 20e6, "CHF", false),
            ("A fund of [35 lakh rupees] opened.", 3.5e6, "INR", true),
            ("A fee of [3 dollars 50 cents] is due.", 3.5, "USD", true),
            ("A fee of [USD200] is due.", 200, "USD", false),
            ("They signed a [$300 million] contract.", 300e6, "USD", true),
        ] as [(String, Double, String, Bool)])
    func money(_ marks: String, _ value: Double, _ code: String, _ assumed: Bool) throws {
        let found = try only(marks)
        #expect(found.kind == .money)
        #expect(found.value == value)
        #expect(found.unit == code)
        #expect(found.unitIsAssumed == assumed)
    }

    @Test(
        "shares and measures",
        arguments: [
            ("It rose [15 per cent].", 15, QuantityExpression.Kind.percent, "%"), ("It rose [20%].", 20, .percent, "%"),
            ("It rose [2.5 percentage points].", 2.5, .percent, "pp"), ("It lies [17 km] away.", 17, .length, "km"),
            ("It is [190 km2] wide.", 190, .area, "km²"), ("It is [660 square meters] wide.", 660, .area, "m²"),
            ("It holds [75ml] of oil.", 75, .volume, "ml"),
            ("It moved [34,500 metric tons] of ore.", 34_500, .weight, "t"),
            ("It runs at [75 miles per hour].", 75, .speed, "mi/h"),
            ("It is [20 degrees Celsius].", 20, .temperature, "°C"),
            ("He is [5 feet 6 inches] tall.", 5.5, .length, "ft"), ("It is [12 ft 6 in] long.", 12.5, .length, "ft"),
            ("The pact is [ten years old].", 10, .age, "a"), ("A [six-mile] road.", 6, .length, "mi"),
            ("It handles [2 million TEU].", 2e6, .volume, "TEU"), ("It yields [500 megawatts].", 500, .energy, "MW"),
            ("It has a weight of [25 pounds].", 25, .weight, "lb"), ("Rotate it by [90 degrees].", 90, .angle, "°"),
        ] as [(String, Double, QuantityExpression.Kind, String)])
    func measures(_ marks: String, _ value: Double, _ kind: QuantityExpression.Kind, _ unit: String) throws {
        let found = try only(marks)
        #expect(found.value == value)
        #expect(found.kind == kind)
        #expect(found.unit == unit)
    }

    @Test("the number, the measure and the phrase keep ranges of their own")
    func ranges() throws {
        let text = "It cost about US$150 billion or so."
        let found = try #require(QuantityGrammar().expressions(in: text).first)
        #expect(text.text(at: found.range) == "150 billion")
        #expect(text.text(at: found.measure) == "US$150 billion")
        #expect(text.text(at: found.phrase) == "about US$150 billion or so")
        #expect(found.magnitude == 1e9)
    }
}

@Suite("How exact a number is")
struct QuantitiesRelationTests {
    @Test(
        "the words around a number say how the true one relates to it",
        arguments: [
            ("About 14,000 came.", Figure.Comparison.approximate), ("Some 14,000 came.", .approximate),
            ("Nearly 14,000 came.", .approximate), ("Over 14,000 came.", .greater),
            ("More than 14,000 came.", .greater),
            ("At least 14,000 came.", .atLeast), ("Up to 14,000 came.", .atMost),
            ("No more than 14,000 came.", .atMost),
            ("Fewer than 14,000 came.", .less), ("As many as 14,000 came.", .atMost), ("14,000-plus came.", .atLeast),
            ("14,000 or so came.", .approximate), ("14,000 or more came.", .atLeast), ("14,000 came.", .equal),
            ("More than 14,000 or equal to that.", .atLeast), ("Less than or equal to 14,000.", .atMost),
        ] as [(String, Figure.Comparison)])
    func relations(_ text: String, _ relation: Figure.Comparison) throws {
        let found = try #require(QuantityGrammar().expressions(in: text).first, "\(text)")
        #expect(found.value == 14_000)
        #expect(found.relation == relation, "\(text)")
    }

    @Test(
        "a range has two bounds",
        arguments: [
            ("It takes [5 to 10] days.", 5, 10, nil), ("It takes [5-10] days.", 5, 10, nil),
            ("It grew between [5 and 10 percent].", 5, 10, "%"), ("It costs [$5-10 million].", 5e6, 10e6, "USD"),
            ("It costs [5 to 10 million won].", 5e6, 10e6, "KRW"), ("It holds [three to six feet].", 3, 6, "ft"),
            ("It rose [five or six feet].", 5, 6, "ft"),
        ] as [(String, Double, Double, String?)])
    func bounds(_ marks: String, _ lower: Double, _ upper: Double, _ unit: String?) throws {
        let found = try only(marks)
        #expect(found.value == lower)
        #expect(found.upper == upper)
        #expect(found.unit == unit)
        #expect(found.bounds.count == 2)
    }

    @Test("two bounds with words of their own shut a range in")
    func pair() throws {
        let text = "It must be more than 20 and at most 35 degrees."
        let found = try #require(QuantityGrammar().expressions(in: text).first)
        #expect(found.value == 20)
        #expect(found.upper == 35)
        #expect(found.includesBounds == [false, true])
        #expect(text.text(at: found.phrase) == "more than 20 and at most 35 degrees")
    }

    @Test("years, scores and telephone numbers are no ranges", arguments: ["2020-2024", "+82-51-888", "3-1"])
    func noRanges(_ text: String) throws {
        #expect(try QuantityGrammar().expressions(in: text).allSatisfy { $0.upper == nil })
    }
}

@Suite("What holds of quantities in any text")
struct QuantitiesPropertyTests {
    private static let words = [
        "one", "two", "twenty", "hundred", "million", "and", "a", "half", "third", "thirds", "of", "about", "over",
        "more than", "between", "to", "$", "US$", "€", "won", "dollars", "percent", "km", "km2", "m", "bn", "or more",
        "plus", "no.", "largest", "-", "minus", "point", "five", "1,000", "1.5", "e10", "^", "½", "만", "triệu",
    ]

    @Test("ranges quote the text, keep order and do not overlap", arguments: 0..<40)
    func ranges(seed: UInt64) throws {
        let grammar = try QuantityGrammar()
        var random = SeededNumbers(seed: seed)
        for _ in 0..<40 {
            let text = random.text(of: Self.words, pieces: 30)
            let found = grammar.expressions(in: text)
            var end = TextPosition.zero
            for expression in found {
                let quote = try #require(text.text(at: expression.range))
                let scalars = Array(text.unicodeScalars)[expression.range.scalars]
                #expect(quote.unicodeScalars.elementsEqual(scalars))
                #expect(expression.measure.contains(expression.range))
                #expect(expression.phrase.contains(expression.measure))
                #expect(end <= expression.measure.start)
                if let upper = expression.upper { #expect(expression.value < upper) }
                end = expression.measure.end
            }
            #expect(found == grammar.expressions(in: text))
        }
    }
}
