extension HelpTopic {
  static let lessons = HelpTopic(
    name: "learning", otherNames: ["course", "courses", "curriculum"],
    summary: "how lessons go",
    text: """
      lessons lists them; lesson next begins the first that you have not done, lesson NAME any.
      A lesson brings a cluster of its own, and yours waits until lesson leave. Each step sets a
      task; do it in any way you like, and the step ends by itself when what it asks for is so.

        check     what is still missing        hint      a nudge, then another
        answer    reply to a question          solution  how it can be done
        next      go on when a step is done    skip      go on all the same

      undo and rewind work in lessons as everywhere. lesson play lets you try things that do not
      count, lesson resume goes back. What you have done is kept: lesson alone goes on where you
      left, progress shows the whole.
      """)

  static let interviews = HelpTopic(
    name: "practice", otherNames: ["interviews", "incidents", "exam"],
    summary: "interviews and outages to practise with",
    text: """
      interview start asks one question after the other: say answers in words, reveal shows what a
      full answer has, mark says how much of it you had. Some questions come with a broken cluster.
      interview topics lists what there is.

      incident breaks something in a cluster with traffic and does not say what. Find the causes,
      put them right, name them with incident cause; incident review writes it all up. Notices and
      the prompt's mark are off meanwhile: finding out is the task.

      scenario lists worlds that are ready to experiment in, with nothing to be won.
      """)

  static let pictures = HelpTopic(
    name: "pictures", otherNames: ["seeing", "looking"],
    summary: "what shows the cluster, and what explains it",
    text: """
        map           the nodes with the pods on them; map TYPE/NAME a single thing
        why           why something is as it is: why pods wait, crash, or are there
        whatif        what a command would come to, without doing it
        top           who uses how much, as bars
        timeline      what happened, as lanes over time
        load          sends requests to a Service and counts the answers
        watch         looks again and again: watch get pods, watch map
        notices       what is told between commands; notices off ends it

      Pictures take --plain, which tells them in sentences, and --svg FILE. kubectl's own ways do
      as well: get -o wide, describe, get events, logs.
      """)

  static let recall = HelpTopic(
    name: "recall", otherNames: ["!!", "!"],
    summary: "earlier lines again: !!, !7, !get, ^old^new",
    text: """
        !!            the last line            !$   its last word
        !7 !-2        line 7, the last but one !^   its first argument
        !get          the last that began so   !*   all of its arguments
        !?web?        the last that held it    !!:2 its second argument
        ^old^new      the last line with new in place of old

      The line that results is shown before it runs. A ! in single quotes, behind a backslash, or
      before a space or = stands for itself. history lists the lines with their numbers and dates,
      history TEXT those with a text; a line that begins with a space is not kept.
      """)

  static let scripts = HelpTopic(
    name: "scripts", otherNames: ["script", "batch"],
    summary: "files of commands, and what set -e does",
    text: """
      podlab FILE WORDS runs a file of commands, podlab -c 'COMMANDS' some of them, and what is
      piped into podlab runs as well. With #!/usr/bin/env podlab in its first line a file can be
      run by its name, also from inside: ./deploy.sh. source FILE runs one in this session.

        $1 $2 $@ $#   the words behind the file's name; shift drops the first
        set -e        leave at the first failure that nothing asks about
        set -u        refuse variables that were never set
        set -x        show commands before they run
        set -o pipefail   let a pipe fail when any of its commands does
        trap '…' EXIT do something at the end, whichever way it comes

      A script ends with the status of its last command, or that of exit; 1 is a failure, 2 a
      mistake in how something is written, 126 a file that cannot be run, 127 an unknown command,
      130 Ctrl-C. The first expect that does not hold decides in any case.
      """)

  static let files = HelpTopic(
    name: "files", otherNames: ["file", "saving", "state"],
    summary: "what is read and written on your machine",
    text: """
      apply -f, create -f and redirections read and write files of your machine, relative to the
      folder that podlab was started in; cp writes only inside that folder.

      save FILE keeps the session as a text, open FILE goes on with it; export FILE writes the
      cluster as manifests, export --script the session as a shell script. History, progress and
      settings lie in ~/.local/state/podlab, or in $PODLAB_STATE. Nothing else is written unless
      you ask for it, and nothing is sent anywhere.
      """)

  static let contexts = HelpTopic(
    name: "contexts", otherNames: ["clusters", "context", "namespaces", "kubeconfig"],
    summary: "namespaces, and whom kubectl speaks for",
    text: """
      There is one cluster at a time. config set-context --current --namespace=team makes another
      namespace the usual one: the prompt shows it; -n team names one for a single command, -A
      means all.

      The kubeconfig is the session's own, and your real one is never read. config set-credentials
      and set-context make other users, --as tries their rights: auth can-i --as=jane get pods.

      reset begins with a new cluster. scenario NAME opens one that is prepared, and podlab --nodes
      FILE starts with machines that a file describes.
      """)

  static let chance = HelpTopic(
    name: "chance", otherNames: ["seed", "random"],
    summary: "why the same commands give the same names",
    text: """
      Names, delays and who comes first are drawn from one seed: the same commands give the same
      cluster, down to the last letter. podlab --seed 7 begins with another; podlab --ties random
      lets equal scores of the scheduler be decided by chance, as many real clusters seem to.
      """)
}
