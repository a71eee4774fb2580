import Descriptions
import Foundation
import Testing

/// Every type and every field is told about, each in words of its own.
@Suite struct SentencesTests {
  /// The types of the API and the names of their fields, as the published description has them.
  private static func published() throws -> [(type: String, fields: [String])] {
    let file = try #require(Bundle.module.url(forResource: "fields", withExtension: "txt"))
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.split(separator: "\n").map { line in
      let words = line.split(separator: " ").map(String.init)
      return (words[0], Array(words.dropFirst()))
    }
  }

  @Test func everyPublishedFieldIsDescribed() throws {
    let published = try Self.published()
    #expect(published.count > 300)
    for (name, fields) in published {
      let type = try #require(Schema.current.type(name), "\(name) is missing")
      #expect(type.fields.map(\.name) == fields, "\(name)")
    }
  }

  @Test func everyTypeAndFieldHasASentence() {
    for type in Schema.current.allTypes {
      Self.check(Sentences.current.about(type.name), type.name)
      for field in type.fields {
        Self.check(Sentences.current.about(field.name, of: type.name), "\(type.name).\(field.name)")
      }
    }
  }

  /// At least four words, from a capital to a full stop.
  private static func check(_ sentence: String?, _ place: String) {
    guard let sentence else {
      Issue.record("\(place) has no sentence")
      return
    }
    #expect(sentence.split(separator: " ").count >= 4, "\(place): \(sentence)")
    #expect(sentence.hasSuffix(".") || sentence.hasSuffix(")"), "\(place): \(sentence)")
  }

  @Test func noSentenceServesManyFields() {
    var places: [String: [String]] = [:]
    for type in Schema.current.allTypes {
      for field in type.fields {
        let sentence = Sentences.current.about(field.name, of: type.name) ?? ""
        places[sentence, default: []].append("\(type.name).\(field.name)")
      }
    }
    let common = places.filter { $0.value.count > 5 }
    #expect(common.isEmpty, "\(common)")
  }

  @Test func everyFormIsKnown() {
    let plain = ["string", "boolean", "object", "integer", "number"]
    for type in Schema.current.allTypes {
      for field in type.fields {
        let name = field.form.element
        let isKnown = plain.contains { name.hasPrefix($0) } || Schema.current.type(name) != nil
        #expect(isKnown, "\(type.name).\(field.name) holds \(name)")
      }
    }
  }

  /// A default is one of the words of its field, and a merge key is a field of the items.
  @Test func factsAgree() {
    for type in Schema.current.allTypes {
      for field in type.fields {
        let place = "\(type.name).\(field.name)"
        if let text = field.defaultText, !field.words.isEmpty {
          #expect(field.words.contains(text), "\(place) is \(text) by default")
        }
        let items = Schema.current.type(field.form.element)
        if let key = field.patchMergeKey, !key.isEmpty { #expect(items?[key] != nil, "\(place)") }
        if case .map(let keys) = Schema.current.structure(of: field) {
          for key in keys { #expect(items?[key] != nil, "\(place): \(key)") }
        }
      }
    }
  }
}
