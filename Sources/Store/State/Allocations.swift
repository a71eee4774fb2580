/// Numbers that are handed out once.
struct Allocations: Sendable, Equatable {
  /// The host part of the next Service address in 10.96.0.0/12; 1 is the API server's.
  var nextServiceAddress = 1
}
