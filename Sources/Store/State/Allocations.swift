/// Numbers that are handed out once: cluster IPs, node ports, pod CIDRs.
struct Allocations: Sendable, Equatable {
  /// The next node's pod network: `10.244.N.0/24`.
  var nextPodNetwork = 0
  /// The host part of the next Service address in 10.96.0.0/12; 1 is the API server's.
  var nextServiceAddress = 1
}
