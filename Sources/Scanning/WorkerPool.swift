internal import Glibc

/// The one place that starts threads.
///
/// The caller's thread produces items and works on them itself whenever the queue is full, so that
/// memory stays bounded and `jobs` threads are at most `jobs - 1` new ones. A thread is started only
/// when items are waiting: a scan of one file starts none. Outputs arrive in no order; whoever needs
/// one sorts.
struct WorkerPool {
  /// How many threads work at the same time, the caller's included; at least 1.
  let jobs: Int
  /// Delays and reorders the work, so that tests can show that no output depends on its order.
  let seed: UInt64?

  /// The most items that wait, and the most that they weigh together.
  private static let capacity = 64
  private static let weightCapacity = 64 << 20

  /// Runs everything that `produce` hands to its argument and returns when all of it is done.
  ///
  /// - Parameters:
  ///   - weight: how many bytes of memory an item holds while it waits.
  ///   - produce: called once on the caller's thread; submits items.
  ///   - makeWorker: makes the state of one thread.
  ///   - work: done for each item on any of the threads.
  ///   - finish: called once for each worker, one at a time, when all work is done.
  func run<Item: Sendable, Worker>(
    weight: @escaping (Item) -> Int = { _ in 0 },
    produce: (_ submit: (Item) -> Void) throws -> Void,
    makeWorker: @escaping @Sendable () -> Worker,
    work: @escaping @Sendable (inout Worker, Item) -> Void,
    finish: (Worker) -> Void
  ) rethrows {
    let queue = WorkQueue<Item>(seed: seed)
    let crew = Crew<Worker>()
    var threads: [pthread_t] = []
    var own = makeWorker()
    defer {
      while let item = queue.takeIfAny() { work(&own, item) }
      queue.close()
      for thread in threads { pthread_join(thread, nil) }
      finish(own)
      for worker in crew.workers { finish(worker) }
    }
    try produce { item in
      let waiting = queue.put(item, weight: weight(item))
      if waiting.count > 1, threads.count < jobs - 1 {
        let thread = Thread.start {
          var worker = makeWorker()
          while let item = queue.take() { work(&worker, item) }
          crew.add(worker)
        }
        if let thread { threads.append(thread) }
      }
      let isFull = waiting.count >= Self.capacity || waiting.weight >= Self.weightCapacity
      if jobs <= 1 || isFull, let next = queue.takeIfAny() { work(&own, next) }
    }
  }
}

/// Items that wait for a worker.
///
/// `@unchecked Sendable`: every access to the fields is between `lock` and `unlock` of `monitor`.
private final class WorkQueue<Item: Sendable>: @unchecked Sendable {
  private let monitor = Monitor()
  private var items: [(item: Item, weight: Int)] = []
  private var weight = 0
  private var isClosed = false
  private var random: UInt64?

  init(seed: UInt64?) { random = seed.map { $0 &* 2 &+ 1 } }

  /// Adds an item and tells how many wait, and what they weigh.
  func put(_ item: Item, weight: Int) -> (count: Int, weight: Int) {
    monitor.lock()
    defer { monitor.unlock() }
    items.append((item, weight))
    self.weight += weight
    monitor.signal()
    return (items.count, self.weight)
  }

  /// Takes an item, waiting for one; `nil` when the queue is closed and empty.
  func take() -> Item? {
    monitor.lock()
    while items.isEmpty, !isClosed { monitor.wait() }
    let pause = perturb()
    let item = removeFirst()
    monitor.unlock()
    if pause > 0 { usleep(pause) }
    return item
  }

  /// Takes an item if one waits.
  func takeIfAny() -> Item? {
    monitor.lock()
    defer { monitor.unlock() }
    _ = perturb()
    return removeFirst()
  }

  /// Lets the workers end when nothing waits any more.
  func close() {
    monitor.lock()
    isClosed = true
    monitor.broadcast()
    monitor.unlock()
  }

  private func removeFirst() -> Item? {
    guard !items.isEmpty else { return nil }
    let first = items.removeFirst()
    weight -= first.weight
    return first.item
  }

  /// With a seed: moves any waiting item to the front and tells how long to wait, in microseconds.
  private func perturb() -> UInt32 {
    guard var state = random, !items.isEmpty else { return 0 }
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    random = state
    items.swapAt(0, Int(state % UInt64(items.count)))
    return UInt32(state >> 32) % 2_000
  }
}

/// The workers that are done.
///
/// `@unchecked Sendable`: written under the monitor, read when all threads have been joined.
private final class Crew<Worker>: @unchecked Sendable {
  private let monitor = Monitor()
  private(set) var workers: [Worker] = []

  func add(_ worker: Worker) {
    monitor.lock()
    workers.append(worker)
    monitor.unlock()
  }
}

/// A POSIX mutex with its condition.
///
/// `@unchecked Sendable`: both are made to be shared; their addresses never change.
@safe private final class Monitor: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(condition, nil)
  }

  deinit {
    unsafe pthread_mutex_destroy(mutex)
    unsafe pthread_cond_destroy(condition)
    unsafe mutex.deallocate()
    unsafe condition.deallocate()
  }

  func lock() { unsafe pthread_mutex_lock(mutex) }
  func unlock() { unsafe pthread_mutex_unlock(mutex) }
  func wait() { unsafe pthread_cond_wait(condition, mutex) }
  func signal() { unsafe pthread_cond_signal(condition) }
  func broadcast() { unsafe pthread_cond_broadcast(condition) }
}

private enum Thread {
  private final class Start {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  /// Starts a thread; `nil` when the system has none left, in which case the caller works alone.
  static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    var thread = pthread_t()
    let start = unsafe Unmanaged.passRetained(Start(body))
    let failure = unsafe pthread_create(
      &thread, nil,
      { argument in
        unsafe Unmanaged<Start>.fromOpaque(argument!).takeRetainedValue().body()
        return nil
      }, start.toOpaque())
    guard failure == 0 else {
      unsafe start.release()
      return nil
    }
    return thread
  }
}
