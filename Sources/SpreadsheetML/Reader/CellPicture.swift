/// Tells formulas that put a picture into a cell.
enum CellPicture {
    /// What such formulas begin with: of WPS, and of Excel.
    private static let functions: [StaticString] = ["DISPIMG(", "IMAGE("]
    /// What programs write before functions that are newer than the format.
    private static let prefixes: [StaticString] = ["=", "_xlfn.", "_xlws.", "_xludf."]

    /// The kinds of values that are pictures: placed in a cell, or fetched by a formula.
    static let valueKinds: Set<String> = ["_localImage", "_webimage", "_imageurl"]

    /// Whether a formula, with or without `=` before it, makes a picture.
    static func isMade(by formula: Span<UInt8>) -> Bool {
        var rest = formula
        while let prefix = prefixes.first(where: { rest.begins(with: $0) }) {
            rest = rest.extracting(prefix.utf8CodeUnitCount...)
        }
        return functions.contains { rest.begins(with: $0) }
    }
}

extension Span where Element == UInt8 {
    /// Whether the bytes begin with those of a text; capital and small letters are the same.
    fileprivate func begins(with text: StaticString) -> Bool {
        guard count >= text.utf8CodeUnitCount else { return false }
        for index in 0..<text.utf8CodeUnitCount {
            let letter = unsafe text.utf8Start[index]
            let isLetter = letter | 0x20 >= UInt8(ascii: "a") && letter | 0x20 <= UInt8(ascii: "z")
            guard isLetter ? self[index] | 0x20 == letter | 0x20 : self[index] == letter else {
                return false
            }
        }
        return true
    }
}
