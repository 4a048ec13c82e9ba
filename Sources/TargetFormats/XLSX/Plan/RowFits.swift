/// How the rows of targets show their texts whole, by target (from 0).
struct RowFits {
    /// How a row shows its texts.
    struct RowFit: Equatable {
        /// The row's height, in points: whole ones or halves.
        var height: Double
        /// The sizes of type, in points, of texts that need more than the highest row, by the table's
        /// column (from 0).
        var smaller: [Int: Double] = [:]

        /// The size of type, in points, of the text in a column (from 0) of the table.
        func size(of column: Int) -> Double { smaller[column] ?? WorkbookTheme.bodySize }
    }

    /// In halves of a point: of a million targets these are 2 MB, whole fits were 16.
    private var heights: [UInt16] = []
    /// The sizes of type of the few rows that have smaller type, by target.
    private var smaller: [Int: [Int: Double]] = [:]

    /// Has room for the rows of so many targets.
    init(room: Int) {
        heights.reserveCapacity(room)
    }

    /// Adds the row of the next target.
    mutating func append(_ fit: RowFit) {
        if !fit.smaller.isEmpty { smaller[heights.count] = fit.smaller }
        // Up, so that no text is cut.
        heights.append(UInt16((fit.height * 2).rounded(.up)))
    }

    /// Adds the rows of the next targets.
    mutating func append(_ next: RowFits) {
        for (target, sizes) in next.smaller { smaller[heights.count + target] = sizes }
        heights += next.heights
    }

    /// How the row of a target shows its texts.
    subscript(target: Int) -> RowFit {
        RowFit(height: height(of: target), smaller: smaller[target] ?? [:])
    }

    /// The height of a target's row, in points.
    func height(of target: Int) -> Double { Double(heights[target]) / 2 }

    /// The size of type, in points, of a target's text in a column (from 0) of the table.
    func size(of target: Int, _ column: Int) -> Double {
        smaller.isEmpty ? WorkbookTheme.bodySize : self[target].size(of: column)
    }

    /// The sizes of type, in points, that are smaller than is usual.
    var smallerSizes: Set<Double> {
        smaller.values.reduce(into: []) { $0.formUnion($1.values) }
    }
}
