internal import JSONText
internal import SourceText
internal import TargetModel

extension TargetsDecoder {
    mutating func reportSerial(_ value: JSONValue) {
        findings.report(
            .error,
            .wrongValue,
            at: value,
            field: Field.serial.key,
            Wording(
                en: "a serial is neither blank nor a negative number",
                zh: "序号不能为空，也不能是负数"
            ),
            hint: Wording(
                en: "every target has the serial of the official table",
                zh: "每项目标都要写官方表格里的序号"
            )
        )
    }

    mutating func reportSerialText(_ value: JSONValue, number: Int?) {
        let meant = number.map(String.init) ?? "serial"
        findings.report(
            .error,
            .contradictsText,
            at: value,
            field: Field.serial.key,
            Wording(
                en: "`serialText` is another way to write `serial`, and this is not \(meant)",
                zh: "“serialText”是序号的原文写法，而这里与“serial”（\(meant)）不一致"
            ),
            hint: Wording(
                en: "change one of them, or leave `serialText` out",
                zh: "请改正其中一个，或去掉“serialText”"
            )
        )
    }

    mutating func reportDocument(_ value: JSONValue, count: Int) {
        findings.report(
            .error,
            .wrongValue,
            at: value,
            Wording(
                en: "`document` is an index from 0 into `documents`, which has \(count)",
                zh: "“document”是“documents”里的序数（从 0 数起），而那里只有 \(count) 项"
            )
        )
    }

    /// Reports serials that occur twice in one document.
    ///
    /// - Complexity: O(n) in the targets.
    mutating func reportDuplicateSerials() {
        let serials = fields[Field.serial.index].cells
        let section = extras.first { $0.label.elementsEqual(Column.section.label.utf8) }?.column
            .cells
        let documents = origins.map(\.document)
        var lists = SectionLists(
            in: text,
            document: { Int(documents[$0]) },
            section: section.map { cells in { $0 < cells.count ? cells[$0] : .empty } }
        )
        let repetitions = Serial.repetitions(
            among: serials.count,
            in: text,
            serial: { serials[$0] },
            list: { lists.list(of: $0) }
        )
        guard !repetitions.isEmpty else { return }
        let objects = objects()
        for repetition in repetitions {
            let value = objects[repetition.target]
            let line = places[repetition.first].number
            findings.report(
                Serial.repeated(
                    text.string(serials[repetition.target]),
                    elsewhere: Wording(en: "line \(line)", zh: "第 \(line) 行"),
                    .warning
                ),
                at: value["serial"] ?? value
            )
        }
    }
}
