/// A figure in a text: a number with its unit, and where it stands.
public struct Figure: Sendable, Hashable {
    /// The figure as it is written, unit included: 1500张, 180亿元, 10—15家, 全覆盖.
    public var text: String
    /// The number, 万 and 亿 counted in; of a span, its lower end.
    public var value: ExactNumber
    /// The unit without 万 and 亿, as it is written; empty where there is none.
    public var unit: String
    /// Where it stands, in scalars of the text counted from 0.
    public var range: Range<Int>
    /// What the unit measures.
    package var dimension: MeasureUnits.Dimension
    /// The number in the dimension's first unit.
    package var amount: ExactNumber
    /// The upper end of a span, in the dimension's first unit.
    package var upperAmount: ExactNumber?

    /// Makes a figure in words, such as 全覆盖.
    package init(words text: String, _ value: ExactNumber, _ unit: String, at range: Range<Int>) {
        self.text = text
        self.value = value
        self.unit = unit
        self.range = range
        let known = MeasureUnits.unit(in: Array(unit.unicodeScalars), at: 0)
            .map { MeasureUnits.all[$0.number] }
        dimension = known?.dimension ?? .none
        amount = known.flatMap { value.times($0.factor) } ?? value
    }

    /// Makes a figure of a number and a unit.
    package init(
        text: String,
        value: ExactNumber,
        unit: MeasureUnits.Unit?,
        upper: ExactNumber? = nil,
        at range: Range<Int>
    ) {
        self.text = text
        self.value = value
        self.unit = unit?.text ?? ""
        self.range = range
        dimension = unit?.dimension ?? .none
        let factor = unit?.factor ?? ExactNumber(1)
        amount = value.times(factor) ?? value
        upperAmount = upper.flatMap { $0.times(factor) }
    }
}
