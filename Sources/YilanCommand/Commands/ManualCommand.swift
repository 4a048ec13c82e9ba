internal import ArgumentParser
internal import Yilan

/// `yilan manual`: prints the manual for `man`.
struct ManualCommand: Command {
    static let name = "manual"

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            command: name,
            abstract: Wording(
                en: "Print the manual page: yilan manual > yilan.1.",
                zh: "输出手册页：yilan manual > yilan.1。"
            )
        )
    }

    @OptionGroup var common: CommonOptions

    func run(in session: Session) throws -> ExitStatus {
        let tool = try ToolDescription.current().command
        try session.printResult(ManualPage(of: tool).text())
        return .done
    }
}
