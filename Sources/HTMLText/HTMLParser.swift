internal import CLibxml2

/// libxml2's parser of HTML, event by event: no tree is made.
@safe enum HTMLParser {
    /// Parses a page, telling `handler` what comes.
    ///
    /// - Throws: `stopped` where the parser gives up before the end, `noParser` where there is none.
    static func parse(
        _ page: [UInt8],
        with handler: HTMLHandler
    ) throws(HTMLDocument.Failure) {
        guard let library else { throw .noParser }
        let consumed = unsafe page.withUnsafeBytes { bytes -> Int? in
            let text = unsafe bytes.bindMemory(to: CChar.self)
            guard
                let context = unsafe library.htmlCreateMemoryParserCtxt(
                    text.baseAddress,
                    Int32(truncatingIfNeeded: text.count)
                )
            else { return nil }
            defer { unsafe library.htmlFreeParserCtxt(context) }
            let options =
                HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
                | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
                | HTML_PARSE_IGNORE_ENC.rawValue
            _ = unsafe library.htmlCtxtUseOptions(context, Int32(bitPattern: options))
            _ = unsafe library.xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
            guard let events = unsafe context.pointee.sax else { return nil }
            unsafe listen(events)
            // Kept alive by the caller for as long as the parser runs.
            unsafe context.pointee.userData = Unmanaged.passUnretained(handler).toOpaque()
            handler.stop = { unsafe library.xmlStopParser(context) }
            defer { handler.stop = nil }
            _ = unsafe library.htmlParseDocument(context)
            guard let input = unsafe context.pointee.input, let end = unsafe input.pointee.end,
                let current = unsafe input.pointee.cur
            else { return nil }
            return unsafe page.count - (end - current)
        }
        guard handler.failure == nil else { return }
        guard let consumed else { throw .stopped(at: 0) }
        guard consumed >= page.count else { throw .stopped(at: consumed) }
    }

    /// The library's functions; nil where the library isn't installed.
    ///
    /// They are found when the first page is read (see the header of the library's module). The
    /// parser's tables are made then, too, once and by one thread.
    private static let library: libxml2_functions? = {
        var functions = libxml2_functions()
        guard unsafe libxml2_load(&functions) != 0 else { return nil }
        functions.xmlInitParser()
        return functions
    }()

    /// Has the parser call the handler, and nothing else.
    private static func listen(_ events: UnsafeMutablePointer<xmlSAXHandler>) {
        unsafe events.pointee = xmlSAXHandler()
        unsafe events.pointee.startElement = { data, name, attributes in
            guard let handler = unsafe HTMLParser.handler(data), let name = unsafe name else {
                return
            }
            unsafe handler.start(
                String(cString: name),
                attributes: HTMLParser.attributes(attributes)
            )
        }
        unsafe events.pointee.endElement = { data, name in
            guard let handler = unsafe HTMLParser.handler(data), let name = unsafe name else {
                return
            }
            unsafe handler.end(String(cString: name))
        }
        let text: charactersSAXFunc = { data, bytes, count in
            guard let handler = unsafe HTMLParser.handler(data), let bytes = unsafe bytes else {
                return
            }
            let buffer = unsafe UnsafeBufferPointer(start: bytes, count: Int(max(0, count)))
            unsafe handler.text(buffer.span)
        }
        unsafe events.pointee.characters = text
        unsafe events.pointee.ignorableWhitespace = text
    }

    private static func handler(_ data: UnsafeMutableRawPointer?) -> HTMLHandler? {
        unsafe data.map { unsafe Unmanaged<HTMLHandler>.fromOpaque($0).takeUnretainedValue() }
    }

    /// The attributes that matter, by their names: a list of names and values, ended by a null.
    private static func attributes(
        _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) -> [String: String] {
        guard let list = unsafe list else { return [:] }
        var result: [String: String] = [:]
        var index = 0
        while let name = unsafe list[index] {
            let key = unsafe String(cString: name)
            if HTMLHandler.attributes.contains(key) {
                result[key] = unsafe list[index + 1].map { unsafe String(cString: $0) } ?? ""
            }
            index += 2
        }
        return result
    }
}
