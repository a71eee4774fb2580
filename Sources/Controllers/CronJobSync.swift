import Engine
import Objects
import Store

/// One look at a CronJob: takes note of the Jobs that ended, begins the run that is due and clears
/// away what is older than its history reaches.
struct CronJobSync {
  /// The CronJob with the status it is going to have.
  var cron: CronJob
  let now: SimTime
  /// When the next run is due; nil when there is none to wait for.
  var nextRun: SimTime?
  /// Whether the API server did not let the Job be made.
  var isRefused = false

  init(of cron: CronJob, at now: SimTime) {
    self.cron = cron
    self.now = now
  }

  mutating func run(_ draft: inout Draft) {
    let jobs = draft.state.owned(by: cron.metadata.uid, Job.self)
      .filter { $0.metadata.controller?.uid == cron.metadata.uid }
    for job in jobs { review(job, &draft) }
    let known = Set(jobs.map(\.metadata.uid))
    for missing in cron.status.active where !known.contains(missing.uid ?? "") {
      note(.normal, "MissingJob", "Active job went missing: \(missing.name ?? "")", &draft)
      forget(missing.uid)
    }
    if !cron.metadata.isDeleting, cron.spec.suspend != true { begin(&draft) }
    clearHistory(jobs, &draft)
    draft.attempt(.updateStatus(cron))
  }

  private func note(
    _ type: EventType, _ reason: String, _ message: String, _ draft: inout Draft
  ) {
    draft.note(type, reason, message, about: cron)
  }

  private mutating func forget(_ uid: String?) {
    cron.status.active.removeAll { $0.uid == uid }
  }

  private mutating func review(_ job: Job, _ draft: inout Draft) {
    let name = job.metadata.name
    let isActive = cron.status.active.contains { $0.uid == job.metadata.uid }
    if !job.isFinished {
      if isActive { return }
      note(
        .warning, "UnexpectedJob",
        "Saw a job that the controller did not create or forgot: \(name)", &draft)
      return
    }
    if isActive {
      forget(job.metadata.uid)
      let condition = job.isComplete ? "Complete" : "Failed"
      note(
        .normal, "SawCompletedJob", "Saw completed job: \(name), condition: \(condition)", &draft)
    }
    guard job.isComplete, let completion = job.status.completionTime else { return }
    cron.status.lastSuccessfulTime = max(cron.status.lastSuccessfulTime ?? completion, completion)
  }

  // MARK: - Beginning

  /// The moments of the schedule; nil, with a report, when it cannot be read.
  private func times(_ draft: inout Draft) -> CronTimes? {
    do throws(CronTimes.Problem) {
      return try CronTimes(of: cron, at: now)
    } catch {
      switch error {
      case .unknownZone(let name):
        note(
          .warning, "UnknownTimeZone", "invalid timeZone: \"\(name)\": unknown time zone \(name)",
          &draft)
      case .schedule(let problem):
        note(
          .warning, "UnparseableSchedule",
          "unparseable schedule: \"\(cron.spec.schedule)\" : \(problem.message)", &draft)
      }
      return nil
    }
  }

  private mutating func begin(_ draft: inout Draft) {
    guard let times = times(&draft) else { return }
    if case .run(let time, let isLong) = times.due(at: now) {
      if isLong {
        note(
          .warning, "TooManyMissedTimes",
          "too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check "
            + "clock skew", &draft)
      }
      begin(time, &draft)
    }
    nextRun = self.times(&draft)?.next(at: now)
  }

  /// Begins the run of one moment, unless it is too late or another run is in the way.
  private mutating func begin(_ time: SimTime, _ draft: inout Draft) {
    if let deadline = cron.spec.startingDeadlineSeconds,
      time + .seconds(Int64(deadline)) < now.wholeSecond
    {
      note(
        .warning, "MissSchedule", "Missed scheduled time to start a job: \(time.rfc1123)", &draft)
      return
    }
    let name = "\(cron.metadata.name)-\(time.seconds / 60)"
    let isBegun = cron.status.active.contains { $0.name == name }
    if isBegun || cron.status.lastScheduleTime == time { return }
    switch cron.spec.concurrencyPolicy ?? .allow {
    case .allow: break
    case .forbid:
      if cron.status.active.isEmpty { break }
      note(
        .normal, "JobAlreadyActive",
        "Not starting job because prior execution is running and concurrency policy is Forbid",
        &draft)
      return
    case .replace:
      for reference in cron.status.active {
        guard let job = draft.state.get(Job.self, reference.name ?? "", in: cron.metadata.namespace)
        else { continue }
        delete(job, &draft)
      }
    }
    create(job(named: name, for: time), for: time, &draft)
  }

  private mutating func create(_ job: Job, for time: SimTime, _ draft: inout Draft) {
    do throws(Rejection) {
      guard let made = try draft.submit(.create(job)) else { return }
      note(.normal, "SuccessfulCreate", "Created job \(job.metadata.name)", &draft)
      cron.status.active.append(ObjectReference(made))
      cron.status.lastScheduleTime = time
    } catch {
      if PodControl.isEnding(cron.metadata.namespace, in: draft.state) { return }
      if case .alreadyExists = error { return }
      note(.warning, "FailedCreate", "Error creating job: \(error.message)", &draft)
      isRefused = true
    }
  }

  private func job(named name: String, for time: SimTime) -> Job {
    var job = Job()
    let template = cron.spec.jobTemplate
    job.metadata = ObjectMeta(
      name: name, namespace: cron.metadata.namespace, labels: template.metadata.labels,
      annotations: template.metadata.annotations)
    let zone = cron.spec.timeZone.flatMap(TimeZoneRules.init) ?? .utc
    job.metadata.annotations["batch.kubernetes.io/cronjob-scheduled-timestamp"] =
      zone.rfc3339(time)
    job.metadata.ownerReferences = [OwnerReference(controller: cron)]
    job.spec = template.spec
    return job
  }

  // MARK: - Forgetting

  private mutating func delete(_ job: Job, _ draft: inout Draft) {
    guard draft.attempt(.delete(job.key, DeleteOptions(uid: job.metadata.uid))) else { return }
    forget(job.metadata.uid)
    note(.normal, "SuccessfulDelete", "Deleted job \(job.metadata.name)", &draft)
  }

  /// Deletes the oldest of the Jobs that ended, beyond those that are kept.
  private mutating func clearHistory(_ jobs: [Job], _ draft: inout Draft) {
    let histories = [
      (jobs.filter(\.isComplete), cron.spec.successfulJobsHistoryLimit),
      (jobs.filter(\.hasFailed), cron.spec.failedJobsHistoryLimit),
    ]
    for (ended, limit) in histories {
      guard let limit, ended.count > limit else { continue }
      let oldest = ended.sorted { left, right in
        let never = SimTime(milliseconds: .max)
        let starts = (left.status.startTime ?? never, right.status.startTime ?? never)
        return starts.0 != starts.1 ? starts.0 < starts.1 : left.key < right.key
      }
      for job in oldest.prefix(ended.count - limit) { delete(job, &draft) }
    }
  }
}
