public import ArgumentParser

/// A choice among words on the command line.
///
/// It is public for the library's own types, whose witnesses have to be.
public protocol Choice: ExpressibleByArgument, CaseIterable, RawRepresentable<String> {}

extension Choice {
    /// Every word, for help and completion.
    ///
    /// The parser's own list is made through a key path, of which there is one for every type: 3 % of the
    /// instructions of converting 60 targets.
    public static var allValueStrings: [String] { allCases.map { $0.rawValue } }
}
