import Objects

extension PodSecurityCheck {
  /// What keeps known ways out of a container shut.
  static var baseline: [PodSecurityCheck] {
    [
      PodSecurityCheck(id: "appArmorProfile", level: .baseline, violation: appArmor),
      PodSecurityCheck(id: "capabilities_baseline", level: .baseline, violation: capabilities),
      PodSecurityCheck(id: "hostNamespaces", level: .baseline, violation: hostNamespaces),
      PodSecurityCheck(id: "hostPathVolumes", level: .baseline, violation: hostPaths),
      PodSecurityCheck(id: "hostPorts", level: .baseline, violation: hostPorts),
      PodSecurityCheck(
        id: "hostProbesAndHostLifecycle", level: .baseline, since: 34, violation: hostProbes),
      PodSecurityCheck(id: "privileged", level: .baseline, violation: privileged),
      PodSecurityCheck(id: "procMount", level: .baseline, violation: procMount),
      PodSecurityCheck(id: "seLinuxOptions", level: .baseline, violation: seLinux),
      PodSecurityCheck(id: "seccompProfile_baseline", level: .baseline, violation: seccomp),
      PodSecurityCheck(id: "sysctls", level: .baseline, violation: sysctls),
      PodSecurityCheck(id: "windowsHostProcess", level: .baseline, violation: hostProcess),
    ]
  }

  private static func appArmor(_ subject: SecuritySubject) -> Violation? {
    let type = ["appArmorProfile", "type"]
    func isBad(_ context: APIValue?) -> Bool {
      guard let word = context?.value(at: type)?.string else { return false }
      return word != "RuntimeDefault" && word != "Localhost"
    }
    let containers = subject.containers(where: isBad)
    var details: [String] = []
    if isBad(subject.pod) || !containers.isEmpty {
      details.append(
        SecuritySubject.setters(pod: isBad(subject.pod), containers)
          + " must not set AppArmor profile type to \"Unconfined\"")
    }
    let prefix = "container.apparmor.security.beta.kubernetes.io/"
    for (key, value) in subject.annotations where key.hasPrefix(prefix) {
      let isFine = value.isEmpty || value == "runtime/default" || value.hasPrefix("localhost/")
      if !isFine { details.append("\(key)=\"\(value)\"") }
    }
    if details.isEmpty { return nil }
    let reason = "forbidden AppArmor profile" + (details.count == 1 ? "" : "s")
    return Violation(reason: reason, detail: details.joined(separator: ", "))
  }

  private static let usualCapabilities: Set<String> = [
    "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD",
    "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
  ]

  private static func capabilities(_ subject: SecuritySubject) -> Violation? {
    var added: [String] = []
    let names = subject.containers {
      let unusual = $0.words(["capabilities", "add"]).filter { !usualCapabilities.contains($0) }
      added += unusual
      return !unusual.isEmpty
    }
    if names.isEmpty { return nil }
    return Violation(
      reason: "non-default capabilities",
      detail: "\(SecuritySubject.containers(names)) must not include "
        + "\(SecuritySubject.quoted(SecuritySubject.sorted(added))) in "
        + "securityContext.capabilities.add")
  }

  private static func hostNamespaces(_ subject: SecuritySubject) -> Violation? {
    let shared = ["hostNetwork", "hostPID", "hostIPC"].filter { subject.spec[$0] == true }
    if shared.isEmpty { return nil }
    return Violation(
      reason: "host namespaces", detail: shared.map { "\($0)=true" }.joined(separator: ", "))
  }

  private static func hostPaths(_ subject: SecuritySubject) -> Violation? {
    let names = (subject.spec["volumes"]?.array ?? []).filter { $0["hostPath"] != nil }
      .map(\.containerName)
    if names.isEmpty { return nil }
    return Violation(
      reason: "hostPath volumes",
      detail: (names.count == 1 ? "volume " : "volumes ") + SecuritySubject.quoted(names))
  }

  private static func hostPorts(_ subject: SecuritySubject) -> Violation? {
    var ports: [String] = []
    var names: [String] = []
    for container in subject.containers {
      let own = (container["ports"]?.array ?? []).compactMap { $0["hostPort"]?.integer }
        .filter { $0 != 0 }
      ports += own.map { "\($0)" }
      if !own.isEmpty { names.append(container.containerName) }
    }
    if names.isEmpty { return nil }
    let all = SecuritySubject.sorted(ports)
    return Violation(
      reason: "hostPort",
      detail: SecuritySubject.containers(names) + (names.count == 1 ? " uses " : " use ")
        + (all.count == 1 ? "hostPort " : "hostPorts ") + all.joined(separator: ", "))
  }

  private static func hostProbes(_ subject: SecuritySubject) -> Violation? {
    let places = [
      ["livenessProbe"], ["readinessProbe"], ["startupProbe"], ["lifecycle", "postStart"],
      ["lifecycle", "preStop"],
    ]
    var hosts: [String] = []
    var names: [String] = []
    for container in subject.containers {
      let own = places.flatMap { place in
        ["httpGet", "tcpSocket"].compactMap {
          container.value(at: place + [$0, "host"])?.string
        }
      }.filter { !$0.isEmpty }
      hosts += own
      if !own.isEmpty { names.append(container.containerName) }
    }
    if names.isEmpty { return nil }
    let all = SecuritySubject.sorted(hosts)
    return Violation(
      reason: "probe or lifecycle host",
      detail: SecuritySubject.containers(SecuritySubject.sorted(names))
        + (names.count == 1 ? " uses " : " use ") + "probe or lifecycle host"
        + (all.count == 1 ? " " : "s ") + SecuritySubject.quoted(all))
  }

