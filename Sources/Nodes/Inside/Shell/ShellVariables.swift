/// A shell's variables.
struct ShellVariables: Sendable {
  struct Variable: Hashable, Sendable {
    var value: String?
    var isExported = false
    var isReadOnly = false
  }

  private var byName: [String: Variable] = [:]
  /// Names that are handed on, in the order in which that was said.
  private var exported: [String] = []

  init(_ environment: ProcessEnvironment, folder: String) {
    for entry in environment.entries {
      byName[entry.name] = Variable(value: entry.value, isExported: true)
      exported.append(entry.name)
    }
    if byName["PWD"] == nil { byName["PWD"] = Variable(value: folder) }
    byName["IFS"] = Variable(value: " \t\n")
    byName["OPTIND"] = Variable(value: "1")
    byName["PS2"] = Variable(value: "> ")
    byName["PS4"] = Variable(value: "+ ")
  }

  subscript(name: String) -> String? { byName[name]?.value }

  func variable(_ name: String) -> Variable? { byName[name] }

  func isReadOnly(_ name: String) -> Bool { byName[name]?.isReadOnly ?? false }

  mutating func set(_ name: String, _ value: String?) {
    byName[name, default: Variable()].value = value
  }

  mutating func export(_ name: String) {
    guard byName[name]?.isExported != true else { return }
    byName[name, default: Variable()].isExported = true
    exported.append(name)
  }

  mutating func stopExport(_ name: String) {
    byName[name]?.isExported = false
    exported.removeAll { $0 == name }
  }

  mutating func fix(_ name: String) { byName[name, default: Variable()].isReadOnly = true }

  mutating func restore(_ name: String, _ variable: Variable?) {
    byName[name] = variable
    exported.removeAll { $0 == name }
    if variable?.isExported ?? false { exported.append(name) }
  }

  /// What programs get to see.
  var environment: ProcessEnvironment {
    ProcessEnvironment(
      exported.compactMap { name in byName[name]?.value.map { (name: name, value: $0) } })
  }

  /// All that have a value, by name.
  var all: [(name: String, variable: Variable)] {
    byName.sorted { $0.key < $1.key }.map { (name: $0.key, variable: $0.value) }
  }
}
