/// Makes a step of one section of a lesson file.
struct StepReader {
  let file: String

  /// Parts of a step; a question's file has more, which its own reader takes.
  static let parts = [
    "Setup", "Predict", "Check", "Hints", "Solution", "Also works", "Must fail", "Why",
  ]

  func step(_ section: Outline.Section, alsoAllowing more: [String] = []) throws(LessonError)
    -> Step
  {
    var step = Step(
      title: section.title, prose: Outline.Block.markdown(of: section.prose), line: section.line)
    let fences = section.prose + section.parts.flatMap(\.blocks)
    step.files = fences.compactMap { block in
      guard let info = block.info, info.count > 1, info[0] == "yaml" else { return nil }
      return LessonFile(name: info[1], text: block.lines.joined(separator: "\n") + "\n")
    }
    for part in section.parts {
      if more.contains(part.title) { continue }
      try read(part, into: &step)
    }
    return step
  }

  private func read(_ part: Outline.Part, into step: inout Step) throws(LessonError) {
    switch part.title {
    case "Setup": step.setup += scripts(part)
    case "Predict": step.predict = try prediction(part)
    case "Check": try readChecks(part, into: &step)
    case "Hints": step.hints = numbered(part)
    case "Solution": step.solution = try onlyScript(part)
    case "Also works": step.alternatives += scripts(part)
    case "Must fail": step.mustFail += scripts(part)
    case "Why": step.why = Outline.Block.markdown(of: part.blocks)
    default:
      throw LessonError(
        file: file, line: part.line,
        problem: "unknown part \"\(part.title)\"; known are "
          + Self.parts.joined(separator: ", "))
    }
  }

  /// The console fences of a part, each with the text above it.
  func scripts(_ part: Outline.Part) -> [Script] {
    var note: [String] = []
    var scripts: [Script] = []
    for block in part.blocks {
      if block.info == nil {
        note += block.lines
      } else if block.info?.first == "console" {
        scripts.append(
          Script(
            note: note.joined(separator: "\n").trimmingBlankLines,
            text: Self.commands(block.lines), line: block.line))
        note = []
      }
    }
    return scripts
  }

  /// The lines to run: `$ ` and `> ` in front are the prompts of a transcript.
  static func commands(_ lines: [String]) -> String {
    lines.map { line in
      line.hasPrefix("$ ") || line.hasPrefix("> ") || line.hasPrefix("% ")
        ? String(line.dropFirst(2)) : line
    }.joined(separator: "\n")
  }

  private func onlyScript(_ part: Outline.Part) throws(LessonError) -> Script {
    let found = scripts(part)
    guard let script = found.first, found.count == 1 else {
      throw LessonError(
        file: file, line: part.line,
        problem: "\(part.title) needs exactly one console fence, it has \(found.count)")
    }
    return script
  }

  /// The items of a numbered list, each with its continuation lines.
  private func numbered(_ part: Outline.Part) -> [String] {
    var items: [String] = []
    for line in part.text.split(separator: "\n").map(String.init) {
      let digits = line.prefix { $0.isNumber }
      if !digits.isEmpty, line.dropFirst(digits.count).hasPrefix(". ") {
        items.append(String(line.dropFirst(digits.count + 2)))
      } else if !items.isEmpty {
        items[items.count - 1] += " " + line.trimmingSpaces
      }
    }
    return items
  }

  private func readChecks(_ part: Outline.Part, into step: inout Step) throws(LessonError) {
    for block in part.blocks where block.info == nil {
      for (offset, line) in block.lines.enumerated() where line.hasPrefix("- ") {
        var text = String(line.dropFirst(2)).trimmingSpaces
        if text.hasPrefix("`"), text.hasSuffix("`") { text = String(text.dropFirst().dropLast()) }
        do throws(CheckError) {
          if text.hasPrefix("let ") {
            step.remembered.append(try CheckParser.remembered(text))
          } else {
            step.checks.append(try CheckParser.check(text))
          }
        } catch {
          throw LessonError(file: file, line: block.line + offset, problem: error.message)
        }
      }
    }
  }

  private func prediction(_ part: Outline.Part) throws(LessonError) -> Prediction {
    guard let fence = part.blocks.first(where: { $0.info?.first == "question" }) else {
      throw LessonError(
        file: file, line: part.line, problem: "Predict needs a question fence")
    }
    guard let truth = try truth(part) else {
      throw LessonError(
        file: file, line: part.line, problem: "Predict needs a line \"truth: TARGET PATH\"")
    }
    return Prediction(question: fence.lines.joined(separator: " "), truth: truth)
  }

  /// The `truth: TARGET PATH` line of a part, if it has one.
  func truth(_ part: Outline.Part) throws(LessonError) -> Probe? {
    for block in part.blocks where block.info == nil {
      for (offset, line) in block.lines.enumerated() where line.hasPrefix("truth: ") {
        do throws(CheckError) {
          return try CheckParser.probe(String(line.dropFirst(7)))
        } catch {
          throw LessonError(file: file, line: block.line + offset, problem: error.message)
        }
      }
    }
    return nil
  }
}
