internal import JSONText
internal import SourceText
internal import TargetModel

/// The description of a data package: `datapackage.json`, after the Tabular Data Package profile.
struct DataPackageDescriptor {
    /// One CSV file.
    struct Resource {
        /// What the columns are.
        enum Kind {
            /// Those of the table.
            case targets
            /// Those of the summary.
            case summary
        }

        /// The name in the package: small letters, digits and hyphens.
        var name: String
        /// The path from the package's folder.
        var path: String
        /// What it is called; nil where that is the name.
        var title: String?
        /// What the columns are.
        var kind: Kind
        /// The file's size.
        var byteCount = 0
        /// The file's SHA-256, in hexadecimal digits.
        var sha256 = ""

        /// Makes a resource; size and checksum are for when the file is made.
        init(name: String, path: String, title: String?, kind: Kind) {
            self.name = name
            self.path = path
            self.title = title
            self.kind = kind
        }
    }

    /// A column of a file.
    private struct DescribedField {
        /// What the file's header says.
        var name: String
        /// What it is called; nil where that is the name.
        var title: String?
        /// A type of Table Schema.
        var type = "string"
    }

    private let table: TargetTable
    private let labels: [String]
    private let encoding: TextEncoding
    private let resources: [Resource]
    /// The column for serials, if each of them names one target.
    private let primaryKey: String?

    /// Describes the files of a table; `labels` is what the header of its targets says.
    init(table: TargetTable, labels: [String], encoding: TextEncoding, resources: [Resource]) {
        self.table = table
        self.labels = labels
        self.encoding = encoding
        self.resources = resources
        primaryKey = Self.primaryKey(of: table).map { CSVRows.written(labels[$0]) }
    }

    /// The description as JSON.
    func json() -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("profile", "tabular-data-package")
        json.member("name", table.document.year.map { "targets-\($0)" } ?? "targets")
        if let title = table.document.title { json.member("title", title) }
        let sources = table.documents.map { $0.title ?? $0.file }.filter { !$0.isEmpty }
        if !sources.isEmpty {
            json.member("sources", objects: sources) { source, json in
                json.member("title", source)
            }
        }
        json.member("resources", each: resources) { resource, json in append(resource, to: &json) }
        json.endObject()
        json.endText()
        return json.buffer.bytes
    }

    private func append(_ resource: Resource, to json: inout JSONWriter) {
        json.beginObject()
        json.member("profile", "tabular-data-resource")
        json.member("name", resource.name)
        json.member("path", resource.path)
        if let title = resource.title { json.member("title", title) }
        json.member("format", "csv")
        json.member("mediatype", "text/csv")
        // The byte-order mark is part of the file, not of the encoding's name.
        json.member("encoding", encoding.characterSet.rawValue)
        json.member("bytes", resource.byteCount)
        json.member("hash", "sha256:" + resource.sha256)
        json.key("dialect")
        json.beginObject(.inline)
        json.member("delimiter", ",")
        json.member("lineTerminator", "\r\n")
        json.member("quoteChar", "\"")
        json.member("doubleQuote", true)
        json.member("header", true)
        json.endObject()
        json.key("schema")
        json.beginObject()
        json.member("fields", objects: fields(of: resource)) { field, json in
            json.member("name", field.name)
            if let title = field.title { json.member("title", title) }
            json.member("type", field.type)
        }
        if resource.kind == .targets, let primaryKey { json.member("primaryKey", primaryKey) }
        json.key("missingValues")
        json.beginArray(.inline)
        json.string("")
        json.endArray()
        json.endObject()
        json.endObject()
    }

    /// The index (from 0) of the column for serials; nil unless each of them names one target.
    private static func primaryKey(of table: TargetTable) -> Int? {
        guard let column = table.column(of: .serial) else { return nil }
        var texts = DistinctTexts()
        for target in 0..<table.count {
            let range = table.range(target, column)
            guard !range.isEmpty, texts.number(of: range, in: table.text) == target else {
                return nil
            }
        }
        return column
    }

    private func fields(of resource: Resource) -> [DescribedField] {
        switch resource.kind {
        case .summary: Self.summaryFields
        case .targets:
            labels.enumerated().map { index, label in
                let name = CSVRows.written(label)
                let title = index < table.columns.count ? table.columns[index].label : nil
                return DescribedField(name: name, title: title == name ? nil : title)
            }
        }
    }

    private static let summaryFields: [DescribedField] = {
        let titles = SummaryCSV.header(in: .chinese)
        let types = [
            "string", "string", "integer", "integer", "integer", "integer", "number", "string",
        ]
        return SummaryCSV.columns.indices.map { column in
            DescribedField(
                name: SummaryCSV.columns[column],
                title: titles[column],
                type: types[column]
            )
        }
    }()
}
