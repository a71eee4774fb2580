/// Something that podlab is asked to do, small and large, and how well it does.
protocol BenchScene {
  static var name: String { get }
  /// What is measured: the rest of a sentence that begins with the name.
  static var summary: String { get }
  /// What its sizes count.
  static var items: String { get }
  static var sizes: BenchSizes { get }
  /// What is told of it, the figure that matters first.
  static var measures: [BenchMeasure] { get }
  /// Whether it plays in the large cluster that several scenes share.
  static var sharesCluster: Bool { get }

  /// Plays it with so many items.
  static func play(_ count: Int, on stage: BenchStage) -> BenchOutcome
}

extension BenchScene {
  static var sharesCluster: Bool { false }
}

/// Every scene, in the order in which all are played. Adding one is a new file and a line here.
enum BenchScenes {
  static var all: [any BenchScene.Type] {
    [
      StartupScene.self,
      SchedulingBasicScene.self,
      SpreadScene.self,
      AntiAffinityScene.self,
      PreemptionScene.self,
      ClusterScene.self,
      ZoneOutageScene.self,
      UndoScene.self,
      CompletionScene.self,
      GetScene.self,
      DescribeScene.self,
      RollingUpdateScene.self,
      IdleHourScene.self,
      InsideScene.self,
      TrafficScene.self,
      LessonsScene.self,
    ]
  }
}
