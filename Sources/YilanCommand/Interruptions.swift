internal import Glibc

/// The signals by which a user or the system asks the process to end.
///
/// They are taken by a thread of their own, so that cleaning up is ordinary code and not bound by
/// what a signal handler may do. The process then ends by the signal all the same, as whoever
/// sent it expects.
enum Interruptions {
    private static let watched = [SIGINT, SIGTERM, SIGHUP]

    /// Starts to watch; to be called once, before any other thread is started.
    ///
    /// A signal that is ignored, as `nohup` arranges, stays ignored.
    static func watch() {
        // A reader that goes away and a file that may not grow are reported by write(2), as any
        // other failure of it.
        _ = signal(SIGPIPE, SIG_IGN)
        _ = signal(SIGXFSZ, SIG_IGN)
        var set = sigset_t()
        _ = unsafe sigemptyset(&set)
        for number in watched where !isIgnored(number) { _ = unsafe sigaddset(&set, number) }
        _ = unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
        var thread = pthread_t()
        let status = unsafe pthread_create(&thread, nil, { _ in Interruptions.wait() }, nil)
        if status == 0 {
            _ = pthread_detach(thread)
        } else {
            // Without the thread nobody would take the signals: better to end untidily.
            _ = unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
        }
    }

    /// Lets signals do what they do by themselves, for a program that takes the place of this one.
    static func restore() {
        _ = signal(SIGPIPE, SIG_DFL)
        _ = signal(SIGXFSZ, SIG_DFL)
        var set = sigset_t()
        _ = unsafe sigemptyset(&set)
        for number in watched { _ = unsafe sigaddset(&set, number) }
        _ = unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        guard unsafe sigaction(number, nil, &action) == 0 else { return false }
        return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    }

    private static func wait() -> Never {
        var set = sigset_t()
        _ = unsafe pthread_sigmask(SIG_SETMASK, nil, &set)
        var number: Int32 = 0
        while unsafe sigwait(&set, &number) != 0 {}
        TemporaryFiles.uninterrupted { files in
            files.removeAll()
            _ = signal(number, SIG_DFL)
            var only = sigset_t()
            _ = unsafe sigemptyset(&only)
            _ = unsafe sigaddset(&only, number)
            _ = unsafe pthread_sigmask(SIG_UNBLOCK, &only, nil)
            _ = raise(number)
        }
        _exit(128 + number)
    }
}
