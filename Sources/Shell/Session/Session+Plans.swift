import Kubectl
import Objects
import Simulation
import Store

extension Session {
  /// Does what a verb planned; the command's exit status.
  mutating func perform(_ plan: Plan, input: String?) -> Int32 {
    switch plan {
    case .show(let parts, let status):
      return max(emit(parts), status)
    case .submit(let steps, let gathering): return perform(steps, gathered: gathering)
    case .run(let request): return perform(request, input: input)
    case .wait(let waiting): return perform(waiting)
    case .edit(let editing): return perform(editing, input: input)
    case .configure(let kubeconfig, let parts):
      world.kubeconfig = kubeconfig
      return emit(parts)
    case .save(let text, let path):
      do throws(HostProblem) {
        try host.writeFile(path, text, false)
        return 0
      } catch {
        complain("error: open \(path): \(error.message)")
        return 1
      }
    case .inOrder(let plans):
      for plan in plans {
        let status = perform(plan, input: input)
        if status != 0 { return status }
      }
      return 0
    }
  }

  /// Carries out steps in order; the status of the last that failed. What went wrong is told when
  /// all is done, in one breath: kubectl words several failures otherwise than one.
  mutating func perform(_ steps: [Step], gathered: Gathering = .singly) -> Int32 {
    var status: Int32 = 0
    var warned: Set<String> = []
    var documents = GatheredDocuments(gathered)
    var failures: [Part] = []
    steps: for step in steps {
      switch step {
      case .say(.failed(let failure)): failures.append(.failed(failure))
      case .say(let part): emit([part])
      case .show(let document, let format):
        let shown = emit(documents.parts(for: document, as: format))
        if shown != 0 { status = shown }
      case .write(let write):
        do throws(Failure) {
          let shown = try perform(write, &warned, &documents)
          if shown != 0 { status = shown }
        } catch {
          failures.append(.failed(error))
          if write.stopsWhenRefused { break steps }
        }
      }
    }
    let told = emit(failures)
    if told != 0 { return told }
    return status == 0 ? emit(documents.closing) : status
  }

  /// Does one write; the status of showing it. What the server warns of is said once a command.
  private mutating func perform(
    _ write: Write, _ warned: inout Set<String>, _ documents: inout GatheredDocuments
  ) throws(Failure) -> Int32 {
    do throws(Rejection) {
      try world.state.check(
        write.intent, asking: write.intent.access(updatingBy: updates), by: requester)
      let change =
        write.isDryRun
        ? try world.dryRun(write.intent, by: .user, as: write.writer)
        : try world.submit(write.intent, by: .user, as: write.writer)
      for warning in change?.warnings ?? [] where warned.insert(warning).inserted {
        complain("Warning: \(warning)")
      }
      let answer = change == nil ? write.answerWhenUnchanged ?? write.answer : write.answer
      switch answer {
      case .nothing: break
      case .line(let text): say(text)
      case .object(let format):
        if let object = change?.object ?? stored(write.intent) {
          return emit(documents.parts(for: object, as: format))
        }
      }
      return 0
    } catch {
      if write.ignoresNotFound, case .notFound = error { return 0 }
      throw .rejected(error, doing: write.doing)
    }
  }

  /// The object an intent is about, as it is in the store.
  private func stored(_ intent: Intent) -> (any APIObject)? {
    switch intent {
    case .create(let object), .update(let object), .updateStatus(let object):
      world.state[object.key]
    case .amend(let pod, _): world.state[pod.key]
    case .applyServerSide(let applied): world.state[applied.key]
    case .delete(let key, _), .evict(let key, _), .bind(let key, _): world.state[key]
    case .record: nil
    }
  }

  private mutating func perform(_ editing: any Editing, input: String?) -> Int32 {
    do throws(HostProblem) {
      guard let edited = try host.edit(editing.text) else {
        complain("Edit cancelled, no changes made.")
        return 0
      }
      do throws(Failure) {
        return perform(try editing.plan(edited: edited, in: context()), input: input)
      } catch {
        return emit([.failed(error)])
      }
    } catch {
      complain("error: \(error.message)")
      return 1
    }
  }
}
