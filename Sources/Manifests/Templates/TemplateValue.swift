import Objects

/// A value while a template runs.
enum TemplateValue: Sendable {
  /// Nothing at all: a field that is not there.
  case missing
  case null
  case bool(Bool)
  case whole(Int)
  case floating(Double)
  case string(String)
  case list([TemplateValue])
  /// A part of the document with members.
  case object(Members)

  init(_ value: APIValue) {
    switch value {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .integer(let number): self = .whole(Int(number))
    case .number(let number): self = .floating(number)
    case .string(let text): self = .string(text)
    case .array(let items): self = .list(items.map(TemplateValue.init))
    case .object(let members): self = .object(members)
    }
  }

  /// What `if` takes for true.
  var truth: Bool {
    switch self {
    case .missing, .null: false
    case .bool(let flag): flag
    case .whole(let number): number != 0
    case .floating(let number): number != 0
    case .string(let text): !text.isEmpty
    case .list(let items): !items.isEmpty
    case .object(let members): !members.sorted.isEmpty
    }
  }

  /// As an action shows it.
  var shown: String {
    switch self {
    case .missing, .null: "<no value>"
    case .bool, .whole, .floating, .string, .list, .object: inner
    }
  }

  /// As it stands inside of lists, and as print shows it.
  var inner: String {
    switch self {
    case .missing, .null: return "<nil>"
    case .bool(let flag): return flag ? "true" : "false"
    case .whole(let number): return "\(number)"
    case .floating(let number): return GoNumber.shortest(number)
    case .string(let text): return text
    case .list(let items): return "[" + items.map(\.inner).joined(separator: " ") + "]"
    case .object(let members):
      let texts = members.sorted.map { "\($0.name):\(TemplateValue($0.value).inner)" }
      return "map[" + texts.joined(separator: " ") + "]"
    }
  }

  /// What Go calls its type.
  var typeName: String {
    switch self {
    case .missing, .null: "<nil>"
    case .bool: "bool"
    case .whole: "int"
    case .floating: "float64"
    case .string: "string"
    case .list: "[]interface {}"
    case .object: "map[string]interface {}"
    }
  }
}

/// Floating numbers as Go prints them.
enum GoNumber {
  /// `%v`: the fewest digits that say the same; with an exponent from a million on.
  static func shortest(_ number: Double) -> String {
    if number == 0 { return "0" }
    guard number.isFinite else {
      return number.isNaN ? "NaN" : number < 0 ? "-Inf" : "+Inf"
    }
    let (digits, point) = digits(of: number.magnitude)
    let sign = number < 0 ? "-" : ""
    let exponent = point - 1
    let isPlain = (-4..<6).contains(exponent)
    return sign + (isPlain ? plain(digits, point) : scientific(digits, exponent))
  }

  /// The decimal digits, and how many of them stand before the point.
  private static func digits(of number: Double) -> (digits: String, point: Int) {
    // Swift's description has the shortest digits too, only otherwise laid out.
    let text = "\(number)".lowercased()
    let sides = text.split(separator: "e", maxSplits: 1)
    let exponent = sides.count > 1 ? Int(sides[1]) ?? 0 : 0
    let parts = sides[0].split(separator: ".", omittingEmptySubsequences: false)
    let whole = String(parts[0])
    let fraction = parts.count > 1 && parts[1] != "0" ? String(parts[1]) : ""
    var all = Substring(whole + fraction)
    var point = whole.count + exponent
    while all.first == "0" {
      all.removeFirst()
      point -= 1
    }
    while all.last == "0" { all.removeLast() }
    return (String(all), point)
  }

  private static func scientific(_ digits: String, _ exponent: Int) -> String {
    let rest = digits.dropFirst()
    let size = exponent.magnitude
    return digits.prefix(1) + (rest.isEmpty ? "" : "." + rest) + "e" + (exponent < 0 ? "-" : "+")
      + (size < 10 ? "0" : "") + "\(size)"
  }

  private static func plain(_ digits: String, _ point: Int) -> String {
    if point <= 0 { return "0." + String(repeating: "0", count: -point) + digits }
    if digits.count <= point {
      return digits + String(repeating: "0", count: point - digits.count)
    }
    return digits.prefix(point) + "." + digits.dropFirst(point)
  }
}
