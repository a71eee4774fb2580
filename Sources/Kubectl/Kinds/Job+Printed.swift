import Engine
import Objects

extension Job: Printed {
  static func header(wide: Bool) -> [String] {
    let narrow = ["NAME", "STATUS", "COMPLETIONS", "DURATION", "AGE"]
    return wide ? narrow + ["CONTAINERS", "IMAGES", "SELECTOR"] : narrow
  }

  func row(wide: Bool, at now: SimTime) -> [String] {
    let narrow = [metadata.name, word, completionsText, durationText(at: now), age(at: now)]
    guard wide else { return narrow }
    return narrow + Cell.containers(of: spec.template) + [spec.selector?.text ?? "<none>"]
  }

  /// The word in the STATUS column.
  private var word: String {
    for type in ["Complete", "Failed"] where status.conditions.isTrue(type) { return type }
    if metadata.isDeleting { return "Terminating" }
    let others = ["Suspended", "FailureTarget", "SuccessCriteriaMet"]
    return others.first(where: status.conditions.isTrue) ?? "Running"
  }

  /// `1/3`; `1/1 of 2` where any success is enough and several pods run at once.
  private var completionsText: String {
    if let completions = spec.completions { return "\(status.succeeded)/\(completions)" }
    let parallelism = spec.parallelism ?? 0
    return "\(status.succeeded)/1" + (parallelism > 1 ? " of \(parallelism)" : "")
  }

  /// From its start to its completion, or to now; empty when it has not started.
  private func durationText(at now: SimTime) -> String {
    guard let start = status.startTime else { return "" }
    return ((status.completionTime ?? now).wholeSecond - start.wholeSecond).ageText
  }
}

extension CronJob: Printed {
  static func header(wide: Bool) -> [String] {
    let narrow = [
      "NAME", "SCHEDULE", "TIMEZONE", "SUSPEND", "ACTIVE", "LAST SCHEDULE", "AGE",
    ]
    return wide ? narrow + ["CONTAINERS", "IMAGES", "SELECTOR"] : narrow
  }

  func row(wide: Bool, at now: SimTime) -> [String] {
    let last = status.lastScheduleTime.map { Cell.age(of: $0, at: now) }
    let narrow = [
      metadata.name, spec.schedule, spec.timeZone ?? "<none>",
      spec.suspend == true ? "True" : "False", "\(status.active.count)", last ?? "<none>",
      age(at: now),
    ]
    guard wide else { return narrow }
    let template = spec.jobTemplate.spec
    return narrow + Cell.containers(of: template.template) + [template.selector?.text ?? "<none>"]
  }
}
