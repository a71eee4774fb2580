import Descriptions
import Objects

extension Kind {
  /// A document of this kind without the fields that the API server fills in by itself with the
  /// same values: what somebody would have to write.
  public func withoutDefaults(_ document: APIValue) -> APIValue {
    let pruned = document.withoutDefaults(of: rawValue, depth: 0)
    // Some defaults depend on other fields: what would come back differently stays.
    let mended = document.restoring(to: pruned, whereDiffersIn: filledIn(pruned))
    return filledIn(mended) == filledIn(document) ? mended : document
  }

  /// The document as the API server would complete it.
  private func filledIn(_ document: APIValue) -> APIValue { filledIn(document, as: facts.type) }

  private func filledIn<T: APIObject>(_ document: APIValue, as type: T.Type) -> APIValue {
    var problems: [FieldProblem] = []
    let object = type.read(document, problems: &problems)
    guard var defaulted = object as? any Defaulted else { return object.document }
    defaulted.setDefaults()
    return defaulted.document
  }
}

extension APIValue {
  fileprivate func withoutDefaults(of type: String, depth: Int) -> APIValue {
    guard var members = object, let type = Schema.current.type(type), depth < 24,
      type.name != "RoleRef"
    else { return self }
    for field in type.fields {
      guard let value = members[field.name], !field.isRequired else { continue }
      if value == field.defaultValue || Self.isWorkedOut(field, of: type, value) {
        members[field.name] = nil
        continue
      }
      let inner = value.withoutDefaults(of: field.form, depth: depth)
      // Nothing is left of it but what comes by itself.
      let isEmptied = inner == .object(Members()) && value != inner
      members[field.name] = isEmptied ? nil : inner
    }
    for field in type.fields where field.isRequired {
      guard let value = members[field.name] else { continue }
      members[field.name] = value.withoutDefaults(of: field.form, depth: depth)
    }
    return .object(members)
  }

  /// Whether a field may have been filled in from other fields, or is empty in any case.
  private static func isWorkedOut(
    _ field: Schema.Field, of type: Schema.Fields, _ value: APIValue
  ) -> Bool {
    if field.name == "resources" { return value == .object(Members()) }
    let names = ["Container.imagePullPolicy", "JobSpec.completions", "ServicePort.targetPort"]
    return names.contains("\(type.name).\(field.name)")
  }

  private func withoutDefaults(of form: Schema.Form, depth: Int) -> APIValue {
    switch form {
    case .plain(let name): return withoutDefaults(of: name, depth: depth + 1)
    case .list(let inner):
      return array.map { .array($0.map { $0.withoutDefaults(of: inner, depth: depth + 1) }) }
        ?? self
    case .map: return self
    }
  }

  /// `pruned` with those of this value's members that `completed` has not got, or has otherwise.
  fileprivate func restoring(
    to pruned: APIValue, whereDiffersIn completed: APIValue
  ) -> APIValue {
    switch (self, pruned, completed) {
    case (.object(let all), .object(var kept), .object(let back)):
      for (name, value) in all where back[name] != value {
        guard let rest = kept[name], let returned = back[name] else {
          kept[name] = value
          continue
        }
        kept[name] = value.restoring(to: rest, whereDiffersIn: returned)
      }
      return .object(kept)
    case (.array(let all), .array(let kept), .array(let back))
    where all.count == kept.count && all.count == back.count:
      return .array(
        all.indices.map { all[$0].restoring(to: kept[$0], whereDiffersIn: back[$0]) })
    default: return self
    }
  }
}
