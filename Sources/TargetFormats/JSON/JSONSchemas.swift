/// The JSON Schemas (draft 2020-12) of what yilan writes, as texts for people and validators.
///
/// They describe what is written: every key is there. What is read may leave out more, as
/// `JSONTableReader` says. They are the files of `Schemas`, which become part of the program.
public enum JSONSchemas {
    /// The schema of the table document, `yilan/1`; a line of JSON Lines is its `$defs/line`.
    public static let table = text(PackageResources.table_schema_json)

    /// The schema of a list of corrections, `yilan-corrections/1`: what `diff` and the report of
    /// `apply` write, and `apply` reads.
    public static let corrections = text(PackageResources.corrections_schema_json)

    /// The schema of what `apply --format json` prints, `yilan-outcome/1`.
    public static let outcome = text(PackageResources.outcome_schema_json)

    /// The schema of what `check --format json` prints; `$defs/finding` is one finding, as
    /// `--diagnostics json` prints it.
    public static let findings = text(PackageResources.findings_schema_json)

    /// The schema of what `indicators` writes, `yilan-indicators/1`.
    public static let indicators = text(PackageResources.indicators_schema_json)

    private static func text(_ file: [UInt8]) -> String { String(decoding: file, as: UTF8.self) }
}
