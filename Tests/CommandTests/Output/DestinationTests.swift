import Foundation
import TargetFormats
import Testing

@testable import YilanCommand

@Suite struct DestinationTests {
    @Test func looksAtWhatStandsThere() throws {
        let folder = try WorkFolder()
        try folder.write("x", to: "file")
        try folder.link("link", to: folder.path(""))
        #expect(Destination("-") == .standardOutput)
        #expect(Destination("/dev/stdout") == .standardOutput)
        #expect(Destination("/dev/stderr") == .stream("/dev/stderr"))
        #expect(Destination("/dev/fd/3") == .stream("/dev/fd/3"))
        #expect(Destination("/dev/null") == .stream("/dev/null"))
        #expect(Destination(folder.path("file")) == .file(folder.path("file")))
        #expect(Destination(folder.path("none.csv")) == .file(folder.path("none.csv")))
        #expect(Destination(folder.path("none/")) == .folder(folder.path("none/")))
        #expect(Destination(folder.path("link")) == .folder(folder.path("link")))
    }

    @Test func tellsDescriptorsFromPaths() {
        #expect(StreamPath.descriptor(of: "/dev/stdout") == 1)
        #expect(StreamPath.descriptor(of: "/dev/fd/12") == 12)
        #expect(StreamPath.descriptor(of: "/proc/self/fd/0") == 0)
        #expect(StreamPath.descriptor(of: "/dev/fd/x") == nil)
        #expect(StreamPath.descriptor(of: "/dev/shm/a") == nil)
    }
}

@Suite struct OutputPlanTests {
    private func plan(
        _ path: String,
        _ format: TargetFormat? = nil,
        split: SplitKey? = nil
    ) throws -> String {
        switch try OutputPlan(destination: Destination(path), format: format, split: split) {
        case .document(let format, let destination): "\(format.name) to \(destination.name)"
        case .dataPackage(let path): "package in \(path)"
        case .documentPerLeader(let format, let path): "\(format.name) per leader in \(path)"
        }
    }

    @Test func theExtensionTellsTheFormat() throws {
        #expect(try plan("a.tsv") == "tsv to a.tsv")
        #expect(try plan("A.TXT") == "tsv to A.TXT")
        #expect(try plan("a.foo", .tsv) == "tsv to a.foo")
        #expect(try plan("-", .tsv) == "tsv to -")
    }

    @Test(arguments: ["a", "a.foo", "dir.tsv/a", ".tsv.", "a."])
    func aNameThatTellsNothingIsRefused(path: String) {
        #expect(throws: CommandFailure.self) { try plan(path) }
    }

    @Test func splittingNeedsAFolder() {
        #expect(throws: CommandFailure.self) { try plan("a.tsv", split: .leader) }
        #expect(throws: CommandFailure.self) { try plan("-", split: .leader) }
    }

    @Test func aFolderDoesNotTakeTheOfficialLayout() {
        #expect(throws: CommandFailure.self) { try plan("none/", .tsv) }
    }
}
