import Engine
import Objects
import Store

extension Job: Described {
  func describe(in context: Context) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.field("Namespace", metadata.namespace)
    if let selector = spec.selector { text.field("Selector", selector.text) }
    text.labels("Labels", metadata.labels)
    text.annotations(metadata.annotations)
    if let owner = metadata.controller {
      text.field("Controlled By", "\(owner.kind)/\(owner.name)")
    }
    describeWishes(&text)
    describeProgress(&text)
    text.template(spec.template)
    return text
  }

  private func describeWishes(_ text: inout Description) {
    if let parallelism = spec.parallelism { text.field("Parallelism", "\(parallelism)") }
    text.field("Completions", spec.completions.map { "\($0)" } ?? "<unset>")
    if let mode = spec.completionMode { text.field("Completion Mode", mode.rawValue) }
    if let suspend = spec.suspend { text.field("Suspend", "\(suspend)") }
    if let limit = spec.backoffLimit { text.field("Backoff Limit", "\(limit)") }
    if let seconds = spec.ttlSecondsAfterFinished {
      text.field("TTL Seconds After Finished", "\(seconds)")
    }
  }

  private func describeProgress(_ text: inout Description) {
    if let start = status.startTime { text.field("Start Time", start.rfc1123) }
    if let completion = status.completionTime {
      text.field("Completed At", completion.rfc1123)
      if let start = status.startTime { text.field("Duration", (completion - start).ageText) }
    }
    if let seconds = spec.activeDeadlineSeconds {
      text.field("Active Deadline Seconds", "\(seconds)s")
    }
    text.field(
      "Pods Statuses",
      "\(status.active) Active (\(status.ready ?? 0) Ready) / \(status.succeeded) Succeeded / "
        + "\(status.failed) Failed")
    if spec.completionMode == .indexed {
      text.field("Completed Indexes", Self.capped(status.completedIndexes ?? ""))
    }
  }

  /// A long list of indexes is cut off behind a comma.
  private static func capped(_ indexes: String) -> String {
    let limit = 50
    guard indexes.count > limit else { return Cell.orNone(indexes) }
    let start = indexes.prefix(limit)
    let end = start.lastIndex(of: ",").map { start[...$0] } ?? start
    return end + "..."
  }
}

extension CronJob: Described {
  func describe(in context: Context) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.field("Namespace", metadata.namespace)
    text.labels("Labels", metadata.labels)
    text.annotations(metadata.annotations)
    text.field("Schedule", spec.schedule)
    text.field("Concurrency Policy", (spec.concurrencyPolicy ?? .allow).rawValue)
    text.field("Suspend", spec.suspend == true ? "True" : "False")
    text.field("Time Zone", spec.timeZone ?? "<unset>")
    describeLimits(&text)
    let job = spec.jobTemplate.spec
    text.field("Selector", job.selector?.text ?? "<unset>")
    text.field("Parallelism", Self.orUnset(job.parallelism))
    text.field("Completions", Self.orUnset(job.completions))
    if let seconds = job.activeDeadlineSeconds {
      text.field("Active Deadline Seconds", "\(seconds)s")
    }
    text.template(job.template)
    text.field("Last Schedule Time", status.lastScheduleTime?.rfc1123 ?? "<unset>")
    let active = status.active.map { $0.name ?? "" }
    text.field("Active Jobs", Cell.orNone(active.joined(separator: ", ")))
    return text
  }

  private func describeLimits(_ text: inout Description) {
    let limits = [
      ("Successful Job History Limit", spec.successfulJobsHistoryLimit),
      ("Failed Job History Limit", spec.failedJobsHistoryLimit),
    ]
    for (title, limit) in limits { text.field(title, Self.orUnset(limit)) }
    let deadline = spec.startingDeadlineSeconds.map { "\($0)s" }
    text.field("Starting Deadline Seconds", deadline ?? "<unset>")
  }

  private static func orUnset(_ number: Int?) -> String { number.map { "\($0)" } ?? "<unset>" }
}
