// SPDX-License-Identifier: Apache-2.0

/// Eight numbers that are computed with at once.
typealias Lane = SIMD8<Float>

/// The inner loops of the networks, apart from matrix products.
///
/// All lengths are multiples of `width`.
enum VectorKernels {
    /// The numbers of a lane.
    static let width = Lane.scalarCount

    @inline(__always)
    static func lane(_ numbers: UnsafePointer<Float>, _ offset: Int) -> Lane {
        UnsafeRawPointer(numbers + offset).loadUnaligned(as: Lane.self)
    }

    @inline(__always)
    static func store(_ lane: Lane, _ numbers: UnsafeMutablePointer<Float>, _ offset: Int) {
        UnsafeMutableRawPointer(numbers + offset).storeBytes(of: lane, as: Lane.self)
    }

    @inline(__always)
    static func maximum(_ left: Lane, _ right: Lane) -> Lane {
        right.replacing(with: left, where: left .> right)
    }

    /// Adds `count` numbers to `sum`.
    @inline(__always)
    static func add(_ numbers: UnsafePointer<Float>, to sum: UnsafeMutablePointer<Float>, count: Int) {
        var offset = 0
        while offset < count {
            store(lane(sum, offset) + lane(numbers, offset), sum, offset)
            offset += width
        }
    }

    /// Writes the sums of three rows of `count` numbers.
    @inline(__always)
    static func sum(
        _ first: UnsafePointer<Float>, _ second: UnsafePointer<Float>, _ third: UnsafePointer<Float>, count: Int,
        into result: UnsafeMutablePointer<Float>
    ) {
        var offset = 0
        while offset < count {
            store(lane(first, offset) + lane(second, offset) + lane(third, offset), result, offset)
            offset += width
        }
    }

    /// The largest of the pieces of each of `outputs` numbers; piece after piece stands in `pieces`.
    @inline(__always)
    static func maxout(
        _ pieces: UnsafePointer<Float>, count: Int, outputs: Int, into result: UnsafeMutablePointer<Float>
    ) {
        var offset = 0
        while offset < outputs {
            var best = lane(pieces, offset)
            for piece in 1..<count { best = maximum(best, lane(pieces, piece * outputs + offset)) }
            store(best, result, offset)
            offset += width
        }
    }

    /// Shifts and scales `count` numbers to mean 0 and variance 1, then by `gain` and `bias`.
    @inline(__always)
    static func normalize(
        _ numbers: UnsafeMutablePointer<Float>, count: Int, gain: UnsafePointer<Float>, bias: UnsafePointer<Float>
    ) {
        var sum = Lane.zero
        var offset = 0
        while offset < count {
            sum += lane(numbers, offset)
            offset += width
        }
        let mean = sum.sum() / Float(count)
        var squares = Lane.zero
        offset = 0
        while offset < count {
            let difference = lane(numbers, offset) - mean
            squares += difference * difference
            offset += width
        }
        let scale = 1 / (squares.sum() / Float(count) + 1e-8).squareRoot()
        offset = 0
        while offset < count {
            let normal = (lane(numbers, offset) - mean) * scale
            store(normal * lane(gain, offset) + lane(bias, offset), numbers, offset)
            offset += width
        }
    }

    /// Multiplies one row of `count` numbers with weights stored as `count` rows of `outputs` numbers, and adds a bias;
    /// `count` is even and `outputs` a multiple of two lanes.
    @inline(__always)
    static func multiply(
        _ row: UnsafePointer<Float>, count: Int, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>,
        outputs: Int, into result: UnsafeMutablePointer<Float>
    ) {
        var offset = 0
        while offset < outputs {
            // Four sums at a time keep the processor's adders busy.
            var first = lane(bias, offset)
            var second = lane(bias, offset + width)
            var third = Lane.zero
            var fourth = Lane.zero
            var index = 0
            while index < count {
                let even = weights + index * outputs + offset
                first += lane(even, 0) * row[index]
                second += lane(even, width) * row[index]
                third += lane(even, outputs) * row[index + 1]
                fourth += lane(even, outputs + width) * row[index + 1]
                index += 2
            }
            store(first + third, result, offset)
            store(second + fourth, result, offset + width)
            offset += 2 * width
        }
    }
}
