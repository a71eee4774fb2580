import Kubectl
import Objects
import Store

extension Fixture {
  /// Does what a line plans, as far as writes go, and says what is printed.
  mutating func run(_ line: String, files: [String: String] = [:]) -> Reply {
    do throws(UsageError) {
      let verb = try Kubectl.parse(words(line))
      do throws(Failure) {
        return perform(try verb.plan(in: context(for: verb, files)))
      } catch {
        return Reply([.failed(error)])
      }
    } catch {
      return Reply([.failed(.usage(error))])
    }
  }

  private func context(for verb: any Verb, _ files: [String: String]) -> Context {
    var found: [FileNeed: FileContents] = [:]
    for need in verb.fileNeeds {
      found[need] = files[need.path].map(FileContents.file) ?? .missing
    }
    return Context(state: state, now: now, files: found)
  }

  private mutating func perform(_ plan: Plan) -> Reply {
    switch plan {
    case .show(let parts, let status): return Reply(parts, status: status)
    case .submit(let steps, let gathering): return perform(steps, gathering)
    case .inOrder(let plans):
      var whole = Reply()
      for plan in plans {
        let reply = perform(plan)
        whole.chunks += reply.chunks
        whole.status = reply.status
        if reply.status != 0 { break }
      }
      return whole
    // Nothing moves here, so there is nothing to wait for.
    case .wait, .run, .edit, .save, .configure: return Reply()
    }
  }

  private mutating func perform(_ steps: [Step], _ gathering: Gathering) -> Reply {
    var reply = Reply()
    var documents = GatheredDocuments(gathering)
    for step in steps {
      switch step {
      case .say(let part): reply.append(part)
      case .show(let document, let format):
        documents.parts(for: document, as: format).forEach { reply.append($0) }
      case .write(let write): perform(write, &documents, &reply)
      }
    }
    if reply.status == 0 { documents.closing.forEach { reply.append($0) } }
    return reply
  }

  private mutating func perform(
    _ write: Write, _ documents: inout GatheredDocuments, _ reply: inout Reply
  ) {
    var copy = state
    do throws(Rejection) {
      let change = try copy.apply(write.intent, by: .user, at: now, using: &random)
      if !write.isDryRun { state = copy }
      switch change == nil ? write.answerWhenUnchanged ?? write.answer : write.answer {
      case .nothing: break
      case .line(let text): reply.append(.line(text))
      case .object(let format):
        if let object = change?.object {
          documents.parts(for: object, as: format).forEach { reply.append($0) }
        }
      }
    } catch {
      reply.append(.failed(.rejected(error, doing: write.doing)))
    }
  }
}
