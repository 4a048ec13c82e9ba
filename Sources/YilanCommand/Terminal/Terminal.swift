internal import Glibc

/// What is known of the terminal, if any, that a stream of this process goes to.
struct Terminal {
    /// Whether there is one.
    var isTerminal: Bool
    /// How many columns it has; nil where the stream goes elsewhere, and lines have no limit.
    var columns: Int?
    /// Whether colours are welcome.
    var hasColors: Bool

    /// Makes a description.
    init(isTerminal: Bool = false, columns: Int? = nil, hasColors: Bool = false) {
        self.isTerminal = isTerminal
        self.columns = columns
        self.hasColors = hasColors
    }

    /// Looks at what a descriptor is connected to.
    ///
    /// `COLUMNS` overrules the terminal's own answer; 80 columns are taken where neither says.
    /// Colours are left out with `NO_COLOR` and on a dumb terminal.
    init(descriptor: Int32, environment: Environment) {
        isTerminal = isatty(descriptor) == 1
        hasColors =
            isTerminal && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
        guard isTerminal else { return }
        columns = environment.columns ?? Self.width(of: descriptor) ?? 80
    }

    private static func width(of descriptor: Int32) -> Int? {
        var size = winsize()
        guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }
}
