import TargetModel
import TestSupport
import Testing

/// What serials mean, and which are the same.
@Suite struct SerialTests {
    @Test(
        "digits only",
        arguments: [
            ("140", 140), ("0", 0), ("005", 5), ("１", 1), ("１４０", 140), ("1４", 14), ("٣", 3),
            ("999999999999999", 999_999_999_999_999), ("000000000000001", 1),
        ]
    )
    func numbers(text: String, number: Int) {
        #expect(Serial.number(of: text) == number)
    }

    @Test(
        "anything else is a text",
        arguments: [
            "", " ", "2.", "(3)", "④", "6-1", "第7项", "8、", "一", "（一）", "1 2", " 1", "1 ", "-1",
            "+1", "1.0", "1e3",
            "½", "²", "1\u{0301}", "1\u{200B}", "0x10", "甲", "1234567890123456", "1,000",
        ]
    )
    func texts(text: String) {
        #expect(Serial.number(of: text) == nil)
    }

    @Test(
        "serials are the same by their number, else by their text",
        arguments: [
            ("5", "005", true), ("5", "５", true), ("6-1", "6-1", true), ("6-1", "6-2", false),
            ("5", "④", false), ("1/2", "1/2", true), ("1/2", "1/02", false), ("5", "5.", false),
        ]
    )
    func same(one: String, other: String, isSame: Bool) {
        #expect(Serial.areSame(one, other) == isSame)
        #expect(Serial.areSame(other, one) == isSame)
    }

    @Test("what digits are, bytes and text agree on", arguments: UInt64(1)...200)
    func digits(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let count = random.number(in: 0...17)
        let text = (0..<count).map { _ in random.pick(["0", "1", "7", "9", "9", "５", "-"]) }
            .joined()
        let bytes = Array(text.utf8)
        let number = Serial.number(of: text)
        let isASCII = bytes.allSatisfy { $0 < 0x80 }
        #expect(Serial.number(ofDigits: bytes.span) == (isASCII ? number : nil))
        let isCanonical = number.map { String($0) == text } ?? false
        #expect(Serial.isCanonical(bytes.span) == isCanonical)
    }

    @Test("the number of a whole is that of its parts")
    func leadingNumbers() {
        #expect(Serial.leadingNumber(of: "６-1") == 6)
        #expect(Serial.leadingNumber(of: "第7项") == 7)
        #expect(Serial.leadingNumber(of: "一") == nil)
    }

    @Test("repetitions are those that comparing every pair finds", arguments: UInt64(1)...200)
    func repetitions(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let rises = random.oneIn(3)
        let count = random.number(in: 0...12)
        let texts = (0..<count).map { index in
            rises ? String(index + 1) : random.pick(["", "1", "01", "２", "2", "1/2", "④", "3"])
        }
        let lists = texts.map { _ in random.below(2) }
        let table = TargetTable.make(columns: ["serial"], rows: texts.map { [$0] })
        let found = Serial.repetitions(
            among: count,
            in: table.text,
            serial: { table.range($0, 0) },
            list: { lists[$0] }
        )
        let expected = texts.indices.compactMap { target -> Serial.Repetition? in
            guard !texts[target].isEmpty else { return nil }
            let first = texts.indices.first {
                lists[$0] == lists[target] && Serial.areSame(texts[$0], texts[target])
            }
            return first.flatMap {
                $0 < target ? Serial.Repetition(target: target, first: $0) : nil
            }
        }
        #expect(found == expected)
    }

    @Test(
        "what could be a target's number",
        arguments: [
            ("6-1", true), ("1/2", true), ("一/3", true), ("（二）/1", true), ("2023/5", false),
            ("1/", false),
            ("市局/2", false), ("甲", false),
        ]
    )
    func plausible(text: String, isPlausible: Bool) {
        #expect(Serial.isPlausible(text) == isPlausible)
    }
}
