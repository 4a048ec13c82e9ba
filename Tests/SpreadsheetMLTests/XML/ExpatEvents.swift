import CExpat

/// What expat finds in an XML text: the oracle that the reader is held against.
enum ExpatEvents {
    /// The events of a document, texts joined; nil where expat refuses it.
    ///
    /// Without `namespaces`, prefixes need not be declared.
    static func events(of xml: [UInt8], namespaces: Bool = true) -> [String]? {
        // The separator can't occur in a name.
        let made = unsafe namespaces ? XML_ParserCreateNS("UTF-8", 0x7C) : XML_ParserCreate("UTF-8")
        guard let parser = unsafe made else { return nil }
        defer { unsafe XML_ParserFree(parser) }
        var log = EventLog()
        let isRight = unsafe withUnsafeMutablePointer(to: &log) { pointer in
            unsafe XML_SetUserData(parser, pointer)
            unsafe XML_SetElementHandler(parser, start, end)
            unsafe XML_SetCharacterDataHandler(parser, text)
            return unsafe xml.withUnsafeBytes { bytes in
                let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
                return unsafe XML_Parse(parser, start, CInt(bytes.count), 1) == XML_STATUS_OK
            }
        }
        return isRight ? log.finished : nil
    }

    private static let start: XML_StartElementHandler = { log, name, attributes in
        guard let log = unsafe log?.assumingMemoryBound(to: EventLog.self), let name = unsafe name,
            var next = unsafe attributes
        else { return }
        var list: [String] = []
        while let key = unsafe next.pointee, let value = unsafe next.advanced(by: 1).pointee {
            unsafe list.append("\(local(String(cString: key)))=\(String(cString: value))")
            unsafe next = unsafe next.advanced(by: 2)
        }
        unsafe log.pointee.start(local(String(cString: name)), list)
    }

    private static let end: XML_EndElementHandler = { log, name in
        guard let log = unsafe log?.assumingMemoryBound(to: EventLog.self), let name = unsafe name
        else { return }
        unsafe log.pointee.end(local(String(cString: name)))
    }

    private static let text: XML_CharacterDataHandler = { log, start, count in
        guard let log = unsafe log?.assumingMemoryBound(to: EventLog.self), let start = unsafe start
        else { return }
        let bytes = unsafe UnsafeRawBufferPointer(start: start, count: Int(count))
        unsafe log.pointee.text(Array(bytes))
    }

    private static func local(_ name: String) -> String {
        name.split(separator: "|").last.map(String.init) ?? name
    }
}

/// Events as text, so that differences can be read.
struct EventLog {
    private var events: [String] = []
    private var pending: [UInt8] = []

    mutating func start(_ name: String, _ attributes: [String]) {
        flush()
        events.append("<\(name)> " + attributes.sorted().joined(separator: " "))
    }

    mutating func end(_ name: String) {
        flush()
        events.append("</\(name)>")
    }

    mutating func text(_ bytes: [UInt8]) {
        pending += bytes
    }

    private mutating func flush() {
        if !pending.isEmpty { events.append(String(decoding: pending, as: UTF8.self)) }
        pending = []
    }

    /// All events.
    var finished: [String] {
        var copy = self
        copy.flush()
        return copy.events
    }
}
