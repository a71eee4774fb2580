import Simulation

extension Session {
  /// How many lines there are at most between two commands.
  private static let mostNotices = 4

  /// Tells a person what has come about by itself since `revision`, each thing once, the same of
  /// several in one line. In outages and interviews finding out is the task.
  mutating func tellNotices(after revision: Int) {
    guard tellsNotices, manner == .interactive, !findsTroubleThemselves else { return }
    var groups: [(subject: Notice.Subject, notices: [Notice])] = []
    for change in world.history.changes(after: revision) {
      for notice in Notice.notices(in: change, from: namespace) where isNews(notice) {
        if let place = groups.firstIndex(where: { $0.subject == notice.subject }) {
          groups[place].notices.append(notice)
        } else {
          groups.append((notice.subject, [notice]))
        }
      }
    }
    for group in groups.prefix(Self.mostNotices) {
      tell(styled(Notice.line(of: group.notices), "2"), hangingBy: 10)
    }
    if groups.count > Self.mostNotices {
      let rest = groups.count - Self.mostNotices
      tell(styled("\(rest) more: kubectl get events -A", "2"))
    }
  }

  /// Whether it is the learner's task to find out what is wrong.
  var findsTroubleThemselves: Bool {
    incidentRoom != nil || interviewRun != nil || !(classroom?.isAttended ?? true)
  }

  /// Whether it has not been told before.
  private mutating func isNews(_ notice: Notice) -> Bool {
    switch notice.subject {
    case .failing, .outOfMemory, .homeless:
      return toldNotices.insert("\(notice.name) \(notice.subject)").inserted
    case .nodeLost, .nodeBack, .pressure, .disrupted, .evicted, .stuckRollout, .failedJob, .scaled:
      return true
    }
  }
}
