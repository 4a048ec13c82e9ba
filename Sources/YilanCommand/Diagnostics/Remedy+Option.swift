internal import Yilan

extension Remedy {
    /// How the setting is given to the command.
    var option: Wording {
        switch self {
        case .columns(let meanings):
            let options = meanings.map { Wording(en: "--column '\($0)'", zh: "--column '\($0)'") }
            return options.dropFirst().reduce(options.first ?? Wording(verbatim: "--column")) {
                Wording(en: "\($0) or \($1)", zh: "\($0) 或 \($1)")
            }
        case .year: return Wording(verbatim: "--year YYYY")
        case .blocks: return Wording(verbatim: "--blocks N")
        case .encoding: return Wording(en: "--encoding NAME", zh: "--encoding 编码")
        case .outputEncoding(let name): return Wording(verbatim: "--encoding \(name)")
        case .format(let name): return Wording(verbatim: "--from \(name)")
        case .largestEntry: return Wording(en: "--max-entry-size BYTES", zh: "--max-entry-size 字节数")
        case .breaksAsBlanks: return Wording(verbatim: "--line-breaks space")
        case .official: return Wording(en: "--to OFFICIAL.tsv", zh: "--to 官方表.tsv")
        case .base: return Wording(en: "--base OLD.tsv", zh: "--base 原表.tsv")
        case .otherTable: return Wording(verbatim: "--other-table")
        case .addedTargets: return Wording(verbatim: "--add")
        case .deletion(let serial):
            return Wording(en: "--delete \(serial)", zh: "--delete \(serial)")
        case .inspection: return Wording(verbatim: "yilan inspect")
        case .listOfCorrections: return Wording(verbatim: "yilan schema corrections")
        case .listOfChanges: return Wording(verbatim: "yilan diff --format json")
        }
    }
}

extension Diagnostic {
    /// The finding as the command shows it: names of files as people read them, and in the hint the
    /// option that does what it says.
    var asShown: Diagnostic {
        var shown = withReadableNames
        if let option = remedy?.option {
            shown.hint =
                shown.hint.map { Wording(en: "\($0): \(option)", zh: "\($0)：\(option)") } ?? option
            shown.remedy = nil
        }
        return shown
    }
}
