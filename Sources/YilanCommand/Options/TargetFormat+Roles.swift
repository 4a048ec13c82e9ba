internal import Yilan

extension TargetFormat {
    /// What is written where nothing tells the format: what every program reads.
    static let usual = csv
}
