import Engine
import Objects
import Store
import Testing

@testable import Controllers

/// Whatever happens, evictions leave as many pods healthy as the budget wants.
@Suite struct DisruptionPropertyTests {
  @Test(arguments: UInt64(1)...15)
  func evictionsNeverViolateABudget(_ seed: UInt64) throws {
    var chance = SeededRandom(seed: seed)
    let budgets: [(IntOrString?, IntOrString?)] = [
      (.int(2), nil), (.string("60%"), nil), (nil, .int(1)), (nil, .string("40%")),
    ]
    let (least, most) = budgets[Int.random(in: 0..<4, using: &chance)]
    var harness = DisruptionTests.harness(
      Int.random(in: 2...6, using: &chance), DisruptionTests.budget(least: least, most: most))
    var granted = 0
    for _ in 0..<80 {
      switch Int.random(in: 0..<8, using: &chance) {
      case 0..<4: granted += try evictOne(&harness, &chance) ? 1 : 0
      case 4: serveOne(&harness, &chance)
      case 5: flipOne(&harness, &chance)
      case 6: scale(&harness, to: Int.random(in: 1...6, using: &chance))
      default:
        harness.run(until: harness.now + .seconds(Int64.random(in: 1...90, using: &chance)))
      }
    }
    harness.runPods()
    let status = try DisruptionTests.status(harness)
    #expect(status.granted.isEmpty && status.currentHealthy == status.expectedPods)
    // Two pods of which 60 % must stay cannot be moved at all; everybody else can.
    #expect(granted > 0 || least != nil, "seed \(seed) evicted nobody")
  }

  /// Asks for a random pod's eviction, at times before the controllers have seen the last one.
  private func evictOne(
    _ harness: inout Harness, _ chance: inout SeededRandom
  ) throws -> Bool {
    guard let pod = harness.state.all(Pod.self).randomElement(using: &chance) else { return false }
    if Bool.random(using: &chance) { harness.settle() }
    let wanted = try DisruptionTests.status(harness).desiredHealthy
    let counts = pod.isReady && !pod.metadata.isDeleting
    guard (try? harness.submit(.evict(pod: pod.key, DeleteOptions()))) != nil else { return false }
    let healthy = harness.state.all(Pod.self).count { $0.isReady && !$0.metadata.isDeleting }
    if counts { #expect(healthy >= wanted, "\(healthy) of \(wanted) after \(pod.metadata.name)") }
    return counts
  }

  private func serveOne(_ harness: inout Harness, _ chance: inout SeededRandom) {
    let waiting = harness.state.all(Pod.self).filter(harness.needsKubelet)
    if let pod = waiting.randomElement(using: &chance) { harness.serve(pod) }
    harness.settle()
  }

  /// A pod falls ill, or recovers; the controllers hear of it at once.
  private func flipOne(_ harness: inout Harness, _ chance: inout SeededRandom) {
    let running = harness.state.all(Pod.self).filter {
      $0.status.phase == .running && !$0.metadata.isDeleting
    }
    guard var pod = running.randomElement(using: &chance) else { return }
    pod.status.conditions.set(
      PodCondition("Ready", ConditionStatus(!pod.isReady), at: harness.now.wholeSecond))
    harness.attempt(.updateStatus(pod))
    harness.settle()
  }

  private func scale(_ harness: inout Harness, to count: Int) {
    guard var deployment = harness.state.get(Deployment.self, "web", in: "default") else { return }
    deployment.spec.replicas = count
    harness.attempt(.update(deployment))
    harness.settle()
  }
}
