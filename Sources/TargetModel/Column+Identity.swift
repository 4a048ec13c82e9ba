extension Column {
    /// What makes the columns of several headers one: what they mean, or else what their labels say
    /// but for blanks and the like.
    package enum Identity: Hashable {
        /// Of a column that means one of the seven things.
        case field(Field)
        /// Of another column; the label as `FieldLabels.normalize(_:)` gives it.
        case label(String)
    }

    /// What makes it one with columns under other headers.
    package var identity: Identity {
        field.map(Identity.field) ?? .label(FieldLabels.normalize(label))
    }

    /// Whether a column of another version of the table is this one: it means the same, or has the
    /// same label to the letter.
    ///
    /// A key alone doesn't tell: a column may be called `leader` without being the leader's.
    package func isSame(as other: Column) -> Bool {
        field == other.field && (field != nil || label.utf8.elementsEqual(other.label.utf8))
    }
}

extension TargetTable {
    /// The column (from 0) that another version of the table has as `column`; nil where this one
    /// doesn't have it.
    package func column(like column: Column) -> Int? {
        columns.firstIndex { $0.isSame(as: column) }
    }
}
