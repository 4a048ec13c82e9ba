internal import JSONText
internal import SourceText
internal import TargetModel

extension TargetsDecoder {
    /// From how many objects on a second core pays.
    private static let fewest = 2048

    /// Reads objects; many are read in parts, by several cores.
    ///
    /// Parts are joined only where there is nothing to report; else all are read again in one go, so
    /// that everything comes in its order.
    mutating func decode(_ objects: [JSONValue], in source: SourceText) {
        if objects.count >= Self.fewest, let joined = joined(objects, in: source) {
            self = joined
            self.objects = { objects }
            return
        }
        self.objects = { objects }
        reserve(objects.count)
        for object in objects { decode(object) }
    }

    /// Reads the targets of a document that has so many documents; of those that were parsed apart, `read` has
    /// what was read of them then (`part`), which is given up.
    mutating func decode(
        _ list: JSONValue,
        of documentCount: Int,
        read: inout [TargetsDecoder?],
        in source: SourceText
    ) {
        let objects = { @Sendable in Array(list.elements) }
        guard !read.isEmpty, findings.count == 0, count == 0,
            var joined = Self.targets(list, of: documentCount, read: &read, in: source)
        else {
            decode(objects(), in: source)
            return
        }
        joined.findings = findings
        joined.objects = objects
        self = joined
    }

    private func joined(_ objects: [JSONValue], in source: SourceText) -> TargetsDecoder? {
        let parts = Self.parts(of: objects.count)
        let container = container
        let read = Cores.map(parts.count) { number -> TargetsDecoder? in
            let objects = objects[parts[number]]
            var part = TargetsDecoder(
                in: source,
                container,
                findings: JSONFindings(in: source),
                from: number == 0 ? 0 : objects.first?.range.lowerBound ?? 0
            )
            // The others come behind the first.
            part.reserve(number == 0 ? parts[parts.count - 1].upperBound : objects.count)
            return part.decodeAll(objects) ? part : nil
        }
        guard findings.count == 0, count == 0, var joined = read[0] else { return nil }
        for (part, range) in zip(read, parts).dropFirst() {
            let lines = joined.lines.line(of: objects[range.lowerBound].range.lowerBound) - 1
            guard let part, joined.append(part, behindLines: lines) else { return nil }
        }
        joined.findings = findings
        return joined
    }

    /// A half, a quarter, and two eighths: the core that reads the layout ahead comes late, and what is
    /// joined to the first part, in turn, is only a half.
    ///
    /// In two halves, one core had nothing to do for 50 of the 780 ms of converting a document.
    private static func parts(of count: Int) -> [Range<Int>] {
        let ends = [0, count / 2, count * 3 / 4, count * 7 / 8, count]
        return zip(ends, ends.dropFirst()).map { $0..<$1 }
    }

    /// Reads the objects of lines, by several cores, and forgets each when it is read.
    ///
    /// It is nil where there is no object, and where there is anything to report, a line that is no JSON
    /// among it: then all are to be read again in one go.
    static func lines(
        of source: SourceText,
        pieceSize: Int = JSONDocument.pieceSize
    ) -> TargetsDecoder? {
        let read = try? JSONDocument.mapLines(
            of: source.bytes,
            pieceSize: pieceSize
        ) { objects, range in
            part(objects, range, of: source, .lines)
        }
        guard var parts = read, var joined = joined(&parts) else { return nil }
        guard joined.count > 0 else { return nil }
        joined.objects = {
            var errors: [JSONTextError] = []
            let lines = try? JSONDocument.parsingLines(
                of: source.bytes,
                areUTF8: true,
                errors: &errors
            )
            return lines?.flatMap(\.values) ?? []
        }
        return joined
    }

    /// Reads the targets of a document, those that were parsed apart and forgotten by what was read of them
    /// then (`part`).
    ///
    /// It is nil where there is none, and where there is anything to report: then all are to be read in one go.
    private static func targets(
        _ list: JSONValue,
        of documentCount: Int,
        read: inout [TargetsDecoder?],
        in source: SourceText
    ) -> TargetsDecoder? {
        var parts: [TargetsDecoder] = []
        // Each part has the lines from the end of the one before to its own.
        var end = 0
        var waiting: [JSONValue] = []
        func add(upTo next: Int) -> Bool {
            let read = part(waiting, end..<next, of: source)
            if let read { parts.append(read) }
            (end, waiting) = (next, [])
            return read != nil
        }
        for part in list.parts {
            switch part {
            case .elements(let objects): waiting = objects
            case .apart(let number, let range):
                if end < range.lowerBound, !add(upTo: range.lowerBound) { return nil }
                guard let one = read[number].take() else { return nil }
                parts.append(one)
                end = range.upperBound
            }
        }
        guard !parts.isEmpty, add(upTo: list.range.upperBound), let joined = joined(&parts),
            joined.origins.allSatisfy({ $0.document < documentCount })
        else { return nil }
        return joined
    }

