extension SourceText {
    /// Every place from `start` on, before which `text` stands, that does not decode, or does not encode to the
    /// same bytes again.
    static func undecodablePlaces(
        of file: [UInt8],
        from start: Int,
        after text: [UInt8],
        as encoding: TextEncoding,
        named name: String
    ) -> [Diagnostic] {
        let set = encoding.characterSet
        let (places, text) =
            set == .utf8
            ? undecodableUTF8(file, from: start) : undecodable(file, from: start, after: text, set)
        let shown = SourceText(name: name, validated: text, encoding: encoding)
        guard !places.isEmpty else {
            return [
                Diagnostic(
                    .error,
                    .undecodableText,
                    Wording(
                        en:
                            "the file is not clean \(set.displayName): it holds byte sequences that stand for a character in a second way",
                        zh: "文件不是规范的 \(set.displayName) 编码：含有同一字符的另一种字节写法"
                    ),
                    hint: hint
                ).at(0..<0, of: shown)
            ]
        }
        return places.map { place in
            let bytes = file[place.offset..<min(place.offset + set.unitSize, file.count)]
                .map { "0x" + ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
                .joined(separator: " ")
            return Diagnostic(
                .error,
                .undecodableText,
                Wording(
                    en: "\(bytes) is not a character in \(set.displayName)",
                    zh: "字节 \(bytes) 不是 \(set.displayName) 编码的字符"
                ),
                hint: hint,
                remedy: .encoding
            ).at(place.textOffset..<(place.textOffset + 3), of: shown)
        }
    }

    /// Where bytes begin that don't decode, in the file and in its text, and the text.
    private typealias Undecodable = (
        places: [(offset: Int, textOffset: Int)], text: [UInt8]
    )

    /// Stands for a byte in the excerpt only.
    private static let replacement = Array("\u{FFFD}".utf8)

    private static func undecodable(
        _ file: [UInt8],
        from start: Int,
        after text: [UInt8],
        _ set: TextEncoding.CharacterSet
    ) -> Undecodable {
        var found: Undecodable = ([], text)
        guard var converter = CharacterConverter(from: set.iconvName, to: "UTF-8") else {
            return found
        }
        var position = start
        while found.places.count < DiagnosticBag.limit,
            case .invalid(let at) = converter.convert(file.span, from: position, into: &found.text)
        {
            found.places.append((at, found.text.count))
            found.text += replacement
            position = min(at + set.unitSize, file.count)
        }
        return found
    }

    /// The converter takes some sequences that stand for no character, or for one in a second form.
    private static func undecodableUTF8(_ file: [UInt8], from start: Int) -> Undecodable {
        var found: Undecodable = ([], [])
        var position = start
        while position < file.count, found.places.count < DiagnosticBag.limit {
            do throws(UTF8.ValidationError) {
                _ = try UTF8Span(validating: file.span.extracting(position..<file.count))
                found.text += file[position...]
                position = file.count
            } catch {
                let at = position + error.byteOffsets.lowerBound
                found.text += file[position..<at]
                found.places.append((at, found.text.count))
                found.text += replacement
                position = at + 1
            }
        }
        return found
    }

    private static let hint = Wording(
        en: "if the file is in another encoding, name it (utf-8, gb18030, utf-16le, utf-16be)",
        zh: "如果文件是别的编码，请指明（utf-8、gb18030、utf-16le、utf-16be）"
    )
}
