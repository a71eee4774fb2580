/// One command of a sed program, with the lines it is for.
struct SedCommand {
  enum Address {
    case line(Int)
    case last
    case matching(Pattern)
  }

  enum Action {
    case substitute(Substitution)
    case print
    case delete
    case quit
  }

  struct Substitution {
    var pattern: Pattern
    var replacement: String
    var everywhere = false
    var prints = false

    /// The line after it; nil when nothing matched.
    func applied(to line: String) -> String? {
      let matches = everywhere ? pattern.all(in: line)[...] : pattern.all(in: line).prefix(1)
      guard !matches.isEmpty else { return nil }
      var result = ""
      var place = line.startIndex
      for match in matches {
        result += line[place..<match.range.lowerBound] + filled(match.groups)
        place = match.range.upperBound
      }
      return result + line[place...]
    }

    private func filled(_ groups: [String]) -> String {
      var result = ""
      var rest = replacement[...]
      while let character = rest.popFirst() {
        if character == "&" {
          result += groups[0]
        } else if character == "\\", let next = rest.popFirst() {
          if let group = next.wholeNumberValue {
            result += group < groups.count ? groups[group] : ""
          } else {
            result += next == "n" ? "\n" : next == "t" ? "\t" : String(next)
          }
        } else {
          result.append(character)
        }
      }
      return result
    }
  }

  var start: Address?
  var end: Address?
  var isInverted = false
  var action: Action
  /// Whether the range from `start` to `end` has begun.
  private var isInside = false

  init(start: Address?, end: Address?, isInverted: Bool, action: Action) {
    self.start = start
    self.end = end
    self.isInverted = isInverted
    self.action = action
  }

  mutating func applies(to line: String, number: Int, isLast: Bool) -> Bool {
    isSelected(line, number, isLast) != isInverted
  }

  private mutating func isSelected(_ line: String, _ number: Int, _ isLast: Bool) -> Bool {
    func holds(_ address: Address) -> Bool {
      switch address {
      case .line(let wanted): wanted == number
      case .last: isLast
      case .matching(let pattern): pattern.matches(line)
      }
    }
    guard let start else { return true }
    guard let end else { return holds(start) }
    if isInside {
      if case .line(let wanted) = end, wanted < number {
        isInside = false
        return false
      }
      isInside = !holds(end)
      return true
    }
    guard holds(start) else { return false }
    isInside = true
    if case .line(let wanted) = end, wanted <= number { isInside = false }
    return true
  }
}
