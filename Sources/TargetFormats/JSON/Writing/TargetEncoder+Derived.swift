internal import JSONText
internal import SourceText
internal import TargetModel

/// Members that recur: made once for each distinct text.
extension TargetEncoder {
    /// Returns the number of the leader's text, by which the names in it are found, too.
    mutating func appendLeader(of target: Int, to buffer: inout OutputBuffer) -> Int {
        let number = leaders.number(of: range(target, .leader), in: text)
        if leaders.lacks(number) {
            var fragment = OutputBuffer()
            fragment.append(static: ", \"leader\": ")
            // A target without a leader has none, whether or not the table has such a column.
            if range(target, .leader).isEmpty {
                fragment.append(static: "null")
            } else {
                appendText(.leader, of: target, to: &fragment)
            }
            leaders.add(fragment)
        }
        leaders.append(number, to: &buffer)
        return number
    }

    mutating func appendLeaders(_ number: Int, of target: Int, to buffer: inout OutputBuffer) {
        if leaderNames.lacks(number) {
            let names = derived.leaders(of: target)
            var fragment = OutputBuffer()
            fragment.append(static: ", \"leaders\": ")
            Self.append(names, to: &fragment)
            leaderNames.add(fragment)
        }
        leaderNames.append(number, to: &buffer)
    }

    private static func append(_ names: [String], to buffer: inout OutputBuffer) {
        buffer.append(static: "[")
        for (index, name) in names.enumerated() {
            if index > 0 { buffer.append(static: ", ") }
            buffer.append(jsonString: name)
        }
        buffer.append(static: "]")
    }

    mutating func appendDeadline(of target: Int, to buffer: inout OutputBuffer) {
        let year = deadlineYear(of: target)
        let number = deadlines[year].number(of: range(target, .deadline), in: text)
        if deadlines[year].lacks(number) {
            let deadline = derived.deadline(of: target)
            var fragment = OutputBuffer()
            fragment.append(static: ", \"deadline\": {\"text\": ")
            appendText(.deadline, of: target, to: &fragment)
            fragment.append(static: ", \"kind\": ")
            fragment.append(jsonString: deadline.kind.rawValue)
            fragment.append(static: ", \"date\": ")
            if let date = deadline.date {
                fragment.append(jsonString: date.iso)
            } else {
                fragment.append(static: "null")
            }
            fragment.append(static: "}")
            deadlines[year].add(fragment)
        }
        deadlines[year].append(number, to: &buffer)
    }

    mutating func appendStatus(of target: Int, to buffer: inout OutputBuffer) {
        let number = statuses.number(of: range(target, .onSchedule), in: text)
        if statuses.lacks(number) {
            var fragment = OutputBuffer()
            fragment.append(static: ", \"onSchedule\": {\"text\": ")
            appendText(.onSchedule, of: target, to: &fragment)
            switch derived.onSchedule(of: target) {
            case true?: fragment.append(static: ", \"value\": true}")
            case false?: fragment.append(static: ", \"value\": false}")
            case nil: fragment.append(static: ", \"value\": null}")
            }
            statuses.add(fragment)
        }
        statuses.append(number, to: &buffer)
    }

    mutating func appendUnits(of target: Int, to buffer: inout OutputBuffer) {
        // Where several columns name units, one text doesn't tell them all.
        guard let unitColumn else {
            let names = derived.units(of: target)
            appendUnits(names, of: target, to: &buffer)
            return
        }
        let number = units.number(of: cells[target * width + unitColumn], in: text)
        if units.lacks(number) {
            // First by itself: as an argument it would change a copy of everything.
            let names = derived.units(of: target)
            var fragment = OutputBuffer()
            appendUnits(names, of: target, to: &fragment)
            units.add(fragment)
        }
        units.append(number, to: &buffer)
    }

    private func appendUnits(
        _ names: [String],
        of target: Int,
        to buffer: inout OutputBuffer
    ) {
        buffer.append(static: ", \"units\": {\"text\": ")
        appendText(.units, of: target, to: &buffer)
        buffer.append(static: ", \"names\": ")
        Self.append(names, to: &buffer)
        buffer.append(static: "}")
    }
}
