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
        var set = watchedSet
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

    /// Lets signals do what they do by themselves in a program that is started.
    static func leaveOut(of attributes: inout posix_spawnattr_t) {
        var set = sigset_t()
        _ = unsafe sigemptyset(&set)
        _ = unsafe posix_spawnattr_setsigmask(&attributes, &set)
        for number in [SIGPIPE, SIGXFSZ] { _ = unsafe sigaddset(&set, number) }
        _ = unsafe posix_spawnattr_setsigdefault(&attributes, &set)
        _ = unsafe posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
        )
    }

    private static var watchedSet: sigset_t {
        var set = sigset_t()
        _ = unsafe sigemptyset(&set)
        for number in watched where !isIgnored(number) { _ = unsafe sigaddset(&set, number) }
        return set
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        guard unsafe sigaction(number, nil, &action) == 0 else { return false }
        return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    }

    private static func wait() -> Never {
        // Others may be blocked from the start, such as the one that tells the end of a child.
        var set = watchedSet
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
