internal import SourceText
internal import TargetFormats
internal import TargetModel

extension ChangeReport {
    /// The report as CSV: RFC 4180, CRLF, UTF-8 with a byte-order mark; a row for each cell.
    ///
    /// `kind` is `changed`, `added`, `removed` or `conflict`; `conflict-kept` where the official text
    /// stays, `conflict-taken` where the correction counts. A conflict has a row for each text that
    /// a correction wants: `old` is what that started from, `official` what the table says.
    public func csv() -> [UInt8] {
        var buffer = OutputBuffer()
        buffer.append(TextEncoding(.utf8, byteOrderMark: true).byteOrderMark)
        Self.append(
            ["serial", "field", "old", "new", "official", "place", "source", "kind"],
            to: &buffer
        )
        for change in changes {
            let sources = change.sources.map(\.description).joined(separator: "; ")
            Self.append(
                [
                    change.serial, change.column.key, change.old, change.new, "",
                    change.place.description, sources, "changed",
                ],
                to: &buffer
            )
        }
        for target in added { append(target, isAdded: true, to: &buffer) }
        for target in removed { append(target, isAdded: false, to: &buffer) }
        for conflict in conflicts {
            for candidate in conflict.candidates {
                Self.append(
                    [
                        conflict.serial, conflict.column.key, candidate.base.knownText ?? "",
                        candidate.new, conflict.official ?? "",
                        conflict.officialPlace?.description ?? "", candidate.place.description,
                        conflict.resolution.kind,
                    ],
                    to: &buffer
                )
            }
        }
        return buffer.bytes
    }

    private func append(_ target: WholeTarget, isAdded: Bool, to buffer: inout OutputBuffer) {
        for (column, text) in zip(target.columns, target.texts) where !text.isEmpty {
            let place = target.place.description
            Self.append(
                [
                    target.serial, column.key, isAdded ? "" : text, isAdded ? text : "", "",
                    isAdded ? "" : place, isAdded ? place : "", isAdded ? "added" : "removed",
                ],
                to: &buffer
            )
        }
    }

    private static func append(_ cells: [String], to buffer: inout OutputBuffer) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { buffer.append(.comma) }
            buffer.append(cell: cell)
        }
        buffer.append(static: "\r\n")
    }
}

extension ApplyPlan.Conflict.Resolution {
    /// What `kind` says of a conflict.
    fileprivate var kind: String {
        switch self {
        case .open: "conflict"
        case .kept: "conflict-kept"
        case .taken: "conflict-taken"
        }
    }
}
