import Foundation
import Fuzzing

/// No input may keep a processor busy for longer; an unoptimised build takes longer for all.
#if DEBUG || UNOPTIMISED
  let mostSeconds = 8.0
#else
  let mostSeconds = 1.0
#endif

func complain(_ text: String) {
  FileHandle.standardError.write(Data("podlab-fuzz: \(text)\n".utf8))
}

/// Seconds of processor time that this program has used.
func secondsUsed() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// A word as libFuzzer's dictionaries have it.
func dictionaryEntry(_ word: String) -> String {
  let bytes = word.utf8.map { byte in
    let hex = String(byte, radix: 16)
    return "\\x" + (hex.count < 2 ? "0" + hex : hex)
  }
  return "\"\(bytes.joined())\""
}

/// Tries one input; what is wrong with it, or nil.
func fault(of input: [UInt8], on surface: Surface, by fuzzer: Fuzzer) -> String? {
  let began = secondsUsed()
  do throws(BrokenPromise) {
    try fuzzer.check(surface, input)
  } catch {
    return "broken: \(error)"
  }
  let used = secondsUsed() - began
  return used > mostSeconds ? "slow: \(used) seconds" : nil
}

// MARK: - Blindly

/// Tries what the mutator makes up, and keeps what is at fault beside the corpus.
func tryBlindly(_ surface: Surface, seconds: Double, seed: UInt64, folders: [String]) {
  let files = folders.flatMap { folder in
    (FileManager.default.subpaths(atPath: folder) ?? []).sorted().map { folder + "/" + $0 }
  }
  let seeds = files.compactMap { FileManager.default.contents(atPath: $0).map { [UInt8]($0) } }
  let fuzzer = Fuzzer()
  var mutator = Mutator(seeds, words: surface.words, seed: seed)
  let tried = URL(fileURLWithPath: "tried-\(surface.rawValue)")
  var known: Set<String> = []
  var count = 0
  let began = secondsUsed()
  while count < seeds.count || secondsUsed() - began < seconds {
    let input = count < seeds.count ? seeds[count] : mutator.next()
    count += 1
    try? Data(input).write(to: tried)
    guard let fault = fault(of: input, on: surface, by: fuzzer) else { continue }
    if known.insert(String(fault.prefix(60))).inserted {
      complain("input \(count): \(fault)")
      try? Data(input).write(to: URL(fileURLWithPath: "found-\(surface.rawValue)-\(count)"))
    }
  }
  complain("\(surface.rawValue): \(count) inputs, seed \(seed)")
}
