import Foundation

/// What libFuzzer calls with every input; which format it is comes from the environment, so that
/// each format has a corpus of its own.
///
/// A failure is a crash: a trap in a reader, a memory error, or a `LawBroken` that nobody catches.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    do {
        try chosenSubject.check(bytes)
    } catch {
        fatalError("\(error)")
    }
    return 0
}

/// The subject that `YILAN_FUZZ_SUBJECT` names, found once.
private let chosenSubject: Subject = {
    let name = ProcessInfo.processInfo.environment["YILAN_FUZZ_SUBJECT"] ?? ""
    guard let subject = Subject(named: name) else {
        fatalError("YILAN_FUZZ_SUBJECT is no format and no part of one: \(name)")
    }
    return subject
}()
