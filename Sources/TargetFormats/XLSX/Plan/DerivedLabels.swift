internal import TargetModel

extension ReadingOptions {
    /// What labels mean in a list, which may be made of columns of a workbook of ours: the user's
    /// word, and that the column of dates, which looks like deadlines, is none of the table's.
    var labels: [String: Field?] {
        var labels: [String: Field?] = columns
        for label in WorkbookWords.dates where columns[label] == nil {
            labels.updateValue(nil, forKey: label)
        }
        return labels
    }
}
