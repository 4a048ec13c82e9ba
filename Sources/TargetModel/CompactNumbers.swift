/// Numbers from 0, such as one per target: of two bytes each, or four or eight where one of them takes as many.
@usableFromInline
package struct CompactNumbers: Sendable {
    // Only one of them holds any: all.
    @usableFromInline var ofTwoBytes: [UInt16] = []
    @usableFromInline var ofFour: [UInt32] = []
    @usableFromInline var ofEight: [UInt64] = []

    /// Makes no numbers.
    @inlinable package init() {}

    /// Adds a number, which must not be negative.
    @inlinable
    package mutating func append(_ number: Int) {
        if ofFour.isEmpty, ofEight.isEmpty {
            if let number = UInt16(exactly: number) { return ofTwoBytes.append(number) }
            ofFour = ofTwoBytes.map(UInt32.init)
            ofTwoBytes = []
        }
        if ofEight.isEmpty {
            if let number = UInt32(exactly: number) { return ofFour.append(number) }
            ofEight = ofFour.map(UInt64.init)
            ofFour = []
        }
        ofEight.append(UInt64(number))
    }

    /// Adds more numbers.
    @inlinable
    package mutating func append(contentsOf numbers: some Sequence<Int>) {
        for number in numbers { append(number) }
    }

    /// Adds other such numbers.
    package mutating func append(_ others: CompactNumbers) {
        if !others.ofTwoBytes.isEmpty, ofFour.isEmpty, ofEight.isEmpty {
            ofTwoBytes += others.ofTwoBytes
        } else if !others.ofFour.isEmpty, !ofFour.isEmpty {
            ofFour += others.ofFour
        } else {
            append(contentsOf: others)
        }
    }

    /// Adds for each of some indexes (from 0) the number that it has in a list.
    package mutating func append(_ indexes: CompactNumbers, of numbers: [Int]) {
        let list = numbers.compactMap(UInt16.init(exactly:))
        guard list.count == numbers.count, ofFour.isEmpty, ofEight.isEmpty else {
            append(contentsOf: indexes.lazy.map { numbers[$0] })
            return
        }
        ofTwoBytes.append(addingCapacity: indexes.count) { added in
            for index in indexes { added.append(list[index]) }
        }
    }

    /// Makes room for as many numbers of the size of those there are.
    package mutating func reserveCapacity(_ count: Int) {
        if !ofEight.isEmpty {
            ofEight.reserveCapacity(count)
        } else if !ofFour.isEmpty {
            ofFour.reserveCapacity(count)
        } else {
            ofTwoBytes.reserveCapacity(count)
        }
    }
}

extension CompactNumbers: RandomAccessCollection {
    @inlinable package var startIndex: Int { 0 }
    @inlinable package var endIndex: Int { ofTwoBytes.count + ofFour.count + ofEight.count }

    @inlinable
    package var last: Int? { isEmpty ? nil : self[endIndex - 1] }

    @inlinable
    package subscript(index: Int) -> Int {
        if !ofTwoBytes.isEmpty { return Int(ofTwoBytes[index]) }
        return ofFour.isEmpty ? Int(ofEight[index]) : Int(ofFour[index])
    }
}
