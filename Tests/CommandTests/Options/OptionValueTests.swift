import TargetModel
import Testing

@testable import YilanCommand

@Suite struct OptionValueTests {
    @Test(arguments: [
        ("1", 1), ("1048576", 1 << 20), ("512M", 512 << 20), ("2G", 2 << 30), ("1gib", 1 << 30),
        ("3kB", 3 << 10),
    ])
    func readsSizes(text: String, bytes: Int) {
        #expect(ByteCount(argument: text)?.bytes == bytes)
    }

    @Test(arguments: [
        "", "0", "-1", "M", "1.5G", "1T", "99999999999999999999", "9999999999999G", "１",
    ])
    func refusesWhatIsNoSize(text: String) {
        #expect(ByteCount(argument: text) == nil)
    }

    @Test(arguments: [
        ("事项=objective", "事项", Field.objective),
        ("a=b=units", "a=b", .units),
        ("编 号=序号", "编 号", .serial),
    ])
    func readsMeanings(text: String, label: String, field: Field) {
        let meaning = StatedMeaning(argument: text)
        #expect(meaning?.label == label)
        #expect(meaning?.field == field)
    }

    @Test(arguments: ["", "=units", "事项", "事项=", "事项=nothing"])
    func refusesWhatIsNoMeaning(text: String) {
        #expect(StatedMeaning(argument: text) == nil)
    }
}
