/// The smallest file of an office program around a part: a ZIP archive whose entries are stored.
enum StoredArchive {
    /// Returns a workbook whose only worksheet is `sheet`, whatever that is.
    static func workbook(sheet: [UInt8]) -> [UInt8] {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006"
        let part = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let types =
            "<Types xmlns=\"\(package)/content-types\">"
            + "<Default Extension=\"rels\" "
            + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(part).sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/sheet.xml\" ContentType=\"\(part).worksheet+xml\"/></Types>"
        func relations(_ type: String, _ target: String) -> String {
            "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"r1\" "
                + "Type=\"\(office)/\(type)\" Target=\"\(target)\"/></Relationships>"
        }
        let workbook =
            "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>"
            + "<sheet name=\"全部目标\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
        return archive([
            ("[Content_Types].xml", Array(types.utf8)),
            ("_rels/.rels", Array(relations("officeDocument", "xl/workbook.xml").utf8)),
            ("xl/workbook.xml", Array(workbook.utf8)),
            ("xl/_rels/workbook.xml.rels", Array(relations("worksheet", "sheet.xml").utf8)),
            ("xl/sheet.xml", sheet),
        ])
    }

    /// Returns a Word document whose main part is `document`, whatever that is.
    static func word(document: [UInt8]) -> [UInt8] {
        let relations =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"r1\" Target=\"word/document.xml\" Type=\"http://schemas."
            + "openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/></Relationships>"
        return archive([
            ("_rels/.rels", Array(relations.utf8)), ("word/document.xml", document),
        ])
    }

    /// Returns an OpenDocument spreadsheet with this content, whatever that is.
    static func spreadsheet(content: [UInt8]) -> [UInt8] {
        let kind = "application/vnd.oasis.opendocument.spreadsheet"
        return archive([("mimetype", Array(kind.utf8)), ("content.xml", content)])
    }

    private static func archive(_ entries: [(name: String, content: [UInt8])]) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = archive.count
            // Version 2.0, names in UTF-8, stored, 1980-01-01; CRC and sizes; length of the name.
            let facts =
                little(20, 2) + little(0x0800, 2) + little(0, 2) + little(0, 2) + little(0x21, 2)
                + little(checksum(entry.content), 4) + little(entry.content.count, 4)
                + little(entry.content.count, 4) + little(entry.name.utf8.count, 2) + little(0, 2)
            archive += little(0x0403_4B50, 4) + facts + Array(entry.name.utf8) + entry.content
            directory += little(0x0201_4B50, 4) + little(20, 2) + facts + little(0, 10)
            directory += little(offset, 4) + Array(entry.name.utf8)
        }
        let end =
            little(0x0605_4B50, 4) + little(0, 4) + little(entries.count, 2)
            + little(entries.count, 2) + little(directory.count, 4) + little(archive.count, 4)
            + little(0, 2)
        return archive + directory + end
    }

    /// A number in `count` bytes, the lowest first.
    private static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 < 8 ? number >> ($0 * 8) : 0) }
    }

    /// CRC-32, bit by bit: inputs are small.
    private static func checksum(_ bytes: [UInt8]) -> Int {
        var remainder: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            remainder ^= UInt32(byte)
            for _ in 0..<8 {
                remainder = remainder >> 1 ^ (remainder & 1 == 1 ? 0xEDB8_8320 : 0)
            }
        }
        return Int(~remainder)
    }
}
