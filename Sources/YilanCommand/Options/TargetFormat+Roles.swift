internal import TargetFormats

extension TargetFormat {
    /// What is written where nothing tells the format: what every program reads.
    static let usual = csv
}
