internal import SourceText
internal import TargetModel

/// The numbers that the serials of a table begin with.
///
/// Eight bytes a target: an optional has sixteen, which with what was joined on the way was a fifteenth
/// of the memory of `check`.
struct SerialNumbers: Sendable {
    /// By target; below 0 where a serial begins with no number.
    private let numbers: [Int]

    /// Reads the serials of a table.
    ///
    /// - Complexity: O(n) in the targets.
    init(_ table: TargetTable) {
        let shares = Cores.ranges(of: 8192, in: table.count)
        let found = Cores.map(shares.count) { share in
            shares[share].map { target in
                let range = table.range(target, .serial)
                let plain = table.text.withSpan(of: range) { Serial.number(ofDigits: $0) }
                return plain ?? Serial.leadingNumber(of: table.text.string(range)) ?? -1
            }
        }
        var numbers: [Int] = []
        numbers.reserveCapacity(table.count)
        for share in found { numbers += share }
        self.numbers = numbers
    }

    /// The number of a target (from 0); nil where its serial begins with none.
    subscript(target: Int) -> Int? { numbers[target] < 0 ? nil : numbers[target] }
}
