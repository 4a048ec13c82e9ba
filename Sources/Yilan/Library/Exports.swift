// One import is enough for those who use the library: tables, findings and formats come with it,
// and the JSON that documents are written as.
@_exported public import JSONText
@_exported public import SourceText
@_exported public import TargetFormats
@_exported public import TargetModel
