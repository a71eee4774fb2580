import Engine

/// What came of looking for the address of a name.
enum NameLookup: Hashable, Sendable {
  /// In the order in which they were answered, under the name that was found.
  case found([String], name: String)
  case unknown
  /// No name server answered, and that took so long.
  case failed(after: SimSpan)

  var address: String? {
    if case .found(let addresses, _) = self { return addresses.first }
    return nil
  }
}

extension ClusterNetwork {
  /// Asks a name server, wherever its address leads.
  mutating func ask(
    nameServer: String, _ name: String, _ question: NameQuestion, from client: NetworkClient,
    at now: SimTime
  ) -> NameAnswer {
    // A pod has no name server of its own on its loopback interface.
    if !client.isHost, nameServer.hasPrefix("127.") { return .refused }
    if nameServer == ResolverFile.machineServer { return OutsideNames.answer(name, question) }
    switch route(to: nameServer, port: 53, by: .udp, from: client, at: now) {
    case .pod(let address, let port, _):
      guard let place = podPlace(at: address), let sandbox = sandbox(of: place.pod) else {
        return .silent
      }
      let isThere = sandbox.listeners.contains { $0.port == port }
      return isThere ? NameService(state: state).answer(name, question) : .refused
    case .node(let name, let port, _):
      let isThere = hostListeners(on: name, besides: nil).contains { $0.port == port }
      return isThere ? NameService(state: state).answer(name, question) : .refused
    case .apiServer, .refused: return .refused
    case .lost, .unreachable: return .silent
    }
  }

  /// Looks for the addresses of a name as the C library does: every completion of it in turn.
  mutating func look(
    for name: String, _ resolver: ResolverFile, from client: NetworkClient, at now: SimTime
  ) -> NameLookup {
    var silence = SimSpan.zero
    var isSilent = false
    for candidate in resolver.candidates(for: name) {
      for server in resolver.servers {
        switch ask(nameServer: server, candidate, .a, from: client, at: now) {
        case .records(let records):
          let addresses = records.compactMap { record -> String? in
            if case .address(_, let address) = record { return address }
            return nil
          }
          if !addresses.isEmpty { return .found(addresses, name: NameService.plain(candidate)) }
        case .noSuchName: break
        case .failed, .refused:
          isSilent = true
          continue
        case .silent:
          isSilent = true
          silence = silence + .seconds(resolver.patience)
          continue
        }
        break
      }
      // Nobody there for the first is nobody there for the rest.
      if isSilent { return .failed(after: silence) }
    }
    return .unknown
  }
}
