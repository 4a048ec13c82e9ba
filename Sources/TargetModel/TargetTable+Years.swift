extension TargetTable {
    /// The years that targets are for.
    package var years: Set<Int?> {
        Set(documents.map(\.year)).union(Set(sectionYears).filter { $0 > 0 }.map { Int($0) })
    }

    /// For each target, the year of the title that its section is, where that is another one than its
    /// document's, else 0; empty where no section has one.
    ///
    /// - Complexity: O(n) in the targets, where there are sections.
    var yearsOfSections: [Int32] {
        guard let column = sectionColumn else { return [] }
        var texts = DistinctTexts()
        var years: [Int?] = []
        var found: [Int32] = []
        for target in 0..<count {
            let range = range(target, column)
            let number = texts.number(of: range, in: text)
            if number == years.count { years.append(Self.year(ofSection: text.string(range))) }
            let ofDocument = document(of: target).year
            guard let year = Self.year(ofSectionYear: years[number], in: ofDocument),
                year != ofDocument
            else { continue }
            if found.isEmpty { found = Array(repeating: 0, count: count) }
            found[target] = Int32(clamping: year)
        }
        return found
    }

    /// The year that a target is for whose section names a year, or none, in a document of a year: where
    /// it isn't known what year the whole is of, no part of it is taken to be of another.
    package static func year(ofSectionYear year: Int?, in documentYear: Int?) -> Int? {
        documentYear.map { year ?? $0 }
    }

    /// The year that the title of a table names, where a section is one: 2024年重点工作计划; nil for others,
    /// such as 一、2022年结转项目.
    package static func year(ofSection section: String) -> Int? {
        let title = String(section.prefix { $0 != "/" })
        guard !RowWords.isSection(title), TitleLine(title) == .naming else { return nil }
        return TitleFacts(title: title).year
    }
}
