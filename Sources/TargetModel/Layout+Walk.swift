extension Layout {
    /// The file from its first to its last row, each run with the blocks that its rows have.
    package var steps: Walk { Walk(runs: runs) }

    /// A run, and where the file stands there.
    package struct Step: Sendable {
        /// The run's index, from 0, in `runs`.
        package let index: Int
        /// The run.
        package let run: Run
        /// The blocks of the header above the run, or in it; empty above the first header.
        package let blocks: [Block]
        /// How many rows of the file stand above the run.
        package let rowsAbove: Int
    }

    /// Goes through the runs of a layout: a header says what blocks the rows below it have, until
    /// the next header.
    package struct Walk: Sequence, Sendable {
        let runs: [Run]

        /// Goes through the runs.
        package func makeIterator() -> Iterator { Iterator(runs) }

        /// Makes one step after the other.
        package struct Iterator: IteratorProtocol {
            private let runs: [Run]
            private var index = 0
            private var blocks: [Block] = []
            private var rows = 0

            init(_ runs: [Run]) { self.runs = runs }

            /// Returns the next step; nil behind the last run.
            package mutating func next() -> Step? {
                guard index < runs.count else { return nil }
                let run = runs[index]
                if case .literal(let row) = run, let under = row.blocks { blocks = under }
                defer {
                    index += 1
                    rows += run.rowCount
                }
                return Step(index: index, run: run, blocks: blocks, rowsAbove: rows)
            }
        }
    }
}

extension Layout.Run {
    /// How many rows of the file it is.
    fileprivate var rowCount: Int {
        switch self {
        case .literal: 1
        case .targets(let rows): rows.count
        }
    }
}
