internal import Glibc

StandardStreams.makeSureTheyAreOpen()
Interruptions.watch()
let program = Program(
    arguments: Array(CommandLine.arguments.dropFirst()),
    environment: .current
)
exit(program.run().rawValue)
