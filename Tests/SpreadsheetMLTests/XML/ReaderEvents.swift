import TestSupport

@testable import SpreadsheetML

/// What the reader finds in an XML text.
enum ReaderEvents {
    /// The events of a document, texts joined; `pieceSize` bytes are inflated at once.
    static func events(
        of xml: [UInt8],
        pieceSize: Int
    ) throws(SpreadsheetError) -> [String] {
        var archive = Archive([])
        archive.entries = [("part.xml", xml)]
        return try ZIPArchive.withArchive(of: archive.bytes(isStored: true)) {
            archive throws(SpreadsheetError) in
            var reader = try XMLReader(archive.open(archive.entries[0]), pieceSize: pieceSize)
            var log = EventLog()
            var open: [String] = []
            while true {
                switch try reader.next() {
                case .start:
                    let name = local(reader.open.names[reader.open.innermostName])
                    open.append(name)
                    log.start(name, attributes(reader))
                case .end: log.end(open.removeLast())
                case .text: log.text(Array(reader.buffer[reader.text]))
                case .endOfDocument: return log.finished
                }
            }
        }
    }

    private static func attributes(_ reader: borrowing XMLReader) -> [String] {
        reader.attributes[..<reader.attributeCount].compactMap { attribute in
            let name = reader.buffer[attribute.name]
            // Expat tells of declarations in another way.
            if name.elementsEqual("xmlns".utf8) || name.starts(with: "xmlns:".utf8) { return nil }
            let value = String(decoding: reader.buffer[attribute.value], as: UTF8.self)
            return "\(local(name))=\(value)"
        }
    }

    private static func local(_ name: ArraySlice<UInt8>) -> String {
        String(decoding: name.split(separator: UInt8(ascii: ":")).last ?? [], as: UTF8.self)
    }
}
