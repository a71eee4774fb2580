import Descriptions
import Engine
import Objects
import Testing

/// The types of the simulator are about the fields that the schema describes.
@Suite struct FieldTableTests {
  /// A type of ours, the types of the API that it stands for, and where it was found.
  private struct Visit {
    var type: any APIType.Type
    var name: String
  }

  /// Every type that the kinds are made of, under the name that the API has for it.
  private static let visits: [Visit] = {
    var found: [Visit] = []
    var pending = Kind.allCases.map {
      Visit(type: $0.facts.type as any APIType.Type, name: $0.rawValue)
    }
    while let next = pending.popLast() {
      let isKnown = found.contains { $0.name == next.name && $0.type == next.type }
      guard !isKnown, let type = Schema.current.type(next.name) else { continue }
      found.append(next)
      for line in next.type.lines {
        guard let form = type[line.name]?.form, let inner = innermost(line.holds) else { continue }
        pending.append(Visit(type: inner, name: form.element))
      }
    }
    return found
  }()

  private static func innermost(_ type: any ValueConvertible.Type) -> (any APIType.Type)? {
    if let list = type as? any ValueList.Type { return innermost(list.elementType) }
    return type as? any APIType.Type
  }

  @Test func everyKindIsDescribed() {
    for kind in Kind.allCases {
      #expect(Schema.current.type(kind.rawValue)?.apiVersion == kind.apiVersion, "\(kind)")
    }
    #expect(Self.visits.count > 100)
  }

  /// Some of our types stand for several of the API's, which differ in a field or two.
  @Test func everyLineNamesAField() {
    for visit in Self.visits {
      let names = Self.visits.filter { $0.type == visit.type }.map(\.name)
      for line in visit.type.lines {
        let isField = names.contains { Schema.current.field(line.name, of: $0) != nil }
        #expect(isField, "\(visit.type) lists \(line.name), which \(names) have not")
      }
    }
  }

  @Test func everyLineHoldsWhatTheFieldHolds() {
    for visit in Self.visits {
      for line in visit.type.lines {
        guard let field = Schema.current.field(line.name, of: visit.name) else { continue }
        let fits = Self.fits(line.holds, field.form)
        #expect(fits, "\(visit.name).\(line.name) is \(field.form.text), not \(line.holds)")
      }
    }
  }

  private static func fits(_ type: any ValueConvertible.Type, _ form: Schema.Form) -> Bool {
    if type == APIValue.self { return true }
    switch form {
    case .list(let inner):
      return (type as? any ValueList.Type).map { fits($0.elementType, inner) } ?? false
    case .map(.plain("Quantity")): return type == ResourceList.self
    case .map: return type == StringMap.self
    case .plain("Quantity"): return type == Quantity.self
    case .plain("IntOrString"): return type == IntOrString.self
    case .plain("Time"): return type == SimTime.self
    case .plain("MicroTime"): return type == MicroTime.self
    case .plain("string"): return type == String.self || type is any APIWord.Type
    case .plain("boolean"): return type == Bool.self
    case .plain(let name):
      if name.hasPrefix("integer") { return type == Int.self }
      return type is any APIType.Type && Schema.current.type(name) != nil
    }
  }

  /// A word of ours is one that the field takes, and they are told in the same order.
  @Test func wordsAreThoseOfTheField() {
    for visit in Self.visits {
      for line in visit.type.lines {
        let element = (line.holds as? any ValueList.Type)?.elementType ?? line.holds
        guard let words = (element as? any APIWord.Type)?.words,
          let field = Schema.current.field(line.name, of: visit.name)
        else { continue }
        // The selectors of nodes and labels share a type, and nodes know two words more.
        #expect(Array(words.prefix(field.words.count)) == field.words, "\(visit.name).\(line.name)")
        let isShared = visit.name == "LabelSelectorRequirement"
        #expect(isShared || words.count == field.words.count, "\(visit.name).\(line.name)")
      }
    }
  }
}

/// A list, of whatever values.
private protocol ValueList {
  static var elementType: any ValueConvertible.Type { get }
}

extension NullableList: ValueList {
  fileprivate static var elementType: any ValueConvertible.Type { Element.self }
}

extension Array: ValueList where Element: ValueConvertible {
  fileprivate static var elementType: any ValueConvertible.Type { Element.self }
}

extension APIType {
  fileprivate static var lines: [(name: String, holds: any ValueConvertible.Type)] {
    fields.fields.map { ($0.name, $0.valueType) }
  }
}

extension APIWord {
  fileprivate static var words: [String] { allCases.map(\.rawValue) }
}
