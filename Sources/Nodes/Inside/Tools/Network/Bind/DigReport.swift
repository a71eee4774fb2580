import Engine

/// What came back when `dig` asked, as a whole message.
struct DigReport {
  let name: String
  let type: NameQuestion
  let server: String
  let time: SimTime
  let status: String
  let isAuthoritative: Bool
  /// Whether the server would have asked others.
  let canRecurse: Bool
  let answer: [ResourceLine]
  let authority: [ResourceLine]
  var additional: [ResourceLine] = []
  /// Names that the answer leads to, whose addresses come with it.
  let targets: [String]

  init(name: String, type: NameQuestion, _ reply: NameInquiry.Reply, at time: SimTime) {
    self.name = ResourceLine.whole(name)
    self.type = type
    self.time = time
    server = reply.server
    let isOfCluster = Self.isOfCluster(name, reply.answer)
    var records: [NameRecord] = []
    switch reply.answer {
    case .records(let found): (records, status) = (found, "NOERROR")
    case .noSuchName: status = "NXDOMAIN"
    case .failed, .refused, .silent: status = "SERVFAIL"
    }
    isAuthoritative = isOfCluster && status != "SERVFAIL"
    canRecurse = !isOfCluster && status != "SERVFAIL"
    answer = records.map(ResourceLine.init)
    let isOwnNothing = isAuthoritative && records.isEmpty
    authority =
      isOwnNothing ? [.clusterZone(serial: Int(time.seconds))] : []
    targets = records.compactMap { record in
      if case .service(_, _, let target, _) = record { return target }
      return nil
    }
  }

  /// Whether the cluster's own server knows this by itself.
  static func isOfCluster(_ name: String, _ answer: NameAnswer) -> Bool {
    let name = NameService.plain(name)
    if name.hasSuffix(".in-addr.arpa") { return answer != .noSuchName }
    return name == NameService.domain || name.hasSuffix("." + NameService.domain)
  }

  static func heading(_ words: [String], hasNamedServer: Bool) -> String {
    "\n; <<>> DiG \(Dig.version) <<>> \(words.joined(separator: " "))\n"
      + (hasNamedServer ? "; (1 server found)\n" : "") + ";; global options: +cmd\n"
  }

  func text(_ wish: DigWish) -> String {
    if wish.isShort { return answer.map { $0.data + "\n" }.joined() }
    var text = ""
    if wish.shown.contains(.comments) { text += comments(wish) }
    if wish.shown.contains(.question) {
      text += title("QUESTION", wish) + ResourceLine.question(name, type) + "\n"
      text += wish.shown.contains(.comments) ? "\n" : ""
    }
    let sections: [(part: DigWish.Part, title: String, lines: [ResourceLine])] = [
      (.answer, "ANSWER", answer), (.authority, "AUTHORITY", authority),
      (.additional, "ADDITIONAL", additional),
    ]
    for section in sections where wish.shown.contains(section.part) && !section.lines.isEmpty {
      text += title(section.title, wish) + section.lines.map { $0.text + "\n" }.joined()
      text += wish.shown.contains(.comments) ? "\n" : ""
    }
    if wish.shown.contains(.stats) { text += statistics }
    return text
  }

  private func title(_ name: String, _ wish: DigWish) -> String {
    wish.shown.contains(.comments) ? ";; \(name) SECTION:\n" : ""
  }

  private func comments(_ wish: DigWish) -> String {
    var text = ";; Got answer:\n"
    if name.hasSuffix(".local.") {
      text += ";; WARNING: .local is reserved for Multicast DNS\n"
      text += ";; You are currently testing what happens when an mDNS query is leaked to DNS\n"
    }
    text += ";; ->>HEADER<<- opcode: QUERY, status: \(status), id: \(number & 0xffff)\n"
    let flags = [
      "qr", isAuthoritative ? "aa" : "", wish.asksForRecursion ? "rd" : "", canRecurse ? "ra" : "",
    ]
    text += ";; flags: \(flags.filter { !$0.isEmpty }.joined(separator: " ")); QUERY: 1, "
    text += "ANSWER: \(answer.count), AUTHORITY: \(authority.count), "
    text += "ADDITIONAL: \(additional.count + 1)\n"
    if wish.asksForRecursion, !canRecurse {
      text += ";; WARNING: recursion requested but not available\n"
    }
    return text + "\n;; OPT PSEUDOSECTION:\n; EDNS: version: 0, flags:; udp: 1232\n"
      + "; COOKIE: \(cookie) (echoed)\n"
  }

  private var statistics: String {
    ";; Query time: 0 msec\n;; SERVER: \(server)#53(\(server)) (UDP)\n;; WHEN: "
      + DateFormat(time).text("%a %b %d %H:%M:%S %Z %Y") + "\n;; MSG SIZE  rcvd: \(bytes)\n\n"
  }

  /// A header of 12, the question, all records, and 23 for the extension with its cookie.
  private var bytes: Int {
    (answer + authority + additional).reduce(12 + ResourceLine.bytes(of: name) + 4 + 23) {
      $0 + $1.bytes
    }
  }

  /// A number that looks drawn and is the same whenever the same is asked at the same time.
  private var number: UInt64 {
    var number: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in "\(time.milliseconds) \(name) \(type)".utf8 {
      number = (number ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return number ^ number >> 29
  }

  private var cookie: String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
