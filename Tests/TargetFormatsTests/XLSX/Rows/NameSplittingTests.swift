import TargetModel
import TestSupport
import Testing

@testable import TargetFormats

/// How formulas tell whose a row is.
@Suite struct NameSplittingTests {
    private static let texts = [
        "张鹏", "王五", "王五、张鹏", "王五 副市长", "张 鹏", "副市长张鹏", "王五（常务副市长）、张鹏", "", "王五/张鹏 ", "李鹏",
    ]

    private static func table(_ texts: [String]) -> TargetTable {
        .make(
            columns: ["serial", "leader"],
            rows: texts.enumerated().map { ["\($0 + 1)", $1] }
        )
    }

    /// What the formula of `NamedRows` comes to for a text.
    private static func holds(_ named: NamedRows, _ text: String) -> Bool {
        if named.name.isEmpty { return text.isEmpty }
        let isFound = NameSplitting.names(of: text).contains(named.name)
        return named.others.contains(text) || isFound && !named.exceptions.contains(text)
    }

    @Test("formulas name in each text whom yilan names", arguments: UInt64(1)...20)
    func sameNames(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let texts = (0..<8).map { _ in Self.texts[Int(random.next() % UInt64(Self.texts.count))] }
        let read = LeaderTexts(of: Self.table(texts))
        func names(of text: String) -> [String] {
            let names = LeaderNames.split(text)
            return names.isEmpty ? [""] : names
        }
        for name in Set(texts.flatMap(names)) {
            let named = NamedRows(name, read)
            for text in texts {
                let isNamed = names(of: text).contains(name)
                #expect(Self.holds(named, text) == isNamed, "\(name) in \(text)")
            }
            let texts = texts.filter { names(of: $0).contains(name) }
            #expect(Set(read.of(name)) == Set(texts))
        }
    }

    @Test func aCorrectionMayNameSeveral() {
        let named = NamedRows("张鹏", LeaderTexts(of: Self.table(["张鹏", "王五"])))
        for text in ["张鹏、王五", "王五，张鹏", "张鹏　", "王五 张鹏"] { #expect(Self.holds(named, text)) }
        #expect(!Self.holds(named, "张鹏飞"))
    }
}
