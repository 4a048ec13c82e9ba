internal import Yilan

extension ApplyPlan {
    /// What to say of files that correct nothing: whoever sends corrections expects a change, and
    /// that there is none must not be overlooked.
    ///
    /// `official` is the official file's name.
    func notesOnNothing(_ official: String) -> [Diagnostic] {
        var notes = unedited.map { file in
            agreeing.contains(file) ? Self.nothingNew(file) : Self.noCorrections(file)
        }
        if changesNothing, conflicts.isEmpty, leftAlone[.saidAlready] > 0 {
            notes.append(Self.nothingToChange(official))
        }
        return notes
    }

    private static func noCorrections(_ file: String) -> Diagnostic {
        Diagnostic(
            .note,
            .noCorrections,
            Wording(
                en: "no corrections in it: all that is read of it is as when it was made",
                zh: "其中没有更正：读取的内容均与生成时相同"
            ),
            file: file
        )
    }

    private static func nothingNew(_ file: String) -> Diagnostic {
        Diagnostic(
            .note,
            .noCorrections,
            Wording(
                en: "no corrections in it: all that is read of it is as the official table says",
                zh: "其中没有更正：读取的内容均与官方表格一致"
            ),
            file: file
        )
    }

    private static func nothingToChange(_ official: String) -> Diagnostic {
        Diagnostic(
            .note,
            .nothingToChange,
            Wording(
                en: "nothing to change: the table says all of it already",
                zh: "没有需要改动的内容：表格与更正一致"
            ),
            file: official
        )
    }
}

extension DiagnosticBag {
    /// How many warnings are kept.
    var warningCount: Int { all.count { $0.severity == .warning } }
}

extension Diagnostic {
    /// Says that `--strict` keeps the corrections from being written.
    static func strictRefusal(_ count: Int, _ official: String) -> Diagnostic {
        Diagnostic(
            .error,
            .strictRefusal,
            Wording(
                en:
                    "nothing was written: --strict, and there \(count == 1 ? "is 1 warning" : "are \(count) warnings")",
                zh: "未写出任何文件：使用了 --strict，而有 \(count) 条警告"
            ),
            hint: Wording(
                en: "mend what is warned of, or leave --strict out",
                zh: "请先处理这些警告，或去掉 --strict"
            ),
            file: official
        )
    }
}
