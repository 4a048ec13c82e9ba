extension TargetFormat {
    /// What a format is and can do, for whoever has to treat formats differently.
    ///
    /// Nobody compares names of formats: what a new one is like, it says once, where it is declared.
    public struct Traits: OptionSet, Sendable {
        /// One bit for each trait.
        public let rawValue: Int

        /// Makes a set of its bits.
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// Text, in one encoding or another.
        public static let text = Traits(rawValue: 1 << 0)
        /// A workbook: no text, and not for a terminal.
        public static let workbook = Traits(rawValue: 1 << 1)
        /// Blocks side by side, with pages and notes: the form that the government publishes, that
        /// corrections are put back into, and that options about blocks are about.
        public static let official = Traits(rawValue: 1 << 2)
        /// Its files keep the official layout and texts of the table that they were made from, so
        /// that the official file can be written again.
        public static let keepsLayout = Traits(rawValue: 1 << 3)
        /// Its tables name the encoding of the file itself, not of one that it was made from.
        public static let namesOwnEncoding = Traits(rawValue: 1 << 4)
        /// Its files have mostly been saved by a spreadsheet program, which changes some texts.
        public static let savedBySpreadsheets = Traits(rawValue: 1 << 5)
        /// Instead of a table, its files may hold a list of corrections.
        public static let listsCorrections = Traits(rawValue: 1 << 6)
        /// A folder of its files is a data package.
        public static let packaged = Traits(rawValue: 1 << 7)
        /// Its files have room for findings and indicators beside the table.
        public static let additions = Traits(rawValue: 1 << 8)
        /// Its files may be in other encodings than UTF-8.
        public static let anyEncoding = Traits(rawValue: 1 << 9)
        /// What is written is made sure to read as the table again, among copies of its texts.
        public static let verified = Traits(rawValue: 1 << 10)
    }

    /// Whether it has a trait.
    public func has(_ trait: Traits) -> Bool { traits.contains(trait) }

    /// The extension that its files usually have, without the dot.
    public var usualExtension: String { fileExtensions.first ?? name }
}

extension TargetFormat {
    /// Formats that can be written, in the order in which help shows them.
    public static var writable: [TargetFormat] { all.filter { $0.writer != nil } }
}
