public import JSONText
public import SourceText
public import TargetModel

/// Findings that somebody has looked at and accepted, so that a check can pass on a table that is as
/// it is meant to be.
///
/// A finding is known by its code, the target's serial, the field and what the cell says: where rows
/// move it stays accepted, and where the cell is changed it is reported again.
public struct AcceptedFindings: Sendable {
    /// What the `format` member of the document says.
    public static let format = "yilan-accepted/1"

    /// One finding, by what it is about.
    private struct Entry: Hashable {
        var code: String
        var serial: String?
        var field: String?
        /// What the cell says; of a finding that is about no cell, its message in English.
        var text: String
    }

    private var entries: Set<Entry> = []
    private var list: [Entry] = []

    /// Makes an empty set.
    public init() {}

    /// Takes findings about a table.
    public init(_ findings: [Diagnostic], about table: TargetTable) {
        let cells = Cells(table)
        for finding in findings { add(Self.entry(finding, cells)) }
    }

    /// Reads a document that `encode` wrote; nil where it is none.
    ///
    /// Members that are not known are passed over.
    public init?(_ document: JSONDocument) {
        guard let root = document.root, root["format"]?.isString("yilan-accepted/1") == true,
            let accepted = root["accepted"], accepted.kind == .array
        else { return nil }
        for item in accepted.elements {
            guard let code = item["code"]?.string, let text = item["text"]?.string else {
                return nil
            }
            add(
                Entry(
                    code: code,
                    serial: item["serial"]?.string,
                    field: item["field"]?.string,
                    text: text
                )
            )
        }
    }

    /// How many findings are accepted.
    public var count: Int { list.count }

    /// The findings that are not accepted, in their order.
    public func unaccepted(_ findings: [Diagnostic], about table: TargetTable) -> [Diagnostic] {
        guard !entries.isEmpty else { return findings }
        let cells = Cells(table)
        return findings.filter { !entries.contains(Self.entry($0, cells)) }
    }

    /// Writes the document as the next value, a finding a line, in the order they were found.
    public func encode(to json: inout JSONWriter) {
        json.beginObject()
        json.member("format", Self.format)
        json.member("accepted", objects: list) { entry, json in
            json.member("code", entry.code)
            json.member("serial", entry.serial)
            json.member("field", entry.field)
            json.member("text", entry.text)
        }
        json.endObject()
    }

    private mutating func add(_ entry: Entry) {
        if entries.insert(entry).inserted { list.append(entry) }
    }

    private static func entry(_ finding: Diagnostic, _ cells: Cells) -> Entry {
        Entry(
            code: finding.code.rawValue,
            serial: finding.serial,
            field: finding.field,
            text: cells.text(finding) ?? finding.message.english
        )
    }

    /// Finds what a cell says by serial and field; of targets that share a serial, the first.
    private struct Cells {
        let table: TargetTable
        private var targets: [String: Int] = [:]
        private var columns: [String: Int] = [:]

        init(_ table: TargetTable) {
            self.table = table
            for target in 0..<table.count {
                let serial = table.string(target, .serial)
                if targets[serial] == nil { targets[serial] = target }
            }
            for (index, column) in table.columns.enumerated() where columns[column.key] == nil {
                columns[column.key] = index
            }
        }

        func text(_ finding: Diagnostic) -> String? {
            guard let serial = finding.serial, let target = targets[serial],
                let field = finding.field, let column = columns[field]
            else { return nil }
            return table.string(target, column: column)
        }
    }
}
