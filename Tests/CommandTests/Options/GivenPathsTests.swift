import TestSupport
import Testing

@testable import YilanCommand

/// Arguments that are gathered before they are parsed.
@Suite struct GivenPathsTests {
    private static func arguments(_ random: inout SplitMix64) -> [String] {
        var arguments = ["convert"]
        for _ in 0..<random.below(5) {
            let option = ["-o", "--to", "-q", "--from=csv", "--", "-"][random.below(6)]
            arguments += (0..<random.below(150)).map { "表 \($0).tsv" } + [option]
        }
        return arguments
    }

    @Test(arguments: 0..<100)
    func nothingIsLostAndNothingButPathsIsGathered(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let given = Self.arguments(&random)
        let gathered = GivenPaths.gathering(given) ?? given
        #expect(gathered.flatMap { GivenPaths(argument: $0).paths } == given)
        let end = given.firstIndex(of: "--") ?? given.count
        let gatheredEnd = gathered.firstIndex(of: "--") ?? gathered.count
        #expect(gathered[..<gatheredEnd].flatMap { GivenPaths(argument: $0).paths }.count == end)
        for (number, argument) in gathered.enumerated()
        where GivenPaths(argument: argument).paths.count > 1 {
            // Some stand before them in their row: a command, the value of an option, other places.
            let before = gathered[max(0, number - 8)..<number]
            #expect(before.count == 8)
            guard number < gatheredEnd else { continue }
            #expect(!before.contains { $0.hasPrefix("-") })
            #expect(!GivenPaths(argument: argument).paths.contains { $0.hasPrefix("-") })
        }
        let rows = given[..<end].split { $0.hasPrefix("-") } + [given[end...].dropFirst()]
        let isLong = rows.contains { $0.count >= 64 }
        #expect((GivenPaths.gathering(given) != nil) == isLong)
    }
}
