internal import SourceText
internal import TargetModel

/// What a change touches, in the order in which somebody should look at it.
enum ChangeRisk: Int, Comparable, CaseIterable {
    /// The serial, by which everybody finds the target.
    case serial
    /// Whether the target goes as planned: the counts of the circular follow it.
    case status
    /// A cell that says nothing any more.
    case emptied
    /// A number, in whatever column.
    case figures
    /// By when the target is due.
    case deadline
    /// Who answers for the target.
    case units
    /// Words.
    case text
    /// What no reader sees or means.
    case cosmetic

    /// Orders by what should be looked at first.
    static func < (one: ChangeRisk, other: ChangeRisk) -> Bool { one.rawValue < other.rawValue }

    /// Says what a change touches, the pieces of whose texts are given.
    init(_ change: ChangeReport.Change, _ pieces: [TextDiff.Piece]) {
        if change.isCosmetic {
            self = .cosmetic
            return
        }
        /// Whether a figure changes that is written in Chinese numerals: 五户, 一千八百万元.
        var changesFigure: Bool {
            Figure.figures(in: change.old).map(\.amount)
                != Figure.figures(in: change.new).map(\.amount)
        }
        switch change.column.field {
        case .serial: self = .serial
        case .onSchedule: self = .status
        case .units, .leader: self = .units
        case .deadline: self = change.new.isEmpty ? .emptied : .deadline
        case .objective, .progress, nil:
            if change.new.isEmpty {
                self = .emptied
                return
            }
            let changed = pieces.filter { $0.kind != .kept }
            self = changed.contains { Self.holdsDigit($0.text) } || changesFigure ? .figures : .text
        }
    }

    /// The word for it.
    var wording: Wording {
        switch self {
        case .serial: Wording(en: "serial", zh: "序号")
        case .status: Wording(en: "status", zh: "是否完成")
        case .emptied: Wording(en: "emptied", zh: "清空")
        case .figures: Wording(en: "figures", zh: "数字")
        case .deadline: Wording(en: "deadline", zh: "时限")
        case .units: Wording(en: "who answers", zh: "责任主体")
        case .text: Wording(en: "words", zh: "文字")
        case .cosmetic: Wording(en: "form only", zh: "仅格式")
        }
    }

    /// Whether a text holds a digit of any script; 一 in 进一步 is none.
    private static func holdsDigit(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.properties.numericType == .decimal }
    }
}
