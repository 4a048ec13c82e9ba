internal import ContentDigest
internal import SourceText
public import TargetModel

/// A table as a Frictionless Data Package: a folder of CSV files and a description of them.
///
///     targets.csv          every target
///     summary.csv          counts per leader, unit and deadline
///     leaders/NAME.csv     the targets of one leader
///     datapackage.json     the files, their columns and checksums
public struct DataPackage: Sendable {
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
    /// - Complexity: O(n) in the bytes of the table's text; some files at a time are in memory.
    public func write(_ handOn: (_ path: String, _ bytes: [UInt8]) throws -> Void) throws {
        let rows = CSVRows(table, headers: options.headers)
        var resources: [DataPackageDescriptor.Resource] = []
        func finish(_ file: File) throws {
            try handOn(file.resource.path, file.bytes)
            resources.append(file.described)
        }

        try finish(
            File(
                .init(
                    name: "targets",
                    path: "targets.csv",
                    title: table.document.title,
                    kind: .targets
                ),
                try csv(rows, 0..<table.count) { try rows.writeAll(to: &$0) }
            )
        )
        var buffer = OutputBuffer()
        try SummaryCSV.write(summary, of: table, options: options, to: &buffer)
        try finish(
            File(
                .init(name: "summary", path: "summary.csv", title: nil, kind: .summary),
                buffer.bytes
            )
        )
        let names = FileNames.distinct(from: summary.leaders.map(\.name))
        for leaders in Cores.ranges(of: Self.leadersAtOnce, in: summary.leaders.count) {
            let made = Cores.map(leaders.count) { index in
                Result { try file(of: leaders.lowerBound + index, names, rows) }
            }
            for file in made { try finish(try file.get()) }
        }
        let descriptor = DataPackageDescriptor(
            table: table,
            labels: rows.labels,
            encoding: options.encoding ?? .csvDefault,
            resources: resources
        )
        try handOn("datapackage.json", descriptor.json())
    }

    /// How many leaders' files are made before they are handed on.
    private static let leadersAtOnce = 8

    /// The file of a leader (from 0).
    private func file(
        of leader: Int,
        _ names: [String],
        _ rows: CSVRows
    ) throws -> File {
        let (name, targets) = (summary.leaders[leader].name, summary.leaders[leader].targets)
        let resource = DataPackageDescriptor.Resource(
            name: "leader-\(leader + 1)",
            path: "leaders/\(names[leader]).csv",
            title: name.isEmpty ? nil : name,
            kind: .targets
        )
        return File(resource, try csv(rows, targets) { rows.write(targets, to: &$0) })
    }

    /// One file, with its checksum: another core makes that of a large one while it is handed on.
    private struct File: Sendable {
        let resource: DataPackageDescriptor.Resource
        let bytes: [UInt8]
        let sha256: Ahead<String>

        init(_ resource: DataPackageDescriptor.Resource, _ bytes: [UInt8]) {
            self.resource = resource
            self.bytes = bytes
            sha256 = Ahead(isLong: bytes.count > 1 << 18) { SHA256.hexDigest(of: bytes) }
        }

        /// The file as the package describes it.
        var described: DataPackageDescriptor.Resource {
            var resource = resource
            resource.byteCount = bytes.count
            resource.sha256 = sha256.value
            return resource
        }
    }

    private func csv(
        _ rows: CSVRows,
        _ targets: some Collection<Int>,
        _ write: (inout OutputBuffer) throws -> Void
    ) throws -> [UInt8] {
        var buffer = OutputBuffer()
        try buffer.withMemoryAhead(rows.likelySize(of: targets)) { buffer in
            try EncodedCSV(options.encoding ?? .csvDefault).write(to: &buffer) { text in
                rows.writeHeader(to: &text)
                try write(&text)
            } naming: { row, cell in
                let target = row > 0 ? targets.dropFirst(row - 1).first : nil
                return rows.place(ofTarget: target, cell: cell)
            }
        }
        return buffer.bytes
    }
}
