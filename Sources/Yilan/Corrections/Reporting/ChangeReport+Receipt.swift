public import SourceText
internal import TargetModel

extension ChangeReport {
    /// What was written, for people.
    ///
    /// It counts the changes and names a few. A report of all of them, which knows more of each, was a tenth
    /// of applying 10,000 corrections.
    public struct Receipt: Sendable {
        private let plan: ApplyPlan
        /// The official file that was corrected.
        private let official: String
        /// The file that was written; nil where nothing was to be changed in place.
        private let output: String?

        /// Makes the receipt of what a plan did to the official file; `output` is the file that was
        /// written, nil where nothing was to be changed in place.
        public init(of plan: ApplyPlan, official: String, output: String?) {
            self.plan = plan
            self.official = ChangeReport.shown(official)
            self.output = output.map(ChangeReport.shown)
        }

        /// The receipt as lines: which file, how many cells of how many targets, which, and what was
        /// left alone.
        ///
        /// Control characters are shown, never obeyed.
        public func text(_ language: Language) -> String {
            var lines = [heading(language)]
            if !plan.changes.isEmpty { lines.append("  " + changedCells(language)) }
            if plan.followingCount > 0 { lines.append("  " + following[language]) }
            if !plan.filled.isEmpty {
                lines.append("  " + NamedCells.filled(plan.filled, language))
            }
            for (targets, word) in [
                (plan.added, Wording(en: "added", zh: "新增")),
                (plan.deleted, Wording(en: "deleted", zh: "删除")),
            ] where !targets.isEmpty {
                let serials = targets.prefix(NamedCells.most).map { ChangeReport.shown($0.serial) }
                lines.append(
                    "  \(word[language])" + Wording(en: ": ", zh: "：")[language]
                        + serials.joined(separator: NamedCells.separator(language))
                        + (targets.count > NamedCells.most ? " …" : "")
                )
            }
            let left = Self.leftAlone(plan.leftAlone, kept: keptCount)
            if !left.isEmpty {
                lines.append(
                    "  " + Wording(en: "left alone: ", zh: "未动：")[language]
                        + left.map { $0[language] }
                        .joined(separator: Wording(en: "; ", zh: "；")[language])
                )
            }
            if !plan.changesNothing {
                let isLaidOutAgain = !plan.added.isEmpty || !plan.deleted.isEmpty
                lines.append("  " + Self.rest(isLaidOutAgain: isLaidOutAgain)[language])
            }
            return lines.map { $0 + "\n" }.joined()
        }

        private var keptCount: Int { plan.conflicts.count { $0.resolution == .kept } }

        private func heading(_ language: Language) -> String {
            let source = StreamNames.input(official)
            guard let output else {
                return Wording(
                    en: "\(source): left as it is",
                    zh: "\(source) 未作改动"
                )[language]
            }
            let target = StreamNames.output(output)
            if plan.changesNothing {
                return Wording(
                    en: "\(target): written, the same bytes as \(source)",
                    zh: "已写出 \(target)，内容与 \(source) 逐字节相同"
                )[language]
            }
            let done =
                StreamNames.areSameFile(output, official)
                ? Wording(en: "\(target): written in place: ", zh: "已改写 \(target)：")
                : Wording(
                    en: "\(target): written, from \(source): ",
                    zh: "已写出 \(target)（依据 \(source)）："
                )
            return done[language] + totals.sentence(language)
        }

        private var totals: ChangeTotals {
            ChangeTotals(
                cells: plan.changes.count,
                targets: plan.changedTargetCount,
                added: plan.added.count,
                removed: plan.deleted.count
            )
        }

        /// The changed cells, by serial and label, and by line where several targets have the serial.
        private func changedCells(_ language: Language) -> String {
            let changes = plan.changes
            return NamedCells.list(changes.count, language) { number in
                let change = changes[number]
                guard let line = plan.repeatedPlaces[change.target]?.line else {
                    return (change.serial, change.column)
                }
                let place = Wording(en: " (line \(line))", zh: "（第 \(line) 行）")
                return (change.serial + place[language], change.column)
            }
        }

        private var following: Wording {
            let count = plan.followingCount
            return Wording(
                en: count == 1
                    ? "one of them stays blank in the file: it means the text above, which changes"
                        + " alike"
                    : "\(count) of them stay blank in the file: they mean the text above, which"
                        + " changes alike",
                zh: "其中 \(count) 格在文件里仍为空白（或“同上”），随上面的更正而变"
            )
        }

        private static func rest(isLaidOutAgain: Bool) -> Wording {
            isLaidOutAgain
                ? Wording(
                    en:
                        "where targets were added or deleted, rows or pages were laid out again; the rest is as it was",
                    zh: "有增删之处的行或页面已重新排版，其余内容保持不变"
                )
                : Wording(
                    en: "every other byte is as it was",
                    zh: "其余内容一个字节都没有动"
                )
        }

        private static func leftAlone(_ cells: LeftAlone, kept: Int) -> [Wording] {
            var parts: [Wording] = LeftAlone.Reason.allCases.compactMap { reason in
                let count = cells[reason]
                guard count > 0 else { return nil }
                func english(_ one: String, _ many: String) -> Phrase {
                    count == 1 ? "1 cell \(one)" : "\(count) cells \(many)"
                }
                return switch reason {
                case .saidAlready:
                    Wording(en: english("says", "say") + " it already", zh: "\(count) 格官方表格已是如此")
                case .cosmetic:
                    Wording(
                        en: english("differs", "differ") + " in form only",
                        zh: "\(count) 格只是格式不同"
                    )
                case .lostCharacters:
                    Wording(
                        en: english("has", "have") + " “?” in place of characters",
                        zh: "\(count) 格的字变成了“?”"
                    )
                case .missingValueWord:
                    Wording(
                        en: english("was", "were") + " filled by a program with NaN and the like",
                        zh: "\(count) 格被程序填了 NaN 之类的字样"
                    )
                case .otherColumn:
                    Wording(
                        en: english("is", "are") + " of other columns",
                        zh: "\(count) 格不属于指定的栏目"
                    )
                }
            }
            if kept > 0 {
                parts.append(
                    Wording(
                        en:
                            "\(kept) \(kept == 1 ? "conflict" : "conflicts"), where the official text stays",
                        zh: "\(kept) 处冲突，保留官方现文"
                    )
                )
            }
            return parts
        }
    }
}
