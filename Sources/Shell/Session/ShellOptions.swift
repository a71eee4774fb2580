/// What `set` switches.
struct ShellOptions: Hashable, Sendable {
  /// `-e`: a failure that nobody asks about ends the script.
  var leavesOnFailure = false
  /// `-u`: a variable that was never set is an error.
  var refusesUnset = false
  /// `-x`: commands are shown before they run.
  var showsCommands = false
  /// `-o pipefail`: a pipe fails when any of its commands does.
  var pipesFailEarly = false

  /// The letters and long names; `pipefail` has no letter.
  static var all: [(letter: Character?, name: String, WritableKeyPath<ShellOptions, Bool>)] {
    [
      ("e", "errexit", \.leavesOnFailure),
      ("u", "nounset", \.refusesUnset),
      (nil, "pipefail", \.pipesFailEarly),
      ("x", "xtrace", \.showsCommands),
    ]
  }
}

/// What a script is given and has chosen.
struct ScriptFrame {
  /// `$0`
  var name = "podlab"
  /// `$1` and those after it.
  var arguments: [String] = []
  var options = ShellOptions()
  /// What runs when the script ends, whichever way.
  var exitTrap: String?
}
