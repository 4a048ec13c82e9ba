internal import SourceText
internal import TargetModel

/// Where headings that stand alone in their rows count, on a page with blocks side by side: for the
/// rows below in each block, and on the next page for what follows.
///
///     一、经济                |  target 1  一
///     1 ⇥ …  ⇥ 3 ⇥ …        |  target 2  二
///     二、民生                |  target 3  一, as it stands beside 1
///     2 ⇥ …  ⇥ 4 ⇥ …        |  target 4  二
struct WholeRowHeadings {
    /// The targets (from 0) of each block, from left to right.
    private let blocks: [Range<Int>]
    /// The row (from 0) of each target of the table.
    private let targetRows: [UInt32]
    private let end: Int

    /// Looks at the targets (from 0) from `first` on, which are those of a page with several blocks.
    init(ofTargetsFrom first: Int, in result: Recognition) {
        targetRows = result.targetRows
        end = result.origins.count
        var blocks: [Range<Int>] = []
        var start = first
        while start < end {
            let block = result.origins[start].block
            let next = (start..<end).partitionPoint { result.origins[$0].block != block }
            blocks.append(start..<next)
            start = next
        }
        self.blocks = blocks
    }

    /// For headings in rows (from 0, ascending): which of them stands above which target, in the order
    /// of the targets.
    func places(of rows: [Int]) -> [(heading: Int, target: Int)] {
        let within = blocks.flatMap { block in
            rows.enumerated().compactMap { heading, row in
                let target = block.partitionPoint { targetRows[$0] > row }
                return target < block.upperBound ? (heading: heading, target: target) : nil
            }
        }
        return within + rows.indices.map { (heading: $0, target: end) }
    }

    /// Whether no target of the page stands below a row (from 0).
    func isBelowAll(_ row: Int) -> Bool {
        blocks.allSatisfy { targetRows[$0.upperBound - 1] < row }
    }
}
