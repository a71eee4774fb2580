import Engine

/// Makes a Job whenever its schedule says so.
public struct CronJob: StatusBearing {
  public static let kind = Kind.cronJob

  public var metadata = ObjectMeta()
  public var spec = CronJobSpec()
  public var status = CronJobStatus()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<CronJob> {
    $0.always("metadata", \.metadata)
    $0.always("spec", \.spec)
    $0.always("status", \.status)
  }
}

/// What happens when the last run is not over yet.
public enum ConcurrencyPolicy: String, APIWord {
  case allow = "Allow"
  case forbid = "Forbid"
  case replace = "Replace"
  public static let standIn = ConcurrencyPolicy.allow
}

/// When to run what.
public struct CronJobSpec: APIType {
  public var concurrencyPolicy: ConcurrencyPolicy?
  public var failedJobsHistoryLimit: Int?
  public var jobTemplate = JobTemplate()
  public var schedule = ""
  public var startingDeadlineSeconds: Int?
  public var successfulJobsHistoryLimit: Int?
  public var suspend: Bool?
  public var timeZone: String?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<CronJobSpec> {
    $0.optional("concurrencyPolicy", \.concurrencyPolicy)
    $0.optional("failedJobsHistoryLimit", \.failedJobsHistoryLimit)
    $0.always("jobTemplate", \.jobTemplate)
    $0.always("schedule", \.schedule)
    $0.optional("startingDeadlineSeconds", \.startingDeadlineSeconds)
    $0.optional("successfulJobsHistoryLimit", \.successfulJobsHistoryLimit)
    $0.optional("suspend", \.suspend)
    $0.optional("timeZone", \.timeZone)
  }
}

/// What the Jobs are made from.
public struct JobTemplate: APIType {
  public var metadata = ObjectMeta()
  public var spec = JobSpec()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<JobTemplate> {
    $0.always("metadata", \.metadata)
    $0.always("spec", \.spec)
  }
}

/// What runs, and when it last did.
public struct CronJobStatus: APIType {
  public var active: [ObjectReference] = []
  public var lastScheduleTime: SimTime?
  public var lastSuccessfulTime: SimTime?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<CronJobStatus> {
    $0.unlessEmpty("active", \.active)
    $0.optional("lastScheduleTime", \.lastScheduleTime)
    $0.optional("lastSuccessfulTime", \.lastSuccessfulTime)
  }
}
