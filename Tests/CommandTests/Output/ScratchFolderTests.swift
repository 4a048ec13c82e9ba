import Foundation
import Testing

@testable import YilanCommand

/// Folders for files that are needed on the way.
@Suite struct ScratchFolderTests {
    private func names(in folder: WorkFolder) throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: folder.url.path))
    }

    @Test func itGoesWithAllThatIsInIt() throws {
        let folder = try WorkFolder()
        do {
            let scratch = try ScratchFolder(in: folder.url.path)
            try Data("x".utf8).write(to: URL(fileURLWithPath: scratch.path + "/draft"))
            #expect(try names(in: folder).count == 1)
        }
        #expect(try names(in: folder).isEmpty)
    }

    /// What was left by a process that was killed is removed; what others are at work in stays, and
    /// so does what isn't yilan's.
    @Test func thoseThatWereLeftAreRemoved() throws {
        let folder = try WorkFolder()
        let files = FileManager.default
        try files.createDirectory(
            atPath: folder.url.path + "/.yilan-scratch-1abcdefghijkl",
            withIntermediateDirectories: false
        )
        try folder.write("draft", to: ".yilan-scratch-1abcdefghijkl/draft.xlsx")
        try files.createDirectory(
            atPath: folder.url.path + "/other",
            withIntermediateDirectories: false
        )
        try folder.write("a draft beside an output", to: ".yilan-2abcdefghijkl")
        // So does a folder of outputs that somebody is writing, which has no lock.
        try files.createDirectory(
            atPath: folder.url.path + "/.yilan-3abcdefghijkl",
            withIntermediateDirectories: false
        )
        try folder.write("a draft", to: ".yilan-3abcdefghijkl/leaders.csv")
        let first = try ScratchFolder(in: folder.url.path)
        let second = try ScratchFolder(in: folder.url.path)
        first.finishCleaning()
        second.finishCleaning()
        let there = try names(in: folder)
        #expect(there.count == 5)
        let kept: Set = ["other", ".yilan-2abcdefghijkl", ".yilan-3abcdefghijkl"]
        #expect(there.isSuperset(of: kept))
        #expect(files.fileExists(atPath: first.path) && files.fileExists(atPath: second.path))
        withExtendedLifetime((first, second)) {}
    }

    @Test func manyAtOnceDontDisturbEachOther() async throws {
        let folder = try WorkFolder()
        let path = folder.url.path
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    let scratch = try ScratchFolder(in: path)
                    return FileManager.default.fileExists(atPath: scratch.path)
                }
            }
            for try await isThere in group { #expect(isThere) }
        }
        #expect(try names(in: folder).isEmpty)
    }
}
