// swift-tools-version: 6.2
import PackageDescription

/// Coverage-guided fuzzing of everything that reads a file.
///
/// It stands apart from the main package because all of it is built with sanitizers: see `.ci/fuzz`.
let package = Package(
    name: "yilan-fuzz",
    dependencies: [.package(name: "yilan", path: "../..")],
    targets: [
        .executableTarget(
            name: "ReaderFuzzer",
            dependencies: [.product(name: "Yilan", package: "yilan")],
            swiftSettings: [
                .swiftLanguageMode(.v6),
                .enableUpcomingFeature("MemberImportVisibility"),
                .strictMemorySafety(),
                .treatAllWarnings(as: .error),
            ]
        )
    ]
)
