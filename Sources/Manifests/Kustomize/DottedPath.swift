import Objects

/// A way to fields as replacements write it: `spec.containers.[name=web].env.*.value`.
struct DottedPath: Sendable {
  private enum Step: Sendable {
    case member(String)
    /// A member of an object, or an item of a list.
    case place(Int)
    /// The item behind the last.
    case end
    /// `[name=web]`
    case item(key: String, value: String)
    case all

    func picks(_ item: APIValue) -> Bool {
      switch self {
      case .item("", let text): item.scalarText == text
      case .item(let key, let text): item[key]?.scalarText == text
      case .all: true
      case .member, .place, .end: false
      }
    }
  }

  private var steps: [Step]

  init(_ text: String) {
    steps = Self.parts(of: text).map { part in
      if part.hasPrefix("["), part.hasSuffix("]"), let sign = part.firstIndex(of: "=") {
        return .item(
          key: String(part[part.index(after: part.startIndex)..<sign]),
          value: String(part[part.index(after: sign)...].dropLast()))
      }
      if part == "*" { return .all }
      if part == "-" { return .end }
      return Int(part).map { .place($0) } ?? .member(part)
    }
  }

  /// Dots cut, unless a backslash stands before them or brackets are around.
  private static func parts(of text: String) -> [String] {
    var parts: [String] = [""]
    var depth = 0
    var isEscaped = false
    for character in text {
      if isEscaped {
        if character != "." { parts[parts.count - 1].append("\\") }
        parts[parts.count - 1].append(character)
        isEscaped = false
        continue
      }
      switch character {
      case "\\": isEscaped = true
      case "." where depth == 0: parts.append("")
      default:
        if character == "[" { depth += 1 }
        if character == "]" { depth -= 1 }
        parts[parts.count - 1].append(character)
      }
    }
    return parts.filter { !$0.isEmpty }
  }

  /// The first value it leads to.
  func first(in document: APIValue) -> APIValue? {
    var found: APIValue?
    var copy = document
    _ = try? change(&copy, making: nil) { value throws(KustomizeProblem) in
      found = found ?? value
      return value
    }
    return found
  }

  /// Changes every value it leads to; how many there were. What is missing on the way is made when
  /// there is something to end it with.
  func change(
    _ document: inout APIValue, making empty: APIValue?,
    _ change: (APIValue) throws(KustomizeProblem) -> APIValue
  ) throws(KustomizeProblem) -> Int {
    try Self.descend(&document, steps[...], empty, change)
  }

  private static func descend(
    _ value: inout APIValue, _ steps: ArraySlice<Step>, _ empty: APIValue?,
    _ change: (APIValue) throws(KustomizeProblem) -> APIValue
  ) throws(KustomizeProblem) -> Int {
    guard let step = steps.first else {
      value = try change(value)
      return 1
    }
    let rest = steps.dropFirst()
    switch step {
    case .member(let name): return try descend(&value, to: name, rest, empty, change)
    case .place(let place):
      guard var items = value.array else {
        return try descend(&value, to: "\(place)", rest, empty, change)
      }
      guard items.indices.contains(place) else { return 0 }
      let count = try descend(&items[place], rest, empty, change)
      value = .array(items)
      return count
    case .end:
      guard let empty, var items = value.array ?? (value == .null ? [] : nil) else { return 0 }
      items.append(rest.isEmpty ? empty : .null)
      let count = try descend(&items[items.count - 1], rest, empty, change)
      value = .array(items)
      return count
    case .item, .all: return try descendItems(&value, step, rest, empty, change)
    }
  }

  private static func descend(
    _ value: inout APIValue, to name: String, _ rest: ArraySlice<Step>, _ empty: APIValue?,
    _ change: (APIValue) throws(KustomizeProblem) -> APIValue
  ) throws(KustomizeProblem) -> Int {
    let isOpen = value == .null && empty != nil
    guard var members = value.object ?? (isOpen ? Members() : nil),
      var member = members[name] ?? empty.map({ rest.isEmpty ? $0 : .null })
    else { return 0 }
    let count = try descend(&member, rest, empty, change)
    members[name] = member
    value = .object(members)
    return count
  }

  private static func descendItems(
    _ value: inout APIValue, _ step: Step, _ rest: ArraySlice<Step>, _ empty: APIValue?,
    _ change: (APIValue) throws(KustomizeProblem) -> APIValue
  ) throws(KustomizeProblem) -> Int {
    var count = 0
    if case .all = step, var members = value.object {
      for (name, member) in members {
        var member = member
        count += try descend(&member, rest, empty, change)
        members[name] = member
      }
      value = .object(members)
      return count
    }
    guard var items = value.array ?? (value == .null && empty != nil ? [] : nil) else { return 0 }
    var isFound = false
    for index in items.indices where step.picks(items[index]) {
      isFound = true
      count += try descend(&items[index], rest, empty, change)
    }
    if !isFound, let empty, case .item(let key, let text) = step {
      var item: APIValue = key.isEmpty ? .string(text) : [key: .string(text)]
      count += try descend(&item, rest, empty, change)
      items.append(item)
    }
    value = .array(items)
    return count
  }
}
