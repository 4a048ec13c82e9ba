import DelimitedText

/// RFC 4180 read one byte after the other by an automaton: slow, and plain enough to be believed.
struct NaiveReading {
    /// Every cell's text; one with a fault as it stands.
    private(set) var rows: [[String]] = []
    /// Quotes where none may be.
    private(set) var faults: [QuotingFault] = []

    private enum State {
        case start
        case plain
        case plainAfterFault
        case quoted
        case quoteInQuoted
        case closed
    }

    init(of bytes: [UInt8], separatedBy delimiter: UInt8) {
        var state = State.start
        var cell: [UInt8] = []
        var raw: [UInt8] = []
        var cellStart = 0
        var row: [String] = []
        var index = 0

        func endsCell(_ byte: UInt8) -> Bool { byte == delimiter || byte == 10 || byte == 13 }
        func finishCell(keepingRaw: Bool) {
            row.append(String(decoding: keepingRaw ? raw : cell, as: UTF8.self))
            cell = []
            raw = []
            state = .start
        }

        while index < bytes.count {
            let byte = bytes[index]
            switch state {
            case .start where byte == 0x22:
                state = .quoted
                cellStart = index
            case .quoted:
                if byte == 0x22 { state = .quoteInQuoted } else { cell.append(byte) }
            case .quoteInQuoted where byte == 0x22:
                cell.append(byte)
                state = .quoted
            case .start, .plain, .plainAfterFault, .quoteInQuoted, .closed:
                if endsCell(byte) {
                    finishCell(keepingRaw: state == .plainAfterFault)
                    if byte != delimiter {
                        if byte == 13, index + 1 < bytes.count, bytes[index + 1] == 10 {
                            index += 1
                        }
                        rows.append(row)
                        row = []
                    }
                    index += 1
                    // What follows a delimiter is a cell, even at the end.
                    if index == bytes.count, byte == delimiter { rows.append(row + [""]) }
                    continue
                }
                if state == .quoteInQuoted {
                    faults.append(QuotingFault(.textAfterQuote, at: index))
                    state = .plainAfterFault
                } else if byte == 0x22, state == .plain {
                    faults.append(QuotingFault(.stray, at: index))
                    state = .plainAfterFault
                } else if state == .start {
                    state = .plain
                }
                cell.append(byte)
            }
            raw.append(byte)
            index += 1
        }
        guard state != .start else { return }
        if state == .quoted { faults.append(QuotingFault(.unclosed, at: cellStart)) }
        finishCell(keepingRaw: state == .quoted || state == .plainAfterFault)
        rows.append(row)
    }
}
