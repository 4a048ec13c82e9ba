import Foundation
import TargetModel

/// The table that the project ships as a sample, read without any of the project's readers.
public enum SampleTable {
    /// Where the official file is.
    public static var url: URL {
        URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Samples/heze-2023.tsv").standardizedFileURL
    }

    /// The official file, byte for byte.
    ///
    /// - Throws: what Foundation throws where the file can't be read.
    public static func bytes() throws -> [UInt8] {
        try [UInt8](Data(contentsOf: url))
    }

    /// The title, as the file has it.
    public static let title = "菏泽市人民政府2023年度经济社会发展责任目标完成情况一览表"

    /// The 60 targets, serials 140 to 199, each with the texts of the seven fields.
    ///
    /// Two blocks of seven cells stand side by side under the header in line 5; the left one is
    /// read first.
    /// - Throws: what Foundation throws where the file can't be read.
    public static func rows() throws -> [[String]] {
        let lines = try bytes().split(separator: 0x0A, omittingEmptySubsequences: false)
            .dropFirst(5)
            .map { line in
                line.split(separator: 0x09, omittingEmptySubsequences: false)
                    .map { String(decoding: $0, as: UTF8.self) }
            }
        let blocks = [0, 7].flatMap { first in lines.map { Array($0[first..<(first + 7)]) } }
        return blocks.filter { !$0[0].isEmpty }
    }

    /// The table of the 60 targets, without layout.
    ///
    /// - Throws: what Foundation throws where the file can't be read.
    public static func table() throws -> TargetTable {
        let rows = try rows()
        var table = TargetTable.make(rows: rows, title: title, file: "heze-2023.tsv")
        // The left block has 36 targets, the right one 24; both begin under the header.
        table.origins = Origins(
            rows.indices.map { target in
                target < 36
                    ? Origin(line: 6 + target, page: 1, block: 1)
                    : Origin(line: 6 + target - 36, page: 1, block: 2)
            }
        )
        return table
    }
}
