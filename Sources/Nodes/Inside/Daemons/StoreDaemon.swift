import Engine

/// A database or a queue: it starts in steps, keeps a mark of itself on disk, and listens. What it
/// stores is left out; those who ask for its health or its version are answered.
struct StoreDaemon: Daemon {
  /// What it says, so long after its start. In the text `%t` stands for the time, as it writes it.
  struct Saying {
    var after: SimSpan
    var text: String

    init(_ milliseconds: Int64, _ text: String) {
      after = .milliseconds(milliseconds)
      self.text = text
    }
  }

  /// How it writes the time.
  enum Stamp {
    /// `2026-01-01 12:00:40.000 UTC`
    case postgres
    /// `2026-01-01 12:00:40+00:00`
    case entrypoint
    /// `2026-01-01T12:00:40.000+00:00`
    case mongo
    /// `2026-01-01 12:00:40.000000+00:00`
    case rabbit
  }

  let name: String
  let ports: [Int]
  var sayings: [Saying]
  /// What it says when it listens, and when it is told to end.
  var ready = ""
  var goodbye = ""
  var stamp = Stamp.entrypoint
  /// A file that it writes when its data are made, with what is in it.
  var mark: (path: String, text: String)?
  var dialect: StoreDialect?
  var endsAfter = SimSpan.milliseconds(100)
  private var startedAt: SimTime?
  private var said = 0

  init(name: String, ports: [Int], sayings: [Saying] = []) {
    self.name = name
    self.ports = ports
    self.sayings = sayings
  }

  mutating func step(in context: inout DaemonContext) -> DaemonStep {
    let begin = startedAt ?? context.now
    startedAt = begin
    while said < sayings.count {
      let next = sayings[said]
      guard context.now >= begin + next.after else { return .starts(until: begin + next.after) }
      say(next.text, &context)
      said += 1
    }
    if let mark { try? context.sandbox.make(mark.path, mark.text, in: context.container) }
    return .serves(until: nil)
  }

  mutating func listens(in context: inout DaemonContext) { say(ready, &context) }

  mutating func receive(
    _ signal: ProcessSignal, in context: inout DaemonContext
  ) -> SignalReaction {
    if signal == .hangUp { return .goesOn }
    say(goodbye, &context)
    return .ends(status: 0, after: endsAfter)
  }

  private func say(_ text: String, _ context: inout DaemonContext) {
    guard !text.isEmpty else { return }
    context.print(text.replacing("%t", with: time(context.now)) + "\n", .err)
  }

  private func time(_ now: SimTime) -> String {
    let day = now.rfc3339.prefix(10)
    let micros = now.rfc3339Micro.split(separator: ".").last?.prefix(6) ?? "000000"
    switch stamp {
    case .postgres: return "\(day) \(now.clockText).\(micros.prefix(3)) UTC"
    case .entrypoint: return "\(day) \(now.clockText)+00:00"
    case .mongo: return "\(day)T\(now.clockText).\(micros.prefix(3))+00:00"
    case .rabbit: return "\(day) \(now.clockText).\(micros)+00:00"
    }
  }

  mutating func reply(to text: String, in context: inout DaemonContext) -> NetworkAnswer {
    guard let dialect, let question = StoreQuestion(text) else { return .closed }
    return .text(dialect.answer(question, isLocal: context.source == "127.0.0.1", context.now))
  }

  func cpuMicroseconds(for request: NetworkRequest) -> Int64 { request == .open ? 100 : 800 }
}

/// What a client asks of a database: who asks, and what. It goes over the wire in a form of
/// podlab's own.
struct StoreQuestion: Hashable {
  var user: String
  var password: String
  var database: String
  var query: String

  init(user: String, password: String, database: String, query: String) {
    self.user = user
    self.password = password
    self.database = database
    self.query = query
  }

