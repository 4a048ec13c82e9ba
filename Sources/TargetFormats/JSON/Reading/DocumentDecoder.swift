internal import JSONText
internal import SourceText
internal import TargetModel

/// Reads the object of a whole table.
struct DocumentDecoder {
    private let source: SourceText
    private let file: String
    private(set) var findings: JSONFindings

    init(_ source: SourceText, file: String) {
        self.source = source
        self.file = file
        findings = JSONFindings(in: source)
    }

    /// The keys of the document; `findings` and `indicators` follow from the texts, and are not read.
    private enum Key: String, JSONKey {
        case format, targets, title, issuer, year, source, columns, summary, layout, documents
        case findings, indicators
    }

    /// The keys of what is known of one document.
    private enum FactKey: String, JSONKey { case title, issuer, year, source }

    /// The keys of the file that a document was read from.
    private enum SourceKey: String, JSONKey { case file, sha256, encoding }

    /// Reads everything, and reports everything that is wrong; `read` is what was made of elements that were
    /// parsed apart, which is given up.
    mutating func decode(
        _ root: JSONValue,
        read: inout [DocumentPart?]
    ) -> TargetTable {
        var targetParts = read.map { $0?.targets }
        let originals = read.map { $0?.originals }
        read = []
        let members = findings.members(of: root, "document", JSONKeys<Key>(required: 2))
        for key in [Key.findings, .indicators] {
            guard let member = members[key] else { continue }
            _ = findings.expect([.array, .null], member, key.rawValue)
        }
        let facts = JSONMembers(JSONKeys<FactKey>(), of: members) { Key(rawValue: $0.rawValue) }
        let documents = decodeDocuments(facts, all: members[.documents])
        let layout = members[.layout].flatMap { $0.isNull ? nil : $0 }
        let ahead = layoutAhead(layout, columns: members[.columns], consume originals)
        var targets = TargetsDecoder(
            in: source,
            .document(count: documents.count),
            findings: findings
        )
        if let list = members[.targets], targets.findings.expect(.array, list, "targets") {
            targets.decode(list, of: documents.count, read: &targetParts, in: source)
            if targets.count == 0 { targets.findings.report(emptyTableAt: list) }
        }
        targets.reportDuplicateSerials()
        let listed = members[.columns].flatMap { value in
            decodeColumns(value, extras: targets.extras.map(\.label), &targets.findings)
        }.map { columns in
            layout.map { LayoutColumns($0).completing(columns) } ?? columns
        }
        var table = targets.table(
            documents: documents,
            listed: listed,
            hasLayout: layout != nil
        )
        findings = targets.findings
        if let columns = members[.columns] {
            table.setHeaders(decodeHeaders(columns, of: table.columns, &findings))
        }
        DerivedValuesCheck.run(table, targets, of: source, reporting: &findings)
        if let summary = members[.summary],
            findings.expect([.object, .null], summary, "summary"), !findings.hasErrors
        {
            SummaryCheck.run(table, summary, reporting: &findings)
        }
        guard let layout else { return table }
        guard listed != nil else {
            if members[.columns] == nil { findings.reportMissing("columns", in: root, "document") }
            return table
        }
        return restore(table, layout, ahead, isNumber: targets.isNumber)
    }

    /// Begins to read the layout of a large document for the columns that it lists; of originals that were
    /// parsed apart, `originals` is what was read of them then.
    private func layoutAhead(
        _ layout: JSONValue?,
        columns: JSONValue?,
        _ originals: consuming [OriginalRows?]
    ) -> LayoutAhead? {
        guard let layout, let columns, layout.range.count >= Self.worthAThread else { return nil }
        var findings = JSONFindings(in: source)
        let listed = decodeColumns(columns, extras: [], &findings)
        guard let listed else { return nil }
        return LayoutAhead(layout, columns: listed, consume originals, in: source)
    }

    private static let worthAThread = 1 << 18

    // MARK: Documents

    private mutating func decodeDocuments(
        _ facts: JSONMembers<FactKey>,
        all: JSONValue?
    ) -> [Document] {
        let stated = decodeDocument(facts)
        guard let all, findings.expect(.array, all, "documents") else { return [stated] }
        var documents: [Document] = []
        for element in all.elements {
            documents.append(
                decodeDocument(findings.members(of: element, "documents", JSONKeys<FactKey>()))
            )
        }
        guard let first = documents.first else {
            findings.report(
                .error,
                .wrongValue,
                at: all,
                Wording(en: "`documents` is empty", zh: "“documents”是空的"),
                hint: Wording(en: "leave it out", zh: "请去掉它")
            )
            return [stated]
        }
        if !facts.isEmpty, first != stated {
            findings.report(
                .error,
                .contradictsText,
                at: all,
                Wording(
                    en: "the first of `documents` is not the one that the document begins with",
                    zh: "“documents”的第一项与文档开头的标题、年度、来源不一致"
                ),
                hint: Wording(en: "change both alike", zh: "请把两处改成一致")
            )
        }
        return documents
    }

