import Objects
import Store

/// One of the objects that a command is about, or why it is not there.
enum ObjectVisit: Sendable, CustomStringConvertible {
  case found(ObjectKey, uid: String)
  case failed(Failure)

  /// Whether there is no such object.
  var isAbsent: Bool {
    if case .failed(let failure) = self { failure.isNotFound } else { false }
  }

  var description: String {
    switch self {
    case .found(let key, _): "\(key)"
    case .failed(let failure): failure.message
    }
  }
}

extension ObjectSelection {
  /// The failures as a table or a description of what files name has behind it: what is wrong in
  /// the files has no word in front there.
  func toldBehind(_ failures: [Failure], in context: Context) -> [Failure] {
    guard let files, files.badPaths(in: context).isEmpty else { return failures }
    return failures.map { failure in
      switch failure {
      case .error(let text), .errorInFile(let text, _): .plain(text)
      case .usage, .rejected, .plain: failure
      }
    }
  }

  /// Everything it means, in the order in which kubectl comes by: what is missing among the rest.
  func visits(in context: Context) throws(Failure) -> [ObjectVisit] {
    let found = try find(in: context)
    let present = found.objects.map { ObjectVisit.found($0.key, uid: $0.metadata.uid) }
    guard files == nil, words.isByName else {
      return found.failures.map(ObjectVisit.failed) + present
    }
    var absent = found.failures[...]
    let named = words.names.compactMap { name -> ObjectVisit? in
      let key = ObjectKey(name.kind, namespace: namespace(in: context), name: name.name)
      if let object = found.objects.first(where: { $0.key == key }) {
        return .found(key, uid: object.metadata.uid)
      }
      return absent.popFirst().map(ObjectVisit.failed)
    }
    return named + absent.map(ObjectVisit.failed)
  }
}
