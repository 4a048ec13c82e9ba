package import DocumentText

/// Reads a web page as browsers show it: lines and tables.
///
/// Nothing outside the page is fetched, nothing in it is run, and there are no entities but those
/// of HTML. What nobody sees (scripts, styles, hidden elements) is no text.
package enum HTMLDocument {
    /// The deepest that elements may stand in each other.
    ///
    /// Tags that are never closed nest, too, and pages have some thousands of them.
    package static let deepest = 4_096

    /// Why a page is not read.
    package enum Failure: Error, Sendable, Equatable {
        /// It asks for more than any honest page does.
        case limit(DocumentLimit)
        /// Elements stand in each other more than this deep.
        case tooDeep(Int)
        /// The parser stopped before the end, at this byte.
        case stopped(at: Int)
        /// It has more bytes than the parser takes.
        case tooLarge
        /// The library that parses isn't installed.
        case noParser
    }

    /// Reads a page, given as valid UTF-8 whatever it says of its encoding.
    ///
    /// - Complexity: O(n) in the bytes.
    package static func content(of page: [UInt8]) throws(Failure) -> DocumentContent {
        let bytes = withoutMarksNobodySees(page)
        guard bytes.count < Int(Int32.max) else { throw .tooLarge }
        let handler = HTMLHandler()
        guard !bytes.isEmpty else { return try handler.finish() }
        try HTMLParser.parse(bytes, with: handler)
        return try handler.finish()
    }

    /// Takes out what browsers pass over and the parser doesn't: zero bytes, which it takes for the
    /// end, and marks such as Word's `<![if !supportLists]>`, which it takes for text.
    ///
    /// Comments stay: `<!--[if gte mso 9]>…<![endif]-->` is one.
    private static func withoutMarksNobodySees(_ page: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(page.count)
        var index = 0
        while index < page.count {
            let rest = page[index...]
            if rest.starts(with: "<!--".utf8) {
                // Of a comment without an end, the parser decides.
                let end = endOfComment(page, from: index + 4)
                kept += page[index..<end].lazy.filter { $0 != 0 }
                index = end
            } else if rest.starts(with: "<![".utf8) {
                let end = rest.firstIndex(of: UInt8(ascii: ">"))
                index = end.map { $0 + 1 } ?? page.count
            } else {
                if page[index] != 0 { kept.append(page[index]) }
                index += 1
            }
        }
        return kept
    }

    /// The index behind the `-->` that ends a comment, or the count.
    private static func endOfComment(_ page: [UInt8], from start: Int) -> Int {
        var index = start
        while index + 2 < page.count {
            if page[index] == UInt8(ascii: "-"), page[index + 1] == UInt8(ascii: "-"),
                page[index + 2] == UInt8(ascii: ">")
            {
                return index + 3
            }
            index += 1
        }
        return page.count
    }
}
