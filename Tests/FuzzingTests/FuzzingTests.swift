import Foundation
import Fuzzing
import Testing

/// Inputs that once broke podlab, and some that lead far in, as files by surface.
private func kept(_ surface: Surface) -> [(name: String, input: [UInt8])] {
  let folder = Bundle.module.resourceURL?.appendingPathComponent("Corpus/" + surface.rawValue)
  let names = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0.path) }
  return (names ?? []).sorted().compactMap { name in
    let file = folder?.appendingPathComponent(name).path ?? ""
    return FileManager.default.contents(atPath: file).map { (name, [UInt8]($0)) }
  }
}

@Suite struct FuzzingTests {
  /// More than this for one input is a hang, even in a slow build on a busy machine.
  private static let longest = Duration.seconds(120)
  /// How many are made up; `PODLAB_FUZZ_INPUTS` asks for more. Whole sessions take their time in an
  /// unoptimised build.
  private static func inputs(_ surface: Surface) -> Int {
    if let text = ProcessInfo.processInfo.environment["PODLAB_FUZZ_INPUTS"] {
      return Int(text) ?? 0
    }
    switch surface {
    case .sessions, .journal: return 3
    case .commands, .manifests, .lessons, .inside: return 10
    case .paths, .selectors: return 30
    }
  }

  /// What once broke podlab does not again, and what chance makes of it does not either.
  @Test(arguments: Surface.allCases)
  func nothingBreaksPodlab(surface: Surface) {
    let corpus = kept(surface)
    #expect(corpus.count > 2)
    let fuzzer = Fuzzer()
    for (name, input) in corpus { expectUnbroken(fuzzer, surface, input, "\(surface)/\(name)") }
    let seed: UInt64 = 1
    var mutator = Mutator(corpus.map(\.input), words: surface.words, seed: seed)
    for number in 0..<Self.inputs(surface) {
      let input = mutator.next()
      let text = String(decoding: input, as: UTF8.self).debugDescription
      expectUnbroken(fuzzer, surface, input, "seed \(seed), input \(number) of \(surface): \(text)")
    }
  }

  @Test func theSameSeedMakesTheSameInputs() {
    func some() -> [[UInt8]] {
      var mutator = Mutator([Array("get pods".utf8)], words: Surface.commands.words, seed: 3)
      return (0..<20).map { _ in mutator.next() }
    }
    #expect(some() == some())
    #expect(Set(some()).count > 15)
  }

  private func expectUnbroken(
    _ fuzzer: Fuzzer, _ surface: Surface, _ input: [UInt8], _ what: String
  ) {
    let began = ContinuousClock.now
    do throws(BrokenPromise) {
      try fuzzer.check(surface, input)
    } catch {
      Issue.record("\(what): \(error)")
    }
    #expect(ContinuousClock.now - began < Self.longest, "\(what)")
  }
}
