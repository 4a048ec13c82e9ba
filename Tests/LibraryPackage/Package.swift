// swift-tools-version: 6.2
import PackageDescription

/// What a program sees that depends on yilan by path and has nothing but its product `Yilan`.
///
/// `Examples` are those of the guide for programs. `Command` is the command itself, compiled here as
/// a stranger's: what it does, any program can do. Its `Tools` are three of the package's that are of
/// no table: cores, memory, binary search. `.ci/library` builds and runs both.
let package = Package(
    name: "library-package",
    dependencies: [
        .package(name: "yilan", path: "../.."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .executableTarget(
            name: "Examples",
            dependencies: [.product(name: "Yilan", package: "yilan")]
        ),
        .executableTarget(
            name: "Command",
            dependencies: [
                .product(name: "Yilan", package: "yilan"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: [
                // What the kernel offers: as a target of two packages it would have its name twice. And
                // what a package may say of its own types alone, others are warned of.
                .unsafeFlags(["-I", "../../Sources/CInterop/CLinux", "-suppress-warnings"]),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("InternalImportsByDefault"),
            ]
        ),
    ]
)
