internal import ContentDigest
internal import SourceText
public import TargetModel

/// A table as a Frictionless Data Package: a folder of CSV files and a description of them.
///
///     targets.csv          every target
///     summary.csv          counts per leader, unit and deadline
///     leaders/NAME.csv     the targets of one leader
///     datapackage.json     the files, their columns and checksums
public struct DataPackage {
    private let table: TargetTable
    private let summary: Summary
    private let options: WritingOptions

    /// Prepares to write `table`.
    ///
    /// - Complexity: O(n) in the targets, which are counted.
    public init(of table: TargetTable, options: WritingOptions) {
        self.table = table
        self.options = options
        summary = Summary(of: table)
    }

    /// Makes the files one after the other and hands each on; the description comes last.
    ///
    /// `path` is relative to the package's folder, with `/` between folder and file. Equal tables
    /// give equal files.
    /// - Throws: `FormatError` where the encoding can't hold a character, and what `handOn`
    ///   throws.
    /// - Complexity: O(n) in the bytes of the table's text; one file at a time is in memory.
    public func write(_ handOn: (_ path: String, _ bytes: [UInt8]) throws -> Void) throws {
        let rows = CSVRows(table, headers: options.headers)
        var resources: [DataPackageDescriptor.Resource] = []
        func finish(_ resource: DataPackageDescriptor.Resource, _ bytes: [UInt8]) throws {
            var resource = resource
            resource.byteCount = bytes.count
            resource.sha256 = SHA256.hexDigest(of: bytes)
            resources.append(resource)
            try handOn(resource.path, bytes)
        }

        try finish(
            .init(
                name: "targets",
                path: "targets.csv",
                title: table.document.title,
                kind: .targets
            ),
            try csv(rows, 0..<table.count)
        )
        var buffer = OutputBuffer()
        try SummaryCSV.write(summary, of: table, options: options, to: &buffer)
        try finish(
            .init(name: "summary", path: "summary.csv", title: nil, kind: .summary),
            buffer.bytes
        )
        let names = FileNames.distinct(from: summary.leaders.map(\.name))
        for (index, leader) in summary.leaders.enumerated() {
            try finish(
                .init(
                    name: "leader-\(index + 1)",
                    path: "leaders/\(names[index]).csv",
                    title: leader.name.isEmpty ? nil : leader.name,
                    kind: .targets
                ),
                try csv(rows, leader.targets)
            )
        }
        let descriptor = DataPackageDescriptor(
            table: table,
            labels: rows.labels,
            encoding: options.encoding ?? .csvDefault,
            resources: resources
        )
        try handOn("datapackage.json", descriptor.json())
    }

    private func csv(_ rows: CSVRows, _ targets: some Collection<Int>) throws -> [UInt8] {
        var buffer = OutputBuffer()
        try EncodedCSV(options.encoding ?? .csvDefault).write(to: &buffer) { text in
            rows.writeHeader(to: &text)
            try rows.write(targets, to: &text)
        } naming: { row, cell in
            let target = row > 0 ? targets.dropFirst(row - 1).first : nil
            return rows.place(ofTarget: target, cell: cell)
        }
        return buffer.bytes
    }
}
