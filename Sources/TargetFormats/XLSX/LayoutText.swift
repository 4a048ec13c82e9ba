internal import SourceText
internal import TargetModel

/// The layout as JSON, for the sheet that carries it.
enum LayoutText {
    /// Returns the layout of a table as UTF-8.
    static func encode(_ layout: Layout, of table: TargetTable) -> [UInt8] {
        []
    }
}
