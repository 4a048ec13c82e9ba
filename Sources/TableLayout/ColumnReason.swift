package import SourceText
package import TargetModel

/// Why a column is read as a field's.
package enum ColumnReason: Sendable, Equatable {
    /// By its label.
    case label(LabelEvidence)
    /// By what stands below: so many of so many filled cells say what the field's say.
    case values(Int, of: Int)
    /// It is one of several periods or parts, of which the latest that is filled counts.
    case part
    /// It only says when, and no other column reports: the latest such column that is filled counts.
    case period
    /// It is one of several statuses, and rows tick one of them.
    case ticked
    /// By the beginning of its label, where nothing else could be it.
    case beginning
    /// It has no label; it stands behind a column that has one.
    case position

    /// Whether a user should hear of it: the label itself doesn't say it.
    var isGuess: Bool {
        switch self {
        case .label(let evidence): !evidence.isSure
        case .values, .position, .beginning, .period, .ticked: true
        case .part: false
        }
    }

    /// Whether it is the same for several columns that a field is read from.
    var isOfSeveral: Bool { self == .period || self == .ticked }

    /// The reason in words.
    package var wording: Wording {
        switch self {
        case .label(.said): Wording(en: "as it was said", zh: "按给出的说明")
        case .label(.known): Wording(en: "known label", zh: "常见栏目名称")
        case .label(.remark):
            Wording(en: "known label with a remark", zh: "常见栏目名称，另有括注")
        case .label(.period):
            Wording(en: "known label of a period", zh: "常见栏目名称，前有时段")
        case .label(.beginning):
            Wording(en: "its label begins with a known one", zh: "栏目名称以常见名称开头")
        case .label(.ending):
            Wording(en: "its label ends as such labels do", zh: "栏目名称的结尾属于此类")
        case .values(let alike, let count):
            Wording(
                en: "\(alike) of its \(count) filled cells read so",
                zh: "\(count) 个非空单元格中有 \(alike) 个属于此类内容"
            )
        case .part: Wording(en: "the latest part that is filled counts", zh: "取已填写的最后一期")
        case .period:
            Wording(
                en:
                    "it only says when, and no other column reports: the latest that is filled counts",
                zh: "栏目名称只写时段，又没有别的进展栏：取已填写的最后一期"
            )
        case .ticked:
            Wording(
                en: "it is one of several statuses: the one that a row ticks counts",
                zh: "几栏各为一种状态：取打勾的一栏"
            )
        case .beginning:
            Wording(
                en: "its label begins as such labels do, and no other column could be it",
                zh: "栏目名称的开头属于此类，且没有别的栏目可取"
            )
        case .position:
            Wording(en: "no label; it stands beside a labelled column", zh: "没有栏目名称，位于已知栏目旁边")
        }
    }
}