  init?(_ text: String) {
    let parts = text.split(separator: "\u{1}", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 5, parts[0] == "podlab" else { return nil }
    self.init(user: parts[1], password: parts[2], database: parts[3], query: parts[4])
  }

  var wireText: String {
    ["podlab", user, password, database, query].joined(separator: "\u{1}")
  }
}

/// Who may come into a database, and what it says to the few questions it answers.
struct StoreDialect: Sendable {
  enum Family: Sendable {
    case postgres
    case mysql
  }

  var family: Family
  var version: String
  /// Users and their passwords.
  var users: [String: String]
  var databases: [String]

  /// An answer has a first line `ok` or `error`, and the rest behind it: the name of the column and
  /// the values, or the complaint.
  func answer(_ question: StoreQuestion, isLocal: Bool, _ now: SimTime) -> String {
    if let refusal = refusal(question, isLocal: isLocal) { return "error\n" + refusal }
    var query = question.query.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    while query.hasSuffix(";") { query.removeLast() }
    let lower = query.lowercased()
    if family == .mysql, lower == "show databases" {
      let system = ["information_schema", "mysql", "performance_schema", "sys"]
      return (["ok", "Database"] + (system + databases).sorted()).joined(separator: "\n")
    }
    guard lower.hasPrefix("select ") else { return unknown }
    let term = query.dropFirst(7).trimmingBlanks
    let plain = term.lowercased()
    let isPostgres = family == .postgres
    let anonymous = isPostgres ? "?column?" : term
    if Int(term) != nil { return "ok\n\(anonymous)\n\(term)" }
    if term.hasPrefix("'"), term.hasSuffix("'"), term.count > 1 {
      let text = String(term.dropFirst().dropLast())
      return "ok\n\(isPostgres ? "?column?" : text)\n\(text)"
    }
    switch plain {
    case "version()", "@@version":
      return "ok\n\(isPostgres ? "version" : term)\n\(isPostgres ? longVersion : version)"
    case "now()":
      let text = "\(now.rfc3339.prefix(10)) \(now.clockText)"
      return "ok\n\(isPostgres ? "now" : term)\n\(text)\(isPostgres ? "+00" : "")"
    case "current_database()", "database()":
      return "ok\n\(isPostgres ? "current_database" : term)\n\(question.database)"
    case "current_user", "user()": return "ok\n\(plain)\n\(question.user)"
    default: return unknown
    }
  }

  private var unknown: String {
    "error\npodlab: the tables of this server are left out; it answers SELECT of a number, a text, "
      + "version(), now() and its database"
  }

  private var longVersion: String {
    "PostgreSQL \(version) on x86_64-pc-linux-gnu, compiled by gcc (Debian 12.2.0-14) 12.2.0, "
      + "64-bit"
  }

  private func refusal(_ question: StoreQuestion, isLocal: Bool) -> String? {
    switch family {
    case .postgres:
      if !isLocal, users[question.user] != question.password {
        return "FATAL:  password authentication failed for user \"\(question.user)\""
      }
      guard users[question.user] != nil else {
        return "FATAL:  role \"\(question.user)\" does not exist"
      }
      guard databases.contains(question.database) else {
        return "FATAL:  database \"\(question.database)\" does not exist"
      }
      return nil
    case .mysql:
      guard users[question.user] == question.password else {
        let given = question.password.isEmpty ? "NO" : "YES"
        return "ERROR 1045 (28000): Access denied for user '\(question.user)'@'"
          + "\(isLocal ? "localhost" : "%")' (using password: \(given))"
      }
      guard question.database.isEmpty || databases.contains(question.database) else {
        return "ERROR 1049 (42000): Unknown database '\(question.database)'"
      }
      return nil
    }
  }
}

extension StringProtocol {
  /// Without blanks at its ends.
  var trimmingBlanks: String {
    var text = drop { $0 == " " }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}

extension PodSandbox {
  /// Writes a file with the folders above it.
  mutating func make(
    _ path: String, _ text: String, in container: String
  ) throws(FileProblem) {
    try change(path, in: container) { tree, inner in tree.write(text, to: inner) }
  }
}
