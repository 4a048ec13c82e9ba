internal import DocumentText
internal import HTMLText
package import SourceText
package import TargetModel

/// Reads web pages: the tables of targets among whatever else the page shows.
package struct HTMLReader: TargetReader {
    /// Makes a reader.
    package init() {}

    /// Reads a whole page.
    ///
    /// The table has neither layout nor baseline: a page carries none.
    /// - Throws: `FormatError` where the file is no text, or holds no table of targets.
    /// - Complexity: O(n) in the bytes of the file.
    package func read(
        _ input: InputFile,
        options: ReadingOptions,
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> TargetTable {
        if options.encoding == nil, let other = Self.otherEncoding(of: input) {
            throw FormatError(.data, other)
        }
        let source = try input.decoded(as: options.encoding)
        let content: DocumentContent
        do throws(HTMLDocument.Failure) {
            content = try HTMLDocument.content(of: source.bytes)
        } catch {
            throw FormatError(.data, error.diagnostic(input.name))
        }
        let encoding = source.encoding.name
        return try DocumentReader(input, .html, options: options, encoding: encoding)
            .read(content, reporting: &diagnostics)
    }

    // MARK: Content

    /// So much of a file is looked at to tell what it is.
    private static let beginning = 4_096

    /// Whether a file looks like a page: it begins with a tag, and has one of a page's.
    ///
    /// A copied page begins with lines such as `Version:0.9`, which say where it stands.
    static func isPage(_ bytes: [UInt8]) -> Bool {
        let text = lowercased(bytes)
        let start = text.drop { $0.isWhitespace }
        guard start.hasPrefix("<") || start.hasPrefix("version:") else { return false }
        let tags = ["<!doctype html", "<html", "<head", "<body", "<table", "<meta ", "<div"]
        return tags.contains { text.contains($0) }
    }

    /// The beginning of a file, in small letters, without what is not ASCII (or the zeros of
    /// UTF-16).
    private static func lowercased(_ bytes: [UInt8]) -> String {
        String(
            decoding: bytes.prefix(beginning).filter { (0x09...0x7E).contains($0) },
            as: UTF8.self
        ).lowercased()
    }

    /// What to say of a page in an encoding that isn't read; nil where the page names none, or is
    /// clean UTF-8 whatever it names.
    private static func otherEncoding(of input: InputFile) -> Diagnostic? {
        let text = lowercased(input.bytes)
        guard let charset = text.firstRange(of: "charset=") else { return nil }
        let name = text[charset.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
            .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        guard !name.isEmpty, TextEncoding(named: String(name)) == nil,
            (try? UTF8Span(validating: input.bytes.span)) == nil
        else { return nil }
        return Diagnostic(
            .error,
            .unsupportedEncoding,
            Wording(
                en: "the page is in the encoding \(name), which is not read",
                zh: "网页采用 \(name) 编码，无法读取"
            ),
            hint: Wording(
                en: "open it in a browser and save it again, which makes it UTF-8, "
                    + "or name the right encoding",
                zh: "请用浏览器打开后重新保存（保存后为 UTF-8），或指明正确的编码"
            ),
            remedy: .encoding,
            file: input.name
        )
    }
}

extension HTMLDocument.Failure {
    /// The failure as a finding about `file`.
    fileprivate func diagnostic(_ file: String) -> Diagnostic {
        switch self {
        case .limit(let limit): limit.diagnostic(file)
        case .tooDeep(let depth):
            Diagnostic(
                .error,
                .unsafeDocument,
                Wording(
                    en: "the page is refused: its elements stand in each other "
                        + "more than \(depth) deep",
                    zh: "出于安全考虑，拒绝读取该网页：元素嵌套超过 \(depth) 层"
                ),
                hint: DocumentReader.saveAnew,
                file: file
            )
        case .stopped(let byte):
            Diagnostic(
                .error,
                .damagedDocument,
                Wording(
                    en: "the page can't be read to its end: reading stopped at byte \(byte)",
                    zh: "网页未能读完：在第 \(byte) 字节处中断"
                ),
                hint: DocumentReader.saveAnew,
                file: file
            )
        case .tooLarge:
            Diagnostic(
                .error,
                .fileTooLarge,
                Wording(en: "the page is larger than 2 GiB", zh: "网页超过 2 GiB"),
                hint: DocumentReader.saveAnew,
                file: file
            )
        case .noParser:
            Diagnostic(
                .error,
                .unreadableInput,
                Wording(
                    en: "web pages are read with libxml2, which is not installed here",
                    zh: "读取网页需要 libxml2，但系统中没有安装"
                ),
                hint: Wording(
                    en: "install it (Debian's package is libxml2), or save the page as "
                        + "another format, such as xlsx",
                    zh: "请安装 libxml2（Debian 软件包名为 libxml2），或把网页另存为 xlsx 等格式"
                ),
                file: file
            )
        }
    }
}
