import Engine
import Lessons
import Shell

extension Fuzzer {
  /// A text as the file that remembers what was learnt.
  func checkJournal(_ text: String) throws(BrokenPromise) {
    let lines = text.split(separator: "\n").map(String.init)
    for line in lines {
      guard let entry = JournalEntry(line: line) else { continue }
      try require(JournalEntry(line: entry.line) == entry, "a line is read as it is written")
    }
    let progress = Lessons.Progress(journal: lines)
    _ = (progress.latestOpenRun, progress.latestOpenInterview, progress.lastMock)
    let merge = JournalMerge(lines, into: [])
    try require(
      JournalMerge(merge.added, into: merge.added).added.isEmpty, "nothing comes in twice")
    standIn.journal = lines
    standIn.lessons = Self.pack
    defer {
      standIn.journal = []
      standIn.lessons = []
    }
    standIn.files["theirs"] = text
    let opening = Opening(.standard(), host: standIn.host)
    _ = (opening.greeting(mayBeLong: true), opening.reminder)
    var session = furnished
    session.run("progress; progress --json; lessons; progress import theirs")
    if progress.latestOpenRun != nil { session.run("lesson given; check; undo; lesson leave") }
    if progress.latestOpenInterview != nil { session.run("interview resume; interview leave") }
    if !progress.answers.isEmpty { session.run("interview review; interview leave") }
    session.run("interview report; incident; progress export mine")
  }

  private static let pack = [
    LibraryFile(path: "pack/given.md", text: lesson),
    LibraryFile(path: "pack/interview/what.md", text: question),
  ]

  private static let lesson = """
    ---
    id: given
    title: A pod
    level: junior
    minutes: 3
    needs: []
    cluster: default
    ---
    About pods.

    ## Make one
    Create a pod called `one`.

    ### Check
    - pod/one .status.phase == Running

    ### Hints
    1. There is a verb.
    2. It is run.
    3. It takes an image.

    ### Solution
    ```console
    $ kubectl run one --image=nginx:1.27
    $ advance 10s
    ```

    ### Why
    Somebody made it.

    > Interview question: *What is a pod?* Some containers.
    """

  private static let question = """
    ---
    id: what
    title: What a pod is
    level: junior
    topic: pods
    par: 2
    lesson: given
    kind: [say]
    cluster: default
    ---
    ## What a pod is

    ### Frame
    Whether you know the word.

    ### Say
    What is a pod?

    ### Rubric
    - claim: It is what the name says.
    - evidence: kubectl get shows it.

    ### Model answer
    The pods of a cluster are what its name is about.

    ### Wrong answers
    "Everything": no.
    """
}
