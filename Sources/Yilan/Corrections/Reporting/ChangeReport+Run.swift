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

        /// The official file in words.
        private var source: Wording { StreamNames.input(official) }

        /// The file that was written in words.
        private var target: Wording { StreamNames.output(output ?? "") }

        /// Says it in a sentence: whoever reads a list of changes wants to know first whether they were
        /// made.
        var sentence: Wording {
            switch (status, output) {
            case (.written, let output?) where StreamNames.areSameFile(output, official):
                Wording(en: "\(source): written in place.", zh: "已改写 \(source)。")
            case (.written, _?), (.unchanged, _?):
                Wording(
                    en: "\(target): written, from \(source).",
                    zh: "已写出 \(target)（依据 \(source)）。"
                )
            case (.written, nil), (.unchanged, nil):
                Wording(en: "\(source): left as it is.", zh: "\(source) 未作改动。")
            case (.planned, _):
                Wording(
                    en: "Nothing is written yet: this is what would change in \(source).",
                    zh: "尚未写出：以下是对 \(source) 将要做的改动。"
                )
            case (.conflicts, _):
                Wording(
                    en: "Nothing was written: conflicts are open. \(source) is as it was.",
                    zh: "未写出任何文件：有未决的冲突，\(source) 未作改动。"
                )
            case (.refused, _):
                Wording(
                    en:
                        "Nothing was written, because there are warnings. \(source) is as it was.",
                    zh: "未写出任何文件：有警告，\(source) 未作改动。"
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
