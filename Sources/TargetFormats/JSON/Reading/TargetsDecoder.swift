internal import JSONText
internal import SourceText
internal import TableLayout
internal import TargetModel

/// Reads the objects of targets into columns of cells, in one pass.
///
/// Cells are ranges of the JSON text wherever a string stands there without escapes. Which columns
/// the table has is known only at the end, so each field and each label of `extra` is a column of
/// its own here.
struct TargetsDecoder {
    /// What the objects stand in.
    enum Container {
        /// The document's `targets`, of so many documents.
        case document(count: Int)
        /// Lines; each has its year and issuer.
        case lines
    }

    /// The cells of one column.
    struct ColumnCells {
        /// One text per target, as far as they go; blank from there on.
        var cells: [TextRange] = []
        /// The targets (from 0) whose object lacks the key, ascending.
        var absent: [Int] = []
        /// Whether any object has a text here, be it a blank one.
        var hasText = false
    }

    /// A label of `extra`, with its cells.
    struct Extra {
        var label: [UInt8]
        var column = ColumnCells()
    }

    let container: Container
    /// How many objects were read, each a target.
    var count = 0
    /// The objects, one per target, for whoever has something to report of them: they may have been
    /// forgotten, and are read again.
    var objects: @Sendable () -> [JSONValue] = { [] }
    /// What they say beside the texts.
    var stated = StatedValues()
    var findings: JSONFindings
    var text: TextStore
    /// The columns of fields, in the order of `Field.allCases`.
    var fields = Field.allCases.map { _ in ColumnCells() }
    /// The labels of `extra`, in order of first appearance.
    var extras: [Extra] = []
    /// The index of each label in `extras`.
    var extraIndexes: [[UInt8]: Int] = [:]
    /// Whether labels were left out because the table would be too large.
    private(set) var isTooLarge = false
    var origins = Origins()
    var places: [CellPlaces.Row] = []
    /// Whether each target's serial is a number, so that the text it stands for may be another.
    var isNumber: [Bool] = []
    /// Of lines: what is known of the documents they come from, in order of first appearance.
    private(set) var facts: [Facts] = []
    private var factIndexes: [Facts: Int] = [:]
    var lines: LineCounter
    /// How many lines end in a part of the source that was read whole.
    var lineCount = 0
    /// By place of the field: members that recur from target to target.
    private var known = Field.allCases.map { _ in KnownMembers() }
    /// Of the object that is being read: which of them it has, and where (from 0) in the source.
    private var recurringHere: [(kind: StatedValues.Kind, number: Int, start: Int)] = []

    /// Objects that hold a text beside what is derived from it, as they stand in the file: each is
    /// read once.
    private struct KnownMembers {
        var texts = DistinctTexts()
        /// By number of the text: its cell, and whether that is no null; nil where something was to
        /// be reported, which is reported again.
        var cells: [(cell: TextRange, hasText: Bool)?] = []
    }

    /// Year and issuer of a line.
    struct Facts: Hashable {
        var year: Int?
        var issuer: [UInt8]?
    }

    /// Prepares to read objects; lines are counted from `start`, an offset (from 0) in the source.
    init(
        in source: SourceText,
        _ container: Container,
        findings: JSONFindings,
        from start: Int = 0
    ) {
        self.container = container
        self.findings = findings
        text = TextStore(source: source.bytes, rareBytes: source.rareBytes)
        lines = LineCounter(source.bytes, from: start)
    }

    /// Makes room for as many objects.
    mutating func reserve(_ count: Int) {
        places.reserveCapacity(count)
        isNumber.reserveCapacity(count)
        for index in fields.indices { fields[index].cells.reserveCapacity(count) }
    }

    /// The keys of an object: those of the fields, and what else is said of a target.
    ///
    /// What is derived from another member (`leaders`) is not read.
    private enum Key: String, JSONKey {
        case serial, leader, objective, deadline, progress, onSchedule, units, extra, source
        case serialText, document, year, issuer, leaders

        init(_ field: Field) {
            switch field {
            case .serial: self = .serial
            case .leader: self = .leader
            case .objective: self = .objective
            case .deadline: self = .deadline
            case .progress: self = .progress
            case .onSchedule: self = .onSchedule
            case .units: self = .units
            }
        }
    }

    private static let documentKeys = keys(without: [.year, .issuer])
    private static let lineKeys = keys(without: [.serialText, .document])

    private static func keys(without others: [Key]) -> JSONKeys<Key> {
        JSONKeys(Key.allCases.filter { !others.contains($0) }, required: 1)
    }

