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
    /// - Complexity: O(n) in the targets.
    func report(to diagnostics: inout DiagnosticBag) {
        guard let column = recognition.columns.firstIndex(where: { $0.field == .serial }) else {
            return
        }
        let width = recognition.columns.count
        var lists = SectionLists(
            in: recognition.text,
            document: document,
            section: recognition.columns.firstIndex(where: \.isSection).map { section in
                { recognition.table[$0 * width + section] }
            }
        )
        let repetitions = Serial.repetitions(
            among: recognition.origins.count,
            in: recognition.text,
            serial: { recognition.table[$0 * width + column] },
            list: { lists.list(of: $0) }
        )
        for repetition in repetitions {
            diagnostics.report(.warning) { finding(repetition, column: column) }
        }
    }

    private func finding(_ repetition: Serial.Repetition, column: Int) -> Diagnostic {
        let target = repetition.target
        let width = recognition.columns.count
        let serial = recognition.text.string(recognition.table[target * width + column])
        let origin = recognition.origins[target]
        let page = recognition.pages[Int(origin.page) - 1]
        let block = page.blocks[Int(origin.block) - 1]
        let cell = block.cell + (block.offset(of: .serial) ?? 0)
        let before = recognition.cells.place(ofTarget: repetition.first, in: recognition)
        return recognition.cells.at(
            Serial.repeated(serial, elsewhere: before, .warning),
            row: Int(recognition.targetRows[target]),
            cell: cell
        ).about(page: Int(origin.page), block: Int(origin.block))
    }
}
