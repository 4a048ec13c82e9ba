internal import JSONText
internal import SourceText
internal import TargetModel

extension DocumentDecoder {
    /// For each column, which headers have it, as the document's `columns` say; nil where they don't.
    ///
    /// The list itself was looked at before; of another kind of value, nothing is said.
    func decodeHeaders(
        _ value: JSONValue,
        of columns: [Column],
        _ findings: inout JSONFindings
    ) -> [[HeaderPlace]?] {
        var places = [[HeaderPlace]?](repeating: nil, count: columns.count)
        for element in value.elements {
            guard let headers = element["headers"],
                findings.expect([.array, .null], headers, "columns.headers"), !headers.isNull,
                let label = element["label"]?.string, let key = element["key"]?.string,
                let index = columns.firstIndex(where: { $0.label == label && $0.key == key })
            else { continue }
            places[index] = headers.elements.compactMap { decodeHeader($0, &findings) }
        }
        return places
    }

    private func decodeHeader(_ value: JSONValue, _ findings: inout JSONFindings) -> HeaderPlace? {
        let keys = JSONKeys<HeaderKey>(required: 2)
        let members = findings.members(of: value, "columns.headers", keys)
        guard let page = number(members[.page], "columns.headers.page", &findings),
            let block = number(members[.block], "columns.headers.block", &findings)
        else { return nil }
        return HeaderPlace(page: page, block: block)
    }

    /// A number from 1; nil where there is none, which is reported.
    private func number(
        _ value: JSONValue?,
        _ name: String,
        _ findings: inout JSONFindings
    ) -> Int? {
        guard let value, findings.expect(.integer, value, name), let number = value.integer else {
            return nil
        }
        guard number < 1 else { return number }
        findings.report(
            .error,
            .wrongValue,
            at: value,
            Wording(en: "`\(name)` is counted from 1", zh: "“\(name)”从 1 数起")
        )
        return nil
    }
}

/// The keys of a header.
private enum HeaderKey: String, JSONKey { case page, block }
