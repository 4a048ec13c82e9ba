internal import JSONText
public import SourceText
public import TargetFormats
internal import TargetModel

extension CorrectionsDocument {
    /// Whether a file is a list of corrections, of whatever version: JSON whose `format` says so.
    ///
    /// - Complexity: O(n) in the file; it is parsed only where it holds the format's name.
    public static func isFormat(of file: InputFile) -> Bool { Text(ofListIn: file) != nil }

    /// A file that was parsed.
    struct Text {
        fileprivate let source: SourceText
        fileprivate let root: JSONValue?

        /// Parses a file that is a list of corrections, of whatever version; nil where it is none.
        init?(ofListIn file: InputFile) {
            guard holdsName(file.bytes.span), let text = try? Text(of: file),
                let format = text.root?["format"]?.string, format.begins(with: family)
            else { return nil }
            self = text
        }

        /// - Throws: `FormatError` where the file is no JSON.
        fileprivate init(of file: InputFile) throws(FormatError) {
            do throws(UndecodableText) {
                source = try SourceText(decoding: file.bytes, named: file.name, as: .utf8)
            } catch {
                throw FormatError(error)
            }
            do throws(JSONTextError) {
                root = try JSONDocument(parsing: source.bytes, areUTF8: true).root
            } catch {
                throw FormatError(.data, error.diagnostic.at(error.range, of: source))
            }
        }
    }

    /// Whether the format's name stands anywhere in a text.
    private static func holdsName(_ text: Span<UInt8>) -> Bool {
        // A slash may be escaped.
        let name = Array(family.utf8.dropLast())
        guard let first = name.first, text.count >= name.count else { return false }
        for start in 0...(text.count - name.count) where text[start] == first {
            if name.indices.allSatisfy({ text[start + $0] == name[$0] }) { return true }
        }
        return false
    }

    /// Reads a list of corrections; everything that is wrong is reported.
    ///
    /// - Throws: `FormatError` where the file is no JSON or says another format.
    /// - Complexity: O(n) in the file.
    public init(
        reading file: InputFile,
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) {
        self = try CorrectionsDocument(Text(of: file), reporting: &diagnostics)
    }

    /// Reads a list of corrections that was parsed; everything that is wrong is reported.
    ///
    /// - Throws: `FormatError` where it says another format.
    init(_ text: Text, reporting diagnostics: inout DiagnosticBag) throws(FormatError) {
        let (source, root) = (text.source, text.root)
        var decoder = CorrectionsDecoder(source)
        guard let root, root["format"]?.string?.utf8.elementsEqual(Self.format.utf8) ?? false else {
            let found = root?["format"]
            let place = (found ?? root)?.range ?? 0..<0
            let finding =
                found?.string.flatMap(Self.otherVersion) ?? Self.wrongFormat
            throw FormatError(.data, finding.at(place, of: source))
        }
        decoder.decode(root)
        diagnostics.report(contentsOf: decoder.findings.bag)
        self = decoder.document
    }

    /// What to say of a list of another version; nil where a format is no list of corrections.
    private static func otherVersion(_ found: String) -> Diagnostic? {
        guard found.utf8.starts(with: family.utf8) else { return nil }
        return Diagnostic(
            .error,
            .unknownVersion,
            Wording(
                en: "this list is of another version, \(found); \(format) is read here",
                zh: "这份更正清单是另一版本（\(found)），这里只读 \(format)"
            ),
            hint: Wording(
                en: "use a newer yilan, or send it as \(format)",
                zh: "请换用更新的 yilan，或按 \(format) 提交"
            ),
            remedy: .listOfCorrections
        )
    }

    private static let wrongFormat = Diagnostic(
        .error,
        .wrongFormat,
        Wording(
            en: "this is no list of corrections: `format` is not \"\(format)\"",
            zh: "这不是更正清单：“format”不是 \"\(format)\""
        ),
        hint: Wording(
            en: "the form is {\"format\": \"\(format)\", \"corrections\": [{\"serial\": 161,"
                + " \"field\": \"progress\", \"old\": \"…\", \"new\": \"…\"}]}",
            zh: "格式为 {\"format\": \"\(format)\", \"corrections\": [{\"serial\": 161,"
                + " \"field\": \"progress\", \"old\": \"…\", \"new\": \"…\"}]}"
        )
    )
}

