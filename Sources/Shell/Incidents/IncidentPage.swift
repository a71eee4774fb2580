import Engine
import Lessons
import Simulation

/// What whoever is called gets to see: the page, in 80 columns.
struct IncidentPage {
  private let state: IncidentState
  private let run: LoadRun?

  init(_ state: IncidentState, in world: World) {
    self.state = state
    run = world.load
  }

  private var incident: Incident { state.incident }

  /// Said once, when somebody is called.
  var greeting: [String] {
    let shop = incident.shop
    return [
      "Users of \(shop.namespace) cannot \(shop.theme.errand). You are on call.",
      "",
      "  \(shop.theme.front) (nginx) takes their requests and sends them to \(shop.theme.orders),",
      "  which asks \(shop.theme.stock) and \(shop.theme.cart) (a redis with a disk) before it "
        + "answers.",
      "  Everything is in the namespace \(shop.namespace), which is yours for now.",
      "",
      "Bring them back: \(Self.percent(Incident.wantedThousandths)) of requests answered over two "
        + "minutes, every part",
      "at full strength and rolled out; and name the root causes.",
      "Time passes with every command, requests fail, and the budget is finite.",
      "",
    ]
  }

  var lines: [String] {
    let since = (state.now - incident.pagedAt).goText
    let isOver = ending.isEmpty ? [] : [row("", ending)]
    return [
      "incident \(incident.seed) (\(incident.level.rawValue)), paged at "
        + "\(incident.pagedAt.clockText), \(since) ago", row("users say", symptom),
      row(
        "answered",
        "\(state.recent.answeredText) of the last two minutes, wanted "
          + "\(Self.percent(Incident.wantedThousandths))"
          + (state.isAnswering ? ": ok" : ": not yet")
      ),
    ] + strength + [
      row("budget", bar),
      row("causes", "\(state.room.rightNamings.count) of \(incident.faults.count) named" + wrong),
    ] + isOver
  }

  /// What helps from here.
  static let help =
    "kubectl looks and mends, recover sends somebody to a machine,\n"
    + "incident cause lists what it may be."

  private func row(_ name: String, _ text: String) -> String {
    "  " + name + String(repeating: " ", count: 10 - name.count) + text
  }

  static func percent(_ thousandths: Int) -> String {
    thousandths % 10 == 0 ? "\(thousandths / 10) %" : "\(thousandths / 10).\(thousandths % 10) %"
  }

  /// A line for each part that is not as it was.
  private var strength: [String] {
    let lacking = state.health.parts.filter { !$0.isWhole }
    if lacking.isEmpty { return [row("strength", "every part is whole: ok")] }
    return lacking.enumerated().map { place, part in
      let text =
        "\(part.name): \(part.available) of \(part.wanted) available"
        + (part.isRolledOut ? "" : ", not rolled out") + ": not yet"
      return row(place == 0 ? "strength" : "", text)
    }
  }

  private var wrong: String {
    let count = state.room.wrongNamings.count
    return count == 0 ? "" : ", \(count) wrong (\(incident.priceOfWrongCause) requests each)"
  }

  /// `[##########..........] 1400 of 2720 failed requests left`
  private var bar: String {
    let width = 20
    let filled = (state.budgetLeft * width + incident.budget - 1) / max(incident.budget, 1)
    return "[" + String(repeating: "#", count: filled)
      + String(repeating: ".", count: width - filled) + "] "
      + "\(state.budgetLeft) of \(incident.budget) failed requests left"
  }

  private var ending: String {
    if state.room.hasGivenUp { return "you gave it up" }
    if state.isSolved { return "solved: incident review, incident leave" }
    return state.budgetLeft == 0
      ? "the budget is spent: it cannot be won any more, but it can be mended" : ""
  }

  /// What the last one says whose request failed.
  private var symptom: String {
    guard state.recent.failed > 0 else { return "nothing: all is well again" }
    if state.isAnswering { return "hardly anything any more" }
    switch run?.lastFailure {
    case .refused: return "\"the site refuses to connect\""
    case .timedOut: return "\"it loads and loads, and then nothing\""
    case .unreachable: return "\"the site cannot be reached\""
    case .noAnswer: return "\"the connection is closed in my face\""
    case .nameNotFound, .noNameServer: return "\"the site cannot be found\""
    case .noPod: return "\"nobody is there\""
    case .status(let code): return "\"I get an error page: \(code)\""
    case nil: return "\"it does not work\""
    }
  }
}
