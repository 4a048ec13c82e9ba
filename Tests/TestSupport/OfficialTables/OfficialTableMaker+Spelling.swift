/// How texts stand in the cells of a generated file.
extension OfficialTableMaker {
    /// A blank cell.
    mutating func spelledBlank() -> String {
        has(.paddedCells, oneIn: 6) ? random.pick(OfficialWords.blanks) : ""
    }

    /// Whether a cell as it stands in the file is blank.
    func isBlank(_ cell: String) -> Bool {
        cell.unicodeScalars.allSatisfy { $0.properties.generalCategory == .spaceSeparator }
    }

    /// A text with blanks around it, and quoted where it must be or where Excel would.
    mutating func spelled(_ text: String) -> String {
        var padded = text
        if has(.paddedCells, oneIn: 6) { padded = random.pick(OfficialWords.blanks) + padded }
        if has(.paddedCells, oneIn: 6) { padded += random.pick(OfficialWords.blanks) }
        let isSpecial = padded.utf8.contains {
            $0 == 0x09 || $0 == 0x0A || $0 == 0x0D || $0 == 0x22 || $0 == 0x2C
        }
        guard mustBeQuoted(padded) || (isSpecial && has(.quotedCells, oneIn: 2)) else {
            return padded
        }
        return quoted(padded)
    }

    /// A label, spread with blanks or invisible characters, or broken over lines.
    mutating func spelled(label: String) -> String {
        // Between Latin letters a blank is part of the label.
        guard label.unicodeScalars.allSatisfy(\.properties.isIdeographic) else { return label }
        if has(.invisibles, oneIn: 3) {
            return spread(label, with: random.pick(OfficialWords.invisibles), oneIn: 2)
        }
        if has(.brokenLabels, oneIn: 3) {
            return quoted(spread(label, with: random.pick(["\n", "\r\n", " \n"]), oneIn: 2))
        }
        guard has(.spreadLabels, oneIn: 2) else { return label }
        return spread(label, with: random.pick([" ", "\u{3000}", "\u{00A0}"]), oneIn: 1)
    }

    private mutating func spread(_ label: String, with blank: String, oneIn times: Int) -> String {
        var result = ""
        for (index, scalar) in label.unicodeScalars.enumerated() {
            if index > 0, index == 1 || random.oneIn(times) { result += blank }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    private func quoted(_ text: String) -> String {
        var result = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in text.unicodeScalars {
            result.append(scalar)
            if scalar == "\"" { result.append(scalar) }
        }
        result.append("\"")
        return String(result)
    }

    /// Whether a text without quotes around it would be read as something else.
    private func mustBeQuoted(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        if bytes.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) { return true }
        guard bytes.first == 0x22 else { return false }
        // The first quote that isn't doubled must be followed by text: else the quotes are around
        // the cell, or reach into the next one.
        var index = 1
        var isSpecial = false
        while index < bytes.count {
            if bytes[index] == 0x22 {
                guard index + 1 < bytes.count, bytes[index + 1] == 0x22 else { break }
                isSpecial = true
                index += 1
            }
            isSpecial = isSpecial || bytes[index] == 0x2C
            index += 1
        }
        return index >= bytes.count || (index == bytes.count - 1 && isSpecial)
    }
}
