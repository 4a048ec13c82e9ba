import SourceText
import SpreadsheetML
import TestSupport
import Testing

/// The reader finds what expat finds, whatever the pieces that the text comes in.
@Suite struct XMLReaderTests {
    static let pieceSizes = [1, 2, 3, 7, 64, 4_096]

    @Test(arguments: [
        "<a/>", "<a></a>", "<?xml version=\"1.0\"?><a b='1' c=\"2\" >x</a >",
        "\u{FEFF}<a>x</a>", "<a>1&amp;2&lt;3&gt;4&quot;5&apos;6&#55;&#x38;&#x1F600;</a>",
        "<a b=\"&lt;&amp;&#10;&#65; \t\n\r\n\r'\">x</a>", "<a>1\r\n2\r3\n4\r\r\n5</a>",
        "<a><![CDATA[<b>&amp;]]&gt;]]>x<![CDATA[]]></a>",
        "<a><!-- <b> -- ><c> -->x<?p ?>y</a>".replacing("-- >", with: "- - >"),
        "<x:a xmlns:x='u' x:b='1' b='2'><x:c/></x:a>", "<a xmlns='u'><b xmlns=''><c/></b><d/></a>",
        "<甲 乙=\"丙\">丁</甲>", "\n <a/> \n", "<a>]] ></a>", "<a\n\tb\n=\n'1'\n/>",
        "<a xml:space='preserve'> </a>", "<!-- c --><a/><!-- d --><?e?>",
        "<a.b-c_d1/>", "<a>\t\n</a>", "<a><b><c></c></b><b></b></a>",
    ])
    func readsAsExpatDoes(xml: String) throws {
        let expected = try #require(ExpatEvents.events(of: Array(xml.utf8)))
        for size in Self.pieceSizes {
            let events = try ReaderEvents.events(of: Array(xml.utf8), pieceSize: size)
            #expect(events == expected, "in pieces of \(size)")
        }
    }

    @Test(arguments: [
        "", " ", "a", "<a>", "</a>", "<a></b>", "<a></ab>", "<ab></a>", "<a/><b/>", "<a/>x",
        "x<a/>",
        "<a b></a>", "<a b=1/>", "<a b='1/>", "<a b='<'/>", "<a b='1'c='2'/>", "<a b='1' b='2'/>",
        "<a / >",
        "<a>&b;</a>", "<a>&</a>", "<a>&#0;</a>", "<a>&#x110000;</a>", "<a>&#xD800;</a>",
        "<a>&#;</a>",
        "<a>&#x;</a>", "<a>&#xFFFE;</a>", "<a>&amp</a>", "<a>\u{1}</a>", "<a>\u{0}</a>",
        "<a b='\u{1}'/>",
        "< a/>", "<1/>", "<-a/>", "<x:a/>", "<a><!-- </a>", "<a><![CDATA[</a>",
        "<a><![CDATA[\u{2}]]></a>",
        "<a><!b></a>", "<![CDATA[x]]><a/>", "&amp;<a/>", "<a><", "<a b='&lt'/>", "<a b='&amp;",
        "<a/",
        "<?xml version='1.0' encoding='gbk'?><a/>", "<a b='1&#2;'/>", "<=/>", "<a =''/>",
    ])
    func refusesWhatExpatRefuses(xml: String) {
        #expect(ExpatEvents.events(of: Array(xml.utf8)) == nil || xml.contains("gbk"))
        for size in Self.pieceSizes {
            #expect(
                code { () throws(SpreadsheetError) in
                    _ = try ReaderEvents.events(of: Array(xml.utf8), pieceSize: size)
                } == .damagedWorkbook,
                "in pieces of \(size)"
            )
        }
    }

    @Test(arguments: [
        "<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        "<?xml version='1.0'?>\n<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
        String(repeating: "<a>", count: 101) + String(repeating: "</a>", count: 101),
        "<a b='" + String(repeating: "x", count: 1 << 20) + "'/>",
        "<a><!--" + String(repeating: "x", count: 1 << 20) + "--></a>",
    ])
    func refusesWhatIsUnsafe(xml: String) {
        #expect(
            code { () throws(SpreadsheetError) in
                _ = try ReaderEvents.events(of: Array(xml.utf8), pieceSize: 4_096)
            } == .unsafeWorkbook
        )
    }

    @Test func refusesTooManyAttributes() {
        let list = (0...200).map { "a\($0)='1'" }.joined(separator: " ")
        #expect(
            code { () throws(SpreadsheetError) in
                _ = try ReaderEvents.events(of: Array("<a \(list)/>".utf8), pieceSize: 4_096)
            } == .damagedWorkbook
        )
    }

    @Test(arguments: [
        [0xD8, 0x00], [0xDC, 0x00], [0x00], [0x00, 0x26],
    ])
    func refusesBrokenUTF16(end: [UInt8]) {
        let xml = [0xFE, 0xFF] + "<a>x</a>".utf8.flatMap { [0, $0] } + end
        #expect(
            code { () throws(SpreadsheetError) in
                _ = try ReaderEvents.events(of: xml, pieceSize: 64)
            } == .damagedWorkbook
        )
    }

    /// Documents of random pieces: most are broken, in ways that nobody thought of.
    @Test(arguments: 0..<8)
    func agreesWithExpatOnRandomText(seed: UInt64) throws {
        let pieces = [
            "<a>", "</a>", "<b c='1'>", "</b>", "<d/>", "x", " ", "\n", "\r\n", "&amp;", "&#65;",
            "文", "<!-- e -->",
            "<![CDATA[<f>]]>", "<?g h?>", "<", ">", "'", "=", "&", "<x:i xmlns:x='u' x:j='k'/>",
            "]", "\u{1}",
        ]
        var random = SeededGenerator(seed: seed)
        for _ in 0..<400 {
            let count = Int.random(in: 0...9, using: &random)
            let middle = (0..<count).map { _ in
                // Mostly what is right, so that both sides get far.
                pieces[
                    Int.random(
                        in: 0..<(Bool.random(using: &random) ? 15 : pieces.count),
                        using: &random
                    )
                ]
            }
            let xml = Array("<r>\(middle.joined())</r>".utf8)
            let size = Self.pieceSizes[Int.random(in: 0..<Self.pieceSizes.count, using: &random)]
            let events = try? ReaderEvents.events(of: xml, pieceSize: size)
            #expect(
                events == ExpatEvents.events(of: xml),
                "seed \(seed): \(String(decoding: xml, as: UTF8.self))"
            )
        }
    }
}
