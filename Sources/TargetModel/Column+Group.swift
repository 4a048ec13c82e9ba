extension Column {
    /// The column of what stands in the row above the targets of one serial: 建设甲类.
    ///
    /// It has no cell in the rows of the official table's targets; it says what the row that heads
    /// their group says. A table that was written anew has cells for it.
    public static let group = Column(nil, label: "group")

    /// Whether it is the column of the texts that head groups.
    public var isGroup: Bool { field == nil && label.utf8.elementsEqual(Self.group.label.utf8) }
}
