/// One run of a text tool on texts that are all there: `TextProgram` without a process.
struct TextFilterRun<Reader: TextTool> {
  private var tool: Reader
  private let name: String
  private let files: TextFiles
  private var page: Page
  private var status = 0

  init(_ tool: Reader, name: String, _ files: TextFiles) {
    self.tool = tool
    self.name = name
    self.files = files
    page = Page(files: { try? files.bytes(of: $0).get() })
  }

  mutating func outcome() -> TextFilter.Outcome {
    if insist({ $0.begin(&$1) }) {
      for path in tool.paths.isEmpty ? ["-"] : tool.paths where !readThrough(path) { break }
    }
    status = max(status, insist { $0.end(&$1) })
    if tool.isEndless { complain("this would never end") }
    for part in page.written { complain("\(part.path): files are written by > and tee only") }
    return TextFilter.Outcome(
      output: String(decoding: page.output, as: UTF8.self), errors: page.errors,
      status: Int32(clamping: status))
  }

  /// False when the tool needs no more files.
  private mutating func readThrough(_ path: String) -> Bool {
    switch files.bytes(of: path) {
    case .failure(let failure):
      let complaint = tool.complaint(path, failure.reason)
      if !complaint.isEmpty { page.errors += "\(name): \(complaint)\n" }
      status = max(status, Reader.missingStatus)
      return true
    case .success(let bytes):
      tool.open(path, &page)
      for line in TextLine.all(bytes) where !insist({ $0.take(line, &$1) }) { break }
      return insist { $0.close(&$1) }
    }
  }

  /// Does a step again as long as the tool asks for a command, of which there is none here.
  private mutating func insist<Result>(
    _ step: (inout Reader, inout Page) -> Result
  ) -> Result {
    var result = step(&tool, &page)
    while tool.wish != nil, !tool.isEndless {
      complain("commands cannot be run from here")
      tool.answer([], 127)
      result = step(&tool, &page)
    }
    return result
  }

  private mutating func complain(_ text: String) {
    page.errors += "\(name): \(text)\n"
    status = max(status, 1)
  }
}
