extension StepReader {
  /// `- CHECK` and `- let NAME = PROBE`, each on a line of its own; lines that are indented go on.
  func readChecks(_ part: Outline.Part, into step: inout Step) throws(LessonError) {
    for item in try checkItems(part) {
      if item.text.hasPrefix("let ") {
        step.remembered.append(try remembered(item, in: step))
      } else {
        step.checks.append(try check(item.text, on: item.line))
      }
    }
    guard !step.checks.isEmpty else { throw mistake(part.line, "### Check holds no check") }
  }

  private typealias Item = (text: String, line: Int)

  private func checkItems(_ part: Outline.Part) throws(LessonError) -> [Item] {
    var items: [Item] = []
    for block in part.blocks {
      guard block.info == nil else {
        throw mistake(block.line, "### Check holds \"- CHECK\" lines, no fence")
      }
      for (offset, line) in block.lines.enumerated() where !line.trimmingSpaces.isEmpty {
        if line.hasPrefix("- ") {
          items.append((String(line.dropFirst(2)).trimmingSpaces, block.line + offset))
        } else if line.hasPrefix("  "), let last = items.indices.last {
          items[last].text += " " + line.trimmingSpaces
        } else {
          throw mistake(block.line + offset, "a check is written \"- CHECK\"")
        }
      }
    }
    return items.map { (Self.withoutBackticks($0.text), $0.line) }
  }

  private static func withoutBackticks(_ text: String) -> String {
    text.count > 2 && text.hasPrefix("`") && text.hasSuffix("`")
      ? String(text.dropFirst().dropLast()) : text
  }

  func check(_ text: String, on line: Int) throws(LessonError) -> Check {
    do throws(CheckError) {
      var check = try CheckParser.check(Self.withoutBackticks(text))
      check.line = line
      return check
    } catch {
      throw mistake(line, error.message)
    }
  }

  private func remembered(_ item: Item, in step: Step) throws(LessonError) -> Remembered {
    do throws(CheckError) {
      var entry = try CheckParser.remembered(item.text)
      entry.line = item.line
      guard !step.remembered.contains(where: { $0.name == entry.name }) else {
        throw CheckError(message: "$\(entry.name) is remembered twice")
      }
      return entry
    } catch {
      throw mistake(item.line, error.message)
    }
  }

  /// `$NAME` must have been remembered, and `truth` needs a question.
  func refuseUnknownVariables(in step: Step) throws(LessonError) {
    let known = Set(step.remembered.map(\.name))
    for check in step.checks + step.advice.map(\.check) {
      if let unknown = check.variables.first(where: { !known.contains($0) }) {
        throw mistake(
          check.line, "$\(unknown) is not remembered; write - let \(unknown) = TARGET PATH")
      }
      if check.needsTruth, step.predict == nil {
        throw mistake(check.line, "truth needs a ### Predict part in this step")
      }
    }
  }
}
