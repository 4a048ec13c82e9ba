internal import Dispatch
internal import Synchronization

/// Work that is done by several cores at once, where there are several.
package enum Cores {
    /// Returns what `make` makes of 0..<`count`, in this order.
    ///
    /// What it makes of a number must not depend on the others, so that one core comes to the same
    /// as many. It is worth the while from some hundred microseconds a number on.
    // Inlined as far as there is one thing to make: of many short tables, asking what an array of it is was a
    // twentieth of reading them.
    @inlinable
    package static func map<Made: Sendable>(
        _ count: Int,
        _ make: @Sendable (Int) -> Made
    ) -> [Made] {
        guard count > 1 else { return count == 1 ? [make(0)] : [] }
        return mapSeveral(count, make)
    }

    @usableFromInline
    static func mapSeveral<Made: Sendable>(
        _ count: Int,
        _ make: @Sendable (Int) -> Made
    ) -> [Made] {
        let made = Mutex([Made?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { number in
            let one = make(number)
            made.withLock { $0[number] = one }
        }
        return made.withLock { $0.compactMap { $0 } }
    }

    /// Returns what `make` makes of each of some lengths, in their order, and the texts of these lengths, one
    /// behind the other.
    ///
    /// `make` is given a number (from 0), where the text of this length begins among the others (in bytes from
    /// 0), and what puts it there, if it has the length; its answer is whether it has. In place of a text
    /// that wasn't put there is nothing of use. `size` of them are made at a time by one core.
    package static func join<Made: Sendable>(
        _ lengths: [Int],
        by size: Int,
        _ make: @Sendable (Int, _ start: Int, _ put: (Span<UInt8>) -> Bool) -> Made
    ) -> (text: [UInt8], made: [Made]) {
        let (starts, end) = starts(of: lengths)
        var made: [Made] = []
        let text = unsafe [UInt8](unsafeUninitializedCapacity: end) { buffer, filled in
            unsafe LargePages.advise(on: UnsafeMutableRawBufferPointer(buffer))
            nonisolated(unsafe) let memory = unsafe buffer
            let pieces = ranges(of: size, in: lengths.count)
            let found = map(pieces.count) { piece in
                pieces[piece].map { number in
                    let start = starts[number]
                    var isPut = false
                    let one = make(number, start) { text in
                        guard !isPut, text.count == lengths[number] else { return false }
                        let place = unsafe UnsafeMutableBufferPointer(
                            rebasing: memory[start..<(start + text.count)]
                        )
                        unsafe text.withUnsafeBufferPointer {
                            _ = unsafe place.initialize(fromContentsOf: $0)
                        }
                        isPut = true
                        return true
                    }
                    return (made: one, isPut: isPut)
                }
            }
            made.reserveCapacity(lengths.count)
            let isAnyPut = found.contains { $0.contains(where: \.isPut) }
            for piece in found {
                for one in piece {
                    let start = starts[made.count]
                    let place = start..<(start + lengths[made.count])
                    if isAnyPut, !one.isPut { unsafe buffer[place].initialize(repeating: 0) }
                    made.append(one.made)
                }
            }
            filled = isAnyPut ? end : 0
        }
        return (text, made)
    }

    /// Changes the elements of an array in the memory that they lie in, `size` of them at a time; returns
    /// what `change` makes of each piece, in their order.
    ///
    /// It is told the index (from 0) of the first element of the piece.
    package static func change<Element: Sendable, Made: Sendable>(
        _ elements: inout [Element],
        by size: Int,
        _ change: @Sendable (Int, inout MutableSpan<Element>) -> Made
    ) -> [Made] {
        let pieces = ranges(of: size, in: elements.count)
        return unsafe elements.withUnsafeMutableBufferPointer { buffer in
            nonisolated(unsafe) let all = unsafe buffer
            return map(pieces.count) { number in
                let piece = unsafe UnsafeMutableBufferPointer(rebasing: all[pieces[number]])
                var span = unsafe MutableSpan(_unsafeElements: piece)
                return change(pieces[number].lowerBound, &span)
            }
        }
    }

    /// Returns the elements of some arrays one behind the other, each array put there by a core of its own.
    ///
    /// Of megabytes, the first touch of the memory takes longer than the copy.
    package static func joined<Element: BitwiseCopyable & Sendable>(
        _ arrays: [[Element]]
    ) -> [Element] {
        let (starts, count) = starts(of: arrays.map(\.count))
        return unsafe Array(unsafeUninitializedCapacity: count) { buffer, filled in
            unsafe LargePages.advise(on: UnsafeMutableRawBufferPointer(buffer))
            nonisolated(unsafe) let all = unsafe buffer
            _ = map(arrays.count) { number in
                let place = starts[number]..<(starts[number] + arrays[number].count)
                _ = unsafe UnsafeMutableBufferPointer(rebasing: all[place])
                    .initialize(fromContentsOf: arrays[number])
            }
            filled = count
        }
    }

    /// Where things of some lengths begin that lie one behind the other (from 0), and where the last ends.
    private static func starts(of lengths: [Int]) -> (starts: [Int], end: Int) {
        var end = 0
        let starts = lengths.map { length in
            defer { end += length }
            return end
        }
        return (starts, end)
    }

    /// Cuts 0..<`count` into ranges of `size`; the last one is shorter.
    package static func ranges(of size: Int, in count: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
    }
}
