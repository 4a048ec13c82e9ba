/// Whether a target goes as planned: what the text of its status means.
public enum Status {
    /// Returns true for yes, false for no, nil where the text is blank or says neither clearly.
    public static func value(of text: String) -> Bool? {
        nil
    }

    /// Whether a text is a word of status that is neither yes nor no: 基本完成, 黄灯.
    public static func isKnownNeutral(_ text: String) -> Bool {
        false
    }
}
