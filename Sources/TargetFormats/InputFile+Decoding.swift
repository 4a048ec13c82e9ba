internal import SourceText
internal import TargetModel

extension InputFile {
    /// Decodes a text file; places that don't decode are reported.
    ///
    /// - Throws: `FormatError` where the file is no text, or larger than the offsets reach.
    func decoded(
        as encoding: TextEncoding?,
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> SourceText {
        if let finding = OtherFormat.ofBinary(self) { throw FormatError(.data, finding) }
        guard bytes.count < TextStore.limit / 2 else {
            throw FormatError(
                .data,
                Diagnostic(
                    .error,
                    "file-too-large",
                    Wording(en: "the file is larger than 1 GiB", zh: "文件超过 1 GiB"),
                    hint: Wording(en: "split it", zh: "请拆分后再处理"),
                    file: name
                )
            )
        }
        do {
            return try SourceText(decoding: bytes, named: name, as: encoding)
        } catch {
            for diagnostic in error.diagnostics { diagnostics.report(diagnostic) }
            throw FormatError(.data, nil)
        }
    }

    /// The file's name without folders.
    var baseName: String {
        name.utf8.lastIndex(of: UInt8(ascii: "/")).map {
            String(name[name.utf8.index(after: $0)...])
        } ?? name
    }
}
