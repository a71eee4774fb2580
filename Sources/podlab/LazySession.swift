import Shell

/// A session that begins when it is first needed.
final class LazySession {
  let opening: Opening
  private var begun: Session?

  init(_ opening: Opening) {
    self.opening = opening
  }

  var hasBegun: Bool { begun != nil }

  var session: Session {
    get {
      if let begun { return begun }
      let session = opening.session()
      begun = session
      return session
    }
    _modify {
      var session = self.session
      // One owner at a time: what a session holds is changed where it lies.
      begun = nil
      defer { begun = session }
      yield &session
    }
  }
}
