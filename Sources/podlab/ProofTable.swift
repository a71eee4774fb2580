import Shell

/// How much each lesson has to prove, in columns.
struct ProofTable {
  private let rows: [[String]]

  init(_ proofs: [Proof]) {
    // Questions that are only talked about have nothing to prove.
    let numbers = proofs.filter { $0.tally.steps > 0 }.map { proof in
      let tally = proof.tally
      return [proof.title]
        + [tally.steps, tally.checks, tally.mustFail, tally.alternatives, tally.advice]
        .map(String.init) + [proof.findings.isEmpty ? "proved" : "\(proof.findings.count) found"]
    }
    rows =
      [["LESSON", "STEPS", "CHECKS", "MUST-FAILS", "ALSO-WORKS", "ADVICE", "RESULT"]] + numbers
  }

  var text: String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      var line = cells.joined(separator: "  ")
      while line.hasSuffix(" ") { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
