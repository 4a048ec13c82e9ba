internal import SourceText
internal import TargetModel

extension ReadingOptions {
    /// What labels mean in a workbook, which may be made of columns of one of ours: the user's word, and
    /// that the column of dates, which looks like deadlines, is none of the table's.
    var labels: [String: Field?] {
        var labels: [String: Field?] = columns
        for label in WorkbookWords.dates where columns[label] == nil {
            labels.updateValue(nil, forKey: label)
        }
        return labels
    }

    /// What labels mean in a text: likewise, where one of its first lines has the marks of a workbook of
    /// ours that was saved so; else its column of dates is its own.
    func labels(in text: SourceText) -> [String: Field?] {
        let start = String(decoding: text.bytes.prefix(1 << 13), as: UTF8.self)
        return start.contains(WorkbookRoundTrip.ownPrefix) ? labels : columns
    }
}
