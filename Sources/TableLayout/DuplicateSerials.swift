internal import SourceText
internal import TargetModel

/// Finds serials that occur twice in a table.
struct DuplicateSerials {
    private let recognition: Recognition
    private let document: (Int) -> Int

    /// Prepares to search; `document` says which document a target (from 0) comes from.
    init(_ recognition: Recognition, document: @escaping (Int) -> Int = { _ in 0 }) {
        self.recognition = recognition
        self.document = document
    }

    /// Reports every target whose serial an earlier one of its document has.
    ///
    /// Serials that are numbers are the same where the numbers are: 5 and 005.
    /// - Complexity: O(n); without a dictionary where the numbers rise, as they nearly always do.
    func report(to diagnostics: inout DiagnosticBag) {
        guard let column = recognition.columns.firstIndex(where: { $0.field == .serial }) else {
            return
        }
        let width = recognition.columns.count
        let count = recognition.origins.count
        guard !rises(count, width, column) else { return }
        var seen: [String: Int] = [:]
        seen.reserveCapacity(count)
        for target in 0..<count {
            let text = recognition.text.string(recognition.table[target * width + column])
            let serial = SerialNumber.value(of: text).map(String.init) ?? "text " + text
            let key = "\(document(target)) \(serial)"
            guard let first = seen.updateValue(target, forKey: key) else { continue }
            seen[key] = first
            diagnostics.report(.error) { finding(text, target, first) }
        }
    }

    private func rises(_ count: Int, _ width: Int, _ column: Int) -> Bool {
        var previous = -1
        for target in 0..<count {
            let range = recognition.table[target * width + column]
            let number = recognition.text.withSpan(of: range, Self.number)
            guard number > previous else { return false }
            previous = number
        }
        return true
    }

    /// The number that bytes are in ASCII digits; -1 where they are none.
    private static func number(_ bytes: Span<UInt8>) -> Int {
        guard bytes.count <= 15 else { return -1 }
        var number = bytes.isEmpty ? -1 : 0
        for index in bytes.indices {
            guard bytes[index] &- 0x30 <= 9 else { return -1 }
            number = number * 10 + Int(bytes[index] &- 0x30)
        }
        return number
    }

    private func finding(_ serial: String, _ target: Int, _ first: Int) -> Diagnostic {
        let origin = recognition.origins[target]
        let page = recognition.pages[Int(origin.page) - 1]
        let block = page.blocks[Int(origin.block) - 1]
        let cell = block.cell + (block.offset(of: .serial) ?? 0)
        let before = recognition.cells.place(ofTarget: first, in: recognition)
        return recognition.cells.at(
            Diagnostic(
                .error,
                "duplicate-serial",
                Wording(
                    en: "serial \(serial) occurs twice: here and in \(before.english)",
                    zh: "序号 \(serial) 重复：此处与\(before.chinese)"
                ),
                hint: Wording(
                    en: "every target needs a serial of its own; correct one of the two",
                    zh: "每项目标须有自己的序号，请改正其中一处"
                )
            ),
            row: Int(recognition.targetRows[target]),
            cell: cell
        ).about(
            page: Int(origin.page),
            block: Int(origin.block),
            serial: serial,
            field: Field.serial.key
        )
    }
}
