import Engine
import Objects
import Store

extension Secret: Printed {
  static func header(wide: Bool) -> [String] { ["NAME", "TYPE", "DATA", "AGE"] }

  func row(wide: Bool, at now: SimTime) -> [String] {
    [metadata.name, type ?? "", "\(data.count)", age(at: now)]
  }
}

extension Secret: Described {
  static var endsWithEvents: Bool { false }

  /// Sizes only: whoever wants to see a value asks for it.
  func describe(in context: Context) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.field("Namespace", metadata.namespace)
    text.labels("Labels", metadata.labels)
    text.annotations(metadata.annotations)
    text.line(0, "")
    text.field("Type", type ?? "")
    text.lines("", "Data", "====")
    for (key, value) in data {
      let plain = Base64.text(value) ?? ""
      let isToken = key == "token" && type == "kubernetes.io/service-account-token"
      text.field(key, isToken ? plain : "\(plain.utf8.count) bytes")
    }
    return text
  }
}
