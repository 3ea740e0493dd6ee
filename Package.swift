// swift-tools-version: 6.2
// Targets stand in the order in which data flow through them; a target imports only what stands above it.
import PackageDescription

let strictSettings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
]

/// A Debian library, named as its package and its pkg-config file.
func library(_ name: String, pkgConfig: String, package: String) -> Target {
  .systemLibrary(name: name, path: "Sources/\(name)", pkgConfig: pkgConfig, providers: [.apt([package])])
}

/// A stage or binding, with its imports.
func stage(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strictSettings)
}

/// The tests of one stage.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], fixtures: Bool = false, exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: dependencies,
    exclude: exclude,
    resources: fixtures ? [.copy("Fixtures")] : [],
    swiftSettings: strictSettings)
}

let package = Package(
  name: "ykien",
  defaultLocalization: "en",
  products: [
    .executable(name: "ykien", targets: ["ykien"])
  ],
  targets: [
    // C libraries: a module map and a shim each, nothing else.
    library("CLibXML2", pkgConfig: "libxml-2.0", package: "libxml2-dev"),
    library("CSQLite", pkgConfig: "sqlite3", package: "libsqlite3-dev"),
    library("CLibZip", pkgConfig: "libzip", package: "libzip-dev"),
    library("CFreeXL", pkgConfig: "freexl", package: "libfreexl-dev"),
    library("CXLSXWriter", pkgConfig: "xlsxwriter", package: "libxlsxwriter-dev"),
    // ReadStat has no pkg-config file.
    .systemLibrary(name: "CReadStat", path: "Sources/CReadStat", providers: [.apt(["libreadstat-dev"])]),
    library("CLibYAML", pkgConfig: "yaml-0.1", package: "libyaml-dev"),
    library("CZstandard", pkgConfig: "libzstd", package: "libzstd-dev"),
    library("CLibCrypto", pkgConfig: "libcrypto", package: "libssl-dev"),
    library("CMarkGFM", pkgConfig: "libcmark-gfm", package: "libcmark-gfm-dev"),
    // CLP's pkg-config file names libraries that only static programs need.
    .systemLibrary(name: "CClp", path: "Sources/CClp", providers: [.apt(["coinor-libclp-dev"])]),
    // Vector instructions, for which Swift has no words.
    .systemLibrary(name: "CByteMasks", path: "Sources/CByteMasks"),
    // How memory that was freed is kept.
    .systemLibrary(name: "CAllocation", path: "Sources/CAllocation"),
    .target(name: "CBoostMath", linkerSettings: [.linkedLibrary("m")]),

    // What went wrong, where, and the way out.
    stage("Diagnostics"),

    // How texts are written as bytes, and when two of them are the same to people.
    stage("TextEncoding"),

    // Days and dates.
    stage("CivilCalendar"),

    // Bindings: all unsafe code lives here.
    stage("FileSystem", ["Diagnostics"]),
    stage("XML", ["CLibXML2"]),
    stage("SQLite", ["CSQLite"]),
    stage("Archive", ["CLibZip"]),
    stage("Spreadsheet", ["CFreeXL", "Archive", "CivilCalendar", "Diagnostics", "XML"]),
    stage("SpreadsheetWriting", ["CXLSXWriter"]),
    stage("StatisticalFiles", ["CReadStat"]),
    stage("YAML", ["CLibYAML", "Diagnostics"]),
    stage("Compression", ["CZstandard"]),
    stage("Hashing", ["CLibCrypto"]),
    stage("Distributions", ["CBoostMath"]),
    stage("Markdown", ["CMarkGFM"]),
    stage("LinearPrograms", ["CClp"]),
    stage("Programs"),
    stage("ByteMasks", ["CByteMasks"]),
    stage("Allocation", ["CAllocation"]),

    // Stages, in the order of the data.
    stage("DelimitedText", ["Diagnostics"]),
    stage("Markup"),
    stage("WordProcessing", ["Markup"]),
    stage("FormDefinition", ["CivilCalendar", "Diagnostics", "DelimitedText"]),
    stage("Questionnaire", ["CivilCalendar", "Diagnostics", "FormDefinition", "Markup", "WordProcessing"]),
    stage("Responses", ["ByteMasks", "CivilCalendar", "Diagnostics", "TextEncoding", "FormDefinition"]),
    stage("Simulation", ["CivilCalendar", "Diagnostics", "FormDefinition", "Responses", "DelimitedText"]),
    stage(
      "Ingest",
      [
        "ByteMasks", "CivilCalendar", "Diagnostics", "TextEncoding", "FileSystem", "XML", "Archive", "Hashing",
        "Spreadsheet", "YAML", "DelimitedText", "FormDefinition", "Responses",
      ]),
    stage(
      "ResponseStore", ["Diagnostics", "FileSystem", "SQLite", "Compression", "Hashing", "FormDefinition", "Responses"]),
    stage(
      "Export",
      [
        "Diagnostics", "FileSystem", "SpreadsheetWriting", "StatisticalFiles", "DelimitedText", "FormDefinition",
        "Markup", "Programs", "Questionnaire", "Responses",
      ]),
    stage("Tabulation", ["Diagnostics", "Responses", "FormDefinition"]),
    stage(
      "Estimation",
      [
        "Diagnostics", "Distributions", "LinearPrograms", "DelimitedText", "FormDefinition", "Responses", "Tabulation",
      ]),
    // Optimised in debug builds too: a search draws a hundred populations, which takes a minute otherwise.
    .target(
      name: "OpinionGroups",
      dependencies: ["Diagnostics", "Distributions", "FormDefinition", "Responses", "Estimation"],
      swiftSettings: strictSettings + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
    stage("Trends", ["Diagnostics", "DelimitedText", "Distributions", "FormDefinition", "Responses", "Estimation"]),
    stage("Geography", ["CivilCalendar", "Diagnostics", "DelimitedText"]),
    stage(
      "Targets",
      ["CivilCalendar", "Diagnostics", "Distributions", "DelimitedText", "Geography", "Tabulation", "Estimation"]),
    stage("Programmes", ["CivilCalendar", "Diagnostics", "DelimitedText", "Geography", "Estimation"]),
    stage(
      "OpenText",
      [
        "Diagnostics", "Distributions", "TextEncoding", "DelimitedText", "FormDefinition", "Responses", "Estimation",
      ]),
    stage(
      "ResponseRates",
      ["CivilCalendar", "Diagnostics", "TextEncoding", "DelimitedText", "FormDefinition", "Responses", "Estimation"]),
    stage(
      "Proceedings",
      [
        "CivilCalendar", "Diagnostics", "TextEncoding", "Distributions", "DelimitedText", "FormDefinition", "Responses",
        "Estimation",
      ]),
    stage(
      "Reporting",
      [
        "CivilCalendar", "Diagnostics", "Markdown", "Markup", "SpreadsheetWriting", "WordProcessing", "YAML",
        "FormDefinition", "Responses", "Estimation",
      ]),
    stage(
      "Pipeline",
      [
        "CivilCalendar", "Diagnostics", "TextEncoding", "FileSystem", "Spreadsheet", "SpreadsheetWriting", "XML",
        "YAML",
        "Hashing", "Archive", "Programs", "DelimitedText", "FormDefinition", "Questionnaire", "Responses",
        "Simulation", "Ingest", "ResponseStore", "Export", "Tabulation", "Estimation",
        "Geography",
        "Targets",
        "Programmes",
        "OpenText",
        "ResponseRates",
        "Proceedings",
        "OpinionGroups",
        "Trends",
        "Reporting",
      ]),

    // The terminal.
    stage("CommandLineInterface", ["Diagnostics"]),
    .executableTarget(
      name: "ykien",
      dependencies: [
        "Allocation", "CivilCalendar", "CommandLineInterface", "Diagnostics", "FileSystem", "Programs",
        "FormDefinition", "Ingest", "Export", "Estimation", "OpenText",
        "Pipeline",
      ],
      swiftSettings: strictSettings),

    // Proof.
    tests("Diagnostics", ["Diagnostics"]),
    tests("TextEncoding", ["TextEncoding"]),
    tests(
      "Bindings",
      [
        "FileSystem", "XML", "SQLite", "Archive", "YAML", "Compression", "Hashing", "Distributions", "Markdown",
        "Programs", "ByteMasks", "Diagnostics",
      ]),
    tests(
      "Spreadsheet",
      ["Spreadsheet", "Pipeline", "Questionnaire", "FormDefinition", "DelimitedText", "XML", "Diagnostics"],
      fixtures: true),
    tests("CivilCalendar", ["CivilCalendar"]),
    tests("DelimitedText", ["DelimitedText", "Diagnostics"]),
    tests("FormDefinition", ["FormDefinition", "Diagnostics", "DelimitedText", "XML"]),
    tests(
      "Questionnaire",
      [
        "Questionnaire", "FormDefinition", "Diagnostics", "Markup", "XML", "Archive", "Programs", "Responses", "Ingest",
      ],
      exclude: ["Browser", "Pyxform"]),
    tests("Responses", ["Responses", "FormDefinition", "Diagnostics"]),
    tests(
      "Simulation", ["Simulation", "Ingest", "Responses", "FormDefinition", "DelimitedText", "XML", "Diagnostics"]),
    tests(
      "Ingest",
      [
        "CivilCalendar", "Ingest", "Responses", "ResponseStore", "DelimitedText", "FormDefinition", "Diagnostics",
        "Archive", "FileSystem", "TextEncoding", "Simulation", "SpreadsheetWriting", "Questionnaire", "Export",
      ], fixtures: true),
    tests("ResponseStore", ["ResponseStore", "Responses", "Diagnostics", "SQLite", "Compression"]),
    tests(
      "Export",
      ["Export", "Responses", "FormDefinition", "Spreadsheet", "StatisticalFiles", "XML", "Diagnostics"],
      exclude: ["Statistics", "Schemas"]),
    tests("Tabulation", ["Tabulation", "Responses", "FormDefinition", "SQLite", "Diagnostics"]),
    tests(
      "Estimation",
      ["Estimation", "Distributions", "Tabulation", "Responses", "FormDefinition", "Diagnostics", "DelimitedText"],
      fixtures: true),
    tests(
      "OpinionGroups",
      ["OpinionGroups", "Distributions", "Estimation", "FormDefinition", "Responses", "Diagnostics"], fixtures: true),
    tests("Trends", ["Trends", "Estimation", "Responses", "FormDefinition", "Diagnostics"], fixtures: true),
    tests(
      "OpenText", ["OpenText", "Estimation", "Responses", "FormDefinition", "Diagnostics", "DelimitedText"],
      fixtures: true),
    tests(
      "ResponseRates",
      ["ResponseRates", "CivilCalendar", "Estimation", "Responses", "FormDefinition", "DelimitedText", "Diagnostics"],
      fixtures: true),
    tests(
      "Proceedings",
      ["Proceedings", "CivilCalendar", "Estimation", "Responses", "FormDefinition", "DelimitedText", "Diagnostics"]),
    tests("Geography", ["Geography", "CivilCalendar", "Diagnostics"]),
    tests("Targets", ["Targets", "Geography", "Estimation", "CivilCalendar", "Diagnostics", "DelimitedText"]),
    tests("Programmes", ["Programmes", "Geography", "Estimation", "CivilCalendar", "Diagnostics"]),
    tests(
      "Reporting",
      [
        "Reporting", "Estimation", "Responses", "FormDefinition", "Diagnostics", "Programs", "Spreadsheet",
        "SpreadsheetWriting", "XML",
      ]),
    tests(
      "Pipeline",
      [
        "CivilCalendar", "FileSystem", "Pipeline", "Reporting", "Estimation", "ResponseRates", "Proceedings",
        "Responses", "Geography", "FormDefinition", "Diagnostics",
      ]),
    tests("CommandLineInterface", ["CommandLineInterface", "Diagnostics"]),
    tests(
      "EndToEnd", ["ykien", "CommandLineInterface", "Diagnostics", "DelimitedText", "Archive", "Pipeline"],
      exclude: ["Office"]),
  ],
  cxxLanguageStandard: .cxx17
)

/// A coverage-guided fuzzer: its main program is the sanitizer's, so it is built by Fuzzing/run.sh and nothing else.
func fuzzer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: "Fuzz\(name)", dependencies: dependencies, path: "Fuzzing/Targets/\(name)",
    swiftSettings: [.swiftLanguageMode(.v6), .unsafeFlags(["-parse-as-library"])])
}

if Context.environment["YKIEN_FUZZING"] != nil {
  package.targets += [
    fuzzer("Expressions", ["FormDefinition", "Diagnostics"]),
    fuzzer("FormSheets", ["FormDefinition", "Questionnaire", "DelimitedText", "Diagnostics"]),
    fuzzer("Workbooks", ["Spreadsheet", "Diagnostics"]),
    fuzzer("Tables", ["Ingest", "FormDefinition", "Responses"]),
    fuzzer("Submissions", ["Ingest", "FormDefinition", "Responses"]),
    fuzzer("Mappings", ["Ingest", "Diagnostics"]),
  ]
}
