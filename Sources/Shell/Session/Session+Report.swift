extension Session {
  /// What a lab verb says when it has done something: to a person only. In scripts and
  /// recordings a verb that succeeds is silent.
  mutating func report(_ line: String) {
    if manner == .interactive { say(line) }
  }
}
