import Engine

/// A redirection whose word has been expanded.
struct RedirectionTarget {
  enum Source {
    case file(String, SystemCalls.OpenMode)
    case text(String)
    case copy(of: Int)
    case closed
    case wrong(String)
  }

  var descriptor: Int
  var source: Source
}

extension ShellExpansion {
  mutating func targets(
    of redirections: [Redirection]
  ) throws(ExpansionStop) -> [RedirectionTarget] {
    var targets: [RedirectionTarget] = []
    for redirection in redirections {
      let source: RedirectionTarget.Source
      switch redirection.target {
      case .read(let word): source = .file(try text(of: word), .read)
      case .write(let word): source = .file(try text(of: word), .write)
      case .append(let word): source = .file(try text(of: word), .append)
      case .readAndWrite(let word): source = .file(try text(of: word), .readAndWrite)
      case .text(let word): source = .text(try text(of: word))
      case .copy(let word):
        let text = try text(of: word)
        source = text == "-" ? .closed : Int(text).map { .copy(of: $0) } ?? .wrong(text)
      }
      targets.append(RedirectionTarget(descriptor: redirection.descriptor, source: source))
    }
    return targets
  }
}

/// Where commands read and write.
extension ShellProgram {
  mutating func targets(
    of redirections: [Redirection], for command: ShellCommand, _ results: [String],
    _ system: inout SystemCalls
  ) -> [RedirectionTarget]? {
    expanding(command, results, &system) { expansion throws(ExpansionStop) in
      try expansion.targets(of: redirections)
    }
  }

  /// Applies redirections; false, with the reason told and nothing changed, when one cannot be.
  /// With `saving` a frame undoes them later.
  mutating func redirect(
    _ targets: [RedirectionTarget], saving: Bool, _ system: inout SystemCalls
  ) -> Bool {
    guard !targets.isEmpty else { return true }
    var saved: [ShellFrame.SavedDescriptor] = []
    for target in targets {
      let descriptor = target.descriptor
      if saving, !saved.contains(where: { $0.descriptor == descriptor }) {
        // A copy out of the way keeps the file open meanwhile.
        let number = system.process.descriptors[descriptor]
        let copy = number.map { system.place($0, atLeast: 10) }
        saved.append(.init(descriptor: descriptor, file: copy))
      }
      if let problem = apply(target, &system) {
        undo(.restoreDescriptors(saved), &system)
        complain(problem, &system)
        return false
      }
    }
    if saving { frames.append(.restoreDescriptors(saved)) }
    return true
  }

  /// What is wrong with a redirection; nil when it is done.
  private func apply(
    _ target: RedirectionTarget, _ system: inout SystemCalls
  ) -> ShellComplaint? {
    switch target.source {
    case .closed: system.close(target.descriptor)
    case .text(let text): system.openText(text, at: target.descriptor)
    case .wrong(let text): return .other("\(text): bad file descriptor")
    case .copy(let other):
      guard let number = system.process.descriptors[other] else {
        return .other("\(other): Bad file descriptor")
      }
      system.place(number, at: target.descriptor)
    case .file(let path, let mode):
      do throws(PodSandbox.FileProblem) {
        _ = try system.open(path, mode, at: target.descriptor)
      } catch {
        return mode == .read ? .cannotOpen(path, error) : .cannotCreate(path, error)
      }
    }
    return nil
  }

  /// A frame that stands for something to be undone is done.
  mutating func undo(_ frame: ShellFrame, _ system: inout SystemCalls) {
    switch frame {
    case .restoreDescriptors(let saved):
      for item in saved.reversed() {
        guard let copy = item.file, let number = system.process.descriptors[copy] else {
          system.close(item.descriptor)
          continue
        }
        system.place(number, at: item.descriptor)
        system.close(copy)
      }
    case .returnPoint(let positional, let locals):
      self.positional = positional
      restore(locals)
    case .restoreVariables(let saved): restore(saved)
    case .script, .input, .command, .expanding, .become, .collect, .await, .waitForJobs, .reading,
      .sequence, .and, .or, .negate, .branches, .loop, .forEach, .sourcePoint, .status:
      break
    }
  }

  private mutating func restore(_ saved: [ShellFrame.SavedVariable]) {
    for variable in saved.reversed() { variables.restore(variable.name, variable.value) }
  }
}
