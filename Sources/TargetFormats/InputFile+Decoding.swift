public import SourceText
internal import TargetModel

extension FormatError {
    /// Makes an error that names every place that doesn't decode.
    package init(_ undecodable: UndecodableText) {
        var findings = DiagnosticBag()
        for diagnostic in undecodable.diagnostics { findings.report(diagnostic) }
        self.init(.data, findings)
    }
}

extension InputFile {
    /// Decodes a text file.
    ///
    /// `decoded` is handed the pieces of one in another character set than UTF-8 in turn; where the file
    /// `isOwned`, by nobody else, they are let go then.
    /// - Throws: `FormatError` where the file is no text, with the places that don't
    ///   decode, or larger than the offsets reach.
    consuming func decoded(
        as encoding: TextEncoding?,
        isOwned: Bool = false,
        _ decoded: (Span<UInt8>) -> Void = { _ in }
    ) throws(FormatError) -> SourceText {
        if let finding = OtherFormat.ofBinary(self) { throw FormatError(.data, finding) }
        let name = name
        guard bytes.count < TextStore.limit else { throw Self.tooLarge(name) }
        let source: SourceText
        do {
            // Nobody else has the bytes, if nobody had them before.
            var file: [UInt8] = []
            swap(&file, &bytes)
            source = try SourceText(
                decoding: consume file,
                named: name,
                as: encoding,
                isOwned: isOwned,
                decoded
            )
        } catch {
            throw FormatError(error)
        }
        // Characters of two bytes have three in UTF-8.
        guard source.bytes.count < TextStore.limit else { throw Self.tooLarge(name) }
        return source
    }

    private static func tooLarge(_ name: String) -> FormatError {
        FormatError(
            .data,
            Diagnostic(
                .error,
                .fileTooLarge,
                Wording(en: "the file is larger than 2 GiB", zh: "文件超过 2 GiB"),
                hint: Wording(en: "split it", zh: "请拆分后再处理"),
                file: name
            )
        )
    }

    /// Whether the file may be text in an encoding that somebody named, for this or for another file:
    /// it decodes so, and isn't clearly UTF-8, which may happen to decode as something else, too.
    public func mayBe(in encoding: TextEncoding) -> Bool {
        // The UTF-16 of a text in ASCII has zeros.
        if encoding.characterSet != .utf8, SourceText.isUTF8(bytes), !bytes.contains(0) {
            return false
        }
        return (try? SourceText(decoding: bytes, named: name, as: encoding)) != nil
    }

    /// The file's name without folders.
    var baseName: String {
        name.utf8.lastIndex(of: UInt8(ascii: "/")).map {
            String(name[name.utf8.index(after: $0)...])
        } ?? name
    }
}
