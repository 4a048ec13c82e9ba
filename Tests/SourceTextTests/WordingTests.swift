import SourceText
import Testing

/// What messages repeat of values.
@Suite struct WordingTests {
    @Test func valuesStandBetweenWords() {
        let wording = Wording(en: "serial \(7) of \("甲")", zh: "\("甲")的第 \(7) 项")
        #expect(wording[.english] == "serial 7 of 甲")
        #expect(wording[.chinese] == "甲的第 7 项")
    }

    /// Only the marks are others in English, whatever else begins with their first byte.
    @Test func marksAreThoseOfTheLanguage() {
        let words: Phrase = "‘a’ – “甲” … ”é😀“\u{2019}"
        let wording = Wording(en: words, zh: words)
        #expect(wording.english == "‘a’ – \"甲\" … \"é😀\"\u{2019}")
        #expect(wording.chinese == "‘a’ – “甲” … ”é😀“\u{2019}")
    }

    @Test func wordingsSpeakTheLanguageOfTheirPhrase() {
        let place = Wording(en: "line 5", zh: "第 5 行")
        let wording = Wording(en: "see \(place)" + ", please", zh: "请看" + "\(place)")
        #expect(wording[.english] == "see line 5, please")
        #expect(wording[.chinese] == "请看第 5 行")
    }

    /// Of a long value the beginning is repeated only, wherever it stands and whatever it is.
    @Test(arguments: [0, 1, 199, 200, 201, 1_000_000])
    func longValuesAreCut(_ length: Int) {
        let text = String(repeating: "键", count: length)
        let shown = length <= 200 ? text : String(repeating: "键", count: 199) + "…"
        let wordings = [
            Wording(en: "“\(text)”", zh: "“\(text)”"),
            Wording(en: "“\(text[...])”", zh: "“\(text[...])”"),
            Wording(verbatim: "“\(text)”"),
            Wording(en: "“" + "\(text)”", zh: "“" + "\(text)”"),
            Wording(en: "“\(list: [text], ", ")”", zh: "“\(list: [text], "、")”"),
        ]
        for wording in wordings {
            #expect(wording.english == "\"" + shown + "\"")
            #expect(wording.chinese == "“" + shown + "”")
        }
    }

    /// What was cut once is whole where it stands in another sentence.
    @Test func wordingsAreWholeInOthers() {
        let inner = Wording(verbatim: "\(String(repeating: "a", count: 180)) \("b") words")
        let long = Wording(verbatim: "\(inner)\(inner)")
        #expect(long.english == inner.english + inner.english)
    }

    /// A letter with a million marks above it is one character to Swift.
    @Test func charactersAreScalars() {
        let text = "e" + String(repeating: "\u{301}", count: 1_000_000)
        #expect(Wording(verbatim: "\(text)").english.unicodeScalars.count == 200)
    }
}
