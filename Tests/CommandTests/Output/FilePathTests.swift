import Testing

@testable import YilanCommand

@Suite struct FilePathTests {
    @Test(arguments: [
        ("a", ".", "a"), ("a/b", "a", "b"), ("/a", "/", "a"), ("/a/b/", "/a", "b"),
        ("./a", ".", "a"),
        ("a/", ".", "a"), ("/", "/", ""), ("表/菏泽.tsv", "表", "菏泽.tsv"),
    ])
    func takesApart(path: String, folder: String, name: String) {
        #expect(FilePath.folder(of: path) == folder)
        #expect(FilePath.name(of: path) == name)
    }

    @Test func followsLinksToWhatNeedNotExist() throws {
        let folder = try WorkFolder()
        try folder.link("one", to: "two")
        try folder.link("two", to: folder.path("sub/three"))
        #expect(try FilePath.followingLinks(folder.path("one")) == folder.path("sub/three"))
        #expect(try FilePath.followingLinks(folder.path("none")) == folder.path("none"))
    }

    @Test func refusesLinksInCircles() throws {
        let folder = try WorkFolder()
        try folder.link("one", to: "two")
        try folder.link("two", to: "one")
        #expect(throws: SystemError.self) { try FilePath.followingLinks(folder.path("one")) }
    }
}
