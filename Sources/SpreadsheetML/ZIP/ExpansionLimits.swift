internal import Synchronization

/// How many bytes a ZIP archive may expand to.
///
/// The limits are absolute: an honest table compresses 169 : 1, so a ratio says nothing.
package struct ExpansionLimits: Sendable, Equatable {
    /// The most bytes that one entry may expand to.
    package var perEntry: Int
    /// The most bytes that everything read from one archive may expand to.
    package var total: Int

    /// Makes limits; without `total` it is twice the limit of an entry, which leaves room for a
    /// sheet and its texts.
    package init(perEntry: Int = 1 << 30, total: Int? = nil) {
        self.perEntry = perEntry
        self.total = total ?? (perEntry > Int.max / 2 ? .max : perEntry * 2)
    }

    /// No limits, for archives that this process has made itself.
    package static let none = ExpansionLimits(perEntry: .max, total: .max)
}

/// What may still be expanded from one archive; its entries share it, on whatever core.
final class ExpansionBudget: Sendable {
    let limits: ExpansionLimits
    private let spent = Atomic(0)

    init(_ limits: ExpansionLimits) {
        self.limits = limits
    }

    /// Counts `bytes` of `entry`, of which `before` were read already.
    ///
    /// - Throws: `workbook-too-large` where a limit is passed.
    func spend(_ bytes: Int, before: Int, of entry: String) throws(SpreadsheetError) {
        let spent = spent.wrappingAdd(bytes, ordering: .relaxed).newValue
        if before + bytes > limits.perEntry {
            throw .tooLarge(entry, limit: limits.perEntry)
        }
        if spent > limits.total {
            throw .tooLarge(nil, limit: limits.total)
        }
    }
}
