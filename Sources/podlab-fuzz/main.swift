// `podlab-fuzz SURFACE [LIBFUZZER'S WORDS…]`: libFuzzer around the promises in Fuzzing.
// `podlab-fuzz words SURFACE`: a dictionary for it.
// `podlab-fuzz blind SURFACE SECONDS SEED FOLDER…`: the seeded mutator instead, where nothing is
// built with counters; what is being tried lies in the file `tried-SURFACE`.
// `.ci/fuzz` builds and runs it.
import Foundation
import Fuzzing

var words = CommandLine.arguments.dropFirst()
let manner = ["words", "blind"].contains(words.first) ? words.removeFirst() : "loop"
guard let name = words.popFirst(), let surface = Surface(rawValue: name) else {
  complain("which? \(Surface.allCases.map(\.rawValue).joined(separator: ", "))")
  exit(2)
}
switch manner {
case "words":
  for word in Set(surface.words).sorted() { print(dictionaryEntry(word)) }
case "blind":
  let numbers = words.prefix(2).compactMap { UInt64($0) }
  guard numbers.count == 2 else {
    complain("for how many seconds, and with which seed?")
    exit(2)
  }
  tryBlindly(
    surface, seconds: Double(numbers[0]), seed: numbers[1], folders: Array(words.dropFirst(2)))
default: exit(runLoop(surface, Array(words)))
}
