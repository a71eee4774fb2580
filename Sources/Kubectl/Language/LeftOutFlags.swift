/// Flags that podlab knows and does nothing for. A line with one of them is refused: to go on
/// without would pretend.
enum LeftOutFlags {
  private static let table = [
    (verb: "create", flag: "edit", instead: "kubectl edit changes it once it is there"),
    (verb: "create", flag: "raw", instead: "-f takes manifests"),
    (
      verb: "delete", flag: "interactive",
      instead: "kubectl get shows what a selector finds, and undo takes a deletion back"
    ),
    (verb: "delete", flag: "raw", instead: "TYPE and NAME say what to delete"),
    (verb: "edit", flag: "output-patch", instead: "kubectl diff -f shows what would change"),
  ]

  static func refuse(_ invocation: Invocation, of verb: String) throws(UsageError) {
    for entry in table where entry.verb == verb {
      guard let value = invocation[entry.flag], value != "false" else { continue }
      throw .error("podlab leaves out --\(entry.flag) of kubectl \(verb): \(entry.instead)")
    }
  }
}
