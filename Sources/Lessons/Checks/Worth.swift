import Engine
import Objects

/// What a text stands for: values are compared by this, not by their spelling.
enum Worth: Equatable {
  case time(SimTime)
  case quantity(Quantity)
  case text(String)

  init(_ text: String) {
    if let time = SimTime(rfc3339: text) {
      self = .time(time)
    } else if let quantity = Quantity(text) {
      self = .quantity(quantity)
    } else {
      self = .text(text)
    }
  }
}

extension Comparison {
  /// Whether two texts compare as wanted. What is of different kinds is not equal, and has no
  /// order.
  func holds(_ found: String, _ wanted: String) -> Bool {
    switch (Worth(found), Worth(wanted)) {
    case (.time(let left), .time(let right)): compare(left, right)
    case (.quantity(let left), .quantity(let right)): compare(left, right)
    case (.text(let left), .text(let right)): compare(left, right)
    case (.time, .quantity), (.time, .text), (.quantity, .time), (.quantity, .text),
      (.text, .time), (.text, .quantity):
      self == .notEqual
    }
  }

  func compare<T: Comparable>(_ left: T, _ right: T) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }

  /// What holds exactly when this does not.
  var opposite: Comparison {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    }
  }
}
