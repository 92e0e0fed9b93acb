// SPDX-License-Identifier: Apache-2.0

/// Numbers that begin at a multiple of 64 bytes in memory, as the kernels like them.
struct FloatBuffer: Sendable {
    private typealias Line = SIMD16<Float>
    private var lines: [Line]
    /// How many numbers there are.
    private(set) var count: Int

    /// Makes `count` noughts.
    init(count: Int = 0) {
        self.count = count
        lines = [Line](repeating: .zero, count: Self.lineCount(count))
    }

    /// Copies `numbers`.
    init(_ numbers: [Float]) {
        self.init(count: numbers.count)
        numbers.withUnsafeBytes { numbers in lines.withUnsafeMutableBytes { $0.copyMemory(from: numbers) } }
    }

    /// Makes room for `count` numbers where there is less, filled with noughts; `most` is what it may grow to later,
    /// which is set aside but not touched.
    mutating func grow(to count: Int, most: Int = 0) {
        guard count > self.count else { return }
        if most > self.count { lines.reserveCapacity(Self.lineCount(most)) }
        lines.append(contentsOf: repeatElement(.zero, count: Self.lineCount(count) - lines.count))
        self.count = count
    }

    /// Lends the numbers.
    @inline(__always)
    func withUnsafePointer<Result>(_ body: (UnsafePointer<Float>) -> Result) -> Result {
        lines.withUnsafeBytes { bytes in
            // An empty buffer has no address; nobody reads from it.
            bytes.baseAddress.map { body($0.assumingMemoryBound(to: Float.self)) }
                ?? Swift.withUnsafePointer(to: Float.zero, body)
        }
    }

    /// Lends the numbers to be changed.
    @inline(__always)
    mutating func withUnsafeMutablePointer<Result>(_ body: (UnsafeMutablePointer<Float>) -> Result) -> Result {
        lines.withUnsafeMutableBytes { bytes in
            var nought = Float.zero
            return bytes.baseAddress.map { body($0.assumingMemoryBound(to: Float.self)) }
                ?? Swift.withUnsafeMutablePointer(to: &nought, body)
        }
    }

    private static func lineCount(_ count: Int) -> Int {
        (count + Line.scalarCount - 1) / Line.scalarCount
    }
}
