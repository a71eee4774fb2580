import Objects

extension CronJob: Defaulted, Validated {
  /// The API server leaves room for the eleven characters that the names of Jobs have in addition.
  private static let longestName = 52

  mutating func setDefaults() {
    let standard = CronJobSpec.standard
    spec.concurrencyPolicy = spec.concurrencyPolicy ?? standard.concurrencyPolicy
    spec.suspend = spec.suspend ?? standard.suspend
    spec.successfulJobsHistoryLimit =
      spec.successfulJobsHistoryLimit ?? standard.successfulJobsHistoryLimit
    spec.failedJobsHistoryLimit = spec.failedJobsHistoryLimit ?? standard.failedJobsHistoryLimit
    spec.jobTemplate.spec.setTemplateDefaults()
  }

  func problems() -> [FieldProblem] {
    var problems = NameRules.problems(metadata, subdomain: true)
    problems += scheduleProblems
    problems += zoneProblems
    for (name, count) in [
      ("startingDeadlineSeconds", spec.startingDeadlineSeconds),
      ("successfulJobsHistoryLimit", spec.successfulJobsHistoryLimit),
      ("failedJobsHistoryLimit", spec.failedJobsHistoryLimit),
    ] { problems += TemplateRules.negative(name, count) }
    problems += templateProblems
    if metadata.name.utf8.count > Self.longestName {
      problems.append(
        .init(
          FieldPath("metadata", "name"),
          .invalid(
            value: "\"\(metadata.name)\"",
            why: "must be no more than \(Self.longestName) characters")))
    }
    return problems
  }

  private var scheduleProblems: [FieldProblem] {
    let path = FieldPath("spec", "schedule")
    if spec.schedule.isEmpty { return [.init(path, .required(why: ""))] }
    let value = GoText.quoted(spec.schedule)
    if spec.schedule.contains("TZ") {
      let why = "cannot use TZ or CRON_TZ in schedule, use timeZone field instead"
      return [.init(path, .invalid(value: value, why: why))]
    }
    do throws(CronSchedule.Problem) {
      _ = try CronSchedule(spec.schedule)
      return []
    } catch {
      return [.init(path, .invalid(value: value, why: error.message))]
    }
  }

  private var zoneProblems: [FieldProblem] {
    guard let zone = spec.timeZone else { return [] }
    let why: String
    if zone.isEmpty {
      why = "timeZone must be nil or non-empty string"
    } else if zone.lowercased() == "local" {
      why =
        "timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones"
    } else if TimeZoneRules(zone) == nil {
      why = "unknown time zone \(zone)"
    } else {
      return []
    }
    return [
      .init(FieldPath("spec", "timeZone"), .invalid(value: GoText.quoted(zone), why: why))
    ]
  }

  private var templateProblems: [FieldProblem] {
    let job = spec.jobTemplate.spec
    let path = FieldPath("spec", "jobTemplate", "spec")
    guard job.manualSelector == true else { return job.problems(at: path) }
    return [
      .init(
        path.member("manualSelector"),
        .unsupported(value: "true", supported: ["nil", "false"]))
    ] + job.problems(at: path)
  }
}
