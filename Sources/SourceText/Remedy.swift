/// A setting that would help: of the reading, of the writing or of the corrections.
///
/// The library names the setting. How it is given is for whoever runs the library to say: a command
/// has an option for it, a program an argument.
public enum Remedy: Sendable, Equatable {
    /// What a column means, as `LABEL=FIELD`: the label as the header has it, or the column's number
    /// from 1, and the field's key. One of several is meant.
    case columns([Wording])
    /// The year that the table is for.
    case year
    /// How many blocks stand side by side.
    case blocks
    /// The encoding that the file is in.
    case encoding
    /// The encoding that is written.
    case outputEncoding(String)
    /// The format that the file is in, by its name.
    case format(String)
    /// How many bytes a part of a packed file may expand to.
    case largestEntry
    /// Line breaks and tabs in new texts become blanks.
    case breaksAsBlanks
    /// The official file that corrections are written into.
    case official
    /// The table that corrections were made from.
    case base
    /// Corrections of what looks like another table are meant for this one.
    case otherTable
    /// Targets that the official table doesn't have are added.
    case addedTargets
    /// A target is deleted, by its serial.
    case deletion(Wording)
    /// How the table was read, with all that was left out.
    case inspection
    /// The form of a list of corrections.
    case listOfCorrections
    /// The changes between two tables, as a list of corrections.
    case listOfChanges
}
