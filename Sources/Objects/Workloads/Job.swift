import Engine

/// Runs pods until enough of them have succeeded.
public struct Job: StatusBearing {
  public static let kind = Kind.job

  public var metadata = ObjectMeta()
  public var spec = JobSpec()
  public var status = JobStatus()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<Job> {
    $0.always("metadata", \.metadata)
    $0.always("spec", \.spec)
    $0.always("status", \.status)
  }
}

/// Any pods will do, or one for every index.
public enum CompletionMode: String, APIWord {
  case indexed = "Indexed"
  case nonIndexed = "NonIndexed"
  public static let standIn = CompletionMode.nonIndexed
}

/// When a replacement for a pod is made.
public enum PodReplacementPolicy: String, APIWord {
  case failed = "Failed"
  case terminatingOrFailed = "TerminatingOrFailed"
  public static let standIn = PodReplacementPolicy.terminatingOrFailed
}

/// How many runs, how many at once, and when to give up.
public struct JobSpec: APIType {
  public var activeDeadlineSeconds: Int?
  public var backoffLimit: Int?
  public var backoffLimitPerIndex: Int?
  public var completionMode: CompletionMode?
  public var completions: Int?
  public var managedBy: String?
  public var manualSelector: Bool?
  public var maxFailedIndexes: Int?
  public var parallelism: Int?
  public var podFailurePolicy: PodFailurePolicy?
  public var podReplacementPolicy: PodReplacementPolicy?
  public var selector: LabelSelector?
  public var successPolicy: SuccessPolicy?
  public var suspend: Bool?
  public var template = PodTemplate()
  public var ttlSecondsAfterFinished: Int?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<JobSpec> {
    $0.optional("activeDeadlineSeconds", \.activeDeadlineSeconds)
    $0.optional("backoffLimit", \.backoffLimit)
    $0.optional("backoffLimitPerIndex", \.backoffLimitPerIndex)
    $0.optional("completionMode", \.completionMode)
    $0.optional("completions", \.completions)
    $0.optional("managedBy", \.managedBy)
    $0.optional("manualSelector", \.manualSelector)
    $0.optional("maxFailedIndexes", \.maxFailedIndexes)
    $0.optional("parallelism", \.parallelism)
    $0.optional("podFailurePolicy", \.podFailurePolicy)
    $0.optional("podReplacementPolicy", \.podReplacementPolicy)
    $0.optional("selector", \.selector)
    $0.optional("successPolicy", \.successPolicy)
    $0.optional("suspend", \.suspend)
    $0.always("template", \.template)
    $0.optional("ttlSecondsAfterFinished", \.ttlSecondsAfterFinished)
  }
}

/// How many runs there were, and how they ended.
public struct JobStatus: APIType {
  public var active = 0
  /// `0,2-4`
  public var completedIndexes: String?
  public var completionTime: SimTime?
  public var conditions: [Condition] = []
  public var failed = 0
  public var failedIndexes: String?
  public var ready: Int?
  public var startTime: SimTime?
  public var succeeded = 0
  public var terminating: Int?
  public var uncountedTerminatedPods: UncountedPods?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<JobStatus> {
    $0.unlessDefault("active", \.active, 0)
    $0.optional("completedIndexes", \.completedIndexes)
    $0.optional("completionTime", \.completionTime)
    $0.unlessEmpty("conditions", \.conditions)
    $0.unlessDefault("failed", \.failed, 0)
    $0.optional("failedIndexes", \.failedIndexes)
    $0.optional("ready", \.ready)
    $0.optional("startTime", \.startTime)
    $0.unlessDefault("succeeded", \.succeeded, 0)
    $0.optional("terminating", \.terminating)
    $0.optional("uncountedTerminatedPods", \.uncountedTerminatedPods)
  }
}

/// The uids of ended pods that are about to be counted.
public struct UncountedPods: APIType {
  public var failed: [String] = []
  public var succeeded: [String] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<UncountedPods> {
    $0.unlessEmpty("failed", \.failed)
    $0.unlessEmpty("succeeded", \.succeeded)
  }
}
