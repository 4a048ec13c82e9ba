import SourceText
import TargetFormats
import TargetModel

/// What an input is fed to.
struct Subject: Sendable {
    private let format: TargetFormat
    /// Turns an input into a file of the format.
    private let wrap: @Sendable ([UInt8]) -> [UInt8]

    /// Parts of archives that are whole otherwise, which damaged archives hardly ever reach: the
    /// format, and what puts a part into a file of it.
    private static let parts: [String: (String, @Sendable ([UInt8]) -> [UInt8])] = [
        "sheet": ("xlsx", StoredArchive.workbook(sheet:)),
        "word": ("docx", StoredArchive.word(document:)),
        "content": ("ods", StoredArchive.spreadsheet(content:)),
    ]

    /// Finds the format called `name`, or the one that a part called so belongs to.
    init?(named name: String) {
        let part = Self.parts[name]
        guard let format = TargetFormat.named(part?.0 ?? name) else { return nil }
        self.format = format
        if let part { wrap = part.1 } else { wrap = { $0 } }
    }

    /// Reads an input, and holds what is accepted to the laws: it can be written, what was written
    /// reads as the same table, and an official file comes back byte for byte.
    ///
    /// - Throws: `LawBroken`.
    func check(_ bytes: [UInt8]) throws {
        let file = wrap(bytes)
        guard let table = try? read(file) else { return }
        for case .stream(let other) in TargetFormat.all.map(\.writer) {
            // Another format may not be able to hold the table, and says so.
            var buffer = OutputBuffer()
            try? other.write(table, options: WritingOptions(), to: &buffer)
        }
        guard case .stream(let writer) = format.writer else { return }
        let written = try write(table, writer)
        if format.has(.official) {
            guard written == file else {
                throw LawBroken("same bytes", written, insteadOf: file)
            }
            return
        }
        let again: TargetTable
        do {
            again = try read(written)
        } catch {
            throw LawBroken("what was written can be read", "\(error)")
        }
        let twice = try write(again, writer)
        guard isSame(again, as: table), twice == written else {
            throw LawBroken("same table", twice, insteadOf: written)
        }
    }

    /// Formats that have nothing but a row of labels, which says other words where those that were read would
    /// mean something else by themselves.
    private static let onlyLabels: Set = ["csv", "md"]

    /// Whether what was read again is the table that was written.
    private func isSame(_ again: TargetTable, as table: TargetTable) -> Bool {
        if again == table { return true }
        return Self.onlyLabels.contains(format.name) && again.count == table.count
            && again.columns.map(\.field) == table.columns.map(\.field)
            && (0..<table.count).allSatisfy { target in
                table.columns.indices.allSatisfy { column in
                    again.string(target, column: column).utf8
                        .elementsEqual(table.string(target, column: column).utf8)
                }
            }
    }

    /// The table of a file.
    ///
    /// - Throws: why the file is refused.
    private func read(_ file: [UInt8]) throws -> TargetTable {
        var options = ReadingOptions()
        options.keepsLayout = true
        options.maximumEntrySize = 1 << 22
        var diagnostics = DiagnosticBag()
        let input = InputFile(name: "fuzz." + format.name, bytes: file)
        let table = try format.reader.read(input, options: options, reporting: &diagnostics)
        if let finding = diagnostics.all.first(where: { $0.severity == .error }) {
            throw FormatError(.data, finding)
        }
        return table
    }

    private func write(_ table: TargetTable, _ writer: any TargetStreamWriter) throws -> [UInt8] {
        var buffer = OutputBuffer()
        do {
            try writer.write(table, options: WritingOptions(), to: &buffer)
        } catch {
            throw LawBroken("what was read can be written", "\(error)")
        }
        return buffer.bytes
    }
}

/// An input that was accepted and broke a law.
struct LawBroken: Error, CustomStringConvertible {
    /// The law's name, and what is known of how it broke.
    var description: String

    /// Says where two outputs that should be equal differ first.
    init(_ law: String, _ actual: [UInt8], insteadOf expected: [UInt8]) {
        let place = zip(actual, expected).enumerated().first { $1.0 != $1.1 }?.offset
        let start = place ?? min(actual.count, expected.count)
        func excerpt(_ bytes: [UInt8]) -> String {
            let around = bytes[max(0, start - 40)..<min(bytes.count, start + 40)]
            return around.map { byte in
                byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\\")
                    ? String(UnicodeScalar(byte))
                    : "\\x" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
            }.joined()
        }
        description =
            "broken: \(law), from byte \(start) of \(expected.count)\n"
            + "is  \(excerpt(actual))\nnot \(excerpt(expected))"
    }

    /// Says what a reader or writer said.
    init(_ law: String, _ reason: String) {
        description = "broken: \(law): \(reason)"
    }
}
