internal import SourceText
internal import TargetModel

/// Says what a file is that can't be read as the format that its name or `--from` says.
///
/// Nothing is read in another format than the user asked for; but one who gave a workbook the name
/// of a text file is told so, instead of a hundred bytes that are no characters. Formats know their
/// files by their content, so that one that is added is told from others at once.
enum OtherFormat {
    /// What to tell of a file whose bytes are no text's; nil for text.
    static func ofBinary(_ input: InputFile) -> Diagnostic? {
        // Formats of text aren't asked: to know JSON, all of it is parsed, and whoever reads it does
        // that anyway (a fifth of reading a JSON document of 100,000 targets).
        if let format = TargetFormat.all.first(where: { !$0.has(.text) && $0.isMarked(input.bytes) }
        ) {
            return finding(format, input.name)
        }
        return UnreadFormat.ofBinary(input)
    }

    /// What to tell of a file that is none of the format it was read as, but is one of another;
    /// nil where it can't be told.
    ///
    /// - Complexity: O(n) in the bytes; asked only where reading failed.
    static func ofText(
        _ input: InputFile,
        isNot format: TargetFormat,
        _ options: ReadingOptions
    ) -> Diagnostic? {
        if let found = TargetFormat.marked(input.bytes) {
            return found.name == format.name ? nil : finding(found, input.name)
        }
        if let unread = UnreadFormat.ofBinary(input) ?? UnreadFormat.ofText(input) { return unread }
        guard let found = TargetFormat.headed(input, options), found.name != format.name else {
            return nil
        }
        return finding(found, input.name)
    }

    /// What to tell of CSV that is the official layout, with tabs between its cells: it is read, but
    /// its layout is left out.
    static func officialLayout(named name: String) -> Diagnostic {
        var note = finding(.tsv, name)
        note.severity = .note
        return note
    }

    private static func finding(_ format: TargetFormat, _ name: String) -> Diagnostic {
        let (what, ending) = (format.noun, "." + format.usualExtension)
        return Diagnostic(
            .error,
            .otherFormat,
            Wording(
                en: "the file is \(what), whatever its name says",
                zh: "文件内容与文件名不符，实际格式：\(what)"
            ),
            hint: Wording(
                en: "let its name end in \(ending), or say what it is",
                zh: "请把扩展名改为 \(ending)，或指明格式"
            ),
            remedy: .format(format.name),
            file: name
        )
    }
}
