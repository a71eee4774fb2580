import Foundation
import Kubectl

/// Where output goes.
enum Screen {
  static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  static func write(_ chunk: Reply.Chunk) {
    switch chunk.stream {
    case .out: write(chunk.text)
    case .err: FileHandle.standardError.write(Data(chunk.text.utf8))
    }
  }
}