    /// Reads the next object.
    mutating func decode(_ value: JSONValue) {
        let target = count
        count += 1
        places.append(CellPlaces.Row(number: lines.line(of: value.range.lowerBound)))
        let isLine: Bool
        switch container {
        case .document: isLine = false
        case .lines: isLine = true
        }
        findings.target = value
        let members = findings.members(
            of: value,
            isLine ? "line" : "targets",
            isLine ? Self.lineKeys : Self.documentKeys
        )
        decodeSerial(members[.serial], text: members[.serialText], of: target)
        recurringHere.removeAll(keepingCapacity: true)
        for field in Field.allCases where field != .serial {
            add(members[Key(field)], field, of: target)
        }
        if let extra = members[.extra] { decodeExtra(extra, of: target) }
        let document =
            isLine
            ? decodeFacts(members[.year], members[.issuer]) : decodeDocument(members[.document])
        origins.append(decodeOrigin(members[.source], document: document))
        for (kind, number, start) in recurringHere {
            stated.note(kind, number, at: start, of: target, document: document)
        }
        if let leaders = members[.leaders], let leader = fields[Field.leader.index].cells.last {
            stated.note(leaders: leaders.range, beside: leader, of: target, in: text)
        }
        findings.target = nil
    }

    // MARK: Cells

    /// The cell of a string; blank for null.
    mutating func cell(_ value: JSONValue) -> TextRange {
        if let plain = value.plainRange {
            let trimmed = text.trimmed(plain)
            return trimmed.isEmpty ? .empty : TextRange(source: trimmed)
        }
        guard value.kind == .string else { return .empty }
        return text.add(CellText.trimmed(value.utf8[...]))
    }

    /// The cell of a number, which nearly always stands in the file as a table has it.
    private mutating func cell(_ number: Int, _ value: JSONValue) -> TextRange {
        let stated = TextRange(source: value.range)
        let isPlain = text.withSpan(of: stated) { Serial.number(ofDigits: $0) == number }
        return isPlain ? stated : text.add(String(number))
    }

    private mutating func decodeSerial(_ value: JSONValue?, text: JSONValue?, of target: Int) {
        var cell = TextRange.empty
        var number: Int?
        if let value, findings.expect([.integer, .string], value, "serial", field: "serial") {
            number = value.integer
            cell = value.kind == .string ? self.cell(value) : self.cell(number ?? 0, value)
            if cell.isEmpty || number ?? 0 < 0 { reportSerial(value) }
        }
        if let text, findings.expect(.string, text, "serialText", field: "serial") {
            let spelled = self.cell(text)
            if let number, Serial.number(of: self.text.string(spelled)) == number {
                cell = spelled
            } else {
                reportSerialText(text, number: number)
            }
            number = nil
        }
        isNumber.append(number != nil)
        fields[Field.serial.index].cells.append(cell)
        fields[Field.serial.index].hasText = true
    }

    private mutating func add(_ value: JSONValue?, _ field: Field, of target: Int) {
        guard let value else {
            fields[field.index].absent.append(target)
            fields[field.index].cells.append(.empty)
            return
        }
        let content = field.derivedKeys == nil ? read(value, field) : recurring(value, field)
        if content.hasText { fields[field.index].hasText = true }
        fields[field.index].cells.append(content.cell)
    }

    private mutating func recurring(
        _ value: JSONValue,
        _ field: Field
    ) -> (cell: TextRange, hasText: Bool) {
        let place = field.index
        let number = known[place].texts.number(of: TextRange(source: value.range), in: text)
        if let kind = StatedValues.Kind(field) {
            recurringHere.append((kind, number, value.range.lowerBound))
        }
        if number < known[place].cells.count, let content = known[place].cells[number] {
            return content
        }
        let before = findings.count
        let content = read(value, field)
        if number == known[place].cells.count {
            known[place].cells.append(findings.count == before ? content : nil)
        }
        return content
    }

    private mutating func read(
        _ value: JSONValue,
        _ field: Field
    ) -> (cell: TextRange, hasText: Bool) {
        guard let string = textValue(value, field) else { return (.empty, false) }
        return (cell(string), !string.isNull)
    }

    /// The value that holds the text of a field: the member itself, or its `text`.
    private mutating func textValue(_ value: JSONValue, _ field: Field) -> JSONValue? {
        guard let keys = field.derivedKeys else {
            return findings.expect([.string, .null], value, field.key, field: field.key)
                ? value : nil
        }
        guard !value.isNull else { return value }
        guard
            let string = findings.members(
                of: value,
                field.key,
                keys,
                field: field.key
            )[.text],
            findings.expect([.string, .null], string, field.key + ".text", field: field.key)
        else { return nil }
        return string
    }

