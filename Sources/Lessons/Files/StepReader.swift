/// Makes a step of one section of a lesson file.
struct StepReader {
  let file: String

  /// Parts of a step; a question's file has more, which its own reader takes.
  static let parts = [
    "Setup", "Predict", "Check", "Hints", "When CHECK", "Solution", "Also works", "Must fail",
    "Why",
  ]
  private static let when = "When "

  func step(
    _ section: Outline.Section, alsoAllowing more: [String] = []
  ) throws(LessonError) -> Step {
    var step = Step(
      title: section.title, prose: Outline.Block.markdown(of: section.prose), line: section.line)
    step.files = try files(section.prose + section.parts.flatMap(\.blocks))
    var seen: Set<String> = []
    for part in section.parts where !more.contains(part.title) {
      guard seen.insert(part.title).inserted else {
        throw mistake(part.line, "the part ### \(part.title) stands twice")
      }
      try read(part, into: &step)
    }
    try refuseUnknownVariables(in: step)
    return step
  }

  func files(_ blocks: [Outline.Block]) throws(LessonError) -> [LessonFile] {
    var files: [LessonFile] = []
    for block in blocks {
      guard let info = block.info, info.count > 1, info[0] == "yaml" else { continue }
      guard !info[1].contains("/"), !info[1].hasPrefix(".") else {
        throw mistake(block.line, "a lesson's file has a plain name, not \"\(info[1])\"")
      }
      files.append(
        LessonFile(name: info[1], text: block.lines.joined(separator: "\n") + "\n"))
    }
    return files
  }

  private func read(_ part: Outline.Part, into step: inout Step) throws(LessonError) {
    switch part.title {
    case "Setup": step.setup = try scripts(part)
    case "Predict": step.predict = try prediction(part)
    case "Check": try readChecks(part, into: &step)
    case "Hints": step.hints = try numbered(part)
    case "Solution": step.solution = try onlyScript(part)
    case "Also works":
      step.alternatives = try scripts(part)
      if step.alternatives.isEmpty { step.reasonForNoAlternatives = try reason(part) }
    case "Must fail":
      step.mustFail = try scripts(part)
      if step.mustFail.count < 2 { step.reasonForFewMustFail = try reasonForFew(part) }
    case "Why": step.why = Outline.Block.markdown(of: part.blocks)
    default:
      guard part.title.hasPrefix(Self.when) else {
        throw mistake(
          part.line,
          "unknown part \"\(part.title)\"; known are " + Self.parts.joined(separator: ", "))
      }
      step.advice.append(try advice(part))
    }
  }

  func mistake(_ line: Int, _ problem: String) -> LessonError {
    LessonError(file: file, line: line, problem: problem)
  }

  // MARK: - Scripts

  /// The console fences of a part, each with the text above it.
  func scripts(_ part: Outline.Part) throws(LessonError) -> [Script] {
    var note: [String] = []
    var scripts: [Script] = []
    for block in part.blocks {
      if block.info == nil {
        note += block.lines
      } else if block.info?.first == "console" {
        let script = Script(
          note: note.joined(separator: "\n").trimmingBlankLines,
          text: Self.commands(block.lines), line: block.line)
        guard !script.text.allSatisfy(\.isWhitespace) else {
          throw mistake(block.line, "this fence holds no command")
        }
        scripts.append(script)
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
    let found = try scripts(part)
    guard let script = found.first, found.count == 1 else {
      throw mistake(
        part.line, "\(part.title) needs exactly one console fence, it has \(found.count)")
    }
    return script
  }

  /// Why a part holds no fence.
  private func reason(_ part: Outline.Part) throws(LessonError) -> String {
    guard !part.text.isEmpty else {
      throw mistake(
        part.line, "\(part.title) holds neither a console fence nor the reason why there is none")
    }
    return part.text
  }

  /// Why there is only one wrong way, or none: the text that belongs to no fence.
  private func reasonForFew(_ part: Outline.Part) throws(LessonError) -> String? {
    let behind = part.blocks.lastIndex { $0.info != nil }
    guard let behind else { return try reason(part) }
    let text = Outline.Block.text(of: Array(part.blocks[(behind + 1)...]))
    return text.isEmpty ? nil : text
  }

  // MARK: - Texts

  /// The items of a numbered list, each with its continuation lines.
  func numbered(_ part: Outline.Part) throws(LessonError) -> [String] {
    var items: [String] = []
    for line in part.text.split(separator: "\n").map(String.init) {
      let digits = line.prefix { $0.isNumber }
      if !digits.isEmpty, line.dropFirst(digits.count).hasPrefix(". ") {
        items.append(String(line.dropFirst(digits.count + 2)))
      } else if !items.isEmpty {
        items[items.count - 1] += " " + line.trimmingSpaces
      } else if !line.trimmingSpaces.isEmpty {
        throw mistake(part.line, "\(part.title) holds a numbered list: \"1. …\"")
      }
    }
    return items
  }

  private func prediction(_ part: Outline.Part) throws(LessonError) -> Prediction {
    guard let fence = part.blocks.first(where: { $0.info?.first == "question" }) else {
      throw mistake(part.line, "Predict needs a question fence")
    }
    guard let truth = try truth(part) else {
      throw mistake(part.line, "Predict needs a line \"truth: TARGET PATH\"")
    }
    return Prediction(
      question: fence.lines.joined(separator: " "), truth: truth.probe, line: truth.line)
  }

  /// The `truth: TARGET PATH` line of a part, if it has one.
  func truth(_ part: Outline.Part) throws(LessonError) -> (probe: Probe, line: Int)? {
    for block in part.blocks where block.info == nil {
      for (offset, line) in block.lines.enumerated() where line.hasPrefix("truth:") {
        do throws(CheckError) {
          return (try CheckParser.probe(String(line.dropFirst(6))), block.line + offset)
        } catch {
          throw mistake(block.line + offset, error.message)
        }
      }
    }
    return nil
  }

  private func advice(_ part: Outline.Part) throws(LessonError) -> Advice {
    let text = Outline.Block.markdown(of: part.blocks)
    guard !text.isEmpty else {
      throw mistake(part.line, "### \(part.title) says nothing")
    }
    let check = try check(String(part.title.dropFirst(Self.when.count)), on: part.line)
    return Advice(check: check, text: text, line: part.line)
  }
}
