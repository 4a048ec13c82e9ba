internal import SourceText
internal import TargetModel

/// Reads the rows under the headers.
struct RowReader {
    var result: Recognition

    init(_ result: Recognition) { self.result = result }

    mutating func readAll(reporting diagnostics: inout DiagnosticBag) {
    }
}
