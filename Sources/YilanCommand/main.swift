internal import CLinux
internal import Glibc

// One pool of memory for each core: by itself the C library has up to eight times as many, each with
// what was let go in it, which is 4 MB of 72 of writing JSON and 9 MB of 150 of writing a workbook.
_ = mallopt(M_ARENA_MAX, Int32(clamping: sysconf(Int32(_SC_NPROCESSORS_ONLN))))
StandardStreams.makeSureTheyAreOpen()
Interruptions.watch()
let program = Program(arguments: RawArguments.ofThisProcess, environment: .current)
exit(program.run().rawValue)