/// Reads the values of a list of corrections.
private struct CorrectionsDecoder {
    private(set) var document = CorrectionsDocument(corrections: [])
    private(set) var findings: JSONFindings
    private let file: String
    private var location: AscendingLocation

    private enum Key: String, JSONKey {
        case format, corrections, around, added, removed, conflicts
        // What a report says of its run.
        case status, official, output
    }

    private enum CorrectionKey: String, JSONKey { case serial, field, new, old, place, sources }

    private enum PlaceKey: String, JSONKey { case line, page, block, section }

    private static let serialKinds: JSONKinds = [.string, .integer]

    private static let keys = JSONKeys<Key>(required: 2)
    private static let correctionKeys = JSONKeys<CorrectionKey>(required: 3)

    init(_ source: SourceText) {
        findings = JSONFindings(in: source)
        file = source.name
        location = AscendingLocation(source.bytes)
    }

    mutating func decode(_ root: JSONValue) {
        _ = findings.members(of: root, "corrections document", Self.keys)
        // In the order of the text, so that lines can be counted in one pass.
        for member in root.members {
            switch member.key.string.flatMap(Key.init(rawValue:)) {
            case .corrections?:
                // Doubled again and again, the list was there one and a half times.
                let count = member.value.elements.reduce(0) { count, _ in count + 1 }
                document.corrections.reserveCapacity(count)
                decode(member) { $0.decodeCorrection($1) }
            case .added?: decode(member) { $0.decodeAdded($1) }
            case .removed?: decode(member) { $0.decodeRemoved($1) }
            case .conflicts?: tellOpen(member.value)
            case .around?: tellSurroundings(member.value)
            case .format?, .status?, .official?, .output?, nil: continue
            }
        }
    }

    /// Tells how many conflicts of a report nobody has decided about: they are no corrections.
    private mutating func tellOpen(_ conflicts: JSONValue) {
        let open = conflicts.elements.filter { $0["resolution"]?.string == "open" }
        guard let first = open.first else { return }
        findings.report(Self.openConflicts(open.count), at: first)
    }

    /// Tells what else is different between the tables: cells alone are corrected.
    private mutating func tellSurroundings(_ changes: JSONValue) {
        guard findings.expect(.array, changes, "around") else { return }
        let elements = Array(changes.elements)
        guard let first = elements.first else { return }
        let texts = elements.map { change in
            SurroundingChange.shown(
                kind: change["kind"]?.string.flatMap(SurroundingChange.Kind.init(rawValue:)),
                new: change["new"]?.string
            )
        }
        findings.report(Diagnostic.surroundingsLeftOut(texts), at: first)
    }

    private static func openConflicts(_ count: Int) -> Diagnostic {
        Diagnostic(
            .warning,
            .openConflictsLeftOut,
            Wording(
                en: "this report has \(count) open \(count == 1 ? "conflict" : "conflicts"), which"
                    + " \(count == 1 ? "is" : "are") none of its corrections",
                zh: "这份报告中有 \(count) 处未决的冲突，不在其更正之列"
            ),
            hint: Wording(
                en: "decide about them, and send their texts as corrections",
                zh: "请先作出决定，再把这些内容作为更正提交"
            )
        )
    }

    private mutating func decode(
        _ member: JSONValue.Member,
        _ decodeElement: (inout CorrectionsDecoder, JSONValue) -> Void
    ) {
        let list = member.value
        guard findings.expect(.array, list, member.key.string ?? "") else { return }
        for element in list.elements {
            decodeElement(&self, element)
            findings.serial = nil
        }
    }

    private mutating func decodeCorrection(_ value: JSONValue) {
        let place = place(of: value)
        findings.serial = value["serial"].flatMap { $0.string ?? $0.number }
        let members = findings.members(of: value, "correction", Self.correctionKeys)
        guard let serial = serial(members[.serial]),
            let field = string(members[.field], "field")
        else { return }
        let isSerial = field == Field.serial.key
        let new =
            isSerial
            ? self.serial(members[.new], "new") : string(members[.new], "new", field: field)
        var old: String?
        if let value = members[.old], !value.isNull {
            old = isSerial ? self.serial(value, "old") : string(value, "old", field: field)
            guard old != nil else { return }
        }
        guard let new, let target = targetPlace(members[.place]) else { return }
        document.corrections.append(
            Correction(
                serial: serial,
                field: field,
                old: old,
                new: new,
                target: target == .init() ? nil : target,
                place: place
            )
        )
    }

