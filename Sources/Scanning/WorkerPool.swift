internal import Glibc

/// The one place that starts threads.
///
/// The caller's thread produces items and works on them itself whenever the queue is full, so that
/// memory stays bounded and `jobs` threads are at most `jobs - 1` new ones. A thread is started only
/// when items are waiting: a scan of one file starts none. What a worker finds inside its item it may
/// offer to the others, so that one large archive keeps all threads busy. Outputs arrive in no order;
/// whoever needs one sorts.
struct WorkerPool {
  /// How many threads work at the same time, the caller's included; at least 1.
  let jobs: Int
  /// Delays and reorders the work, so that tests can show that no output depends on its order.
  let seed: UInt64?
  /// The most items that wait. Many more let whoever shows a progress know how many there are.
  var capacity = WorkerPool.usualCapacity

  /// The most items that wait, and the most that they weigh together.
  static let usualCapacity = 64
  fileprivate static let weightCapacity = 64 << 20

  /// Runs everything that `produce` hands to its argument and returns when all of it is done.
  ///
  /// - Parameters:
  ///   - weight: how many bytes of memory an item holds while it waits.
  ///   - produce: called once on the caller's thread; submits items.
  ///   - makeWorker: makes the state of one thread. Its argument offers an item to the other threads
  ///     and tells whether it was taken; if not, the worker does it itself.
  ///   - work: done for each item on any of the threads.
  ///   - finish: called once for each worker, one at a time, when all work is done.
  func run<Item: Sendable, Worker>(
    weight: @escaping @Sendable (Item) -> Int = { _ in 0 },
    produce: (_ submit: (Item) -> Void) throws -> Void,
    makeOfferingWorker: @escaping @Sendable (_ offer: @escaping @Sendable (Item) -> Bool) -> Worker,
    work: @escaping @Sendable (inout Worker, Item) -> Void,
    finish: (Worker) -> Void
  ) rethrows {
    let crew = Crew<Item, Worker>(
      jobs: jobs, seed: seed, capacity: capacity, weight: weight, makeWorker: makeOfferingWorker,
      work: work)
    var own = crew.makeWorker()
    defer {
      crew.close()
      crew.help(&own)
      crew.join()
      finish(own)
      for worker in crew.takeWorkers() { finish(worker) }
    }
    try produce { item in
      let isFull = crew.put(item)
      if jobs <= 1 || isFull { crew.helpOnce(&own) }
    }
  }

  /// As above, for workers that hand nothing on.
  func run<Item: Sendable, Worker>(
    weight: @escaping @Sendable (Item) -> Int = { _ in 0 },
    produce: (_ submit: (Item) -> Void) throws -> Void,
    makeWorker: @escaping @Sendable () -> Worker,
    work: @escaping @Sendable (inout Worker, Item) -> Void,
    finish: (Worker) -> Void
  ) rethrows {
    try run(
      weight: weight, produce: produce, makeOfferingWorker: { _ in makeWorker() }, work: work,
      finish: finish)
  }
}

/// The items that wait, and the threads that work on them.
///
/// `@unchecked Sendable`: every access to the fields is between `lock` and `unlock` of `monitor`.
private final class Crew<Item: Sendable, Worker>: @unchecked Sendable {
  private let jobs: Int
  private let capacity: Int
  private let weigh: @Sendable (Item) -> Int
  private let make: @Sendable (@escaping @Sendable (Item) -> Bool) -> Worker
  private let work: @Sendable (inout Worker, Item) -> Void

  private let monitor = Monitor()
  /// The items from `first` on; those before it are gone.
  private var items: [(item: Item, weight: Int)?] = []
  private var first = 0
  private var weight = 0
  /// Workers with an item in hand: each may still offer more.
  private var busy = 0
  private var isClosed = false
  private var random: UInt64?
  private var threads: [pthread_t] = []
  private var workers: [Worker] = []

