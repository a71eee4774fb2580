import Engine
import Objects

/// A kind whose unset fields take the API's defaults. Must be idempotent.
protocol Defaulted: APIObject {
  mutating func setDefaults()
}

/// A kind whose fields the API server checks.
protocol Validated: APIObject {
  /// Everything wrong with the object as it stands.
  func problems() -> [FieldProblem]
  /// Everything wrong with putting it in place of `stored`: fields that may not change.
  func problems(replacing stored: Self) -> [FieldProblem]
}

extension Validated {
  func problems(replacing stored: Self) -> [FieldProblem] { [] }
}

/// What admission may look at and use while it completes or refuses a write.
struct Admission {
  var actor: Actor
  var now: SimTime
  var random: SeededRandom
}

/// A kind whose objects admission completes from the state of the cluster, or refuses.
protocol Admitted: APIObject {
  mutating func admit(
    into state: inout ClusterState, replacing stored: Self?, _ admission: inout Admission
  ) throws(Rejection)
}

extension ClusterState {
  func setDefaults(of object: inout any APIObject) {
    guard var defaulted = object as? any Defaulted else { return }
    defaulted.setDefaults()
    object = defaulted
  }

  func validate(
    _ object: any APIObject, replacing stored: (any APIObject)?
  ) throws(Rejection) {
    guard let object = object as? any Validated else { return }
    let problems = Self.problems(of: object, replacing: stored)
    if !problems.isEmpty {
      throw .invalid(kind: object.kind, name: object.metadata.name, problems: problems)
    }
  }

  private static func problems<T: Validated>(
    of object: T, replacing stored: (any APIObject)?
  ) -> [FieldProblem] {
    object.problems() + ((stored as? T).map { object.problems(replacing: $0) } ?? [])
  }

  mutating func admit(
    _ object: inout any APIObject, replacing stored: (any APIObject)?, by actor: Actor,
    at now: SimTime, using random: inout SeededRandom
  ) throws(Rejection) {
    if stored == nil { try admitNamespace(of: object) }
    guard let admitted = object as? any Admitted else { return }
    var admission = Admission(actor: actor, now: now, random: random)
    object = try admit(admitted, replacing: stored, &admission)
    random = admission.random
  }

  private mutating func admit<T: Admitted>(
    _ object: T, replacing stored: (any APIObject)?, _ admission: inout Admission
  ) throws(Rejection) -> any APIObject {
    var object = object
    try object.admit(into: &self, replacing: stored as? T, &admission)
    return object
  }

  /// Nothing is created in a namespace that is not there or that is on its way out.
  private func admitNamespace(of object: any APIObject) throws(Rejection) {
    guard object.kind.isNamespaced else { return }
    let name = object.metadata.namespace
    guard let namespace = get(Namespace.self, name) else {
      throw .notFound(ObjectKey(.namespace, name: name))
    }
    guard namespace.metadata.isDeleting, object.kind != .event else { return }
    throw .forbidden(
      object.key,
      why: "unable to create new content in namespace \(name) because it is being terminated")
  }
}
