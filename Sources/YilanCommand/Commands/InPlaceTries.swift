internal import Yilan

/// Writing a file in place beside others who do the same: as often as it takes, within reason.
enum InPlaceTries {
    /// How often a file that others keep replacing is read again.
    static let limit = 20

    /// Calls `attempt` while nobody else who asks may replace the file at `path`, again and again
    /// where it answers nil: the file has changed since it was read.
    ///
    /// - Throws: what `attempt` throws; `CommandFailure` where it never comes to an end, or where
    ///   somebody holds the file for good.
    static func run<Answer>(on path: String, _ attempt: () throws -> Answer?) throws -> Answer {
        var pauses = Pauses()
        for _ in 0..<limit {
            let lock: FileLock
            do {
                lock = try FileLock(on: path)
            } catch is FileLock.Held {
                throw isHeld(path)
            } catch let error as SystemError {
                throw InputReading.failure(path, error)
            }
            let answer = try withExtendedLifetime(lock) { try attempt() }
            if let answer { return answer }
            pauses.wait()
        }
        throw keepsChanging(path)
    }

    private static func isHeld(_ path: String) -> CommandFailure {
        CommandFailure(
            .tryAgain,
            .tableInUse,
            Wording(
                en: "another program has been writing this file for "
                    + "\(FileLock.patience.components.seconds) seconds; nothing was written",
                zh: "另一个程序占用此文件已超过 \(FileLock.patience.components.seconds) 秒，未写出任何内容"
            ),
            hint: tryAgain,
            file: path
        )
    }

    private static func keepsChanging(_ path: String) -> CommandFailure {
        CommandFailure(
            .tryAgain,
            .tableKeepsChanging,
            Wording(
                en: "another program changed this file each time that it was being corrected "
                    + "(\(limit) times); nothing was written",
                zh: "每次写回更正时，此文件都已被另一个程序改动（共 \(limit) 次），未写出任何内容"
            ),
            hint: tryAgain,
            file: path
        )
    }

    private static let tryAgain = Wording(
        en: "try again when the other program is done",
        zh: "请等另一个程序结束后再试"
    )
}
