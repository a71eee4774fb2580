import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Work that is shared out among the processors of this machine.
public enum Workers {
  private static let most = 8

  /// Does every piece of work once and hands the results on in order, each as soon as it and all
  /// before it are there.
  public static func share<Result: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (Int) -> Result, inOrder take: (Result) -> Void
  ) {
    let board = Board(count, work)
    let threads = min(count, most, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    // Where no thread can be had the work is done here.
    if (0..<threads).filter({ _ in start { board.work() } }).isEmpty { board.work() }
    for place in 0..<count {
      while true {
        if let result = board.result(at: place) {
          take(result)
          break
        }
        usleep(2_000)
      }
    }
  }

  /// What is to be done, and what has come of it. The results are touched under the lock only,
  /// which holds the place of the next piece of work.
  private final class Board<Result: Sendable>: @unchecked Sendable {
    private let lock = Mutex(0)
    private var results: [Result?]
    private let count: Int
    private let body: @Sendable (Int) -> Result

    init(_ count: Int, _ body: @escaping @Sendable (Int) -> Result) {
      self.count = count
      self.body = body
      results = Array(repeating: nil, count: count)
    }

    func work() {
      while let place = takeNext() { post(body(place), at: place) }
    }

    private func post(_ result: Result, at place: Int) {
      lock.withLock { _ in results[place] = result }
    }

    private func takeNext() -> Int? {
      lock.withLock { next in
        guard next < count else { return nil }
        next += 1
        return next - 1
      }
    }

    func result(at place: Int) -> Result? { lock.withLock { _ in results[place] } }
  }

  // MARK: - Threads

  private final class Job: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }

  /// Runs something on a thread of its own; false when there can be none.
  private static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    let context = Unmanaged.passRetained(Job(body)).toOpaque()
    guard spawn(context) else {
      Unmanaged<Job>.fromOpaque(context).release()
      return false
    }
    return true
  }

  private static func spawn(_ context: UnsafeMutableRawPointer) -> Bool {
    #if canImport(Glibc)
      var thread = pthread_t()
      guard pthread_create(&thread, nil, runJob, context) == 0 else { return false }
      pthread_detach(thread)
    #else
      var thread: pthread_t?
      guard pthread_create(&thread, nil, runJob, context) == 0 else { return false }
      if let thread { pthread_detach(thread) }
    #endif
    return true
  }

  fileprivate static func run(_ context: UnsafeMutableRawPointer) {
    Unmanaged<Job>.fromOpaque(context).takeRetainedValue().body()
  }
}

#if canImport(Glibc)
  private func runJob(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context { Workers.run(context) }
    return nil
  }
#else
  private func runJob(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Workers.run(context)
    return nil
  }
#endif
