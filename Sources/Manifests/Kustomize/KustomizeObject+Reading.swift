import Objects

extension KustomizeObject {
  /// The objects of a text, those of lists one by one. `file` is named where it is no YAML.
  static func read(
    _ text: String, file: String?
  ) throws(KustomizeProblem) -> [KustomizeObject] {
    let documents: [ManifestDocument]
    do throws(ManifestError) {
      documents = try YAML.documents(in: text, dialect: .plain)
    } catch {
      throw .object(.malformed(error.kustomizeMessage, file: file))
    }
    var objects: [KustomizeObject] = []
    for document in documents.map(\.value) where document.object?.isEmpty != true {
      guard document.object != nil else { throw .object(.noMetadata) }
      let kind = document["kind"]?.string ?? ""
      if kind.hasSuffix("List") {
        for item in document["items"]?.array ?? [] { objects.append(try checked(item)) }
      } else {
        objects.append(try checked(document))
      }
    }
    return objects
  }

  private static func checked(_ document: APIValue) throws(KustomizeProblem) -> KustomizeObject {
    let identity = KustomizeIdentity(document)
    let version = document["apiVersion"]?.string ?? ""
    for (field, value) in [("metadata.name", identity.name), ("kind", identity.kind)]
    where value.isEmpty {
      throw .object(
        .lacks(
          field, apiVersion: version, kind: identity.kind, name: identity.name,
          namespace: identity.namespace))
    }
    return KustomizeObject(document)
  }
}

extension ManifestError {
  /// As the YAML library of kustomize words it: without the first line's number.
  var kustomizeMessage: String {
    guard let line, line > 1 else { return problem }
    let isParser = problem.hasPrefix("did not find expected")
    return "line \(isParser ? line - 1 : line): \(problem)"
  }
}
