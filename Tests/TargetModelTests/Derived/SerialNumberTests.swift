import TargetModel
import Testing

/// Which texts of serials are numbers.
@Suite struct SerialNumberTests {
    @Test(
        "digits only",
        arguments: [
            ("140", 140), ("0", 0), ("005", 5), ("１", 1), ("１４０", 140), ("1４", 14), ("٣", 3),
            ("999999999999999", 999_999_999_999_999), ("000000000000001", 1),
        ]
    )
    func numbers(text: String, number: Int) {
        #expect(SerialNumber.value(of: text) == number)
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
        #expect(SerialNumber.value(of: text) == nil)
    }
}
