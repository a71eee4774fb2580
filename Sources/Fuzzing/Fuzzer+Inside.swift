import Engine
import Shell

extension Fuzzer {
  /// A script in a container: in the first half of inputs in busybox's shell, else in Debian's; it
  /// gets a minute.
  func checkInside(_ text: String) throws(BrokenPromise) {
    var session = furnished
    let began = session.now
    let isSmall = (text.utf8.first ?? 0) & 1 == 0
    let target = isSmall ? "box -- sh" : "deb -- bash"
    session.run("timeout 60 kubectl exec \(target) -c \(Self.quoted(text))")
    try require(session.now - began <= .seconds(61), "a minute is a minute")
    try require(standIn.bytesShown < 50_000_000, "nobody prints for ever")
    // Whatever it has done there, the cluster goes on.
    session.run("advance 30s; kubectl get pods; kubectl logs box --tail=5")
  }
}
