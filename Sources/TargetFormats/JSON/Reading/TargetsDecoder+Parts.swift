internal import Dispatch
internal import JSONText
internal import SourceText
internal import Synchronization
internal import TargetModel

extension TargetsDecoder {
    /// From how many objects on a second core pays.
    private static let fewest = 2048

    /// Reads objects; many are read in two halves, each by a core of its own.
    ///
    /// Halves are joined only where there is nothing to report and both have the same labels; else
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
        let middle = objects.count / 2
        let halves = [objects[..<middle], objects[middle...]]
        let parts = Mutex<[TargetsDecoder?]>([nil, nil])
        let container = container
        DispatchQueue.concurrentPerform(iterations: halves.count) { half in
            var part = TargetsDecoder(
                in: source,
                container,
                findings: JSONFindings(in: source),
                from: half == 0 ? 0 : halves[half].first?.range.lowerBound ?? 0
            )
            // The other half comes behind the first.
            part.reserve(half == 0 ? objects.count : halves[half].count)
            for object in halves[half] {
                part.decode(object)
                if part.findings.count > 0 { return }
            }
            part.fillExtras()
            let read = part
            parts.withLock { $0[half] = read }
        }
        let read = parts.withLock { $0 }
        guard findings.count == 0, values.isEmpty, var joined = read[0], let rest = read[1],
            joined.append(rest)
        else { return nil }
        joined.findings = findings
        return joined
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
