internal import ArgumentParser

/// A number of bytes as people write it: `1048576`, `512M`, `1G`, `2GiB`.
struct ByteCount: ExpressibleByArgument, Equatable {
    /// How many bytes.
    var bytes: Int

    /// Makes a count.
    init(bytes: Int) {
        self.bytes = bytes
    }

    /// How help shows a count.
    var defaultValueDescription: String {
        bytes % (1 << 30) == 0 ? "\(bytes >> 30)G" : String(bytes)
    }

    /// Reads a number, with K, M or G for powers of 1024; nil where it is none, or not positive.
    init?(argument: String) {
        let digits = argument.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits), number > 0 else { return nil }
        let factor: Int
        switch argument.dropFirst(digits.count).lowercased() {
        case "", "b": factor = 1
        case "k", "kb", "kib": factor = 1 << 10
        case "m", "mb", "mib": factor = 1 << 20
        case "g", "gb", "gib": factor = 1 << 30
        default: return nil
        }
        let (product, overflow) = number.multipliedReportingOverflow(by: factor)
        guard !overflow else { return nil }
        bytes = product
    }
}
