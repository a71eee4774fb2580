extension Glossary {
  /// What no real cluster has.
  static let lab = GlossaryGroup(
    title: "This lab",
    terms: [
      GlossaryTerm(
        "advance", see: ["virtual time", "undo"],
        """
        The command that lets time pass: advance 5m moves the cluster on by five minutes at once.
        Alone it goes on until nothing but heartbeats is left to happen, ten minutes at most.
        Without it little time passes: a command of kubectl costs one second.
        """),
      GlossaryTerm(
        "fail", or: ["recover"], see: ["incident", "what-if"],
        """
        The command that breaks something: a node, a kubelet, a disk, a part of the control plane.
        recover mends it; in between, the cluster finds out by itself, as a real one does.
        Let time pass before you look: nobody notices a dead node at once.
        """),
      GlossaryTerm(
        "incident", or: ["outage"], lesson: "incident", see: ["seed", "fail"],
        """
        An outage to practise on: a shop with users runs, and two or three things have gone wrong.
        You have kubectl, logs and exec; it is solved when users are served again and you have named
        the causes.
        Each seed makes another one, and like anybody on call you have no undo.
        """),
      GlossaryTerm(
        "lesson", see: ["notice", "scenario", "undo"],
        """
        Steps to do in a cluster of their own, each of them checked by what the cluster shows.
        lessons lists them, lesson NAME begins one, hint helps, and lesson leave brings your own
        cluster back.
        How you get there does not matter: whatever reaches the goal counts.
        """),
      GlossaryTerm(
        "notice", or: ["notices"], see: ["event", "advance"],
        """
        A line between commands about what has just happened, such as a node lost or a pod evicted.
        notices off silences them, notices on brings them back.
        A real cluster tells nothing unasked: there you look, or have alerts.
        """),
      GlossaryTerm(
        "scenario", see: ["world", "lesson"],
        """
        A ready-made world to experiment in, such as three zones or a cluster nearly full.
        scenario lists them, and scenario NAME puts one in place of yours and says what to try.
        undo takes you back, with your own cluster as it was.
        """),
      GlossaryTerm(
        "seed", see: ["world", "incident"],
        """
        The number from which all chance in a world comes: random names, delays, ties.
        The same seed with the same commands gives the same cluster; podlab --seed 2 gives another.
        A real cluster has none, so do not learn its names and seconds by heart.
        """),
      GlossaryTerm(
        "timeline", or: ["rewind"], see: ["undo", "virtual time"],
        """
        The commands so far that changed something, and those you have undone.
        rewind 5m or rewind 12:01:05 goes back to a moment on it, and redo goes forward.
        Real clusters keep no such thing: there, only what you wrote down can be restored.
        """),
      GlossaryTerm(
        "undo", or: ["redo"], see: ["timeline", "world"],
        """
        The command that takes back the last command which changed something.
        The whole cluster goes back: objects, containers, time, even chance; redo goes forward
        again until you do something new.
        kubectl rollout undo is another thing: it only brings an old template back.
        """),
      GlossaryTerm(
        "virtual time", or: ["clock", "time"], see: ["advance", "timeline"],
        """
        The cluster's own time, which stands still while you read and think.
        Commands that wait, such as kubectl wait and rollout status, run it as far as they need;
        clock live ties it to the clock on the wall.
        Ages and timestamps are of this time, not of yours.
        """),
      GlossaryTerm(
        "what-if", see: ["world", "undo"],
        """
        The command that tries another command in a copy of the cluster and tells what comes of it.
        Time goes on in the copy for up to ten minutes; then the copy is thrown away.
        Say first what you expect: the difference is what you learn.
        """),
      GlossaryTerm(
        "why", see: ["event", "FailedScheduling"],
        """
        The command that tells what led to something: why pod/NAME, why node/NAME.
        It goes back from cause to cause, with what the scheduler thought of every node and what
        would let a waiting pod in.
        Real clusters forget most of it: there you piece it together from events.
        """),
      GlossaryTerm(
        "world", see: ["seed", "scenario", "undo"],
        """
        Everything podlab simulates: machines, objects, containers, the clock and chance.
        It is one value, so it can be kept, copied and taken back.
        reset begins it afresh; save and open keep it for another day.
        """),
    ])
}