  init(
    jobs: Int, seed: UInt64?, capacity: Int, weight: @escaping @Sendable (Item) -> Int,
    makeWorker: @escaping @Sendable (@escaping @Sendable (Item) -> Bool) -> Worker,
    work: @escaping @Sendable (inout Worker, Item) -> Void
  ) {
    self.jobs = jobs
    self.capacity = capacity
    self.weigh = weight
    self.make = makeWorker
    self.work = work
    random = seed.map { $0 &* 2 &+ 1 }
  }

  func makeWorker() -> Worker { make { [self] in offer($0) } }

  /// Adds an item and tells whether enough of them wait.
  func put(_ item: Item) -> Bool {
    monitor.lock()
    defer { monitor.unlock() }
    add(item, weigh(item))
    if waiting > 1 { startThread() }
    return waiting >= capacity || weight >= WorkerPool.weightCapacity
  }

  /// Adds an item that a worker found inside its own, unless enough of them wait already.
  private func offer(_ item: Item) -> Bool {
    guard jobs > 1 else { return false }
    let itemWeight = weigh(item)
    monitor.lock()
    defer { monitor.unlock() }
    guard waiting < 2 * jobs, weight + itemWeight <= WorkerPool.weightCapacity else {
      return false
    }
    add(item, itemWeight)
    startThread()
    return true
  }

  /// How many items wait.
  private var waiting: Int { items.count - first }

  private func add(_ item: Item, _ itemWeight: Int) {
    items.append((item, itemWeight))
    weight += itemWeight
    monitor.signal()
  }

  /// Starts one more thread, if there may be one more.
  private func startThread() {
    guard threads.count < jobs - 1 else { return }
    let thread = Thread.start { [self] in
      var worker = makeWorker()
      help(&worker)
      monitor.lock()
      workers.append(worker)
      monitor.unlock()
    }
    if let thread { threads.append(thread) }
  }

  /// Works until there is nothing more, and nobody who could find more.
  func help(_ worker: inout Worker) {
    while let item = take() { finish(item, &worker) }
  }

  /// Works on one item, if one waits.
  func helpOnce(_ worker: inout Worker) {
    monitor.lock()
    _ = perturb()
    let item = removeFirst()
    monitor.unlock()
    if let item { finish(item, &worker) }
  }

  private func finish(_ item: Item, _ worker: inout Worker) {
    work(&worker, item)
    monitor.lock()
    busy -= 1
    if isClosed, busy == 0 { monitor.broadcast() }
    monitor.unlock()
  }

  /// Lets the workers end when nothing waits any more.
  func close() {
    monitor.lock()
    isClosed = true
    monitor.broadcast()
    monitor.unlock()
  }

  /// Waits for all threads. None is started any more: nobody is left who could offer an item.
  func join() {
    monitor.lock()
    let threads = threads
    monitor.unlock()
    for thread in threads { pthread_join(thread, nil) }
  }

  /// The workers that are done. They are let go of, since each of them can reach the crew.
  func takeWorkers() -> [Worker] {
    monitor.lock()
    defer { monitor.unlock() }
    let done = workers
    workers = []
    return done
  }

  /// Takes an item, waiting for one; `nil` when there will be none.
  private func take() -> Item? {
    monitor.lock()
    while waiting == 0, !isClosed || busy > 0 { monitor.wait() }
    let pause = perturb()
    let item = removeFirst()
    monitor.unlock()
    if pause > 0 { usleep(pause) }
    return item
  }

  private func removeFirst() -> Item? {
    guard waiting > 0, let taken = items[first] else { return nil }
    items[first] = nil
    first += 1
    // Those that are gone are let go of together: each item is moved once at most.
    if first * 2 >= items.count {
      items.removeSubrange(..<first)
      first = 0
    }
    weight -= taken.weight
    busy += 1
    return taken.item
  }

  /// With a seed: moves any waiting item to the front and tells how long to wait, in microseconds.
  private func perturb() -> UInt32 {
    guard var state = random, waiting > 0 else { return 0 }
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    random = state
    items.swapAt(first, first + Int(state % UInt64(waiting)))
    return UInt32(state >> 32) % 2_000
  }
}

/// A POSIX mutex with its condition.
///
/// `@unchecked Sendable`: both are made to be shared; their addresses never change.
@safe final class Monitor: @unchecked Sendable {
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
