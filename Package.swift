// swift-tools-version: 6.2
import PackageDescription

/// What holds for every module, tests included.
let common: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// Has generic types made from what the compiler knows of them.
///
/// By itself it writes their names into the program, which reads each at its first use, and looks through
/// 4,400 conformances for those of a key.
/// Converting a table of 60 targets to JSON takes 3.5 ms for 4.1, to a workbook 15.1 for 16.1.
let directMetadata = ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"]

/// What holds for the modules of `Sources`.
let strict: [SwiftSetting] =
    common + [
        .enableUpcomingFeature("InternalImportsByDefault"),
        .unsafeFlags(directMetadata, .when(configuration: .release)),
    ]

/// A module of `Sources`, with the settings that hold for all of them.
func module(
    _ name: String,
    _ dependencies: [Target.Dependency] = [],
    embedding resources: [Resource] = []
) -> Target {
    .target(
        name: name,
        dependencies: dependencies,
        resources: resources,
        swiftSettings: strict
    )
}

/// The tests of one module; `TestSupport` comes with all of them.
func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.byName(name: name), "TestSupport"] + dependencies,
        swiftSettings: common
    )
}

/// A C library that Debian packages.
func cLibrary(_ name: String, pkgConfig: String, apt: String) -> Target {
    .systemLibrary(
        name: name,
        path: "Sources/CInterop/\(name)",
        pkgConfig: pkgConfig,
        providers: [.apt([apt])]
    )
}

/// Links Swift's own libraries into the program: finding and relocating ten of them was half of
/// starting up (10 ms of processor time for `--version`, 5 ms so).
let staticRuntime = ["-static-stdlib", "-l_FoundationCollections", "-l_FoundationCShims"]

/// Lists none of the program's symbols for libraries to find, as the static runtime has it: the
/// loader looked through 6,000 of them (500 KB).
let withoutExports = ["-Xlinker", "--no-export-dynamic"]

/// Has the program bring the C++ library, which only Swift's own libraries use, zlib, and SHA-256 of
/// libcrypto, and leaves out what is loaded when it is needed (`CInterop/loading.h`): libraries for
/// workbooks and web pages.
///
/// Finding and relocating them was 2.8 of the 9.3 ms of converting a table of 60 targets. Of the linkers,
/// lld alone takes an archive before what needs it.
let fewerLibraries = [
    "-use-ld=lld",
    "-Xclang-linker", "--config=\(Context.packageDirectory)/Sources/CInterop/linking.cfg",
]

/// Links the program for one address, so that 51,000 pointers in its data needn't be set when it starts,
/// nor the pages copied that hold them.
///
/// Converting a table of 60 targets to JSON takes 4.9 ms for 5.4, `--version` 3.1 for 3.6. It costs the
/// program's own place at random; those of stack, heap and libraries stay random.
let fixedAddress = ["-Xclang-linker", "-no-pie"]

/// Lets libxlsxwriter hand over what it writes, in the place of files and of minizip's archive (see
/// `LibraryOutput`).
let libraryOutput = [
    "lxw_tmpfile": "yilan_open_memory", "zipOpen": "yilan_open_archive",
    "zipOpenNewFileInZip4_64": "yilan_begin_part", "zipWriteInFileInZip": "yilan_write_part",
    "zipCloseFileInZip": "yilan_end_part", "zipClose": "yilan_close_archive",
].sorted { $0.key < $1.key }.flatMap { name, function in
    [
        "-Xlinker", "--defsym=\(name)=\(function)",
        "-Xlinker", "--export-dynamic-symbol=\(name)",
    ]
}

/// Lets all memory come through the program's own function, which tells people where there is none.
let ownAllocation = ["-Xlinker", "--defsym=malloc=yilan_allocate"]

let package = Package(
    name: "yilan",
    products: [
        .executable(name: "yilan", targets: ["YilanCommand"]),
        .library(name: "Yilan", targets: ["Yilan"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        cLibrary("CLibxlsxwriter", pkgConfig: "xlsxwriter", apt: "libxlsxwriter-dev"),
        cLibrary("CLibzip", pkgConfig: "libzip", apt: "libzip-dev"),
        cLibrary("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
        cLibrary("CIsal", pkgConfig: "libisal", apt: "libisal-dev"),
        cLibrary("CExpat", pkgConfig: "expat", apt: "libexpat1-dev"),
        cLibrary("CLibcrypto", pkgConfig: "libcrypto", apt: "libssl-dev"),
        cLibrary("CLibxml2", pkgConfig: "libxml-2.0", apt: "libxml2-dev"),
        .systemLibrary(name: "CLinux", path: "Sources/CInterop/CLinux"),

        // From bytes to the command line; each imports only modules above it.
        module("ContentDigest", ["CLibcrypto"]),
        module("SourceText"),
        module("DelimitedText", ["SourceText"]),
        module("JSONText", ["SourceText"]),
        module("DocumentText"),
        module("HTMLText", ["DocumentText", "CLibxml2"]),
        module(
            "SpreadsheetML",
            ["DocumentText", "SourceText", "CLibxlsxwriter", "CLibzip", "CZlib", "CIsal"]
        ),
        module("TargetModel", ["SourceText", "ContentDigest"]),
        module("TableLayout", ["TargetModel", "DelimitedText", "SourceText"]),
        module(
            "TargetFormats",
            [
                "TableLayout", "TargetModel", "DelimitedText", "JSONText", "SpreadsheetML",
                "HTMLText", "DocumentText", "SourceText", "ContentDigest",
            ],
            embedding: [.embedInCode("JSON/Schemas")]
        ),
        module("Yilan", ["TargetFormats", "TableLayout", "TargetModel", "SourceText", "JSONText"]),
        .executableTarget(
            name: "YilanCommand",
            dependencies: [
                "Yilan", "CLinux",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict,
            linkerSettings: [
                .unsafeFlags(
                    staticRuntime + withoutExports + fewerLibraries + fixedAddress,
                    .when(configuration: .release)
                ),
                .unsafeFlags(ownAllocation + libraryOutput),
            ]
        ),

        .target(
            name: "TestSupport",
            dependencies: ["TargetModel", "SourceText", "CLibzip"],
            path: "Tests/TestSupport",
            swiftSettings: common
        ),
        tests(of: "SourceText"),
        tests(of: "DelimitedText", ["SourceText"]),
        tests(of: "JSONText", ["SourceText"]),
        tests(of: "SpreadsheetML", ["DocumentText", "SourceText", "CExpat", "CLibzip", "CZlib"]),
        tests(of: "HTMLText", ["DocumentText"]),
        tests(of: "TargetModel", ["SourceText"]),
        tests(of: "TableLayout", ["TargetModel", "DelimitedText", "SourceText"]),
        tests(
            of: "TargetFormats",
            [
                "TableLayout", "TargetModel", "DelimitedText", "SourceText", "JSONText",
                "SpreadsheetML",
            ]
        ),
        tests(
            of: "Yilan",
            [
                "TargetFormats", "TableLayout", "TargetModel", "SourceText", "JSONText",
                "SpreadsheetML",
            ]
        ),
        // What a program sees that has nothing but the product.
        .testTarget(
            name: "LibraryTests",
            dependencies: ["Yilan", "TestSupport"],
            swiftSettings: common
        ),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "YilanCommand", "TestSupport", "TargetFormats", "TargetModel", "SpreadsheetML",
                "SourceText",
            ],
            swiftSettings: common
        ),
    ]
)
