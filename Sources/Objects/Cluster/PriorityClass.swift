/// A name for how important pods are.
public struct PriorityClass: APIObject {
  public static let kind = Kind.priorityClass

  public var metadata = ObjectMeta()
  public var description: String?
  public var globalDefault: Bool?
  public var preemptionPolicy: PreemptionPolicy?
  public var priority = 0
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<PriorityClass> {
    $0.optional("description", \.description)
    $0.optional("globalDefault", \.globalDefault)
    $0.always("metadata", \.metadata)
    $0.optional("preemptionPolicy", \.preemptionPolicy)
    $0.always("value", \.priority)
  }
}
