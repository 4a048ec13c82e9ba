/// The elements that are open, the outermost first, and how their tags wrote them.
///
/// Room is kept when an element closes: opening one costs no allocation.
struct OpenElements {
    /// How many elements are open.
    private(set) var count = 0
    /// The qualified names of the open elements, one after the other, and rests of closed ones.
    private(set) var names: [UInt8] = Array(repeating: 0, count: 256)
    private var namesEnd = 0
    private var elements: [Element] = []

    private struct Element {
        /// Where the name begins in `names`.
        var name: Int
        var identity: XMLElement
    }

    /// Whether no element is open.
    var isEmpty: Bool { count == 0 }

    /// Where the innermost element's name is in `names`.
    var innermostName: Range<Int> {
        count == 0 ? 0..<0 : elements[count - 1].name..<namesEnd
    }

    /// Opens an element; its name follows, byte by byte.
    // Inlined: see `XMLReader.readMarkup`.
    @inline(__always)
    mutating func open(_ identity: XMLElement) {
        let element = Element(name: namesEnd, identity: identity)
        if count < elements.count { elements[count] = element } else { elements.append(element) }
        count += 1
    }

    /// Adds a byte to the innermost element's name.
    mutating func appendToName(_ byte: UInt8) {
        if namesEnd < names.count { names[namesEnd] = byte } else { names.append(byte) }
        namesEnd += 1
    }

    /// Closes the innermost element and says which it was.
    mutating func close() -> XMLElement {
        guard count > 0 else { return .other }
        count -= 1
        namesEnd = elements[count].name
        return elements[count].identity
    }
}
