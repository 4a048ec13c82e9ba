internal import JSONText
internal import SourceText
internal import TargetModel

extension TargetsDecoder {
    mutating func reportSerial(_ value: JSONValue) {
        findings.report(
            .error,
            "wrong-value",
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
            "contradicts-text",
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
            "wrong-value",
            at: value,
            Wording(
                en: "`document` is an index from 0 into `documents`, which has \(count)",
                zh: "“document”是“documents”里的序数（从 0 数起），而那里只有 \(count) 项"
            )
        )
    }

    /// Reports serials that occur twice in one document, as numbers where they are numbers.
    ///
    /// - Complexity: O(n); without a dictionary where the numbers rise, as they nearly always do.
    mutating func reportDuplicateSerials() {
        let serials = fields[Field.serial.index].cells
        var previous = -1
        let rises = serials.indices.allSatisfy { target in
            let number = text.number(serials[target]) ?? -1
            defer { previous = number }
            return number > previous
        }
        guard !rises else { return }
        var seen: [Int32: [SerialKey: Int]] = [:]
        for (target, range) in serials.enumerated() where !range.isEmpty {
            let serial = text.string(range)
            let document = origins[target].document
            let key = SerialKey(serial)
            guard let first = seen[document]?[key] else {
                seen[document, default: [:]][key] = target
                continue
            }
            reportDuplicate(serial, target, first: Int(places[first].number))
        }
    }

    private mutating func reportDuplicate(_ serial: String, _ target: Int, first line: Int) {
        let value = values[target]
        findings.serial = serial
        findings.report(
            .error,
            "duplicate-serial",
            at: value["serial"] ?? value,
            field: Field.serial.key,
            Wording(
                en: "serial \(serial) occurs twice: here and in line \(line)",
                zh: "序号 \(serial) 重复：此处与第 \(line) 行"
            ),
            hint: Wording(
                en: "every target needs a serial of its own; correct one of the two",
                zh: "每项目标须有自己的序号，请改正其中一处"
            )
        )
        findings.serial = nil
    }
}

extension TextStore {
    /// The number of ASCII digits that fit; nil for another text.
    fileprivate func number(_ range: TextRange) -> Int? {
        withSpan(of: range) { bytes in
            guard bytes.count > 0, bytes.count <= 15 else { return nil }
            var number = 0
            for index in 0..<bytes.count {
                let digit = bytes[index] &- UInt8(ascii: "0")
                guard digit <= 9 else { return nil }
                number = number * 10 + Int(digit)
            }
            return number
        }
    }
}
