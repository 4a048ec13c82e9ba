import Foundation
import SourceText
import Testing

@testable import YilanCommand

@Suite struct FileLockTests {
    @Test func oneHasItAtATime() throws {
        let folder = try WorkFolder()
        try folder.write("x", to: "a")
        try folder.link("b", to: "a")
        do {
            let lock = try FileLock(on: folder.path("a"))
            for path in ["a", "b"] {
                #expect(throws: FileLock.Held.self) {
                    try FileLock(on: folder.path(path), patience: .milliseconds(30))
                }
            }
            withExtendedLifetime(lock) {}
        }
        #expect(throws: Never.self) {
            try FileLock(on: folder.path("b"), patience: .milliseconds(30))
        }
        #expect(folder.contents == ["a", "b"], "a lock leaves nothing behind")
    }

    @Test func itIsOnTheFileThatIsThereNow() throws {
        let folder = try WorkFolder()
        try folder.write("x", to: "a")
        let lock = try FileLock(on: folder.path("a"))
        try folder.write("y", to: "other")
        #expect(unsafe rename(folder.path("other"), folder.path("a")) == 0)
        #expect(throws: Never.self) {
            try FileLock(on: folder.path("a"), patience: .milliseconds(30))
        }
        withExtendedLifetime(lock) {}
    }

    @Test func aFileThatIsNotThereIsSaidToBeSo() throws {
        let folder = try WorkFolder()
        #expect(throws: SystemError(ENOENT)) { try FileLock(on: folder.path("none")) }
    }

    @Test func aFileThatKeepsChangingIsGivenUp() throws {
        let folder = try WorkFolder()
        try folder.write("x", to: "a")
        var tries = 0
        let failure = #expect(throws: CommandFailure.self) {
            try InPlaceTries.run(on: folder.path("a")) { () -> Int? in
                tries += 1
                return nil
            }
        }
        #expect(failure?.status.rawValue == 75)
        #expect(failure?.diagnostics.map(\.code) == [.tableKeepsChanging])
        #expect(tries == InPlaceTries.limit)
    }
}
