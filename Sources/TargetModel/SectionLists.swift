package import SourceText

/// The lists in which serials are unique: the sections of each document.
package struct SectionLists {
    private let text: TextStore
    private let document: (Int) -> Int
    private let section: ((Int) -> TextRange)?
    private var texts = DistinctTexts()
    private var numbers: [Key: Int] = [:]

    private struct Key: Hashable {
        var document: Int
        var section: Int
    }

    /// Prepares to tell lists apart; `section` says where the section of a target (from 0) is in
    /// `text`, nil where the table has no sections.
    package init(
        in text: TextStore,
        document: @escaping (Int) -> Int,
        section: ((Int) -> TextRange)?
    ) {
        self.text = text
        self.document = document
        self.section = section
    }

    /// Prepares to tell the lists of a table apart.
    package init(of table: TargetTable) {
        self.init(
            in: table.text,
            document: { Int(table.origins[$0].document) },
            section: table.sectionColumn.map { column in { table.range($0, column) } }
        )
    }

    /// The number (from 0) of the list of a target (from 0).
    package mutating func list(of target: Int) -> Int {
        guard let section else { return document(target) }
        let key = Key(
            document: document(target),
            section: texts.number(of: section(target), in: text)
        )
        let number = numbers[key] ?? numbers.count
        numbers[key] = number
        return number
    }
}
