internal import Glibc
internal import Yilan

/// The variables that the process was given; a variable that is set to nothing isn't there.
struct Environment {
    /// A list, as it is short: making a dictionary was 2 % of the time of converting 60 targets.
    private var values: [(name: String, value: String)] = []

    /// Makes an environment of these variables.
    init(_ values: [String: String]) {
        for (name, value) in values { set(name, to: value) }
    }

    private mutating func set(_ name: String, to value: String) {
        if !value.isEmpty { values.append((name, value)) }
    }

    /// The variables of this process that yilan heeds.
    static var current: Environment {
        let names = [
            "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM", "COLUMNS", "SOURCE_DATE_EPOCH",
            "TMPDIR",
        ]
        var environment = Environment([:])
        for name in names {
            if let value = unsafe getenv(name) {
                unsafe environment.set(name, to: String(cString: value))
            }
        }
        return environment
    }

    /// The value of a variable; nil where it isn't set.
    subscript(name: String) -> String? { values.first { $0.name == name }?.value }

    /// The language of the locale: the first of `LC_ALL`, `LC_MESSAGES`, `LANG` decides.
    var language: Language {
        let locale = self["LC_ALL"] ?? self["LC_MESSAGES"] ?? self["LANG"] ?? ""
        return locale.utf8.starts(with: "zh".utf8) ? .chinese : .english
    }

    /// The width that the user says the terminal has.
    var columns: Int? {
        guard let columns = self["COLUMNS"].flatMap({ Int($0) }), columns > 0 else { return nil }
        return columns
    }

    /// The date that outputs are to carry, in seconds since 1970.
    var sourceDate: Int? {
        self["SOURCE_DATE_EPOCH"].flatMap { Int($0) }
    }

    /// Makes sure that the variables that are set say something.
    ///
    /// - Throws: `CommandFailure` where one doesn't: outputs would carry another date than was
    ///   asked for, in silence.
    func check() throws(CommandFailure) {
        guard let value = self["SOURCE_DATE_EPOCH"], (sourceDate ?? -1) < 0 else { return }
        throw .usage(
            Wording(
                en: "SOURCE_DATE_EPOCH is no date: '\(value)'",
                zh: "SOURCE_DATE_EPOCH 不是有效的时间：\(value)"
            ),
            hint: Wording(
                en: "it is a number of seconds since 1970, such as 1700000000",
                zh: "应为 1970 年以来的秒数，例如 1700000000"
            )
        )
    }

    /// The date that outputs carry: the one that is told, else that of the inputs' last change.
    ///
    /// It stays in the years that formats can hold: from 1970 to 9999.
    func date(ofInputs modified: Int?) -> Int {
        min(max(sourceDate ?? modified ?? 0, 0), 253_402_300_799)
    }

    /// The folder for temporary files that belong beside no output: the first that files can be
    /// made in, of the one that `TMPDIR` names and the usual ones.
    var temporaryFolder: String {
        let usual = ["/tmp", "/var/tmp", "."]
        let folders = (self["TMPDIR"].map { [$0] } ?? []) + usual
        return folders.first { folder in
            guard FilePath.status(of: folder)?.isFolder == true else { return false }
            return unsafe access(folder, W_OK | X_OK) == 0
        } ?? usual[0]
    }
}
