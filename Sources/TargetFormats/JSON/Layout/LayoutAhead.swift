internal import Dispatch
internal import JSONText
internal import SourceText
internal import Synchronization
internal import TargetModel

/// The layout of a JSON document, read on another core while its targets are read: with the
/// digests, it is a third of reading the document.
final class LayoutAhead: Sendable {
    private let columns: [Column]
    private let queue = DispatchQueue(label: "layout")
    private let stored = Mutex<StoredLayout?>(nil)

    /// Begins to read the layout of a table that is likely to have `columns`.
    init(_ value: JSONValue, columns: [Column], in source: SourceText) {
        self.columns = columns
        queue.async { [self] in
            var findings = JSONFindings(in: source)
            let read = LayoutCoding.decode(value, columns: columns, reporting: &findings)
            guard findings.count == 0 else { return }
            stored.withLock { $0 = read }
        }
    }

    /// The layout, when it has been read.
    ///
    /// It is nil where the table has other columns, or something is to be reported: then it has to be
    /// read again.
    func layout(columns: [Column]) -> StoredLayout? {
        guard columns == self.columns else { return nil }
        return queue.sync { stored.withLock { $0 } }
    }
}
