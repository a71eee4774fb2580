import Lessons

/// What programs are told by ConfigMaps and Secrets.
extension FaultKind {
  static let configurations: [FaultKind] = [
    FaultKind(
      id: "missing-config-key", area: .configuration, level: .junior, parts: [.orders, .stock],
      grounds: { [.workload($0), .settings($0)] },
      story: { part, shop, _ in
        let name = shop.name(part)
        let key = part == .orders ? "stock-url" : "region"
        let value = part == .orders ? shop.stockAddress : "north"
        return FaultStory(
          cause: "the ConfigMap \(name) lost a key that \(name) reads",
          happened: "the keys of the ConfigMap \(name) were renamed, and \(name) restarted",
          commands: [
            patch(
              "configmap", name,
              "\"data\":{\"\(key)\":null,\"\(key.replacing("-", with: "_"))-new\":\"\(value)\"}"),
            restart(part, shop),
          ],
          repair: [patch("configmap", name, "\"data\":{\"\(key)\":\"\(value)\"}")],
          sooner: "the pods' status: CreateContainerConfigError names map and key",
          prevention: "version ConfigMaps by name, so that map and pods change together")
      }),
    FaultKind(
      id: "wrong-backend-address", area: .configuration, level: .junior,
      grounds: { _ in [.settings(.orders), .workload(.orders)] },
      story: { _, shop, _ in
        let name = shop.theme.orders
        let wrong = "http://\(shop.theme.stock)-v2:\(shop.servicePort(.stock))"
        return FaultStory(
          cause: "\(name) is told an address of \(shop.theme.stock) that does not exist",
          happened: "the ConfigMap \(name) was pointed at a new \(shop.theme.stock)",
          commands: [
            patch("configmap", name, "\"data\":{\"stock-url\":\"\(wrong)\"}"),
            restart(.orders, shop),
          ],
          repair: [
            patch("configmap", name, "\"data\":{\"stock-url\":\"\(shop.stockAddress)\"}"),
            restart(.orders, shop),
          ],
          sooner: "the logs of \(name): no such host, with the name it looked for",
          prevention: "let readiness cover what a program cannot work without, with care")
      }),
    FaultKind(
      id: "wrong-front-configuration", area: .configuration, level: .junior,
      grounds: { _ in [.settings(.front), .workload(.front)] },
      story: { _, shop, _ in
        let name = shop.theme.front
        return FaultStory(
          cause: "\(name) sends requests to a port of \(shop.theme.orders) that is not open",
          happened: "the nginx configuration of \(name) was changed, and \(name) restarted",
          commands: [frontSettings(shop, port: 8000), restart(.front, shop)],
          repair: [
            frontSettings(shop, port: shop.servicePort(.orders)), restart(.front, shop),
          ],
          sooner: "the error log of nginx names the upstream it could not reach",
          prevention: "send one request through the new configuration before users do")
      }),
    FaultKind(
      id: "half-rotated-password", area: .configuration, level: .mid,
      grounds: { _ in [.password, .workload(.cart), .workload(.orders)] },
      story: { _, shop, _ in
        FaultStory(
          cause: "the password of \(shop.theme.cart) was changed for its clients only",
          happened: "the Secret \(shop.secret) was rotated, and \(shop.theme.orders) restarted",
          commands: [
            patch(
              "secret", shop.secret, "\"stringData\":{\"password\":\"\(shop.password)-new\"}"),
            restart(.orders, shop),
          ],
          repair: [restart(.cart, shop)],
          sooner: "the logs of \(shop.theme.orders): WRONGPASS",
          prevention: "let servers take the old and the new password while one is rotated")
      }),
  ]

  private static func frontSettings(_ shop: Shop, port: Int) -> String {
    let text = shop.site(port: port).replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    return patch(
      "configmap", shop.theme.front, "\"data\":{\"default.conf\":\"\(text)\\n\"}")
  }
}
