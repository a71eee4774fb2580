import Objects

/// The ten letters behind the name of a generated ConfigMap or Secret: they change with its
/// content, so that pods that use it are rolled out again.
public enum ContentHash {
  /// As kustomize makes it: the name has no part in it, so that whatever is put before or behind
  /// the name, the hash stays.
  public static func suffix(of document: APIValue) -> String {
    letters(of: content(of: document, name: "", nothing: ""))
  }

  /// As `kubectl create --append-hash` makes it: of the name too, and of `immutable`.
  public static func suffix(ofNamed document: APIValue) -> String {
    let name = document["metadata"]?["name"] ?? ""
    var content = content(of: document, name: name, nothing: .null)
    if let immutable = document["immutable"] { content["immutable"] = immutable }
    return letters(of: content)
  }

  private static func letters(of content: APIValue) -> String {
    let digest = SecureHash.two(Array(JSON.encode(content, pretty: false).utf8))
    // Vowels and what looks like them could make words.
    let letters: [Character: Character] = ["0": "g", "1": "h", "3": "k", "a": "m", "e": "t"]
    return String(digest.prefix(10).map { letters[$0] ?? $0 })
  }

  private static func content(
    of document: APIValue, name: APIValue, nothing: APIValue
  ) -> APIValue {
    func field(_ name: String) -> APIValue { document[name] ?? nothing }
    switch document["kind"]?.string {
    case "ConfigMap":
      var content: APIValue = ["kind": "ConfigMap", "name": name, "data": field("data")]
      if document["binaryData"]?.object?.isEmpty == false {
        content["binaryData"] = field("binaryData")
      }
      return content
    case "Secret":
      var content: APIValue = [
        "kind": "Secret", "name": name, "type": document["type"] ?? "", "data": field("data"),
      ]
      if document["stringData"]?.object?.isEmpty == false {
        content["stringData"] = field("stringData")
      }
      return content
    default: return document
    }
  }
}
