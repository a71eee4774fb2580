import Shell

/// Gives podlab any input there is, and looks whether it keeps what it promises: not to crash, not
/// to hang, not to grow without bound, and to leave things as they were where it refuses.
///
/// Nothing here touches files or processes, and every input begins in the same world: the same
/// bytes do the same thing again. A crash is a crash of the program that asks.
public final class Fuzzer {
  /// Longer inputs are cut: what breaks podlab mostly is short, and size is tried elsewhere.
  public static let longestInput = 8_192

  let standIn = StandInHost()
  /// A session in a small cluster with something in it, made when first needed.
  lazy var furnished: Session = makeFurnished()

  public init() {}

  /// Tries one input; throws when something does not hold that must.
  public func check(_ surface: Surface, _ input: [UInt8]) throws(BrokenPromise) {
    let text = String(decoding: input.prefix(Self.longestInput), as: UTF8.self)
    standIn.begin()
    switch surface {
    case .commands: try checkCommands(text)
    case .manifests: try checkManifest(text)
    case .lessons: try checkLesson(text)
    case .sessions: try checkSession(text)
    case .paths: try checkPath(text)
    case .selectors: try checkSelector(text)
    case .inside: try checkInside(text)
    case .journal: try checkJournal(text)
    }
  }

  /// A quoted word of the shell.
  static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }

  private func makeFurnished() -> Session {
    standIn.begin()
    var session = Session(.standard(), manner: .interactive, host: standIn.host)
    session.run(
      """
      kubectl create deployment web --image=nginx:1.27 --replicas=2 --port=80
      kubectl expose deployment web
      kubectl run box --image=busybox:1.36 --labels=app=box,tier=tools -- sleep 365d
      kubectl run deb --image=nginx:1.27
      kubectl create configmap settings --from-literal=colour=blue
      kubectl create secret generic key --from-literal=word=open
      advance 30s
      """)
    return session
  }
}
