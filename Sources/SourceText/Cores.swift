internal import Dispatch
internal import Synchronization

/// Work that is done by several cores at once, where there are several.
package enum Cores {
    /// Returns what `make` makes of 0..<`count`, in this order.
    ///
    /// What it makes of a number must not depend on the others, so that one core comes to the same
    /// as many. It is worth the while from some hundred microseconds a number on.
    package static func map<Made: Sendable>(
        _ count: Int,
        _ make: @Sendable (Int) -> Made
    ) -> [Made] {
        guard count > 1 else { return (0..<count).map(make) }
        let made = Mutex([Made?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { number in
            let one = make(number)
            made.withLock { $0[number] = one }
        }
        return made.withLock { $0.compactMap { $0 } }
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
        var starts = [0]
        for array in arrays { starts.append(starts[starts.count - 1] + array.count) }
        let count = starts[starts.count - 1]
        return unsafe Array(unsafeUninitializedCapacity: count) { buffer, filled in
            unsafe LargePages.advise(on: UnsafeMutableRawBufferPointer(buffer))
            nonisolated(unsafe) let all = unsafe buffer
            _ = map(arrays.count) { [starts] number in
                let place = starts[number]..<starts[number + 1]
                _ = unsafe UnsafeMutableBufferPointer(rebasing: all[place])
                    .initialize(fromContentsOf: arrays[number])
            }
            filled = count
        }
    }

    /// Cuts 0..<`count` into ranges of `size`; the last one is shorter.
    package static func ranges(of size: Int, in count: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
    }
}