    private mutating func decodeExtra(_ value: JSONValue, of target: Int) {
        guard findings.expect(.object, value, "extra") else { return }
        for member in value.members {
            let label = member.key.string ?? ""
            guard findings.expect([.string, .null], member.value, label, field: label) else {
                continue
            }
            guard let index = extraIndex(of: member.key) else { continue }
            extras[index].column.fill(to: target)
            extras[index].column.hasText = true
            extras[index].column.cells.append(cell(member.value))
        }
    }

    /// The column of a label.
    ///
    /// It is nil where another column would make the table too large.
    private mutating func extraIndex(of key: JSONValue) -> Int? {
        let label = key.utf8
        if let index = extraIndexes[label] { return index }
        guard extras.count * count < TargetTable.mostCells else {
            if !isTooLarge { findings.report(TargetTable.tooLarge(), at: key) }
            isTooLarge = true
            return nil
        }
        extraIndexes[label] = extras.count
        extras.append(Extra(label: label))
        return extras.count - 1
    }

    /// Makes every label's column as long as the table.
    mutating func fillExtras() {
        if extras.count * count > TargetTable.mostCells {
            // The labels came first, and then too many targets.
            if !isTooLarge, let first = objects().first {
                findings.report(TargetTable.tooLarge(), at: first)
            }
            isTooLarge = true
            extras.removeAll()
            extraIndexes.removeAll()
        }
        for index in extras.indices { extras[index].column.fill(to: count) }
    }

    // MARK: Where a target comes from

    private mutating func decodeOrigin(_ value: JSONValue?, document: Int) -> Origin {
        guard let value, !value.isNull else { return Origin(document: document) }
        let members = findings.members(of: value, "source", Self.originKeys)
        return Origin(
            line: decodeNumber(members, .line),
            page: decodeNumber(members, .page),
            block: decodeNumber(members, .block),
            document: document
        )
    }

    private enum OriginKey: String, JSONKey { case line, page, block }

    private static let originKeys = JSONKeys<OriginKey>()

    private mutating func decodeNumber(
        _ members: JSONMembers<OriginKey>,
        _ key: OriginKey
    ) -> Int {
        guard let value = members[key],
            findings.expect([.integer, .null], value, "source.\(key.rawValue)")
        else { return 0 }
        return max(0, value.integer ?? 0)
    }

    private mutating func decodeDocument(_ value: JSONValue?) -> Int {
        guard case .document(let count) = container, let value,
            findings.expect(.integer, value, "document")
        else { return 0 }
        guard let index = value.integer, index >= 0, index < count else {
            reportDocument(value, count: count)
            return 0
        }
        return index
    }

    private mutating func decodeFacts(_ year: JSONValue?, _ issuer: JSONValue?) -> Int {
        var stated = Facts()
        if let year, findings.expectYear(year) { stated.year = year.integer }
        if let issuer, findings.expect([.string, .null], issuer, "issuer"), !issuer.isNull {
            stated.issuer = issuer.utf8
        }
        return index(of: stated)
    }

    /// The index in `facts` of what a line states.
    mutating func index(of stated: Facts) -> Int {
        if let index = factIndexes[stated] { return index }
        factIndexes[stated] = facts.count
        facts.append(stated)
        return facts.count - 1
    }
}

/// The keys of an object that holds a field's text and what is derived from it.
enum DerivedKey: String, JSONKey { case text, kind, date, value, names }

extension Field {
    /// The keys of the object that holds the text and what is derived from it; nil where the text
    /// stands alone.
    var derivedKeys: JSONKeys<DerivedKey>? {
        switch self {
        case .serial, .leader, .objective, .progress: nil
        case .deadline: Self.deadlineKeys
        case .onSchedule: Self.statusKeys
        case .units: Self.unitKeys
        }
    }

    // Made once, not once for each target.
    private static let deadlineKeys = JSONKeys<DerivedKey>([.text, .kind, .date], required: 1)
    private static let statusKeys = JSONKeys<DerivedKey>([.text, .value], required: 1)
    private static let unitKeys = JSONKeys<DerivedKey>([.text, .names], required: 1)
}

extension TextStore {
    /// Bytes of the source without the blanks around their text.
    fileprivate func trimmed(_ range: Range<Int>) -> Range<Int> {
        CellText.trimmed(range, of: source.span)
    }
}
