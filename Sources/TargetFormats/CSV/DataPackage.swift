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
    private let options: WritingOptions

    /// Prepares to write `table`.
    public init(of table: TargetTable, options: WritingOptions) {
        self.table = table
        self.options = options
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
        var summary = Summary(of: table)
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
        var leaders = zip(summary.leaders, names).enumerated().map { number, leader in
            Leader(
                number: number,
                targets: leader.0.targets,
                name: leader.0.name,
                fileName: leader.1
            )
        }
        // A leader whose file is written is let go: all of them hold 8 bytes a target.
        summary = Summary()
        while let first = leaders.first {
            let together = Array(Self.together(leaders, bytesPerTarget: bytesPerTarget))
            leaders.removeFirst(max(1, together.count))
            if together.isEmpty { try finish(first.resource, first.targets) }
            let made = Cores.map(together.count) { index in
                Result { try self.file(of: together[index], rows) }
            }
            for file in made { try finish(try file.get()) }
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

    /// The first of some leaders, whose files are made by one core each; none where the first one's file is so
    /// large that all cores make it.
    private static func together(
        _ leaders: [Leader],
        bytesPerTarget: Int
    ) -> ArraySlice<Leader> {
        var size = 0
        return leaders.prefix(mostLeaders).prefix { leader in
            size += leader.targets.count * bytesPerTarget
            return size <= mostBytes
        }
    }

    /// A leader who has a file.
    private struct Leader: Sendable {
        /// Which leader of the table, from 0.
        let number: Int
        /// The leader's targets, by index in the table (from 0), in order.
        let targets: [Int]
        let name: String
        let fileName: String

        /// The file, as it is called.
        var resource: DataPackageDescriptor.Resource {
            DataPackageDescriptor.Resource(
                name: "leader-\(number + 1)",
                path: "leaders/\(fileName).csv",
                title: name.isEmpty ? nil : name,
                kind: .targets
            )
        }
    }

    /// Makes the file of a leader.
    private func file(of leader: Leader, _ rows: CSVRows) throws -> File {
        var buffer = OutputBuffer()
        try buffer.withMemoryAhead(rows.likelySize(of: leader.targets)) { buffer in
            try write(rows, leader.targets, to: &buffer) { rows.write(leader.targets, to: &$0) }
        }
        return File(leader.resource, buffer.bytes)
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
