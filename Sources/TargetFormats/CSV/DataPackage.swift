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

    /// What a file holds: calls `put` with its bytes, piece by piece.
    public typealias Content = (_ put: ([UInt8]) throws -> Void) throws -> Void

    /// Makes the files one after the other, each while `file` takes its content; the description comes last.
    ///
    /// `path` is relative to the package's folder, with `/` between folder and file. Equal tables
    /// give equal files.
    /// - Throws: `FormatError` where the encoding can't hold a character, and what `file` throws.
    /// - Complexity: O(n) in the bytes of the table's text; some leaders' files at a time are in memory.
    public func write(_ file: (_ path: String, _ content: Content) throws -> Void) throws {
        let rows = CSVRows(table, headers: options.headers)
        var resources: [DataPackageDescriptor.Resource] = []
        func finish(_ made: File) throws {
            try file(made.resource.path) { put in try put(made.bytes) }
            resources.append(made.described)
        }

        func finish(
            _ resource: DataPackageDescriptor.Resource,
            _ targets: some RandomAccessCollection<Int> & Sendable
        ) throws {
            var resource = resource
            try file(resource.path) { put in
                try write(rows, targets, to: put, describing: &resource)
            }
            resources.append(resource)
        }

        try finish(
            .init(
                name: "targets",
                path: "targets.csv",
                title: table.document.title,
                kind: .targets
            ),
            0..<table.count
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
        let bytesPerTarget = resources[0].byteCount / max(1, table.count)
        var next = 0
        while next < summary.leaders.count {
            let leaders = leadersTogether(from: next, bytesPerTarget: bytesPerTarget)
            if leaders.isEmpty {
                try finish(resource(of: next, names), summary.leaders[next].targets)
                next += 1
                continue
            }
            let made = Cores.map(leaders.count) { index in
                Result { try self.file(of: leaders.lowerBound + index, names, rows) }
            }
            for file in made { try finish(try file.get()) }
            next = leaders.upperBound
        }
        let descriptor = DataPackageDescriptor(
            table: table,
            labels: rows.labels,
            encoding: options.encoding ?? .csvDefault,
            resources: resources
        )
        try file("datapackage.json") { put in try put(descriptor.json()) }
    }

    /// Writes a file of targets (from 0) by all cores, and fills in its size and checksum.
    private func write(
        _ rows: CSVRows,
        _ targets: some RandomAccessCollection<Int> & Sendable,
        to put: ([UInt8]) throws -> Void,
        describing resource: inout DataPackageDescriptor.Resource
    ) throws {
        let digest = DigestAhead()
        var count = 0
        // The buffer is gone when this returns.
        try withoutActuallyEscaping(put) { put in
            var buffer = OutputBuffer { piece in
                count += piece.count
                digest.add(piece)
                try put(piece)
            }
            try write(rows, targets, to: &buffer) { try rows.writeAll(targets, to: &$0) }
            try buffer.finish()
        }
        resource.byteCount = count
        resource.sha256 = digest.hexDigest
    }

    /// How many leaders' files are made before they are handed on, and of about how many bytes in all.
    ///
    /// With four times as many bytes, writing a million targets takes 10 MB more and as long.
    private static let (mostLeaders, mostBytes) = (8, 1 << 22)

    /// The leaders (from 0), `first` and some behind it, whose files are made by one core each; none where its
    /// file is so large that all cores make it.
    private func leadersTogether(from first: Int, bytesPerTarget: Int) -> Range<Int> {
        var end = first
        var size = 0
        while end < min(first + Self.mostLeaders, summary.leaders.count) {
            size += summary.leaders[end].targets.count * bytesPerTarget
            if size > Self.mostBytes { break }
            end += 1
        }
        return first..<end
    }

    /// The file of a leader (from 0), as it is called.
    private func resource(of leader: Int, _ names: [String]) -> DataPackageDescriptor.Resource {
        let name = summary.leaders[leader].name
        return DataPackageDescriptor.Resource(
            name: "leader-\(leader + 1)",
            path: "leaders/\(names[leader]).csv",
            title: name.isEmpty ? nil : name,
            kind: .targets
        )
    }

    /// The file of a leader (from 0).
    private func file(
        of leader: Int,
        _ names: [String],
        _ rows: CSVRows
    ) throws -> File {
        let targets = summary.leaders[leader].targets
        var buffer = OutputBuffer()
        try buffer.withMemoryAhead(rows.likelySize(of: targets)) { buffer in
            try write(rows, targets, to: &buffer) { rows.write(targets, to: &$0) }
        }
        return File(resource(of: leader, names), buffer.bytes)
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

    /// Writes the header and the rows of some targets (from 0), which `write` writes.
    private func write(
        _ rows: CSVRows,
        _ targets: some Collection<Int>,
        to buffer: inout OutputBuffer,
        _ write: (inout OutputBuffer) throws -> Void
    ) throws {
        try EncodedCSV(options.encoding ?? .csvDefault).write(to: &buffer) { text in
            rows.writeHeader(to: &text)
            try write(&text)
        } naming: { row, cell in
            let target = row > 0 ? targets.dropFirst(row - 1).first : nil
            return rows.place(ofTarget: target, cell: cell)
        }
    }
}
