/// Sixteen bytes of a text that are looked at at once, each in a lane of a vector.
@usableFromInline
package struct ByteLanes {
    @usableFromInline let bytes: SIMD16<UInt8>

    /// The sixteen bytes from an index (from 0) on, which a text has to have.
    @inlinable
    @inline(__always)
    package init(_ text: RawSpan, at index: Int) {
        bytes = unsafe text.unsafeLoadUnaligned(
            fromUncheckedByteOffset: index,
            as: SIMD16<UInt8>.self
        )
    }

    /// The eight bytes from an index (from 0) on, which a text has to have, and once more the same.
    @inlinable
    @inline(__always)
    init(half text: RawSpan, at index: Int) {
        let half = unsafe text.unsafeLoadUnaligned(
            fromUncheckedByteOffset: index,
            as: UInt64.self
        )
        bytes = unsafe unsafeBitCast(SIMD2(half, half), to: SIMD16<UInt8>.self)
    }

    // A byte in every lane: compared to a scalar, vectors are gone through lane by lane.
    @inlinable
    @inline(__always)
    static func every(_ byte: UInt8) -> SIMD16<UInt8> { SIMD16(repeating: byte) }

    /// The lanes of bytes below a bound.
    @inlinable
    @inline(__always)
    package func below(_ bound: UInt8) -> Lanes { Lanes(bytes .< Self.every(bound)) }

    /// The lanes of bytes that are a bound or above it.
    @inlinable
    @inline(__always)
    package func atLeast(_ bound: UInt8) -> Lanes { Lanes(bytes .>= Self.every(bound)) }

    /// The lanes of bytes in a range.
    @inlinable
    @inline(__always)
    package func within(_ range: ClosedRange<UInt8>) -> Lanes {
        let offsets = bytes &- Self.every(range.lowerBound)
        return Lanes(offsets .<= Self.every(range.upperBound - range.lowerBound))
    }

    /// The lanes of a byte.
    @inlinable
    @inline(__always)
    package func equal(_ byte: UInt8) -> Lanes { Lanes(bytes .== Self.every(byte)) }

    /// The lanes of a byte and of the one that differs from it in one bit, `bit`, which it lacks.
    @inlinable
    @inline(__always)
    package func equal(_ byte: UInt8, orWith bit: UInt8) -> Lanes {
        Lanes((bytes & Self.every(~bit)) .== Self.every(byte))
    }

    /// Lanes in which a question is answered yes.
    @usableFromInline
    package struct Lanes {
        #if DEBUG
        // Sixteen are joined one by one where nothing is optimised: that was a third of the tests' time.
        @usableFromInline typealias Bits = SIMD2<UInt64>
        #else
        // By eight lanes at a time, each question of several was taken apart before they were joined, in half
        // as many instructions again.
        @usableFromInline typealias Bits = SIMD16<UInt8>
        #endif

        // All bits of each of them.
        @usableFromInline let bits: Bits

        @inlinable
        @inline(__always)
        init(_ mask: SIMDMask<SIMD16<Int8>>) {
            bits = unsafe unsafeBitCast(mask, to: Bits.self)
        }

        @inlinable
        @inline(__always)
        init(bits: Bits) {
            self.bits = bits
        }

        /// The bits of the first eight lanes and of the others, the first one lowest.
        @inlinable
        @inline(__always)
        var halves: (UInt64, UInt64) {
            let halves = unsafe unsafeBitCast(bits, to: (UInt64, UInt64).self)
            return (halves.0.littleEndian, halves.1.littleEndian)
        }

        /// No lane.
        @inlinable
        @inline(__always)
        package static var none: Lanes { Lanes(bits: .zero) }

        /// The lanes of either.
        @inlinable
        @inline(__always)
        package static func | (one: Lanes, other: Lanes) -> Lanes {
            Lanes(bits: one.bits | other.bits)
        }

        /// The lanes of both.
        @inlinable
        @inline(__always)
        package static func & (one: Lanes, other: Lanes) -> Lanes {
            Lanes(bits: one.bits & other.bits)
        }

        /// The lanes of one of them, and not of the other.
        @inlinable
        @inline(__always)
        package static func ^ (one: Lanes, other: Lanes) -> Lanes {
            Lanes(bits: one.bits ^ other.bits)
        }

        /// Whether there is none.
        @inlinable
        @inline(__always)
        package var isEmpty: Bool {
            let (low, high) = halves
            return low | high == 0
        }

        /// The number (from 0) of the first; sixteen where there is none.
        @inlinable
        @inline(__always)
        package var first: Int {
            let (low, high) = halves
            return low != 0 ? low.trailingZeroBitCount / 8 : 8 + high.trailingZeroBitCount / 8
        }

        /// The number (from 0) of the last; -1 where there is none.
        @inlinable
        @inline(__always)
        package var last: Int {
            let (low, high) = halves
            return high != 0 ? 15 - high.leadingZeroBitCount / 8 : 7 - low.leadingZeroBitCount / 8
        }
    }
}

extension Span<UInt8> {
    /// The first index from `start` on at which something stands, or the count.
    ///
    /// `isThere` tells of an index; `lanes` may find more, but not less, and lets sixteen bytes at a
    /// time be passed where there is none, and of the rest of a text eight.
    /// Byte by byte, writing CSV takes 15 % more instructions, writing JSON 8 %, reading JSONL 23 %, and
    /// reading a workbook 6 %. It is inlined with what it asks, or each byte would be two calls.
    /// - Complexity: O(n) in the bytes.
    @inlinable
    @inline(__always)
    package func firstIndex(
        from start: Int,
        _ lanes: (ByteLanes) -> ByteLanes.Lanes,
        where isThere: (Int) -> Bool
    ) -> Int {
        let raw = unsafe bytes
        var index = start
        while index + 8 <= count {
            let isWhole = index + 16 <= count
            let found = lanes(isWhole ? ByteLanes(raw, at: index) : ByteLanes(half: raw, at: index))
            guard !found.isEmpty else {
                index += isWhole ? 16 : 8
                continue
            }
            index += found.first
            if isThere(index) { return index }
            index += 1
        }
        while index < count {
            if isThere(index) { return index }
            index += 1
        }
        return index
    }

    /// The last index from `start` up to `end` at which something stands; nil where it stands at none.
    ///
    /// `isThere` and `lanes` are as above; sixteen bytes at a time are passed where there is none.
    /// - Complexity: O(n) in the bytes.
    @inlinable
    @inline(__always)
    package func lastIndex(
        from start: Int,
        upTo end: Int,
        _ lanes: (ByteLanes) -> ByteLanes.Lanes,
        where isThere: (Int) -> Bool
    ) -> Int? {
        precondition(start >= 0 && end <= count)
        let raw = unsafe bytes
        var end = end
        while end - start >= 16 {
            let first = end - 16
            let last = lanes(ByteLanes(raw, at: first)).last
            end = first + max(0, last)
            if last >= 0, isThere(end) { return end }
        }
        while end > start {
            end -= 1
            if isThere(end) { return end }
        }
        return nil
    }
}
