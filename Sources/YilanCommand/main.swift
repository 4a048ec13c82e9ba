internal import Glibc

StandardStreams.makeSureTheyAreOpen()
Interruptions.watch()
let program = Program(arguments: RawArguments.ofThisProcess, environment: .current)
exit(program.run().rawValue)
