extension Column {
    /// The column of the sections that targets stand in: 一、经济发展.
    ///
    /// It has no cell in a row of the
    /// official table; it says what the heading above says.
    public static let section = Column(nil, label: "section")

    /// Whether it is the column of sections.
    public var isSection: Bool { field == nil && label.utf8.elementsEqual(Self.section.label.utf8) }
}

extension TargetTable {
    /// The index (from 0) of the column of sections; nil where the table has none.
    public var sectionColumn: Int? { columns.firstIndex(where: \.isSection) }

    /// The section that a target (from 0) stands in; nil where the table has none.
    public func section(of target: Int) -> String? {
        sectionColumn.map { string(target, column: $0) }
    }

    /// Whether a target (from 0) stands in a section; false where the table has none.
    public func isTarget(_ target: Int, inSection section: String) -> Bool {
        sectionColumn.map { text.bytes(range(target, $0)).elementsEqual(section.utf8) } ?? false
    }
}
