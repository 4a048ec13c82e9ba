import SourceText
import TableLayout
import Testing

@Suite struct CellTextTests {
    @Test("around a text just the blanks are dropped, of all characters there are")
    func everyCharacter() {
        for scalar in (UInt32(0)...0x10FFFF).lazy.compactMap({ Unicode.Scalar($0) }) {
            let text = Array("\(scalar)甲\(scalar)".utf8)
            let trimmed = CellText.trimmed(text[...])
            let isDropped = trimmed.elementsEqual("甲".utf8)
            if isDropped != scalar.isBlank { Issue.record("\(scalar.codePoint)") }
        }
    }
}
