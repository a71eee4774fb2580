/// Who asks the API server for something.
public struct Requester: Hashable, Sendable {
  public var name: String
  public var groups: [String]

  /// Whoever set the cluster up, as kubeadm's `admin.conf` names him.
  public static let administrator = Requester(
    name: "kubernetes-admin", groups: ["kubeadm:cluster-admins", "system:authenticated"])

  private init(name: String, groups: [String]) {
    self.name = name
    self.groups = groups
  }

  /// Somebody the administrator speaks for. The server adds the groups that everybody of this sort
  /// is in.
  public init(impersonating name: String, groups: [String] = []) {
    self.name = name
    self.groups = groups
    if groups.isEmpty, let account = Self.serviceAccount(name) {
      self.groups = [
        "system:serviceaccounts", "system:serviceaccounts:\(account.namespace)",
      ]
    }
    let everybody =
      name == "system:anonymous" ? "system:unauthenticated" : "system:authenticated"
    if !self.groups.contains(everybody) { self.groups.append(everybody) }
  }

  /// The service account that a user name such as `system:serviceaccount:default:robot` means.
  public static func serviceAccount(_ name: String) -> (namespace: String, name: String)? {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, parts[0] == "system", parts[1] == "serviceaccount" else { return nil }
    return (parts[2], parts[3])
  }
}
