import Testing

/// What each module may import of podlab: the floors below it.
private let floors: [String: Set<String>] = {
  let store: Set<String> = ["Engine", "Objects", "Descriptions", "Store"]
  let peers = store.union(["Scheduling", "Controllers", "Nodes"])
  let shell = peers.union(["Simulation", "Manifests", "Kubectl", "Lessons", "Curriculum"])
  return [
    "Engine": [],
    "Patterns": [],
    "Objects": ["Engine"],
    "Descriptions": [],
    "Manifests": ["Engine", "Objects", "Descriptions", "Patterns"],
    "Store": ["Engine", "Objects", "Descriptions"],
    "Scheduling": store,
    "Controllers": store,
    "Nodes": store.union(["Patterns"]),
    "Simulation": peers,
    "Kubectl": store.union(["Manifests", "Patterns"]),
    "Lessons": store.union(["Manifests", "Patterns"]),
    "Shell": shell,
    "Soak": shell.union(["Shell"]),
    "CLibEdit": [],
    "Terminal": ["CLibEdit"],
    "podlab": shell.union(["Shell", "Soak", "Terminal"]),
    "Fuzzing": shell.union(["Shell", "Soak"]),
    "podlab-fuzz": ["Fuzzing"],
  ]
}()

/// Outside packages and who may use them.
private let packages: [String: Set<String>] = [
  "Yams": ["Manifests"],
  "ArgumentParser": ["podlab"],
  "HeapModule": ["Engine", "Scheduling"],
  "HashTreeCollections": [
    "Engine", "Store", "Scheduling", "Controllers", "Nodes", "Simulation",
  ],
]

/// The lines of `files` for which `holds`, as `path:line`.
private func places(
  _ files: [SourceTree.File], where holds: (String) -> Bool
) -> [String] {
  files.flatMap { file in
    file.lines.enumerated().filter { holds($0.element) }.map { "\(file.path):\($0.offset + 1)" }
  }
}

private let sources = SourceTree.package.files.filter { !$0.isTest }

@Test func thereAreSources() {
  #expect(sources.count > 100)
  #expect(Set(sources.map(\.module)).isSubset(of: Set(floors.keys)))
}

@Test func modulesImportOnlyTheFloorsBelow() {
  var wrong: [String] = []
  for file in sources {
    for (number, line) in file.lines.enumerated() {
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place < 2, place + 1 < words.count else {
        continue
      }
      let name = String(words[place + 1].split(separator: ".")[0])
      let isFloor = floors[name] != nil || name == "Curriculum"
      let mayUse =
        isFloor ? floors[file.module]?.contains(name) : packages[name]?.contains(file.module)
      if mayUse == false { wrong.append("\(file.path):\(number + 1) imports \(name)") }
    }
  }
  #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
}

@Test func filesAreShort() {
  let long = SourceTree.package.files.filter { $0.lines.count > 401 }
  #expect(
    long.isEmpty, "\(long.map { "\($0.path) has \($0.lines.count)" }.joined(separator: "\n"))")
}

@Test func linesAreShort() {
  // Tests hold recorded output, which is as wide as it was recorded.
  let long = places(sources) { $0.count > 100 }
  #expect(long.isEmpty, "\(long.joined(separator: "\n"))")
}

@Test func functionsAreShort() {
  let long = SourceTree.package.files.flatMap { file in
    file.functions.filter { $0.length > 40 }.map { "\(file.path):\($0.line) has \($0.length)" }
  }
  #expect(long.isEmpty, "\(long.joined(separator: "\n"))")
}

@Test func functionsAreFound() {
  let text = ["  func a() {", "    b()", "  }", "  init(", "    x: Int", "  ) {", "  }"]
  let file = SourceTree.File(path: "Sources/X/A.swift", lines: text)
  #expect(file.functions.map(\.length) == [1, 0])
}

/// What must not stand below the executable and the terminal, and why.
private let banned: [(call: String, why: String)] = [
  ("Date()", "time is an argument"),
  ("UUID()", "chance is an argument"),
  (".random(in:", "chance is an argument: SeededRandom"),
  (".randomElement()", "chance is an argument: SeededRandom"),
  (".shuffled()", "chance is an argument: SeededRandom"),
  ("SystemRandomNumberGenerator", "chance is an argument: SeededRandom"),
  ("Task {", "podlab runs on one thread"),
  ("Task.", "podlab runs on one thread"),
  ("try!", "an error a learner can cause must be told"),
  ("fatalError(", "an error a learner can cause must be told"),
]

@Test(arguments: banned.map(\.call))
func nothingBannedIsCalled(call: String) {
  let above = ["podlab", "podlab-fuzz", "Terminal", "CLibEdit"]
  let below = sources.filter { !above.contains($0.module) }
  let found = places(below) { line in
    line.contains(call) && !line.drop { $0 == " " }.hasPrefix("//")
  }
  let why = banned.first { $0.call == call }?.why ?? ""
  #expect(found.isEmpty, "\(call): \(why)\n\(found.joined(separator: "\n"))")
}

@Test func nothingPrintsBelowTheExecutable() {
  let below = sources.filter { !$0.module.hasPrefix("podlab") }
  let found = places(below) { line in
    let text = line.drop { $0 == " " }
    return text.hasPrefix("print(") || text.hasPrefix("debugPrint(")
      || text.hasPrefix("Swift.print(")
  }
  // A type may have a `print` of its own; calling Swift's is what is meant.
  #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
}

@Test func filesAreNamedAfterWhatIsInThem() {
  let nameless = sources.filter { file in
    file.path.hasSuffix("/Begun.swift") || file.path.lowercased().contains("util")
      || file.path.lowercased().contains("helper")
  }
  #expect(nameless.isEmpty, "\(nameless.map(\.path))")
}
