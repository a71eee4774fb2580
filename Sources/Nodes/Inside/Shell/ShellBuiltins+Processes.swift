import Engine

/// Builtins that deal with signals and other processes.
extension ShellProgram {
  mutating func trap(_ words: [String], _ system: inout SystemCalls) {
    status = 0
    guard let action = words.first else {
      listTraps(&system)
      return
    }
    // `trap INT` gives a signal back, as `trap - INT` does.
    let isReset = action == "-" || words.count == 1
    for word in words.count == 1 ? words : Array(words.dropFirst()) {
      guard word != "0", word.uppercased() != "EXIT" else {
        traps["EXIT"] = isReset ? nil : action
        continue
      }
      guard let signal = ProcessSignal(named: word) else {
        complain("\(word): invalid signal specification", &system)
        continue
      }
      traps[signal.name] = isReset ? nil : action
      system.handle(signal, isReset ? nil : action.isEmpty ? .ignored : .caught)
    }
  }

  private mutating func listTraps(_ system: inout SystemCalls) {
    if let command = traps["EXIT"] {
      system.write("trap -- \(ShellText.quoted(command)) EXIT\n", to: 1)
    }
    for signal in ProcessSignal.allCases {
      if let command = traps[signal.name] {
        system.write("trap -- \(ShellText.quoted(command)) \(signal.name)\n", to: 1)
      }
    }
  }

  mutating func beginWait(_ words: [String], _ system: inout SystemCalls) {
    status = 0
    let pids = words.compactMap { process(named: $0) }
    frames.append(
      .waitForJobs(words.isEmpty ? jobs.map(\.pid) : pids, isNamed: !words.isEmpty))
  }

  /// `%1`, `%%`, `123`
  private func process(named word: String) -> Int? {
    guard word.hasPrefix("%") else { return Int(word) }
    let number = word.dropFirst()
    if number.isEmpty || number == "%" || number == "+" { return jobs.last?.pid }
    return jobs.first { "\($0.number)" == number }?.pid
  }

  mutating func listJobs(_ system: inout SystemCalls) {
    status = 0
    for job in jobs {
      let isRunning = system.children.contains(job.pid) && !system.hasEnded(job.pid)
      let state = isRunning ? "Running" : "Done"
      let sign = job.pid == jobs.last?.pid ? "+" : job.pid == jobs.dropLast().last?.pid ? "-" : " "
      let text = isInteractive ? job.text : ""
      system.write("[\(job.number)]\(sign)  \(state.padding(to: 27))\(text)\n", to: 1)
    }
    jobs.removeAll { !system.children.contains($0.pid) }
  }

  mutating func kill(_ words: [String], _ system: inout SystemCalls) {
    var words = words
    var signal: ProcessSignal? = .terminate
    status = 0
    if words.first == "-l" {
      tellSignals(Array(words.dropFirst()), &system)
      return
    }
    if let first = words.first, first.hasPrefix("-"), first != "--" {
      words.removeFirst()
      let name =
        first == "-s" ? (words.isEmpty ? "" : words.removeFirst()) : String(first.dropFirst())
      signal = ProcessSignal(named: name)
      if signal == nil, name != "0" {
        builtin = nil
        complainOfKill("bad signal name '\(name)'", &system)
        return
      }
    }
    if words.first == "--" { words.removeFirst() }
    builtin = nil
    if words.isEmpty {
      complainOfKill("you need to specify whom to kill", &system)
      return
    }
    var failed = false
    for word in words {
      guard let pid = process(named: word) else {
        complainOfKill("invalid number '\(word)'", &system)
        failed = true
        continue
      }
      guard system.kill(pid, signal) else {
        complainOfKill("can't kill pid \(pid): No such process", &system)
        failed = true
        continue
      }
    }
    status = failed ? 1 : 0
  }

  /// Busybox's `kill` is a program of its own inside of its shell, and speaks as one.
  private mutating func complainOfKill(_ text: String, _ system: inout SystemCalls) {
    guard dialect == .ash else {
      complain(text, &system)
      return
    }
    system.write("\(isScript ? "sh" : name): \(text)\n", to: 2)
    status = 1
  }

  /// `umask 077`, `umask u=rwx,g=rx,o=`
  mutating func setMask(_ words: [String], _ system: inout SystemCalls) {
    let isSymbolic = words.first == "-S"
    guard let text = words.drop(while: { $0 == "-S" }).first else {
      let mask = system.process.mask
      let digits = String(mask, radix: 8)
      let rights = FileMode.text(~mask & 0o777)
      let parts = ["u", "g", "o"].enumerated().map { place, who in
        "\(who)=" + rights.dropFirst(place * 3).prefix(3).filter { $0 != "-" }
      }
      let shown = String(repeating: "0", count: max(4 - digits.count, 0)) + digits
      tell(isSymbolic ? parts.joined(separator: ",") + "\n" : shown + "\n", &system)
      return
    }
    let number = text.first?.isNumber == true ? Int(text, radix: 8) : nil
    let allowed = FileMode.changed(~system.process.mask & 0o777, by: text, isFolder: true)
    guard let mask = number ?? (text.first?.isNumber == true ? nil : allowed.map { ~$0 & 0o777 }),
      (0...0o777).contains(mask)
    else {
      complain("illegal mode: \(text)", &system)
      status = 2
      return
    }
    system.process.mask = mask
    system.sandbox.mask = mask
    status = 0
  }

  private mutating func tellSignals(_ words: [String], _ system: inout SystemCalls) {
    guard !words.isEmpty else {
      for signal in ProcessSignal.allCases {
        let number = "\(signal.rawValue)"
        system.write("\(number.count < 2 ? " " : "")\(number)) \(signal.name)\n", to: 1)
      }
      return
    }
    for word in words {
      let number = Int(word).map { $0 > 128 ? "\($0 - 128)" : word } ?? word
      guard let signal = ProcessSignal(named: number) else { continue }
      system.write(Int(word) == nil ? "\(signal.rawValue)\n" : "\(signal.name)\n", to: 1)
    }
  }
}

extension SystemCalls {
  /// Whether a child has ended and not been asked for.
  func hasEnded(_ pid: Int) -> Bool {
    sandbox.containers[container]?.processes.first { $0.pid == pid }.map { !$0.isRunning } ?? true
  }
}