    /// Which target is meant, as an object with line, page, block says; nil where it is wrong, which
    /// is reported.
    ///
    /// A text, as reports have it, only tells people.
    private mutating func targetPlace(_ value: JSONValue?) -> Correction.TargetPlace? {
        guard let value, !value.isNull else { return .init() }
        guard findings.expect([.string, .object], value, "place") else { return nil }
        guard value.kind == .object else { return .init() }
        let members = findings.members(of: value, "place", JSONKeys<PlaceKey>())
        guard members.isRight else { return nil }
        for key in PlaceKey.allCases {
            guard let member = members[key] else { continue }
            let isRight =
                key == .section
                ? findings.expect([.string, .null], member, key.rawValue)
                : findings.expect([.integer, .null], member, key.rawValue)
            guard isRight else { return nil }
        }
        return .init(
            line: members[.line]?.integer,
            page: members[.page]?.integer,
            block: members[.block]?.integer,
            section: members[.section]?.string
        )
    }

    private mutating func decodeAdded(_ value: JSONValue) {
        let place = place(of: value)
        findings.serial = value["serial"].flatMap { $0.string ?? $0.number }
        guard findings.expect(.object, value, "added") else { return }
        if value["serial"] == nil { findings.reportMissing("serial", in: value, "added") }
        var texts: [(field: String, text: String)] = []
        for member in value.members {
            guard let key = member.key.string else { continue }
            switch key {
            case Field.serial.key:
                if let text = serial(member.value) { texts.append((key, text)) }
            case "extra":
                guard findings.expect(.object, member.value, "extra") else { continue }
                for extra in member.value.members {
                    guard let label = extra.key.string,
                        let text = string(extra.value, label, field: label)
                    else { continue }
                    texts.append((label, text))
                }
            case "place": continue
            default:
                // As in a table: `{"text": "年底", …}`.
                let value = member.value.kind == .object ? member.value["text"] : member.value
                if let text = string(value ?? member.value, key, field: key) {
                    texts.append((key, text))
                }
            }
        }
        document.added.append(.init(texts: texts, place: place))
    }

    private mutating func decodeRemoved(_ value: JSONValue) {
        let place = place(of: value)
        var serialValue: JSONValue? = value
        if value.kind == .object {
            serialValue = value["serial"]
            if serialValue == nil { findings.reportMissing("serial", in: value, "removed") }
        }
        guard let serial = serial(serialValue) else { return }
        document.removed.append(.init(serial: serial, place: place))
    }

    private mutating func serial(_ value: JSONValue?, _ name: String = "serial") -> String? {
        guard let value, findings.expect(Self.serialKinds, value, name) else { return nil }
        return value.string ?? value.integer.map { String($0) }
    }

    private mutating func string(
        _ value: JSONValue?,
        _ name: String,
        field: String? = nil
    ) -> String? {
        guard let value, findings.expect(.string, value, name, field: field) else { return nil }
        return value.string
    }

    private mutating func place(of value: JSONValue) -> Place {
        let (line, column) = location.of(value.range.lowerBound)
        return Place(file: file, line: line, column: column)
    }
}

/// Tells lines and columns of offsets that ascend, in one pass over the text.
private struct AscendingLocation {
    private let bytes: [UInt8]
    private var offset = 0
    private var line = 1
    private var column = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Line and column (both from 1, in scalars) of the byte at `offset` (from 0), which is not
    /// before that of the last call.
    mutating func of(_ offset: Int) -> (line: Int, column: Int) {
        let bytes = bytes
        let text = bytes.span
        // A program puts it all into one line.
        let rest = text.extracting(self.offset..<max(self.offset, min(offset, text.count)))
        if rest.firstIndex(of: .lineFeed, from: 0) == nil,
            rest.firstIndex(of: .carriageReturn, from: 0) == nil
        {
            column += rest.scalarCount
            self.offset += rest.count
            return (line, column)
        }
        // In members, they would be stored again at each byte.
        var (index, line, column) = (self.offset, line, column)
        let end = min(offset, text.count)
        while index < end {
            let byte = text[index]
            index += 1
            let isCRLF =
                byte == .carriageReturn && index < text.count && text[index] == .lineFeed
            if byte == .lineFeed || (byte == .carriageReturn && !isCRLF) {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80, !isCRLF {
                column += 1
            }
        }
        (self.offset, self.line, self.column) = (index, line, column)
        return (line, column)
    }
}
