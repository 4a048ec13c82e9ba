// One import is enough for those who use the library: tables, findings and formats come with it.
@_exported public import SourceText
@_exported public import TargetFormats
@_exported public import TargetModel
