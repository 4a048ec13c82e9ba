import Foundation
import SourceText
import TestSupport
import Testing

@testable import YilanCommand

@Suite struct AtomicFileTests {
    private func write(_ text: String, to path: String) throws {
        let file = try AtomicFile(at: path)
        try file.write(Array(text.utf8))
        try file.seal()
        try file.publish()
    }

    @Test func appearsOnlyWhenPublished() throws {
        let folder = try WorkFolder()
        do {
            let file = try AtomicFile(at: folder.path("a"))
            try file.write(Array("new".utf8))
            try file.seal()
            #expect(!folder.contents.contains("a"))
            try file.publish()
        }
        #expect(folder.contents == ["a"])
        #expect(try folder.text(of: "a") == "new")
    }

    @Test func leavesTheOldFileAndNoLitterWhereItIsGivenUp() throws {
        let folder = try WorkFolder()
        try folder.write("old", to: "a")
        do {
            let file = try AtomicFile(at: folder.path("a"))
            try file.write(Array("new".utf8))
            #expect(folder.contents == ["a"], "a draft has no name")
        }
        #expect(folder.contents == ["a"])
        #expect(try folder.text(of: "a") == "old")
    }

    @Test(arguments: [0o600, 0o640, 0o644, 0o755, 0o444 | 0o200])
    func keepsTheModeOfTheFileItReplaces(mode: Int) throws {
        let folder = try WorkFolder()
        try folder.write("old", to: "a")
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: mode]
        try FileManager.default.setAttributes(attributes, ofItemAtPath: folder.path("a"))
        try write("new", to: folder.path("a"))
        #expect(try folder.mode(of: "a") == mode)
        #expect(try folder.text(of: "a") == "new")
    }

    @Test func followsLinks() throws {
        let folder = try WorkFolder()
        try FileManager.default.createDirectory(
            atPath: folder.path("sub"),
            withIntermediateDirectories: true
        )
        try folder.write("old", to: "sub/real")
        try folder.link("link", to: "sub/real")
        try folder.link("dangling", to: "sub/fresh")
        try write("new", to: folder.path("link"))
        try write("fresh", to: folder.path("dangling"))
        #expect(folder.contents == ["dangling", "link", "sub", "sub/fresh", "sub/real"])
        #expect(try folder.text(of: "sub/real") == "new")
        #expect(try folder.text(of: "sub/fresh") == "fresh")
        let manager = FileManager.default
        #expect(try manager.destinationOfSymbolicLink(atPath: folder.path("link")) == "sub/real")
    }

    @Test func otherNamesOfTheOldFileKeepIt() throws {
        let folder = try WorkFolder()
        try folder.write("old", to: "a")
        try FileManager.default.linkItem(atPath: folder.path("a"), toPath: folder.path("b"))
        try write("new", to: folder.path("a"))
        #expect(try folder.text(of: "b") == "old")
    }

    @Test(arguments: ["none/a", "file/a", "folder", "/proc/none"])
    func saysWhereItCanNotBeCreated(name: String) throws {
        let folder = try WorkFolder()
        try folder.write("x", to: "file")
        try FileManager.default.createDirectory(
            atPath: folder.path("folder"),
            withIntermediateDirectories: true
        )
        let path = name.hasPrefix("/") ? name : folder.path(name)
        do {
            try write("new", to: path)
            Issue.record("\(name) was written")
        } catch let failure as CommandFailure {
            #expect(failure.status == .cannotCreate)
            #expect(failure.diagnostics.first?.file == path)
        }
        #expect(folder.contents == ["file", "folder"])
    }

    @Test func everyByteArrives() throws {
        let folder = try WorkFolder()
        var generator = SplitMix64(seed: 11)
        let bytes = (0..<300_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let file = try AtomicFile(at: folder.path("a"))
        for start in stride(from: 0, to: bytes.count, by: 70_000) {
            try file.write(Array(bytes[start..<min(start + 70_000, bytes.count)]))
        }
        try file.seal()
        try file.publish()
        #expect(try folder.bytes(of: "a") == bytes)
    }
}
