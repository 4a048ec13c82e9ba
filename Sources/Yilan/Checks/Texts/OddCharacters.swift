internal import SourceText
internal import TargetModel

/// Characters that nobody types on purpose: they can't be seen, or look like others, and make
/// texts differ that look the same.
///
/// Each cell is reported once for each kind. Half-width signs among full-width ones are no finding:
/// official texts are full of them.
enum OddCharacters: Check {
    static let looksAtEachAlone = true

    /// What is odd about a character.
    enum Oddity: CaseIterable {
        case invisible
        case control
        case replacement
        case privateUse
        case radical

        /// Says what is odd about a character; nil where nothing is.
        init?(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: return nil
            case 0x00..<0x20, 0x7F..<0xA0: self = .control
            case 0x2E80...0x2FD5: self = .radical
            case 0xE000...0xF8FF, 0xF_0000...0xF_FFFD, 0x10_0000...0x10_FFFD: self = .privateUse
            case 0xFFFD, 0xFDD0...0xFDEF: self = .replacement
            default:
                if scalar.isInvisible {
                    self = .invisible
                } else if scalar.value & 0xFFFE == 0xFFFE {
                    self = .replacement
                } else {
                    return nil
                }
            }
        }
    }

    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        find(
            Set(Oddity.allCases),
            in: subject.table,
            subject.targets,
            columns: subject.columns(where: mayBeOdd),
            reporting: &findings
        )
    }

    /// Reports what is odd in one of these ways, in some targets and columns (from 0).
    static func find(
        _ wanted: Set<Oddity>,
        in table: TargetTable,
        _ targets: Range<Int>,
        columns: [Int],
        reporting findings: inout CheckFindings
    ) {
        for target in targets {
            for column in columns {
                let range = table.range(target, column)
                guard table.text.withSpan(of: range, mayBeOdd) else { continue }
                for found in oddities(in: table.text.string(range))
                where wanted.contains(found.oddity) {
                    findings.report(
                        finding(found.oddity, found.scalar, found.count),
                        target: target,
                        column: column,
                        bytes: found.offset..<(found.offset + 1)
                    )
                }
            }
        }
    }

    /// Whether a text holds bytes that odd characters have; the ideographs and the marks of Chinese
    /// texts have others.
    private static func mayBeOdd(_ text: Span<UInt8>) -> Bool {
        // What has two bytes is rare enough not to be told apart here.
        let index = text.firstIndex(from: 0) {
            $0.below(0x20) | $0.equal(0x7F) | $0.within(0xC2...0xE2) | $0.atLeast(0xEE)
        } where: { index in
            mayBeginOdd(text, at: index)
        }
        return index < text.count
    }

    private static func mayBeginOdd(_ text: Span<UInt8>, at index: Int) -> Bool {
        switch text[index] {
        case ..<0x20, 0x7F, 0xD8, 0xE1, 0xEE, 0xF0...0xF4: return true
        // U+0080 to U+009F, and U+00AD; · and ° are no oddities.
        case 0xC2: return text[index + 1] < 0xA0 || text[index + 1] == 0xAD
        case 0xE2:
            // U+2010 to U+2027, and all that is neither U+20.. nor a radical.
            let (second, third) = (text[index + 1], text[index + 2])
            let isMark = second == 0x80 && (0x90...0xA7).contains(third)
            return !isMark && !(0x82...0xB9).contains(second)
        // Full-width forms.
        case 0xEF: return !(0xBC...0xBD).contains(text[index + 1])
        default: return false
        }
    }

    /// The kinds of odd characters in a text: the first of each, its offset in bytes, and how many
    /// there are.
    static func oddities(
        in text: String
    ) -> [(oddity: Oddity, scalar: Unicode.Scalar, offset: Int, count: Int)] {
        guard mayBeOdd(text.utf8.span) else { return [] }
        var found: [(oddity: Oddity, scalar: Unicode.Scalar, offset: Int, count: Int)] = []
        var offset = 0
        for scalar in text.unicodeScalars {
            if let oddity = Oddity(scalar) {
                if let index = found.firstIndex(where: { $0.oddity == oddity }) {
                    found[index].count += 1
                } else {
                    found.append((oddity, scalar, offset, 1))
                }
            }
            offset += UTF8.width(scalar)
        }
        return found
    }

    /// What is to be said of `count` odd characters of one kind, the first of which is `scalar`.
    static func finding(
        _ oddity: Oddity,
        _ scalar: Unicode.Scalar,
        _ count: Int
    ) -> Diagnostic {
        let name = scalar.codePoint
        let often =
            count == 1
            ? Wording(verbatim: "") : Wording(en: ", \(count) such characters", zh: "，共 \(count) 个")
        return switch oddity {
        case .invisible:
            Diagnostic(
                .warning,
                .invisibleCharacter,
                Wording(
                    en: "an invisible character (\(name)\(often))",
                    zh: "含有看不见的字符（\(name)\(often)）"
                ),
                hint: Wording(
                    en: "delete it: texts that look the same are not the same with it",
                    zh: "请删去：它会使看上去相同的文字并不相同"
                )
            )
        case .control:
            Diagnostic(
                .warning,
                .controlCharacter,
                Wording(
                    en: "a control character (\(name)\(often))",
                    zh: "含有控制字符（\(name)\(often)）"
                ),
                hint: Wording(en: "delete it", zh: "请删去")
            )
        case .replacement:
            Diagnostic(
                .warning,
                .replacementCharacter,
                Wording(
                    en: "a character that stands for one that was lost (\(name)\(often))",
                    zh: "含有表示乱码的字符（\(name)\(often)），原来的文字已经丢失"
                ),
                hint: Wording(
                    en: "type the text again from the original",
                    zh: "请对照原件重新录入"
                )
            )
        case .privateUse:
            Diagnostic(
                .note,
                .privateCharacter,
                Wording(
                    en: "a character that only some fonts have (\(name)\(often))",
                    zh: "含有只有个别字体才有的字符（\(name)\(often)）"
                ),
                hint: Wording(
                    en: "other computers show it differently or not at all",
                    zh: "在其他电脑上可能显示不同或无法显示"
                )
            )
        case .radical:
            Diagnostic(
                .note,
                .radicalCharacter,
                Wording(
                    en: "a radical in place of the character that it looks like "
                        + "(\(name)\(often))",
                    zh: "用部首“\(scalar)”代替了形状相同的汉字（\(name)\(often)）"
                ),
                hint: Wording(
                    en: "it comes from a PDF; type the character, else searches don't find it",
                    zh: "多半来自 PDF，请重新录入该字，否则检索不到"
                )
            )
        }
    }
}
