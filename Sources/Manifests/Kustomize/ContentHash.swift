import Objects

/// The ten letters behind the name of a generated ConfigMap or Secret: they change with its
/// content, so that pods that use it are rolled out again.
public enum ContentHash {
  public static func suffix(of document: APIValue) -> String {
    let digest = SecureHash.two(Array(JSON.encode(content(of: document), pretty: false).utf8))
    // Vowels and what looks like them could make words.
    let letters: [Character: Character] = ["0": "g", "1": "h", "3": "k", "a": "m", "e": "t"]
    return String(digest.prefix(10).map { letters[$0] ?? $0 })
  }

  private static func content(of document: APIValue) -> APIValue {
    // The name has no part in it: whatever is put before or behind it, the hash stays.
    func field(_ name: String) -> APIValue { document[name] ?? "" }
    switch document["kind"]?.string {
    case "ConfigMap":
      var content: APIValue = ["kind": "ConfigMap", "name": "", "data": field("data")]
      if document["binaryData"]?.object?.isEmpty == false {
        content["binaryData"] = field("binaryData")
      }
      return content
    case "Secret":
      var content: APIValue = [
        "kind": "Secret", "name": "", "type": document["type"] ?? "", "data": field("data"),
      ]
      if document["stringData"]?.object?.isEmpty == false {
        content["stringData"] = field("stringData")
      }
      return content
    default: return document
    }
  }
}
