/// The parts of a section that shows a fraction: `# ?/?`.
struct FractionLayout {
    /// What stands before the numerator.
    let whole: [NumberFormat.Token]
    /// What stands behind the denominator.
    let rest: [NumberFormat.Token]
    /// Whether the whole of a number stands before its fraction.
    let isMixed: Bool
    private let numerator: [NumberFormat.Token]
    private let denominator: [NumberFormat.Token]
    /// The denominator of every fraction, where the section has one.
    private let fixed: Int?

    /// Finds the parts around the slash; nil where they are none that a program shows.
    init?(_ tokens: [NumberFormat.Token], slash: Int) {
        let before = tokens[..<slash]
        let digits = before.reversed().prefix { $0.isDigit }.count
        whole = Array(before.dropLast(digits))
        numerator = Array(before.suffix(digits))
        var after = tokens[(slash + 1)...]
        if case .denominator(let number)? = after.first {
            fixed = number
            denominator = Array(repeating: .digit(.blank), count: String(number).utf8.count)
            after = after.dropFirst()
        } else {
            fixed = nil
            denominator = Array(after.prefix { $0.isDigit })
            after = after.dropFirst(denominator.count)
        }
        rest = Array(after)
        isMixed = whole.contains { $0.isDigit }
        // Denominators are tried one by one.
        guard (1...4).contains(denominator.count), digits > 0, !rest.contains(where: { $0.isDigit })
        else { return nil }
    }

    /// What stands in place of a fraction of nothing.
    var blank: String {
        String(repeating: " ", count: numerator.count + 1 + denominator.count)
    }

    /// The fraction that is nearest to a number of 0 and more; of equal ones the shortest.
    func nearest(to number: Double) -> (numerator: Double, denominator: Double) {
        if let fixed {
            return ((number * Double(fixed)).rounded(), Double(fixed))
        }
        var most = 1
        for _ in denominator { most *= 10 }
        var best = (numerator: number.rounded(), denominator: 1.0)
        var distance = (number - best.numerator).magnitude
        for denominator in 2..<max(most, 3) {
            let numerator = (number * Double(denominator)).rounded()
            let new = (number - numerator / Double(denominator)).magnitude
            guard new < distance - 1e-12 else { continue }
            best = (numerator, Double(denominator))
            distance = new
        }
        return best
    }

    /// The digits of a fraction: those above the line stand at its right, those below at its left.
    func text(of fraction: (numerator: Double, denominator: Double)) -> String {
        let above = DecimalDigits(fraction.numerator).general
        let below = DecimalDigits(fraction.denominator).general
        let padding = padding(numerator, above.utf8.count)
        let behind = fixed == nil ? self.padding(denominator, below.utf8.count) : ""
        // Zeros never stand behind a denominator.
        return padding + above + "/" + (behind.contains("0") ? behind + below : below + behind)
    }

    private func padding(_ places: [NumberFormat.Token], _ count: Int) -> String {
        places.dropLast(min(count, places.count)).map { place in
            switch place {
            case .digit(.zero): "0"
            case .digit(.blank): " "
            default: ""
            }
        }.joined()
    }
}
