/// What `/etc/hosts` says.
struct HostsFile {
  let text: String

  init(_ text: String) { self.text = text }

  /// The first line that has a name.
  func line(of host: String) -> (address: String, names: [String])? {
    let wanted = host.lowercased()
    for line in text.split(separator: "\n") {
      let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let address = words.first, AddressRange.number(address) != nil,
        words.dropFirst().contains(where: { $0.lowercased() == wanted })
      else { continue }
      return (address, Array(words.dropFirst()))
    }
    return nil
  }
}
