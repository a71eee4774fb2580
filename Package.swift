// swift-tools-version: 6.2
import PackageDescription

/// Every target is built as strictly as the compiler can; a warning is an error.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let collections: Target.Dependency = .product(
  name: "HashTreeCollections", package: "swift-collections")
let heap: Target.Dependency = .product(name: "HeapModule", package: "swift-collections")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// A released program carries Swift's own libraries and lies where it was linked to lie: it starts
/// in half of the time, because nothing is left to find, bind and move, and it runs where Swift is
/// not installed. A sanitizer can only watch a program that has them beside it.
let wholeProgram: [LinkerSetting] =
  Context.environment["PODLAB_WATCHED"] != nil
  ? []
  : [
    .unsafeFlags(
      [
        "-static-stdlib", "-Xclang-linker", "-no-pie", "-Xlinker", "--start-group", "-lFoundation",
        "-lCoreFoundation",
        "-l_FoundationICU", "-l_FoundationCShims", "-l_FoundationCollections", "-lstdc++",
        "-Xlinker", "--end-group",
      ], .when(platforms: [.linux], configuration: .release))
  ]

/// A module of podlab: the floors it may import, lowest first, and the packages it needs.
func module(
  _ name: String, on floors: [String] = [], needs packages: [Target.Dependency] = []
) -> Target {
  .target(
    name: name, dependencies: floors.map { .target(name: $0) } + packages, swiftSettings: strict)
}

func tests(
  _ name: String, of floors: [String], resources: [Resource] = []
) -> Target {
  .testTarget(
    name: name, dependencies: floors.map { .target(name: $0) }, resources: resources,
    swiftSettings: strict)
}

let store = ["Engine", "Objects", "Descriptions", "Store"]
let simulation = store + ["Scheduling", "Controllers", "Nodes", "Simulation"]
let shell = simulation + ["Manifests", "Kubectl", "Lessons", "Curriculum", "Shell"]

/// The program that looks for input that breaks podlab: only where somebody asks for it, because
/// everything has to be built with coverage counters for it. `.ci/fuzz` does.
let fuzzing: [Target] =
  Context.environment["PODLAB_FUZZ"] == nil
  ? []
  : [
    .executableTarget(
      name: "podlab-fuzz", dependencies: ["Fuzzing"], swiftSettings: strict,
      linkerSettings: [
        .unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"], .when(configuration: .release))
      ])
  ]

let package = Package(
  name: "podlab",
  products: [.executable(name: "podlab", targets: ["podlab"])],
  dependencies: [
    // Persistent dictionaries: a kept world shares what did not change. The event queue's heap.
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    // The program's own command line, with its help and completion scripts.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // YAML with line and column for every node.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    module("Engine", needs: [heap, collections]),
    // Regular expressions whose work is bounded, as Go has them.
    module("Patterns"),
    module("Objects", on: ["Engine"]),
    // What the API says about its types: facts and sentences, written once.
    module("Descriptions"),
    module("Manifests", on: ["Engine", "Objects", "Descriptions", "Patterns"], needs: [yams]),
    module("Store", on: ["Engine", "Objects", "Descriptions"], needs: [collections]),
    module("Scheduling", on: store, needs: [heap, collections]),
    module("Controllers", on: store, needs: [collections]),
    module("Nodes", on: store + ["Patterns"], needs: [collections]),
    module("Simulation", on: store + ["Scheduling", "Controllers", "Nodes"], needs: [collections]),
    module("Kubectl", on: store + ["Manifests", "Patterns"]),
    module("Lessons", on: store + ["Manifests", "Patterns"]),
    // The lessons are resources: found beside the executable.
    .target(
      name: "Curriculum", path: "lessons", exclude: ["README.md"],
      resources: [
        .copy("index.yaml"), .copy("interview"), .copy("part-1"), .copy("part-2"),
        .copy("part-3"), .copy("part-4"), .copy("part-5"),
        .copy("scenarios"),
      ],
      swiftSettings: strict),
    module("Shell", on: simulation + ["Manifests", "Kubectl", "Lessons", "Curriculum"]),
    // Random life on a cluster, and what must hold throughout: for long runs and for tests.
    module("Soak", on: simulation + ["Kubectl", "Shell"]),
    // libedit's native API, through a header that Swift can call.
    .systemLibrary(
      name: "CLibEdit", pkgConfig: "libedit",
      providers: [.apt(["libedit-dev"]), .brew(["libedit"])]),
    module("Terminal", on: ["CLibEdit"]),
    .executableTarget(
      name: "podlab",
      dependencies: (shell + ["Soak", "Terminal"]).map { .target(name: $0) } + [arguments],
      swiftSettings: strict, linkerSettings: wholeProgram),
    // What podlab must stand, whatever it is given: for tests and for long campaigns.
    module("Fuzzing", on: shell + ["Soak"]),
    tests("ControllersTests", of: store + ["Controllers"]),
    tests("EngineTests", of: ["Engine"]),
    tests(
      "KubectlTests", of: store + ["Manifests", "Kubectl"], resources: [.copy("Reference")]),
    tests(
      "DescriptionsTests", of: ["Engine", "Objects", "Descriptions"],
      resources: [.copy("fields.txt")]),
    tests(
      "ManifestsTests", of: ["Engine", "Objects", "Descriptions", "Manifests"],
      resources: [.copy("Kustomize")]),
    tests("FuzzingTests", of: ["Fuzzing"], resources: [.copy("Corpus")]),
    tests("LessonsTests", of: store + ["Manifests", "Lessons"]),
    tests(
      "ShellTests", of: shell + ["Soak"], resources: [.copy("Sessions"), .copy("Recordings")]),
    tests("ObjectsTests", of: ["Engine", "Objects"]),
    tests("PatternsTests", of: ["Patterns"]),
    tests("SimulationTests", of: simulation),
    tests("StoreTests", of: store + ["Manifests"]),
    tests("SchedulingTests", of: store + ["Scheduling"]),
    tests("NodesTests", of: store + ["Nodes"], resources: [.copy("Scripts")]),
    // Rules about the source text itself: layers, lengths, banned calls.
    tests("TidyTests", of: ["Descriptions"]),
    tests("TerminalTests", of: ["CLibEdit", "Terminal"]),
  ] + fuzzing,
  swiftLanguageModes: [.v6]
)
