internal import SourceText
internal import TargetModel

/// The numbers that the serials of a table begin with.
///
/// Mostly four bytes a target: an optional has sixteen, which with what was joined on the way was a fifteenth
/// of the memory of `check`.
struct SerialNumbers: Sendable {
    /// By target, one more than the number; 0 where a serial begins with none.
    private let numbers: CompactNumbers

    /// Reads the serials of a table.
    ///
    /// - Complexity: O(n) in the targets.
    init(_ table: TargetTable) {
        let shares = Cores.ranges(of: 8192, in: table.count)
        let found = Cores.map(shares.count) { share in
            var numbers = CompactNumbers()
            for target in shares[share] {
                let range = table.range(target, .serial)
                let plain = table.text.withSpan(of: range) { Serial.number(ofDigits: $0) }
                let number = plain ?? Serial.leadingNumber(of: table.text.string(range))
                numbers.append(number.map { $0 + 1 } ?? 0)
            }
            return numbers
        }
        var numbers = CompactNumbers()
        for share in found { numbers.append(share) }
        self.numbers = numbers
    }

    /// The number of a target (from 0); nil where its serial begins with none.
    subscript(target: Int) -> Int? { numbers[target] == 0 ? nil : numbers[target] - 1 }
}
