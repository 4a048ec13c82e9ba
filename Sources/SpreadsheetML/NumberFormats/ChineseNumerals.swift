/// The signs that a section writes digits with: `[DBNum1]` and its like.
enum Numerals: Sendable {
    /// 123.
    case arabic
    /// `[DBNum1]`: 一二三.
    case chinese
    /// `[DBNum2]`, as amounts are written: 壹贰叁.
    case financial
    /// `[DBNum3]`: １２３.
    case fullWidth

    private var digits: [String] {
        switch self {
        case .arabic: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]
        case .chinese: ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        case .financial: ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
        case .fullWidth: ["０", "１", "２", "３", "４", "５", "６", "７", "８", "９"]
        }
    }

    /// Names of ten, a hundred and a thousand.
    private var tens: [String] {
        self == .financial ? ["", "拾", "佰", "仟"] : ["", "十", "百", "千"]
    }

    /// One digit, 0 to 9.
    func digit(_ digit: UInt8) -> String { digits[Int(min(digit, 9))] }

    /// A text of ASCII digits and signs, digit by digit: 二〇二三.
    func spelled(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            ("0"..."9").contains(scalar)
                ? digit(UInt8(scalar.value - 0x30)) : String(scalar)
        }.joined()
    }

    /// A number as it is read: 一万二千三百四十五.
    ///
    /// Numbers of more than 16 digits before the point are spelled.
    func read(_ number: DecimalDigits) -> String {
        let plain = number.general
        guard self != .arabic, !plain.contains("E"), number.point <= 16 else {
            return spelled(plain)
        }
        let sign = number.isNegative && !number.isZero ? "-" : ""
        let whole = (0..<max(number.point, 0)).reversed().map { number.digit(power: $0) }
        let fraction = plain.split(separator: ".").dropFirst().first.map {
            "." + spelled(String($0))
        }
        return sign + read(whole: whole) + (fraction ?? "")
    }

    /// A day or a month as dates have it: 十二, and in amounts 壹拾贰.
    func readInDate(_ number: Int) -> String {
        let text = read(DecimalDigits(Double(number)))
        return self == .chinese && (10..<20).contains(number) ? String(text.dropFirst()) : text
    }

    /// The digits before the point, in groups of four.
    private func read(whole digits: [UInt8]) -> String {
        var text = ""
        var isZeroOwed = false
        for (index, digit) in digits.enumerated() {
            let power = digits.count - 1 - index
            if digit == 0 {
                isZeroOwed = true
            } else {
                if isZeroOwed, !text.isEmpty { text += self.digit(0) }
                isZeroOwed = false
                text += self.digit(digit) + tens[power % 4]
            }
            guard power % 4 == 0, power > 0 else { continue }
            let group = digits[max(0, index - 3)...index]
            // 亿 counts for what stands before it even where its own four digits are zeros.
            if group.contains(where: { $0 != 0 }) || power == 8 {
                text += power % 8 == 0 ? "亿" : "万"
            }
        }
        return text.isEmpty ? digit(0) : text
    }
}
