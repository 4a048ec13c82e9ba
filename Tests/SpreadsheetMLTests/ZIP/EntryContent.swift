import SpreadsheetML

extension ZIPEntryReader {
    /// Reads what is left of the entry, in pieces of so many bytes.
    consuming func content(inPiecesOf size: Int) throws(SpreadsheetError) -> [UInt8] {
        var piece = [UInt8](repeating: 0, count: size)
        var content: [UInt8] = []
        while true {
            let count = try read(into: &piece)
            if count == 0 { return content }
            content += piece[..<count]
        }
    }
}
