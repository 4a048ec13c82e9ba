/// The JSON Schemas (draft 2020-12) of what yilan writes, as texts for people and validators.
///
/// They describe what is written: every key is there. What is read may leave out more, as
/// `JSONTableReader` says.
public enum JSONSchemas {
    /// The schema of the table document, `yilan/1`; a line of JSON Lines is its `$defs/line`.
    public static let table = tableHead + summaryDefinitions + layoutDefinitions

    /// The schema of a list of corrections, `yilan-corrections/1`.
    public static let corrections = correctionsText

    /// The schema of what `apply --format json` prints, `yilan-outcome/1`.
    public static let outcome = outcomeHead + findingDefinition

    /// The schema of what `check --format json` prints; `$defs/finding` is one finding, as
    /// `--diagnostics json` prints it.
    public static let findings = findingsHead + findingDefinition
}
