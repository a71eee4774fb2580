/// A way on which input from outside gets into podlab.
public enum Surface: String, CaseIterable, Sendable {
  /// Lines that are typed at the prompt, or stand in a script.
  case commands
  /// YAML and JSON for `apply`.
  case manifests
  /// Files of lessons, questions and scenarios, and of nodes.
  case lessons
  /// Saved and recorded sessions.
  case sessions
  /// What `-o` takes: JSONPath, Go templates, columns.
  case paths
  /// Label and field selectors.
  case selectors
  /// What `sh -c` in a container takes.
  case inside
  /// The file in the state folder that holds what was learnt.
  case journal
}
