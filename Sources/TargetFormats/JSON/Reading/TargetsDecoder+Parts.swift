internal import JSONText
internal import SourceText
internal import TargetModel

extension TargetsDecoder {
    /// From how many objects on a second core pays.
    private static let fewest = 2048

    /// Reads objects; many are read in parts, by several cores.
    ///
    /// Parts are joined only where there is nothing to report and all have the same labels; else
    /// all are read again in one go, so that everything comes in its order.
    mutating func decode(_ objects: [JSONValue], in source: SourceText) {
        if objects.count >= Self.fewest, let joined = joined(objects, in: source) {
            self = joined
            return
        }
        reserve(objects.count)
        for object in objects { decode(object) }
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
            for object in objects {
                part.decode(object)
                if part.findings.count > 0 { return nil }
            }
            part.fillExtras()
            return part
        }
        guard findings.count == 0, values.isEmpty, var joined = read[0] else { return nil }
        for part in read.dropFirst() {
            guard let part, joined.append(part) else { return nil }
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

    /// Puts the objects that another decoder has read behind these; false where the labels of both
    /// differ or there is no room.
    private mutating func append(_ other: TargetsDecoder) -> Bool {
        guard extras.map(\.label) == other.extras.map(\.label),
            findings.count == 0, other.findings.count == 0,
            extras.count * (values.count + other.values.count) <= TargetTable.mostCells,
            let distance = text.add(addedTo: other.text)
        else { return false }
        let count = values.count
        for index in fields.indices {
            fields[index].append(other.fields[index], behind: count, movedBy: distance)
        }
        for index in extras.indices {
            extras[index].column.append(
                other.extras[index].column,
                behind: count,
                movedBy: distance
            )
        }
        let lines = other.values.first.map { self.lines.line(of: $0.range.lowerBound) - 1 } ?? 0
        values += other.values
        places += other.places.lazy.map { CellPlaces.Row(number: Int($0.number) + lines) }
        isNumber += other.isNumber
        let documents = other.facts.map { index(of: $0) }
        origins += other.origins.map { origin in
            var moved = origin
            if !documents.isEmpty { moved.document = Int32(documents[Int(origin.document)]) }
            return moved
        }
        return true
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
