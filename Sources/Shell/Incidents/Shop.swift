import Engine
import Objects

/// A part of the shop.
enum ShopPart: String, CaseIterable, Sendable {
  /// What users reach: nginx, which sends everything on to ``orders``.
  case front
  /// The program that does the work. It asks ``stock`` and ``cart`` first.
  case orders
  case stock
  /// A redis with a disk.
  case cart
}

/// A small shop as a team might run it: what its parts are called, where they run, how many there
/// are, how many users it has. All of it comes from a seed.
struct Shop: Sendable {
  /// What one shop calls things.
  struct Theme: Sendable {
    var namespace: String
    /// What users come for: `pay`, `book a seat`.
    var errand: String
    var front: String
    var orders: String
    var stock: String
    var cart: String
  }

  static let themes = [
    Theme(
      namespace: "tulip", errand: "order flowers", front: "storefront", orders: "orders",
      stock: "stock", cart: "cart"),
    Theme(
      namespace: "cinema", errand: "book a seat", front: "website", orders: "booking",
      stock: "seats", cart: "holds"),
    Theme(
      namespace: "bakery", errand: "order bread", front: "window", orders: "ordering",
      stock: "ovens", cart: "baskets"),
    Theme(
      namespace: "library", errand: "borrow a book", front: "portal", orders: "loans",
      stock: "catalogue", cart: "sessions"),
    Theme(
      namespace: "ferry", errand: "buy a ticket", front: "site", orders: "tickets",
      stock: "timetable", cart: "reservations"),
    Theme(
      namespace: "clinic", errand: "make an appointment", front: "desk", orders: "appointments",
      stock: "calendar", cart: "drafts"),
  ]

  let theme: Theme
  let workers: [String]
  let replicas: [ShopPart: Int]
  /// The version that runs and the one that would come next.
  let version: String
  let nextVersion: String
  /// How long a program takes until it listens, in seconds.
  let startSeconds: Int
  let memoryMebibytes: Int
  /// Requests of users, each second.
  let perSecond: Int
  let password: String

  init(using random: inout SeededRandom) {
    theme = Self.themes[random.below(Self.themes.count)]
    let pool = ["worker", "node", "machine"][random.below(3)]
    workers = (1...3).map { "\(pool)-\($0)" }
    replicas = [
      .front: 3, .orders: 2 + random.below(2), .stock: 2 + random.below(2), .cart: 1,
    ]
    let minor = 1 + random.below(8)
    let patch = random.below(6)
    version = "2.\(minor).\(patch)"
    nextVersion = "2.\(minor).\(patch + 1)"
    startSeconds = 6 + random.below(4)
    memoryMebibytes = 60 + 10 * random.below(4)
    perSecond = 1 + random.below(2)
    password = random.suffix(length: 10)
  }

  var namespace: String { theme.namespace }

  func name(_ part: ShopPart) -> String {
    switch part {
    case .front: theme.front
    case .orders: theme.orders
    case .stock: theme.stock
    case .cart: theme.cart
    }
  }

  /// How a part is run: `deployment/orders`.
  func workload(_ part: ShopPart) -> String {
    "\(part == .cart ? "statefulset" : "deployment")/\(name(part))"
  }

  func key(_ part: ShopPart) -> ObjectKey {
    ObjectKey(part == .cart ? .statefulSet : .deployment, namespace: namespace, name: name(part))
  }

  func wantedReplicas(_ part: ShopPart) -> Int { replicas[part] ?? 1 }

  /// The image of a program of the shop's own, without its tag.
  func repository(_ part: ShopPart) -> String {
    "registry.\(namespace).example/\(name(part))"
  }

  func image(_ part: ShopPart) -> String { "\(repository(part)):\(version)" }

  /// The port that the container of a part listens on.
  func containerPort(_ part: ShopPart) -> Int {
    switch part {
    case .front: 80
    case .orders: 8080
    case .stock: 9090
    case .cart: 6379
    }
  }

  /// The port of a part's Service.
  func servicePort(_ part: ShopPart) -> Int { part == .orders ? 80 : containerPort(part) }

  var stockAddress: String { "http://\(theme.stock):\(servicePort(.stock))" }
  var secret: String { "\(theme.cart)-password" }

  /// What a program of the shop's own may use.
  var requests: String { "cpu=200m,memory=\(memoryMebibytes + 30)Mi" }
  var limits: String { "cpu=500m,memory=\(memoryMebibytes + 60)Mi" }
}
