internal import JSONText
internal import SourceText
internal import TargetModel

/// The layout of a JSON document, read on another core while its targets are read: with the
/// digests, it is a third of reading the document.
struct LayoutAhead {
    private let columns: [Column]
    private let stored: Ahead<StoredLayout?>

    /// Begins to read the layout of a table that is likely to have `columns`.
    init(_ value: JSONValue, columns: [Column], in source: SourceText) {
        self.columns = columns
        stored = Ahead {
            var findings = JSONFindings(in: source)
            let read = LayoutCoding.decode(value, columns: columns, reporting: &findings)
            return findings.count == 0 ? read : nil
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
