import Foundation

/// A table of facts about kubectl 1.36 that lies beside the tests.
struct ReferenceTable {
  let rows: [[String]]

  init(_ name: String) {
    let file = Bundle.module.bundleURL.appendingPathComponent("Reference/\(name)")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
