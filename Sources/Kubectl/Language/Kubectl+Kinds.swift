import Objects

extension Kubectl {
  /// The kinds that the words of a line speak of: `cs`, `lease/kube-scheduler`, `nodes,leases`.
  public static func kinds(spokenOfIn line: [String]) -> Set<Kind> {
    var kinds: Set<Kind> = []
    for word in line.flatMap({ $0.split(separator: ",") }) where !word.hasPrefix("-") {
      let first = word.split(separator: "/", maxSplits: 1).first.map(String.init) ?? ""
      if let kind = try? Kind(kubectlWord: first) { kinds.insert(kind) }
    }
    return kinds
  }
}
