/// A text of at most 32 bytes, such as begins or ends a cell, that one store writes whatever its
/// length is.
///
/// A large workbook has millions of cells: written as arrays, each piece counted references and
/// called `memmove`, 85 ns a cell; so it is 20 ns.
struct ShortText {
    /// What has to be free behind what is written, to write one.
    static let room = 32

    fileprivate let lanes: SIMD32<UInt8>
    fileprivate let count: Int

    /// Takes a text, which has to be so short.
    init(_ text: String) {
        var lanes = SIMD32<UInt8>()
        var count = 0
        for byte in text.utf8 {
            lanes[count] = byte
            count += 1
        }
        self.lanes = lanes
        self.count = count
    }
}

extension OutputSpan<UInt8> {
    /// Appends a short text; `ShortText.room` bytes have to be free.
    @inline(__always)
    mutating func append(_ text: ShortText) {
        precondition(freeCapacity >= ShortText.room)
        unsafe withUnsafeMutableBufferPointer { memory, count in
            guard let start = memory.baseAddress else { return }
            unsafe UnsafeMutableRawPointer(start + count).storeBytes(
                of: text.lanes,
                as: SIMD32<UInt8>.self
            )
            count += text.count
        }
    }

    /// Appends the digits of a number from 0 on; `ShortText.room` bytes have to be free.
    @inline(__always)
    mutating func append(digitsOf number: Int) {
        precondition(freeCapacity >= ShortText.room)
        var rest = UInt(number)
        var digits = 1
        var bound: UInt = 10
        while rest >= bound, digits < 19 {
            digits += 1
            bound *= 10
        }
        unsafe withUnsafeMutableBufferPointer { memory, count in
            var index = count + digits
            while index > count {
                index -= 1
                unsafe memory[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
            count += digits
        }
    }
}
