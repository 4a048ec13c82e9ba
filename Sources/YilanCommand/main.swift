internal import CLinux
internal import Glibc

yilan_make_variables()
StandardStreams.makeSureTheyAreOpen()
Interruptions.watch()
let program = Program(arguments: RawArguments.ofThisProcess, environment: .current)
exit(program.run().rawValue)
