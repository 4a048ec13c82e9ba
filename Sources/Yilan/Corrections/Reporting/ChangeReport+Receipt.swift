public import SourceText
internal import TargetModel

extension ChangeReport {
    /// What was written, for people.
    public struct Receipt: Sendable, Equatable {
        /// The official file that was corrected.
        public var official: String
        /// The file that was written; nil where nothing was to be changed in place.
        public var output: String?
        /// The cells that stay as they are.
        public var leftAlone: LeftAlone

        /// Makes a receipt.
        public init(official: String, output: String?, leftAlone: LeftAlone) {
            self.official = official
            self.output = output
            self.leftAlone = leftAlone
        }
    }

    /// How many cells a receipt names one by one.
    static let named = 10

    /// The receipt as lines: which file, how many cells of how many targets, which, and what was
    /// left alone.
    ///
    /// Control characters are shown, never obeyed.
    public func text(of receipt: Receipt, _ language: Language) -> String {
        var lines = [heading(of: receipt, language)]
        if !changes.isEmpty { lines.append("  " + cells(language)) }
        if followingCount > 0 { lines.append("  " + following[language]) }
        if !filled.isEmpty { lines.append("  " + filledCells(language)) }
        for (targets, word) in [
            (added, Wording(en: "added", zh: "新增")), (removed, Wording(en: "deleted", zh: "删除")),
        ] where !targets.isEmpty {
            let serials = targets.prefix(Self.named).map { Self.shown($0.serial) }
            lines.append(
                "  \(word[language])" + Wording(en: ": ", zh: "：")[language]
                    + serials.joined(separator: Self.separator(language))
                    + (targets.count > Self.named ? " …" : "")
            )
        }
        let left = Self.leftAlone(receipt.leftAlone, kept: keptCount)
        if !left.isEmpty {
            lines.append(
                "  " + Wording(en: "left alone: ", zh: "未动：")[language]
                    + left.map { $0[language] }
                    .joined(separator: Wording(en: "; ", zh: "；")[language])
            )
        }
        if !changesNothing {
            let isLaidOutAgain = !added.isEmpty || !removed.isEmpty
            lines.append("  " + Self.rest(isLaidOutAgain: isLaidOutAgain)[language])
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private var changesNothing: Bool { changes.isEmpty && added.isEmpty && removed.isEmpty }

    private var keptCount: Int { conflicts.count { $0.resolution == .kept } }

    private func heading(of receipt: Receipt, _ language: Language) -> String {
        let official = StreamNames.input(Self.shown(receipt.official))
        guard let file = receipt.output.map(Self.shown) else {
            return Wording(
                en: "\(official): left as it is",
                zh: "\(official) 未作改动"
            )[language]
        }
        let output = StreamNames.output(file)
        if changesNothing {
            return Wording(
                en: "\(output): written, the same bytes as \(official)",
                zh: "已写出 \(output)，内容与 \(official) 逐字节相同"
            )[language]
        }
        let isInPlace = StreamNames.areSameFile(file, Self.shown(receipt.official))
        var done = self
        done.conflicts = []
        let totals = done.totals(language)
        return isInPlace
            ? Wording(en: "\(output): written in place: ", zh: "已改写 \(output)：")[language] + totals
            : Wording(
                en: "\(output): written, from \(official): ",
                zh: "已写出 \(output)（依据 \(official)）："
            )[language] + totals
    }

    /// The changed cells, by serial and label, and by line where several targets have the serial.
    private func cells(_ language: Language) -> String {
        let cells = changes.map { change -> (serial: String, column: Column) in
            guard let line = change.target?.line else { return (change.serial, change.column) }
            let place = Wording(en: " (line \(line))", zh: "（第 \(line) 行）")
            return (change.serial + place[language], change.column)
        }
        return Self.listed(cells, language)
    }

    private static func listed(
        _ all: [(serial: String, column: Column)],
        _ language: Language,
        most: Int = named
    ) -> String {
        let cells = all.prefix(most).map {
            Self.shown($0.serial) + " " + Self.shown($0.column.label)
        }
        let more = all.count - cells.count
        let rest =
            more > 0 ? Wording(en: " and \(more) more", zh: " 等 \(all.count) 格")[language] : ""
        return cells.joined(separator: separator(language)) + rest
    }

    private var following: Wording {
        Wording(
            en: followingCount == 1
                ? "one of them stays blank in the file: it means the text above, which changes alike"
                : "\(followingCount) of them stay blank in the file: they mean the text above, which"
                    + " changes alike",
            zh: "其中 \(followingCount) 格在文件里仍为空白（或“同上”），随上面的更正而变"
        )
    }

    /// The cells that were filled, by serial and label.
    func filledCells(_ language: Language, most: Int = named) -> String {
        Wording(
            en: "written out, as the text above that they meant is corrected: ",
            zh: "因上面的内容已更正，以下原为空白或“同上”的格写明原意："
        )[language] + Self.listed(filled.map { ($0.serial, $0.column) }, language, most: most)
    }

    private static func separator(_ language: Language) -> String {
        Wording(en: ", ", zh: "、")[language]
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
