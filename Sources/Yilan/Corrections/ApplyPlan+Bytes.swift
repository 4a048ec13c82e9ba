internal import SourceText
public import TargetFormats
internal import TargetModel

extension ApplyPlan {
    /// Returns the corrected official file: `file`, which `official` was read from with the layout
    /// kept, with nothing changed but the corrected cells.
    ///
    /// The result is read again and compared with the corrected table before it is returned.
    /// - Throws: `FormatError` where a text can't stand in the official layout, where the result
    ///   would not read as the corrected table, or where the plan may not be written.
    /// - Complexity: O(n) in the file.
    public func bytes(
        correcting file: InputFile,
        options: ReadingOptions = ReadingOptions()
    ) throws(FormatError) -> [UInt8] {
        guard isWritable else {
            var findings = diagnostics
            if hasOpenConflicts {
                findings.report(Self.undecided.at(Place(file: file.name)))
            }
            throw FormatError(.data, findings)
        }
        if changesNothing { return file.bytes }
        guard official.layout != nil else {
            throw FormatError(.data, Self.withoutLayout.at(Place(file: file.name)))
        }
        let bytes: [UInt8]
        do {
            bytes = try TSVWriter.bytes(of: corrected, options: WritingOptions())
        } catch {
            throw error.mapping(placed)
        }
        // The writer has read its text again; here the file's bytes are, with its encoding.
        if corrected.layout?.encoding.characterSet != .utf8 {
            try verify(InputFile(name: file.name, bytes: bytes), options)
        }
        return bytes
    }

    /// The finding at the correction that it is about, where that can be told.
    private func placed(_ finding: Diagnostic) -> Diagnostic {
        guard finding.line == nil else { return finding }
        let ofTarget = changes.filter { $0.serial == finding.serial }
        let change =
            ofTarget.first { $0.column.key == finding.field } ?? ofTarget.first
            ?? (changes.count == 1 ? changes.first : nil)
        return change?.places.first.map { finding.at($0) } ?? finding
    }

    /// - Throws: `FormatError` where a file doesn't read as the corrected table.
    private func verify(_ file: InputFile, _ options: ReadingOptions) throws(FormatError) {
        var findings = DiagnosticBag()
        let again = try? TSVReader().read(file, options: options, reporting: &findings)
        guard let again, again == corrected else {
            throw FormatError(.data, Self.unreadable.at(Place(file: file.name)))
        }
    }

    private static let undecided = Diagnostic(
        .error,
        .correctionConflict,
        Wording(
            en: "corrections contradict each other, and nobody has decided",
            zh: "各处更正互相矛盾，尚未裁定"
        )
    )

    private static let withoutLayout = Diagnostic(
        .error,
        .notOfficial,
        Wording(
            en: "corrections go into a table in the official layout (TSV) only",
            zh: "更正只能写入官方版式的表格（TSV）"
        ),
        hint: Wording(en: "give the official file", zh: "请给出官方文件"),
        remedy: .official
    )

    private static let unreadable = Diagnostic(
        .error,
        .correctionCheckFailed,
        Wording(
            en: "the corrected file would not read as the corrected table; nothing was written",
            zh: "更正后的文件读回来与更正结果不一致，因此没有写出"
        ),
        hint: Wording(
            en: "this is a fault of yilan: please report it with both files",
            zh: "这是 yilan 的缺陷，请连同两个文件一起反馈"
        )
    )
}
