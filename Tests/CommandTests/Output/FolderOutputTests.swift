import Foundation
import Testing

@testable import YilanCommand

@Suite struct FolderOutputTests {
    private func fill(_ output: FolderOutput, _ files: [(String, String)]) throws {
        for (name, text) in files {
            let file = try output.addFile(name)
            try file.write(Array(text.utf8))
            try file.seal()
        }
    }

    private func output(_ path: String) throws -> FolderOutput {
        try FolderOutput(at: path, protecting: ProtectedFiles([]))
    }

    private func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    @Test(arguments: ["new", "new/"])
    func aNewFolderAppearsAsAWhole(name: String) throws {
        let folder = try WorkFolder()
        let output = try output(folder.path(name))
        try fill(output, [("a", "1"), ("sub/b", "2")])
        #expect(!folder.contents.contains("new"))
        try output.publish()
        #expect(folder.contents == ["new", "new/a", "new/sub", "new/sub/b"])
        #expect(try folder.text(of: "new/sub/b") == "2")
    }

    @Test func nothingIsLeftWhereItIsGivenUp() throws {
        let folder = try WorkFolder()
        try makeFolder(folder.path("old"))
        try folder.write("x", to: "old/a")
        for name in ["new", "old"] {
            do {
                try fill(try output(folder.path(name)), [("a", "1"), ("sub/b", "2")])
            }
            #expect(folder.contents == ["old", "old/a"])
            #expect(try folder.text(of: "old/a") == "x")
        }
    }

    @Test func filesOfOthersStayInAFolderThatExists() throws {
        let folder = try WorkFolder()
        try makeFolder(folder.path("old/sub"))
        for name in ["old/a", "old/mine", "old/sub/mine"] { try folder.write("x", to: name) }
        let output = try output(folder.path("old"))
        try fill(output, [("a", "1"), ("sub/b", "2"), ("c/d", "3")])
        try output.publish()
        #expect(
            folder.contents == [
                "old", "old/a", "old/c", "old/c/d", "old/mine", "old/sub", "old/sub/b",
                "old/sub/mine",
            ]
        )
        #expect(try folder.text(of: "old/a") == "1")
        #expect(try folder.text(of: "old/mine") == "x")
    }

    @Test func whatWasReplacedComesBackWhereAFileCanNotAppear() throws {
        let folder = try WorkFolder()
        try makeFolder(folder.path("old"))
        try folder.write("x", to: "old/a")
        let output = try output(folder.path("old"))
        try fill(output, [("a", "1"), ("sub/b", "2"), ("z", "3")])
        // After everything was staged, a folder takes the last name.
        try makeFolder(folder.path("old/z/full"))
        #expect(throws: CommandFailure.self) { try output.publish() }
        #expect(try folder.text(of: "old/a") == "x")
        #expect(!folder.contents.contains("old/sub"))
    }

    @Test func anInputInTheFolderIsNotOverwritten() throws {
        let folder = try WorkFolder()
        try makeFolder(folder.path("old"))
        try folder.write("x", to: "old/a")
        let output = try FolderOutput(
            at: folder.path("old"),
            protecting: ProtectedFiles([folder.path("old/a")])
        )
        #expect(throws: CommandFailure.self) { _ = try output.addFile("a") }
    }

    @Test func aFileInTheWayIsAnError() throws {
        let folder = try WorkFolder()
        try folder.write("x", to: "file")
        #expect(throws: CommandFailure.self) { _ = try output(folder.path("file/")) }
        #expect(throws: CommandFailure.self) { _ = try output(folder.path("none/new/")) }
        #expect(folder.contents == ["file"])
    }
}
