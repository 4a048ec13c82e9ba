internal import TargetModel

/// Cuts a text that goes on over several rows into the pieces that stand in them.
///
/// Unedited pieces keep their text; an edit goes to the row it was made in.
struct TextPieces {
    private let pieces: [Layout.Piece]

    /// Takes the pieces of one text in order; the first is what the others leave.
    init(_ pieces: [Layout.Piece]) {
        self.pieces = pieces
    }

    /// Returns one text per piece; joined again they give `text`.
    func cut(_ text: String) -> [String] {
        guard pieces.count > 1 else { return [text] }
        var rest = Array(text.utf8)
        var result = [String](repeating: "", count: pieces.count)
        // Pieces at the end that stand as they were.
        var open = pieces.count
        while open > 1, let text = pieces[open - 1].text {
            let tail = Array(pieces[open - 1].joint.utf8) + Array(text.utf8)
            guard rest.count >= tail.count, rest.suffix(tail.count).elementsEqual(tail) else {
                break
            }
            rest.removeLast(tail.count)
            result[open - 1] = text
            open -= 1
        }
        // Pieces at the start whose length can't have changed, up to the edited one.
        var start = 0
        var index = 0
        while index < open - 1 {
            let end = start + pieces[index].length
            let joint = Array(pieces[index + 1].joint.utf8)
            guard end + joint.count <= rest.count, isBoundary(end, in: rest),
                rest[end..<(end + joint.count)].elementsEqual(joint),
                index == 0 || says(rest[start..<end], pieces[index].text)
            else { break }
            result[index] = String(decoding: rest[start..<end], as: UTF8.self)
            start = end + joint.count
            index += 1
        }
        result[index] = String(decoding: rest[start...], as: UTF8.self)
        return result
    }

    private func says(_ bytes: ArraySlice<UInt8>, _ text: String?) -> Bool {
        text.map { $0.utf8.elementsEqual(bytes) } ?? true
    }

    private func isBoundary(_ offset: Int, in bytes: [UInt8]) -> Bool {
        offset >= bytes.count || bytes[offset] & 0xC0 != 0x80
    }
}
