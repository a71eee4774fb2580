/// What no declaration says.
enum ManualText {
  struct Section {
    var title: String
    var entries: [(name: String, text: String)]
  }

  static let description = [
    """
    podlab is a small Kubernetes cluster in one process, and a shell on it. The shell speaks \
    kubectl, with or without kubectl in front, and has verbs of its own: time is moved by \
    advance, machines break by fail, why tells causes and whatif looks ahead, undo takes back. \
    Lessons check what you did; interviews ask what you know.
    """,
    """
    Nothing outside the process is touched but the files that you name and the folder for your \
    progress: there is no network, no container and no cluster behind it. The same seed and the \
    same commands give the same cluster.
    """,
    """
    Without words podlab asks for lines at the terminal. With a file, -c or a pipe it is a script: \
    there time moves only where a command says so.
    """,
  ]

  static let sections = [
    Section(
      title: "FILES",
      entries: [
        (
          "~/.local/state/podlab",
          "Your progress (progress.jsonl), your history of commands, and your settings."
        ),
        ("~/.editrc", "Keys of the line editor; bind -v there gives those of vi."),
      ]),
    Section(
      title: "ENVIRONMENT",
      entries: [
        ("PODLAB_STATE", "The folder for progress and history."),
        ("XDG_STATE_HOME", "Where that folder, podlab, lies if PODLAB_STATE is not set."),
        ("PODLAB_LESSONS", "The folder of lessons, in place of the one beside the program."),
        ("NO_COLOR", "Set to anything: no colours."),
        ("KUBE_EDITOR, EDITOR", "What kubectl edit opens; vi where neither is set."),
        ("TERM", "The kind of terminal. With dumb there is no line editor."),
        ("LC_ALL, LC_CTYPE, LANG", "Pictures are drawn in plain letters where these ask for it."),
      ]),
    Section(
      title: "EXIT STATUS",
      entries: [
        ("0", "The last command did what it was asked."),
        ("1", "It failed, or an expect of the script did not hold."),
        ("2", "A command was written wrongly."),
        ("64", "The program's own options were."),
        ("124", "timeout has ended a command."),
        ("126, 127", "A script cannot be read; there is no such script or command."),
        ("130", "Ctrl-C has ended it."),
      ]),
  ]

  static let examples: [(text: String, lines: [String])] = [
    ("The shell, and the shell in a lesson:", ["podlab", "podlab lesson next"]),
    (
      "A script on the command line:",
      ["podlab -c 'create deployment web --image=nginx; advance 5s; get pods'"]
    ),
    (
      "A file that runs by itself:",
      ["#!/usr/bin/env podlab", "kubectl create deployment web --image=nginx"]
    ),
    (
      "Machines of your own, and a cluster taken elsewhere:",
      [
        "podlab --nodes nodes.yaml", "podlab -c 'source setup.sh; export' > cluster.yaml",
        "kubectl apply -f cluster.yaml",
      ]
    ),
    (
      "The manual page and completions, installed:",
      [
        "podlab manual > ~/.local/share/man/man1/podlab.1",
        "podlab --generate-completion-script bash > ~/.podlab.bash # source it in ~/.bashrc",
        "podlab --generate-completion-script zsh > ~/.zsh/completions/_podlab",
        "podlab --generate-completion-script fish > ~/.config/fish/completions/podlab.fish",
      ]
    ),
  ]
}
