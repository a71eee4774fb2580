import Engine
import Kubectl
import Objects
import Scheduling
import Simulation

extension Story {
  /// The story to be read, no wider than `width` columns where one is given.
  func text(width: Int?) -> String {
    guard let width else { return Lines.text(lines) }
    return Lines.text(
      lines.flatMap { line in
        let margin = line.prefix { $0 == " " }.count
        return HangingLines.pieces(
          of: line, width: min(width, 80), indentation: margin == 0 ? 10 : margin + 2)
      })
  }

  private var lines: [String] {
    var lines = [headline, ""]
    if !isWhole { lines.append("How it began is too long ago to be known.") }
    for link in links {
      lines.append("\(link.time.clockText)  \(sentence(link))")
      lines += (link.account?.lines ?? []).map { "    \($0)" }
    }
    if let present, let node = present.reserved {
      lines += ["", "It has its place on \(node), and waits for volumes to come there:"]
      lines += present.unboundClaims.map { "  \($0)" }
    } else if let present {
      lines += ["", heading(of: present)] + present.lines.map { "  \($0)" }
      if !remedies.isEmpty {
        lines += ["", "Any one of these would give it a place:"] + remedies.map { "  \($0)" }
      }
    }
    if !belongings.isEmpty {
      lines += ["", "It owns:"]
      lines += belongings.map { "  \($0.key): \(Sentences.summary(of: $0))" }
    }
    return lines
  }

  /// What stands above the verdicts on the nodes.
  private func heading(of present: SchedulingAccount) -> String {
    if !world.controlPlane.isRunning(.scheduler) {
      return "kube-scheduler is not running: nobody looks for a node. What it would see:"
    }
    return present.decision.node == nil
      ? "No node takes it now:" : "A node would take it now, at the scheduler's next try:"
  }

  private var headline: String {
    let place = key.namespace.isEmpty ? "" : " in namespace \(key.namespace)"
    guard let object else { return "\(key)\(place) is gone" }
    return "\(key)\(place): \(Sentences.summary(of: object))"
  }

  private func sentence(_ link: Link) -> String {
    if let warns = link.warns { return (warns ? "! " : "") + link.what }
    let subject = link.key == key ? "" : "\(link.key) "
    return "\(subject)\(link.what) by \(Sentences.name(link.actor))"
  }
}