    /// Reads objects that stand in a range of the source (from 0), to be joined to others; nil where something is
    /// to be reported.
    ///
    /// How many documents there are may not be known yet.
    static func part(
        _ objects: [JSONValue],
        _ range: Range<Int>,
        of source: SourceText,
        _ container: Container = .document(count: .max)
    ) -> TargetsDecoder? {
        // Of another array than that of the targets it isn't told what is wrong: a place is dear.
        if let first = objects.first, first["serial"] == nil { return nil }
        var part = TargetsDecoder(
            in: source,
            container,
            findings: JSONFindings(in: source),
            from: range.lowerBound
        )
        part.reserve(objects.count)
        guard part.decodeAll(objects[...]) else { return nil }
        part.lineCount = part.lines.line(of: range.upperBound) - 1
        return part
    }

    /// After how many targets the memory of parts that were given up is given back: some 10 MB.
    private static let targetsAtOnce = 1 << 17

    /// Joins parts that follow each other, each of which is given up; nil where there is none, or no room.
    private static func joined(_ parts: inout [TargetsDecoder]) -> TargetsDecoder? {
        var waiting = parts.map(Optional.some)
        parts = []
        guard !waiting.isEmpty, var joined = waiting[0].take() else { return nil }
        joined.reserve(waiting.reduce(joined.count) { $0 + ($1?.count ?? 0) })
        var takenOver = 0
        for number in waiting.indices {
            // Each is given up when it has been taken over: together they are a tenth of the memory.
            guard let part = waiting[number].take() else { continue }
            if takenOver >= targetsAtOnce {
                FreedMemory.giveBack(after: joined.text.source.count)
                takenOver = 0
            }
            guard joined.append(part, behindLines: joined.lineCount) else { return nil }
            joined.lineCount += part.lineCount
            takenOver += part.count
        }
        FreedMemory.giveBack(after: joined.text.source.count)
        return joined
    }

    /// Reads objects as a part of all; false where something is to be reported.
    private mutating func decodeAll(_ objects: ArraySlice<JSONValue>) -> Bool {
        for object in objects {
            decode(object)
            if findings.count > 0 { return false }
        }
        fillExtras()
        return !isTooLarge
    }

    /// Puts the objects that another decoder has read behind these, whose lines end with `lines` others
    /// before them; false where there is no room.
    private mutating func append(_ other: TargetsDecoder, behindLines lines: Int) -> Bool {
        let newLabels = other.extras.count { extraIndexes[$0.label] == nil }
        guard findings.count == 0, other.findings.count == 0,
            (extras.count + newLabels) * (count + other.count) <= TargetTable.mostCells,
            let distance = text.add(addedTo: other.text)
        else { return false }
        let before = count
        count += other.count
        for index in fields.indices {
            fields[index].append(other.fields[index], behind: before, movedBy: distance)
        }
        for extra in other.extras {
            let index = extraIndexes[extra.label] ?? addExtra(extra.label, to: before)
            extras[index].column.append(extra.column, behind: before, movedBy: distance)
        }
        // Labels that the others don't have.
        for index in extras.indices { extras[index].column.fill(to: count) }
        stated.append(other.stated, behind: before)
        places += other.places.lazy.map { CellPlaces.Row(number: Int($0.number) + lines) }
        isNumber += other.isNumber
        let documents = other.facts.map { index(of: $0) }
        for var origin in other.origins {
            if !documents.isEmpty { origin.document = Int32(documents[Int(origin.document)]) }
            origins.append(origin)
        }
        return true
    }

    /// Adds a label that none of the first `target` targets has, and returns its index.
    private mutating func addExtra(_ label: [UInt8], to target: Int) -> Int {
        extraIndexes[label] = extras.count
        extras.append(Extra(label: label))
        extras[extras.count - 1].column.fill(to: target)
        return extras.count - 1
    }
}

extension TargetsDecoder.ColumnCells {
    /// Makes the cells of the targets before `target` blank that have none yet.
    mutating func fill(to target: Int) {
        while cells.count < target {
            absent.append(cells.count)
            cells.append(.empty)
        }
    }

    /// Puts the cells of as many further targets behind those of the first `count`.
    fileprivate mutating func append(
        _ other: Self,
        behind count: Int,
        movedBy distance: UInt32
    ) {
        cells += other.cells.lazy.map { $0.moved(by: distance) }
        absent += other.absent.lazy.map { $0 + count }
        hasText = hasText || other.hasText
    }
}
