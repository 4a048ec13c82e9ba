/// Whether a target goes as planned: what the text of its status means.
public enum Status {
    /// Returns true for yes, false for no, nil where the text is blank or says neither clearly.
    public static func value(of text: String) -> Bool? {
        nil
    }
}
