/// Something help can tell about that is no command.
struct HelpTopic {
  var name: String
  var otherNames: [String] = []
  var summary: String
  var text: String

  /// In the order in which a learner wants them.
  static let all = [
    time, shell, keys, lessons, interviews, pictures, recall, scripts, files,
    contexts, json, chance,
  ]

  static func named(_ word: String) -> HelpTopic? {
    all.first { $0.name == word || $0.otherNames.contains(word) }
  }

  private static let time = HelpTopic(
    name: "time", otherNames: ["clocks"], summary: "what moves the cluster's clock",
    text: """
      Virtual time moves when you do. A command of kubectl's costs one second; advance moves on by
      as much as you like; wait, rollout status, get -w, logs -f and delete run the clock as far
      as they need, and Ctrl-C stops them. In a script only advance and those verbs move time.

      undo takes the last command back, with everything that came of it; redo does it again;
      rewind 5m or rewind 12:01:05 goes to a moment; timeline shows where you are.

      clock live lets time follow the clock on the wall, clock live x10 ten times as fast: the
      prompt then shows ×10. clock stepped stops it again.
      """)

  private static let shell = HelpTopic(
    name: "shell",
    otherNames: [
      "language", "syntax", "if", "for", "while", "until", "then", "do", "pipes", "quotes",
      "variables",
    ],
    summary: "pipes, variables, loops: what a line may be",
    text: """
      A line is a command, or several with ; && || and | between them. ! turns success around.

        quotes        'as it is', "with $NAME and $(COMMAND) filled in", \\ before one character
        variables     NAME=VALUE, $NAME, ${NAME:-instead}, $? for how the last command ended
        files         > >> 2> 2>&1 < and here-documents: apply -f - <<EOF … EOF
        substitution  $(COMMAND) becomes what it prints; <(COMMAND) a file of that
        loops         for X in A B; do …; done   while COMMAND; do …; done
        conditions    if COMMAND; then …; else …; fi   test A = B   [ -n "$X" ]
        comments      from # to the end of the line

      Text tools such as grep and awk work on what is piped into them. At the prompt other
      programs of your machine do too: get pods | column -t. There are no functions, no arithmetic
      and no jobs in the background.
      """)

  private static let keys = HelpTopic(
    name: "keys", otherNames: ["editing", "editor", "completion", "vi", "emacs"],
    summary: "what keys do at the prompt",
    text: """
        Tab           completes verbs, flags, kinds, names, files; again goes through them
        ?             where a word could begin: what may follow
        Up Down       earlier lines; Ctrl-R searches them
        Right         takes the grey suggestion
        Ctrl-A Ctrl-E to the beginning, to the end; Alt-B Alt-F a word back, on
        Ctrl-W Ctrl-U delete the word before the cursor, the line
        Ctrl-C        leaves the line, or stops the command that runs
        Ctrl-D        on an empty line leaves podlab
        Ctrl-Z        suspends podlab; fg brings it back

      The keys are those of ~/.editrc: bind -v in it gives vi's. In a text that goes on below the
      screen, space turns the page and q leaves it.
      """)
}
