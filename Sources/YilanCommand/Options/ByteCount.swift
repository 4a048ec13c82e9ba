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
        for (shift, letter) in [(30, "G"), (20, "M"), (10, "K")] where bytes % (1 << shift) == 0 {
            return "\(bytes >> shift)\(letter)"
        }
        return String(bytes)
    }

    /// The count in a sentence.
    var shown: String {
        let (number, unit) = (defaultValueDescription.dropLast(), defaultValueDescription.suffix(1))
        return unit.allSatisfy(\.isLetter) ? "\(number) \(unit)iB" : "\(bytes) B"
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
