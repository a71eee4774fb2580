import Foundation
import Fuzzing

#if DEBUG
  /// Without optimisation there is no loop: SwiftPM gives the program another `main` then.
  func runLoop(_ surface: Surface, _ words: [String]) -> CInt {
    complain("libFuzzer needs a release build")
    return 2
  }
#else
  /// libFuzzer's loop; it calls back with every input it makes up.
  @_silgen_name("LLVMFuzzerRunDriver")
  private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ tryOne: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
  ) -> CInt

  /// What the loop tries, and with what: it runs on one thread.
  nonisolated(unsafe) private let fuzzer = Fuzzer()
  nonisolated(unsafe) private var tried = Surface.commands

  /// Runs libFuzzer's loop on one surface, with its own words.
  func runLoop(_ surface: Surface, _ words: [String]) -> CInt {
    tried = surface
    // What every input begins with is not counted to the first.
    _ = fault(of: [], on: surface, by: fuzzer)
    var arguments = ([CommandLine.arguments[0]] + words).map { strdup($0) } + [nil]
    var count = CInt(arguments.count - 1)
    return arguments.withUnsafeMutableBufferPointer { buffer in
      var start = buffer.baseAddress
      return runDriver(&count, &start) { data, size in
        let input = Array(UnsafeBufferPointer(start: data, count: size))
        if let fault = fault(of: input, on: tried, by: fuzzer) {
          complain(fault)
          abort()
        }
        return 0
      }
    }
  }
#endif
