import Manifests

/// What comes of adding another journal to one's own.
public struct JournalMerge: Sendable {
  /// Why a line is passed over.
  public enum Reason: Sendable, Equatable {
    /// It is no whole line of JSON.
    case torn
    /// It is something else than a line of a journal, or of a later version.
    case foreign
  }

  /// The lines to append, in their order.
  public private(set) var added: [String] = []
  /// How many lines were there already.
  public private(set) var known = 0
  /// Lines of the other journal, counted from 1.
  public private(set) var passedOver: [(line: Int, reason: Reason)] = []

  public init(_ other: [String], into own: [String]) {
    var seen = Set(own.compactMap { JournalEntry(line: $0)?.line })
    for (number, text) in other.enumerated() where !text.allSatisfy(\.isWhitespace) {
      guard let entry = JournalEntry(line: text) else {
        passedOver.append((number + 1, Self.reason(text)))
        continue
      }
      // Written anew, so that spaces do not make two lines of one.
      if seen.insert(entry.line).inserted { added.append(entry.line) } else { known += 1 }
    }
  }

  private static func reason(_ text: String) -> Reason {
    text.hasPrefix("{") && (try? JSON.decode(text)) == nil ? .torn : .foreign
  }
}
