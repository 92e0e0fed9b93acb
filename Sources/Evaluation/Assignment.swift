// SPDX-License-Identifier: Apache-2.0

/// The best way to pair the rows of a table with its columns, each at most once (Kuhn and Munkres).
enum Assignment {
    /// The greatest sum of one value a row and column; rows may have different lengths only if all are empty.
    static func greatestSum(_ values: [[Double]]) -> Double {
        guard let width = values.first?.count, width > 0 else { return 0 }
        // The method wants at least as many columns as rows.
        let table = values.count <= width ? values : (0..<width).map { column in values.map { $0[column] } }
        let (rows, columns) = (table.count, table[0].count)
        var rowPrice = [Double](repeating: 0, count: rows + 1)
        var columnPrice = [Double](repeating: 0, count: columns + 1)
        // The row that each column is paired with, counted from 1; 0 for none. Column 0 holds the row being placed.
        var paired = [Int](repeating: 0, count: columns + 1)
        for row in 1...rows {
            paired[0] = row
            var column = 0
            var slack = [Double](repeating: .infinity, count: columns + 1)
            var before = [Int](repeating: 0, count: columns + 1)
            var isUsed = [Bool](repeating: false, count: columns + 1)
            while paired[column] != 0 {
                isUsed[column] = true
                let current = paired[column]
                var least = Double.infinity
                var next = 0
                for other in 1...columns where !isUsed[other] {
                    let cost = -table[current - 1][other - 1] - rowPrice[current] - columnPrice[other]
                    if cost < slack[other] { (slack[other], before[other]) = (cost, column) }
                    if slack[other] < least { (least, next) = (slack[other], other) }
                }
                for other in 0...columns {
                    if isUsed[other] {
                        rowPrice[paired[other]] += least
                        columnPrice[other] -= least
                    } else {
                        slack[other] -= least
                    }
                }
                column = next
            }
            while column != 0 {
                paired[column] = paired[before[column]]
                column = before[column]
            }
        }
        return (1...columns).filter { paired[$0] != 0 }.reduce(0) { $0 + table[paired[$1] - 1][$1 - 1] }
    }
}
