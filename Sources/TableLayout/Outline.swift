internal import TargetModel

/// The rows that may head those below them, because the serials below are parts of theirs: 1 above
/// 1.1 and 1.2, 一 above 1.
struct Outline {
    /// Targets (from 0) that say nothing but what they are about, each a part of the one before.
    private(set) var open: [Int] = []
    /// The sections that such rows have opened, each in the one before: serial and text.
    private var sections: [(serial: String, text: String)] = []
    /// Whether the target read last has a serial that is no plain number.
    private var isOdd = false

    /// Whether the next target may be a part of one above.
    var isOpen: Bool { isOdd || !open.isEmpty || !sections.isEmpty }

    /// Begins a target: its serial, and that of each above.
    ///
    /// - Returns: the texts of the sections that end above it.
    mutating func begin(_ serial: String, isOdd: Bool, serials: (Int) -> String) -> [String] {
        self.isOdd = isOdd
        var ended: [String] = []
        let whole = open.first.map(serials) ?? serial
        while let last = sections.last, !Self.isPart(whole, of: last.serial) {
            ended.append(last.text)
            sections.removeLast()
        }
        while let last = open.last, !Self.isPart(serial, of: serials(last)) { open.removeLast() }
        return ended
    }

    /// Opens a target (from 0) that the one below it is a part of.
    mutating func open(_ target: Int) {
        if open.last != target { open.append(target) }
    }

    /// Forgets the open ones, which are headings of sections.
    mutating func close(_ headings: [(serial: String, text: String)]) {
        open = []
        sections += headings
    }

    /// Whether one serial is a part of another: 1.1, 1-1 and 1（1） of 1; (1) and ① of 1; 1 of 一.
    static func isPart(_ serial: String, of whole: String) -> Bool {
        var rest = TextFolding.folded(RowWords.squeezed(serial))[...]
        var head = TextFolding.folded(RowWords.squeezed(whole))[...]
        while let last = head.last, ".、".unicodeScalars.contains(last) { head.removeLast() }
        guard !head.isEmpty, !rest.isEmpty else { return false }
        let isNumber = rest.allSatisfy { (0x30...0x39).contains($0.value) }
        if RowWords.isSectionNumber(whole) {
            return isNumber || (!isBracketed(head) && isBracketed(rest))
        }
        guard rest.starts(with: head) else {
            // (1) and ① stand below a number of another form.
            return head.allSatisfy { (0x30...0x39).contains($0.value) }
                && (isBracketed(rest)
                    || (rest.count == 1 && (0x2460...0x2473).contains(rest[0].value)))
        }
        rest = rest.dropFirst(head.count)
        guard let sign = rest.first, ".-–—(".unicodeScalars.contains(sign) else { return false }
        return rest.dropFirst().contains { (0x30...0x39).contains($0.value) }
    }

    private static func isBracketed(_ serial: ArraySlice<Unicode.Scalar>) -> Bool {
        serial.first == "("
    }
}