  private static func privileged(_ subject: SecuritySubject) -> Violation? {
    let names = subject.containers { $0?["privileged"] == true }
    if names.isEmpty { return nil }
    return Violation(
      reason: "privileged",
      detail: "\(SecuritySubject.containers(names)) must not set securityContext.privileged=true")
  }

  private static func procMount(_ subject: SecuritySubject) -> Violation? {
    if subject.hasOwnUsers { return nil }
    var types: [String] = []
    let names = subject.containers {
      guard let type = $0?["procMount"]?.string, type != "Default" else { return false }
      types.append(type)
      return true
    }
    if names.isEmpty { return nil }
    return Violation(
      reason: "procMount",
      detail: "\(SecuritySubject.containers(names)) must not set securityContext.procMount to "
        + SecuritySubject.quoted(SecuritySubject.sorted(types)))
  }

  private static func seLinux(_ subject: SecuritySubject) -> Violation? {
    var known: Set<String> = ["", "container_t", "container_init_t", "container_kvm_t"]
    if subject.minor >= 31 { known.insert("container_engine_t") }
    var types: [String] = []
    var isUserSet = false
    var isRoleSet = false
    func isBad(_ context: APIValue?) -> Bool {
      guard let options = context?["seLinuxOptions"] else { return false }
      let type = options["type"]?.string ?? ""
      let hasUser = !(options["user"]?.string ?? "").isEmpty
      let hasRole = !(options["role"]?.string ?? "").isEmpty
      if !known.contains(type) { types.append(type) }
      isUserSet = isUserSet || hasUser
      isRoleSet = isRoleSet || hasRole
      return !known.contains(type) || hasUser || hasRole
    }
    let isPodBad = isBad(subject.pod)
    let names = subject.containers(where: isBad)
    guard isPodBad || !names.isEmpty else { return nil }
    var data: [String] = []
    let all = SecuritySubject.sorted(types)
    if !all.isEmpty {
      data.append((all.count == 1 ? "type " : "types ") + SecuritySubject.quoted(all))
    }
    if isUserSet { data.append("user may not be set") }
    if isRoleSet { data.append("role may not be set") }
    return Violation(
      reason: "seLinuxOptions",
      detail: SecuritySubject.setters(pod: isPodBad, names)
        + " set forbidden securityContext.seLinuxOptions: " + data.joined(separator: "; "))
  }

  private static func seccomp(_ subject: SecuritySubject) -> Violation? {
    subject.badSeccompProfiles
  }

  private static func sysctls(_ subject: SecuritySubject) -> Violation? {
    var safe: Set<String> = [
      "kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.tcp_syncookies",
      "net.ipv4.ping_group_range", "net.ipv4.ip_unprivileged_port_start",
    ]
    if subject.minor >= 27 { safe.insert("net.ipv4.ip_local_reserved_ports") }
    if subject.minor >= 29 {
      for name in ["keepalive_time", "fin_timeout", "keepalive_intvl", "keepalive_probes"] {
        safe.insert("net.ipv4.tcp_" + name)
      }
    }
    if subject.minor >= 32 { safe.formUnion(["net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem"]) }
    let unsafe = (subject.pod?["sysctls"]?.array ?? []).map(\.containerName)
      .filter { !safe.contains($0) }
    if unsafe.isEmpty { return nil }
    return Violation(reason: "forbidden sysctls", detail: unsafe.joined(separator: ", "))
  }

  private static func hostProcess(_ subject: SecuritySubject) -> Violation? {
    func isBad(_ context: APIValue?) -> Bool {
      context?.value(at: ["windowsOptions", "hostProcess"]) == true
    }
    let names = subject.containers(where: isBad)
    guard isBad(subject.pod) || !names.isEmpty else { return nil }
    return Violation(
      reason: "hostProcess",
      detail: SecuritySubject.setters(pod: isBad(subject.pod), names)
        + " must not set securityContext.windowsOptions.hostProcess=true")
  }
}

extension SecuritySubject {
  private static let seccompType = ["seccompProfile", "type"]

  /// Whoever asks for a seccomp profile other than the runtime's or one of the node's.
  var badSeccompProfiles: PodSecurityCheck.Violation? {
    var values: [String] = []
    func isBad(_ context: APIValue?) -> Bool {
      guard let type = context?.value(at: Self.seccompType)?.string,
        type != "RuntimeDefault", type != "Localhost"
      else { return false }
      values.append(type)
      return true
    }
    let isPodBad = isBad(pod)
    let names = containers(where: isBad)
    guard isPodBad || !names.isEmpty else { return nil }
    return PodSecurityCheck.Violation(
      reason: "seccompProfile",
      detail: Self.setters(pod: isPodBad, names)
        + " must not set securityContext.seccompProfile.type to "
        + Self.quoted(Self.sorted(values)))
  }

  /// The containers that have no seccomp profile, not even the pod's.
  var withoutSeccompProfile: [String] {
    if pod?.value(at: Self.seccompType) != nil { return [] }
    return containers { $0?.value(at: Self.seccompType) == nil }
  }
}

extension APIValue? {
  /// The words of a list somewhere below.
  func words(_ path: [String]) -> [String] {
    (self?.value(at: path)?.array ?? []).compactMap(\.string)
  }
}
