import Engine
import Objects
import Store
import Testing

@testable import Controllers

@Suite struct CronJobTests {
  private static func cron(_ schedule: String, _ edit: (inout CronJob) -> Void = { _ in })
    -> CronJob
  {
    var cron = CronJob()
    cron.metadata = ObjectMeta(name: "tick", namespace: "default")
    cron.spec.schedule = schedule
    cron.spec.jobTemplate.spec = Harness.job().spec
    edit(&cron)
    return cron
  }

  private func tick(_ cluster: Harness) -> CronJob {
    cluster.state.get(CronJob.self, "tick", in: "default") ?? CronJob()
  }

  /// Lets time pass, ending each pod a few seconds after it was made.
  private func run(_ cluster: inout Harness, for span: SimSpan) {
    let end = cluster.now + span
    while cluster.now < end {
      cluster.run(until: min(end, cluster.now + .seconds(5)))
      for pod in cluster.activePods { cluster.end(pod, exitCode: 0) }
    }
  }

  @Test func beginsAJobAtEveryMoment() {
    var cluster = Harness()
    cluster.attempt(.create(Self.cron("*/2 * * * *")))
    run(&cluster, for: .minutes(9))
    // The first run was at 12:02; three of those that ended are kept.
    let minutes = Int(SimTime(year: 2026, month: 1, day: 1, hour: 12).seconds / 60)
    #expect(cluster.jobs.map(\.metadata.name) == [4, 6, 8].map { "tick-\(minutes + $0)" })
    #expect(cluster.messages("SuccessfulCreate").filter { $0.hasPrefix("Created job") }.count == 4)
    #expect(
      cluster.messages("SawCompletedJob").first
        == "Saw completed job: tick-\(minutes + 2), condition: Complete")
    #expect(cluster.messages("SuccessfulDelete") == ["Deleted job tick-\(minutes + 2)"])
    #expect(tick(cluster).status.lastScheduleTime?.clockText == "12:08:00")
    #expect(tick(cluster).status.lastSuccessfulTime != nil)
    #expect(tick(cluster).status.active.isEmpty)
    let job = cluster.jobs.last
    #expect(
      job?.metadata.annotations["batch.kubernetes.io/cronjob-scheduled-timestamp"]
        == "2026-01-01T12:08:00Z")
  }

  /// Jobs that never end, begun every minute for three minutes.
  @Test(arguments: [
    (ConcurrencyPolicy.allow, 3, 3, 0), (.forbid, 1, 1, 2), (.replace, 1, 3, 0),
  ])
  func runsThatOverlap(
    _ policy: ConcurrencyPolicy, _ active: Int, _ begun: Int, _ skipped: Int
  ) {
    var cluster = Harness()
    cluster.attempt(.create(Self.cron("* * * * *") { $0.spec.concurrencyPolicy = policy }))
    cluster.run(until: .worldBegins + .minutes(3))
    #expect(tick(cluster).status.active.count == active)
    #expect(
      cluster.messages("SuccessfulCreate").filter { $0.hasPrefix("Created job") }.count == begun)
    let skips = cluster.state.all(Event.self).filter { $0.reason == "JobAlreadyActive" }
    #expect(skips.reduce(0) { $0 + ($1.count ?? 0) } == skipped)
  }

  @Test func suspendedItBeginsNothing() {
    var cluster = Harness()
    cluster.attempt(.create(Self.cron("* * * * *") { $0.spec.suspend = true }))
    cluster.run(until: .worldBegins + .hours(1))
    #expect(cluster.jobs.isEmpty)
    // Only the last of the runs that were missed is made up for.
    cluster.change("tick") { (cron: inout CronJob) in cron.spec.suspend = false }
    cluster.settle()
    #expect(cluster.jobs.count == 1)
    #expect(tick(cluster).status.lastScheduleTime?.clockText == "13:00:00")
    #expect(cluster.messages("TooManyMissedTimes").isEmpty)
  }

  /// Each row: minutes suspended, the deadline, whether a run begins when it resumes, the events.
  @Test(
    arguments: [
      (150, nil, true, ["TooManyMissedTimes"]), (30, 20, false, []), (30, 60, true, []),
      (150, 600, true, []),
    ] as [(Int64, Int?, Bool, [String])])
  func runsThatWereMissed(_ minutes: Int64, _ deadline: Int?, _ begins: Bool, _ events: [String]) {
    var cluster = Harness()
    cluster.attempt(
      .create(
        Self.cron("* * * * *") {
          $0.spec.suspend = true
          $0.spec.startingDeadlineSeconds = deadline
        }))
    cluster.run(until: .worldBegins + .minutes(minutes))
    cluster.change("tick") { (cron: inout CronJob) in cron.spec.suspend = false }
    cluster.settle()
    #expect(cluster.jobs.isEmpty != begins)
    #expect(cluster.messages("TooManyMissedTimes").count == events.count)
  }

  @Test func aNewScheduleDoesNotMakeUpForThePast() {
    var cluster = Harness()
    cluster.attempt(.create(Self.cron("0 3 * * *")))
    cluster.run(until: .worldBegins + .minutes(10))
    cluster.change("tick") { (cron: inout CronJob) in cron.spec.schedule = "*/5 * * * *" }
    cluster.settle()
    #expect(cluster.jobs.isEmpty)
    cluster.run(until: .worldBegins + .minutes(15))
    #expect(tick(cluster).status.lastScheduleTime?.clockText == "12:15:00")
  }

  @Test func followsItsTimeZone() {
    var cluster = Harness()
    cluster.attempt(.create(Self.cron("30 8 * * *") { $0.spec.timeZone = "America/New_York" }))
    cluster.run(until: .worldBegins + .hours(2))
    #expect(tick(cluster).status.lastScheduleTime?.clockText == "13:30:00")
    #expect(
      cluster.jobs.first?.metadata.annotations["batch.kubernetes.io/cronjob-scheduled-timestamp"]
        == "2026-01-01T08:30:00-05:00")
  }

  @Test func reportsJobsOfOthersAndThoseThatVanish() {
    var cluster = Harness()
    cluster.attempt(.create(Self.cron("* * * * *")))
    cluster.run(until: .worldBegins + .seconds(30))
    var stranger = Harness.job { $0.metadata.name = "manual" }
    stranger.metadata.ownerReferences = [OwnerReference(controller: tick(cluster))]
    cluster.attempt(.create(stranger))
    cluster.settle()
    #expect(
      cluster.messages("UnexpectedJob") == [
        "Saw a job that the controller did not create or forgot: manual"
      ])
    if let job = cluster.jobs.first(where: { $0.metadata.name != "manual" }) {
      cluster.attempt(.delete(job.key, DeleteOptions()))
      cluster.settle()
      #expect(cluster.messages("MissingJob") == ["Active job went missing: \(job.metadata.name)"])
    }
    #expect(tick(cluster).status.active.isEmpty)
  }

  /// A week in which it runs only once takes a handful of writes.
  @Test func costsNothingWhileItWaits() {
    var cluster = Harness()
    cluster.attempt(.create(Self.cron("0 3 * * sun")))
    cluster.settle()
    let version = tick(cluster).metadata.resourceVersion
    cluster.run(until: .worldBegins + .hours(60))
    #expect(tick(cluster).metadata.resourceVersion == version)
    cluster.run(until: .worldBegins + .hours(168))
    #expect(cluster.jobs.count == 1)
  }
}
