internal import JSONText
internal import SourceText
internal import Synchronization
internal import TargetModel

/// The layout of a JSON document, read on another core while its targets are read: with the
/// digests, it is a third of reading the document.
struct LayoutAhead {
    private let columns: [Column]
    private let stored: Ahead<StoredLayout?>

    /// Begins to read the layout of a table that is likely to have `columns`; of originals that were parsed
    /// apart, `originals` is what was read of them then.
    init(
        _ value: JSONValue,
        columns: [Column],
        _ originals: consuming [OriginalRows?],
        in source: SourceText
    ) {
        self.columns = columns
        let waiting = Waiting(originals)
        stored = Ahead {
            var findings = JSONFindings(in: source)
            let read = LayoutCoding.decode(
                value,
                columns: columns,
                read: waiting.take(),
                reporting: &findings
            )
            return findings.count == 0 ? read : nil
        }
    }

    /// What was read of originals, until it is taken: kept beside what it is joined to, it would be 6 MB of
    /// reading 100,000 targets.
    private final class Waiting: Sendable {
        private let originals: Mutex<[OriginalRows?]>

        init(_ originals: [OriginalRows?]) { self.originals = Mutex(originals) }

        func take() -> [OriginalRows?] {
            originals.withLock { waiting in
                let taken = waiting
                waiting = []
                return taken
            }
        }
    }

    /// The layout, when it has been read.
    ///
    /// It is nil where the table has other columns, or something is to be reported: then it has to be
    /// read again.
    func layout(columns: [Column]) -> StoredLayout? {
        columns == self.columns ? stored.value : nil
    }
}
