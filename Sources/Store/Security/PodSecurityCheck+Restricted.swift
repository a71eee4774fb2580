import Objects

extension PodSecurityCheck {
  /// What a pod must say besides, by today's practice of hardening.
  static var restricted: [PodSecurityCheck] {
    [
      PodSecurityCheck(
        id: "allowPrivilegeEscalation", level: .restricted, since: 8, violation: escalation),
      PodSecurityCheck(
        id: "capabilities_restricted", level: .restricted, since: 22,
        replaces: "capabilities_baseline", violation: capabilitiesLeft),
      PodSecurityCheck(
        id: "restrictedVolumes", level: .restricted, replaces: "hostPathVolumes",
        violation: volumes),
      PodSecurityCheck(id: "runAsNonRoot", level: .restricted, violation: nonRoot),
      PodSecurityCheck(id: "runAsUser", level: .restricted, since: 23, violation: rootUser),
      PodSecurityCheck(
        id: "seccompProfile_restricted", level: .restricted, since: 19,
        replaces: "seccompProfile_baseline", violation: seccompProfile),
    ]
  }

  private static func escalation(_ subject: SecuritySubject) -> Violation? {
    if subject.isWindows { return nil }
    let names = subject.containers { $0?["allowPrivilegeEscalation"] != false }
    if names.isEmpty { return nil }
    return Violation(
      reason: "allowPrivilegeEscalation != false",
      detail: SecuritySubject.containers(names)
        + " must set securityContext.allowPrivilegeEscalation=false")
  }

  private static func capabilitiesLeft(_ subject: SecuritySubject) -> Violation? {
    if subject.isWindows { return nil }
    let keeping = subject.containers { !$0.words(["capabilities", "drop"]).contains("ALL") }
    var added: [String] = []
    let adding = subject.containers {
      let forbidden = $0.words(["capabilities", "add"]).filter { $0 != "NET_BIND_SERVICE" }
      added += forbidden
      return !forbidden.isEmpty
    }
    var details: [String] = []
    if !keeping.isEmpty {
      details.append(
        SecuritySubject.containers(keeping)
          + " must set securityContext.capabilities.drop=[\"ALL\"]")
    }
    if !adding.isEmpty {
      details.append(
        SecuritySubject.containers(adding) + " must not include "
          + SecuritySubject.quoted(SecuritySubject.sorted(added))
          + " in securityContext.capabilities.add")
    }
    if details.isEmpty { return nil }
    return Violation(
      reason: "unrestricted capabilities", detail: details.joined(separator: "; "))
  }

  private static let plainVolumes: Set<String> = [
    "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim",
    "projected", "secret",
  ]

  private static func volumes(_ subject: SecuritySubject) -> Violation? {
    var names: [String] = []
    var types: [String] = []
    for volume in subject.spec["volumes"]?.array ?? [] {
      let type = volume.object?.names.first { $0 != "name" } ?? "unknown"
      if plainVolumes.contains(type) { continue }
      names.append(volume.containerName)
      types.append(type)
    }
    if names.isEmpty { return nil }
    let all = SecuritySubject.sorted(types)
    return Violation(
      reason: "restricted volume types",
      detail: (names.count == 1 ? "volume " : "volumes ") + SecuritySubject.quoted(names)
        + (names.count == 1 ? " uses" : " use") + " restricted volume type"
        + (all.count == 1 ? " " : "s ") + SecuritySubject.quoted(all))
  }

  private static func nonRoot(_ subject: SecuritySubject) -> Violation? {
    if subject.hasOwnUsers { return nil }
    let isPodBad = subject.pod?["runAsNonRoot"] == false
    let bad = subject.containers { $0?["runAsNonRoot"] == false }
    if isPodBad || !bad.isEmpty {
      return Violation(
        reason: "runAsNonRoot != true",
        detail: SecuritySubject.setters(pod: isPodBad, bad)
          + " must not set securityContext.runAsNonRoot=false")
    }
    if subject.pod?["runAsNonRoot"] == true { return nil }
    let silent = subject.containers { $0?["runAsNonRoot"] == nil }
    if silent.isEmpty { return nil }
    return Violation(
      reason: "runAsNonRoot != true",
      detail: "pod or \(SecuritySubject.containers(silent)) must set "
        + "securityContext.runAsNonRoot=true")
  }

  private static func rootUser(_ subject: SecuritySubject) -> Violation? {
    if subject.hasOwnUsers { return nil }
    let isPodBad = subject.pod?["runAsUser"] == 0
    let names = subject.containers { $0?["runAsUser"] == 0 }
    guard isPodBad || !names.isEmpty else { return nil }
    return Violation(
      reason: "runAsUser=0",
      detail: SecuritySubject.setters(pod: isPodBad, names) + " must not set runAsUser=0")
  }

  private static func seccompProfile(_ subject: SecuritySubject) -> Violation? {
    if let bad = subject.badSeccompProfiles { return bad }
    if subject.isWindows { return nil }
    let names = subject.withoutSeccompProfile
    if names.isEmpty { return nil }
    return Violation(
      reason: "seccompProfile",
      detail: "pod or \(SecuritySubject.containers(names)) must set "
        + "securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\"")
  }
}
