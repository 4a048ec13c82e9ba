import SourceText
import Synchronization
import Testing

/// Folders that are made when they are needed.
@Suite struct ScratchSpaceTests {
    @Test func aFolderIsMadeOnceWhenItIsNeeded() {
        let count = Mutex(0)
        let scratch = ScratchSpace(below: "/place") {
            count.withLock {
                $0 += 1
                return "/place/\($0)"
            }
        }
        #expect(scratch.place == "/place")
        #expect(count.withLock { $0 } == 0)
        #expect(scratch.path() == "/place/1")
        #expect(scratch.path() == "/place/1")
        #expect(count.withLock { $0 } == 1)
    }

    @Test func aFolderThatIsThereIsItsOwnPlace() {
        let scratch = ScratchSpace(at: "/there")
        #expect(scratch.place == "/there")
        #expect(scratch.path() == "/there")
    }

    @Test func whatCannotBeMadeHasNoPath() {
        let scratch = ScratchSpace(below: "/place") { nil }
        #expect(scratch.path() == nil)
    }
}
