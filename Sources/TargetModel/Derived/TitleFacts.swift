/// What the title of an official document says of it.
public struct TitleFacts: Sendable, Equatable {
    /// The government that issued it: 菏泽市人民政府; nil where the title names none.
    public var issuer: String?
    /// The year the targets are for; nil where the title names none.
    public var year: Int?

    /// Reads a title.
    public init(title: String) {
        issuer = nil
        year = nil
    }
}
