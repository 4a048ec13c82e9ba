import SourceText
import TargetModel
import TestSupport
import Testing
@testable import Yilan

/// Characters that nobody types on purpose.
@Suite struct OddCharactersTests {
    @Test(arguments: [
        CellCase(.progress, "已\u{200B}建成", "invisible-character"),
        CellCase(.progress, "已\u{AD}建成", "invisible-character"),
        CellCase(.progress, "已\u{9F}建成", "control-character"),
        CellCase(.progress, "已\u{FFFD}成", "replacement-character"),
        CellCase(.progress, "已\u{E000}成", "private-character"),
        CellCase(.progress, "11⽉建成", "radical-character"),
    ])
    func isFound(_ cell: CellCase) {
        #expect(cell.codes == [cell.code])
    }

    /// What could as well be meant.
    @Test(arguments: [
        CellCase(.progress, "温度26℃,面积120㎡"),
        CellCase(.progress, "“十四五”——规划"),
        CellCase(.progress, "①编制②实施"),
        CellCase(.progress, "走访买买提·艾力,坡度20°±2"),
    ])
    func staysSilent(_ cell: CellCase) {
        #expect(cell.codes == [])
    }

    /// Texts are passed over by what bytes their characters begin with: by none of those that are odd.
    @Test func noOddCharacterIsPassedOver() {
        let values = Array(0...0xFFFF) + stride(from: 0x1_0000, through: 0x10_FFFF, by: 257)
        let missed = values.compactMap { Unicode.Scalar(UInt32($0)) }.filter { scalar in
            guard let oddity = OddCharacters.Oddity(scalar) else { return false }
            return OddCharacters.oddities(in: "已\(scalar)成").map(\.oddity) != [oddity]
        }
        #expect(missed.isEmpty)
    }
}
