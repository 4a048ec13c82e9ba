internal import SourceText

extension ChangeReport {
    /// What a run of corrections came to.
    public struct Run: Sendable, Equatable {
        /// How it ended.
        public var status: Status
        /// The official file.
        public var official: String
        /// The file that was written; nil where none was.
        public var output: String?

        /// Makes one.
        public init(status: Status, official: String, output: String?) {
            self.status = status
            self.official = official
            self.output = output
        }

        /// Says it in a sentence: whoever reads a list of changes wants to know first whether they were
        /// made.
        var sentence: Wording {
            switch (status, output) {
            case (.written, let output?) where output.utf8.elementsEqual(official.utf8):
                Wording(en: "\(official): written in place.", zh: "已改写 \(official)。")
            case (.written, let output?), (.unchanged, let output?):
                Wording(
                    en: "\(output): written, from \(official).",
                    zh: "已写出 \(output)（依据 \(official)）。"
                )
            case (.written, nil), (.unchanged, nil):
                Wording(en: "\(official): left as it is.", zh: "\(official) 未作改动。")
            case (.planned, _):
                Wording(
                    en: "Nothing is written yet: this is what would change in \(official).",
                    zh: "尚未写出：以下是对 \(official) 将要做的改动。"
                )
            case (.conflicts, _):
                Wording(
                    en: "Nothing was written: conflicts are open. \(official) is as it was.",
                    zh: "未写出任何文件：有未决的冲突，\(official) 未作改动。"
                )
            case (.refused, _):
                Wording(
                    en:
                        "Nothing was written, because there are warnings. \(official) is as it was.",
                    zh: "未写出任何文件：有警告，\(official) 未作改动。"
                )
            }
        }
    }

    /// How a run of corrections ended.
    public enum Status: String, Sendable, CaseIterable {
        /// The corrected table was written.
        case written
        /// There was nothing to change.
        case unchanged
        /// It was only looked at what would change.
        case planned
        /// Conflicts are open, so nothing was written.
        case conflicts
        /// Something is wrong, or warnings forbid it, so nothing was written.
        case refused
    }
}

/// What the three texts of a conflict are called, wherever they stand.
enum ConflictTexts {
    /// What the cell said where the correction started.
    static let old = Wording(en: "Old text", zh: "原文")
    /// What the correction wants.
    static let new = Wording(en: "New text", zh: "新文")
    /// What the official table says.
    static let official = Wording(en: "Official now", zh: "官方现文")
}
