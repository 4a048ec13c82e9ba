// swift-tools-version: 6.2
import PackageDescription

/// Coverage-guided fuzzing of everything that reads a file. Apart from the main package, so that
/// this one can be built with a sanitizer and flags that a library must not have.
let package = Package(
    name: "yilan-fuzz",
    dependencies: [.package(name: "yilan", path: "../..")],
    targets: [
        .executableTarget(
            name: "ReaderFuzzer",
            dependencies: [.product(name: "Yilan", package: "yilan")],
            swiftSettings: [.unsafeFlags(["-parse-as-library"])]
        )
    ]
)
