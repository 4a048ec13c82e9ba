internal import Glibc
internal import Yilan

/// One line on the terminal that says how far long work is, and vanishes when it is done.
///
/// It is shown on standard error if that is a terminal and nobody asked for quiet, and only once
/// work has taken a while: short work flashes nothing.
final class ProgressLine {
    private let isShown: Bool
    private let language: Language
    private let columns: Int
    private let write: (String) -> Void
    private let now: () -> Double
    private let start: Double
    private var lastDrawn = -Double.infinity
    private var isDrawn = false

    /// How long work may take before it is shown, in seconds.
    static let patience = 0.5
    /// How long a drawn line stays as it is, in seconds.
    static let interval = 0.1

    /// Prepares a line; nothing is drawn yet.
    ///
    /// `now` tells the time in seconds, `write` draws; both are given by tests.
    init(
        session: Session,
        isQuiet: Bool,
        now: @escaping () -> Double = ProgressLine.monotonicTime,
        write: @escaping (String) -> Void = StandardError.write
    ) {
        isShown = session.errors.isTerminal && !isQuiet
        language = session.language
        columns = session.errors.columns ?? 80
        self.now = now
        self.write = write
        start = now()
    }

    deinit { clear() }

    /// Says what is being done and how much of it is done, from 0 to 1; nil where that is unknown.
    func show(_ work: Wording, _ done: Double? = nil) {
        guard isShown else { return }
        let time = now()
        guard time - start >= Self.patience, time - lastDrawn >= Self.interval else { return }
        lastDrawn = time
        isDrawn = true
        write("\r" + line(work[language], done) + "\u{1B}[K")
    }

    /// Takes the line away.
    func clear() {
        guard isDrawn else { return }
        isDrawn = false
        write("\r\u{1B}[K")
    }

    private func line(_ work: String, _ done: Double?) -> String {
        guard let done, done.isFinite else { return work + "…" }
        let percent = Int((min(max(done, 0), 1) * 100).rounded(.down))
        let number =
            String(repeating: " ", count: percent < 10 ? 2 : percent < 100 ? 1 : 0)
            + "\(percent) %"
        let room = min(columns - DisplayWidth.of(work) - 10, 40)
        guard room >= 8 else { return work + " " + number }
        let filled = room * percent / 100
        let bar =
            String(repeating: "█", count: filled) + String(repeating: "░", count: room - filled)
        return work + " " + bar + " " + number
    }

    /// Seconds since some moment, never going back.
    static func monotonicTime() -> Double {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
