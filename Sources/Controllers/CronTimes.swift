import Engine
import Objects

/// The moments at which a CronJob was to run, and is going to.
struct CronTimes {
  /// How many runs may have been missed before it is reported.
  static let mostMissed = 100

  let schedule: CronSchedule
  let zone: TimeZoneRules
  /// The last run, or the creation of the CronJob.
  let last: SimTime
  /// A run that begins later than this after its time is not begun at all.
  let deadline: SimSpan?

  /// Why a CronJob has no times.
  enum Problem: Error, Equatable {
    case unknownZone(String)
    case schedule(CronSchedule.Problem)
  }

  init(of cron: CronJob, at now: SimTime) throws(Problem) {
    let name = cron.spec.timeZone ?? "UTC"
    guard let zone = TimeZoneRules(name) else { throw .unknownZone(name) }
    self.zone = zone
    do throws(CronSchedule.Problem) {
      schedule = try CronSchedule(cron.spec.schedule)
    } catch {
      throw .schedule(error)
    }
    last = cron.status.lastScheduleTime ?? cron.metadata.creationTimestamp ?? now
    deadline = cron.spec.startingDeadlineSeconds.map { .seconds(Int64($0)) }
  }

  enum Due: Equatable {
    /// Every run up to now has been begun.
    case none
    /// The last run that has not; `isLong` when there are very many of them.
    case run(SimTime, isLong: Bool)
    /// There were some, but none that could be told.
    case lost
  }

  /// The run that is due. Only the last one counts, however many were missed.
  func due(at now: SimTime) -> Due {
    due(at: now, since: deadline.map { max(last, now - $0) } ?? last)
  }

  private func due(at now: SimTime, since earliest: SimTime) -> Due {
    guard let first = schedule.next(after: earliest, in: zone), first <= now else { return .none }
    guard let second = schedule.next(after: first, in: zone), second <= now else {
      return .run(first, isLong: false)
    }
    let interval = max((second - first).seconds, 1)
    let missed = (now - first).seconds / interval + 1
    // One interval further back, for intervals that are not all the same.
    var time = first + .seconds((missed - 2) * interval)
    var latest: SimTime?
    while let next = schedule.next(after: time, in: zone), next <= now {
      latest = next
      time = next
    }
    return latest.map { .run($0, isLong: missed > Self.mostMissed) } ?? .lost
  }

  /// When the next run is due.
  func next(at now: SimTime) -> SimTime? {
    switch due(at: now, since: last) {
    case .none: schedule.next(after: last, in: zone)
    case .run(let latest, _): schedule.next(after: latest, in: zone)
    case .lost: schedule.next(after: now, in: zone)
    }
  }
}