    private mutating func decodeDocument(_ facts: JSONMembers<FactKey>) -> Document {
        var document = Document(file: file)
        document.title = decodeString(facts[.title], "title")
        document.readTitle()
        if let issuer = facts[.issuer], findings.expect([.string, .null], issuer, "issuer") {
            let stated = issuer.string
            let meant = document.issuer
            if let meant, stated.map({ !$0.utf8.elementsEqual(meant.utf8) }) ?? true {
                findings.report(titleContradictedAt: issuer, "issuer", means: "\"\(meant)\"")
            }
            document.issuer = stated
        }
        if let year = facts[.year], findings.expectYear(year) {
            if let meant = document.year, year.integer != meant {
                findings.report(titleContradictedAt: year, "year", means: String(meant))
            }
            document.year = year.integer
        }
        guard let source = facts[.source], !source.isNull else { return document }
        let members = findings.members(of: source, "source", JSONKeys<SourceKey>())
        document.file = decodeString(members[.file], "source.file") ?? ""
        document.sha256 = decodeString(members[.sha256], "source.sha256") ?? ""
        document.encoding = decodeString(members[.encoding], "source.encoding") ?? ""
        return document
    }

    private mutating func decodeString(_ value: JSONValue?, _ name: String) -> String? {
        guard let value, findings.expect([.string, .null], value, name) else { return nil }
        return value.string
    }

    // MARK: Layout

    private mutating func restore(
        _ table: TargetTable,
        _ value: JSONValue,
        _ ahead: LayoutAhead?,
        isNumber: [Bool]
    ) -> TargetTable {
        let width = LayoutColumns(value).count(in: table.columns)
        guard
            let stored = ahead?.layout(columns: table.columns)
                ?? LayoutCoding.decode(
                    value,
                    columns: table.columns,
                    width: width,
                    reporting: &findings
                )
        else { return table }
        let hasSerials = stored.hasSerials(of: table)
        let originals = hasSerials ? Array(0..<stored.count) : stored.match(table)
        var named = table
        // Nearly always nothing is to be named: to ask that of each was 45 of 780 ms.
        if !hasSerials, let column = table.column(of: .serial) {
            let width = table.columns.count
            for (target, original) in originals.enumerated() where isNumber[target] {
                guard let original else { continue }
                let index = original * width + column
                let isSame = table.text.withSpan(of: table.range(target, column)) {
                    stored.originals.isText(index, $0)
                }
                guard !isSame, case .text(let text) = stored.originals.original(index) else {
                    continue
                }
                named.nameSerial(of: target, column, as: text)
            }
        }
        if let column = named.fillUnsaid(from: stored, originals) {
            findings.reportMissing(column.key, in: value, "targets", field: column.key)
        }
        var restored = named.restoring(stored, originals: originals)
        if restored.layout != nil, width < table.columns.count {
            restored.layout = nil
            restored.headerColumns = TargetTable.headerColumns(of: stored.layout)
            findings.report(columnsAddedAt: value, Array(table.columns[width...]))
        } else if restored.layout == nil {
            restored.headerColumns = TargetTable.headerColumns(of: stored.layout)
            findings.report(
                layoutDroppedAt: value,
                added: originals.count { $0 == nil },
                removed: stored.count - originals.count { $0 != nil }
            )
        }
        return restored
    }
}

extension TargetTable {
    /// Gives the cells that the document doesn't say anything of the text that the layout has.
    ///
    /// - Returns: the column of one whose text the layout doesn't know; nil where it knows all.
    fileprivate mutating func fillUnsaid(
        from stored: StoredLayout,
        _ originals: [Int?]
    ) -> Column? {
        guard baseline != nil else { return nil }
        var unknown: Column?
        for (target, original) in originals.enumerated() {
            guard let original else { continue }
            for column in columns.indices {
                guard self.original(target, column) == .text("") else { continue }
                if case .text(let text) = stored.originals.original(
                    original * columns.count + column
                ) {
                    replace(target, column: column, with: text)
                } else {
                    unknown = columns[column]
                }
            }
        }
        return unknown
    }

    /// Puts the original text of a serial, which stands in a column (from 0), for its number: 005 for
    /// 5.
    fileprivate mutating func nameSerial(of target: Int, _ column: Int, as text: String) {
        guard !text.utf8.elementsEqual(self.text.bytes(range(target, column))),
            Serial.Key(string(target, column: column)) == Serial.Key(text)
        else { return }
        replace(target, column: column, with: text)
    }
}
