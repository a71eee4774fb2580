import Objects
import Simulation
import Store

/// Commands that faults and their repairs are made of.
extension FaultKind {
  typealias Story = @Sendable (ShopPart, Shop, World) -> FaultStory

  /// Changes fields of an object; `fields` is the inside of a JSON object.
  static func patch(_ type: String, _ name: String, _ fields: String) -> String {
    "kubectl patch \(type) \(name) -p '{\(fields)}'"
  }

  /// Changes fields of a pod template.
  static func patchPod(_ type: String, _ name: String, _ fields: String) -> String {
    patch(type, name, "\"spec\":{\"template\":{\"spec\":{\(fields)}}}")
  }

  /// Changes fields of one container of a pod template.
  static func patch(
    _ type: String, _ name: String, container: String, _ fields: String
  ) -> String {
    patchPod(type, name, "\"containers\":[{\"name\":\"\(container)\",\(fields)}]")
  }

  /// Takes a field away.
  static func remove(_ type: String, _ name: String, _ path: String) -> String {
    "kubectl patch \(type) \(name) --type=json -p '[{\"op\":\"remove\",\"path\":\"\(path)\"}]'"
  }

  static func restart(_ part: ShopPart, _ shop: Shop) -> String {
    "kubectl rollout restart \(shop.workload(part))"
  }

  /// Creates or changes what a text describes.
  static func apply(_ text: String) -> String { "kubectl apply -f - <<'END'\n\(text)\nEND" }

  /// The node that the only pod of the cart is on.
  static func cartNode(_ shop: Shop, _ world: World) -> String {
    let pod = world.state.get(Pod.self, "\(shop.theme.cart)-0", in: shop.namespace)
    return pod?.spec.nodeName ?? shop.workers[0]
  }
}
