internal import Synchronization
internal import Yilan

/// Files that are fetched one by one, by whichever core gets to them, and what is to be said of all when
/// each was.
final class FetchedFiles: Sendable {
    private let paths: [String]
    private let reading: InputReading
    private let state = Mutex(State())

    private struct State {
        /// The only file, until it is asked for.
        var alone: InputFile?
        var modified: Int?
        var failures: [Int: CommandFailure] = [:]
    }

    /// Prepares to fetch the files at `paths`; `-` is standard input.
    init(_ paths: [String], _ reading: InputReading) {
        self.paths = paths
        self.reading = reading
        if paths.count > 1 { MemoryPools.limit() }
    }

    /// Fetches a file (from 0), for nobody else to have; nil where it isn't there or can't be read.
    func fetch(_ number: Int) -> InputFile? {
        if let alone = state.withLock({ $0.alone.take() }) { return alone }
        do throws(CommandFailure) {
            let file = try reading.read(paths[number])
            state.withLock { $0.modified = max($0.modified ?? .min, file.modified ?? .min) }
            return file
        } catch {
            state.withLock { $0.failures[number] = error }
            return nil
        }
    }

    /// Fetches the only file ahead.
    ///
    /// - Throws: `CommandFailure` where it isn't there or can't be read.
    func fetchAlone() throws(CommandFailure) {
        let file = fetch(0)
        try check()
        state.withLock { $0.alone = file }
    }

    /// When the file that was changed last was changed, in seconds since 1970; nil where no file is a
    /// regular one.
    ///
    /// - Throws: `CommandFailure` that names every file that couldn't be fetched, not only the first.
    func modified() throws(CommandFailure) -> Int? {
        try check()
        return state.withLock { $0.modified }.flatMap { $0 == .min ? nil : $0 }
    }

    private func check() throws(CommandFailure) {
        let failures = state.withLock { $0.failures }
            .sorted { $0.key < $1.key }.map(\.value)
        guard let first = failures.first else { return }
        throw CommandFailure(first.status, failures.flatMap(\.diagnostics))
    }
}
