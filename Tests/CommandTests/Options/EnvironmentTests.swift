import SourceText
import Testing

@testable import YilanCommand

@Suite struct EnvironmentTests {
    @Test(arguments: [
        ([:], Language.english),
        (["LANG": "zh_CN.UTF-8"], .chinese),
        (["LANG": "zh"], .chinese),
        (["LANG": "en_US.UTF-8"], .english),
        (["LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"], .english),
        (["LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_TW"], .chinese),
        (["LC_MESSAGES": "zh_CN", "LC_ALL": "C"], .english),
        (["LC_ALL": "zh_CN", "LC_MESSAGES": "C", "LANG": "C"], .chinese),
        // What is set to nothing isn't set.
        (["LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_CN"], .chinese),
    ])
    func findsTheLanguage(variables: [String: String], language: Language) {
        #expect(Environment(variables).language == language)
    }

    @Test(arguments: [
        (["summary", "--language", "zh"], Language.chinese),
        (["--language=zh"], .chinese),
        (["--language", "fr"], .english),
        (["--", "--language", "zh"], .english),
        (["--language"], .english),
        (["--language", "zh", "--language=en"], .english),
    ])
    func theOptionOverrulesTheLocale(arguments: [String], language: Language) {
        let environment = Environment(["LANG": "en_US.UTF-8"])
        #expect(CommandLanguage.chosen(by: arguments, in: environment) == language)
    }

    @Test func readsNumbersOnlyWhereTheyAreNumbers() {
        #expect(Environment(["SOURCE_DATE_EPOCH": "86400"]).sourceDate == 86400)
        #expect(Environment(["SOURCE_DATE_EPOCH": "soon"]).sourceDate == nil)
        #expect(Environment(["COLUMNS": "0"]).columns == nil)
        #expect(Environment(["COLUMNS": "100"]).columns == 100)
    }
}
