import Glibc
import Synchronization
import Testing

@testable import Scanning

/// Everything is done once, on a bounded number of threads, in bounded memory.
struct WorkerPoolTests {
  private struct Failure: Error {}

  /// What one thread has done.
  private struct Worker: Sendable {
    var items: [Int] = []
    var threads: Set<UInt> = []
  }

  private func run(
    jobs: Int, seed: UInt64? = nil, count: Int, leaves: Int = 0,
    weight: Int = 0, onWaiting: (Int) -> Void = { _ in }
  ) -> [Worker] {
    var workers: [Worker] = []
    let done = Counter()
    let caller = pthread_self()
    WorkerPool(jobs: jobs, seed: seed).run(
      weight: { _ in weight },
      produce: { submit in
        for item in 0..<count {
          submit(item)
          onWaiting(item + 1 - done.value)
        }
      },
      makeWorker: { Worker() },
      work: { worker, item in
        // Help that does not help until the producer has done so many items itself.
        while pthread_self() != caller, done.value < leaves { usleep(100) }
        worker.items.append(item)
        worker.threads.insert(pthread_self())
        done.add()
      },
      finish: { workers.append($0) })
    return workers
  }

  @Test(arguments: [1, 2, 8])
  func everyItemIsDoneOnce(jobs: Int) {
    for seed in [nil, 1, 2, 3, 4, 5, 6, 7, .max] as [UInt64?] {
      let workers = run(jobs: jobs, seed: seed, count: 300)
      #expect(workers.flatMap(\.items).sorted() == Array(0..<300))
      #expect(workers.count <= jobs)
      // Each state belongs to one thread, and each thread has one state.
      let threads = workers.flatMap(\.threads)
      #expect(Set(threads).count == threads.count)
      #expect(workers.allSatisfy { $0.threads.count <= 1 })
    }
  }

  @Test func aSeedChangesTheOrder() {
    let orders = (0..<5).map { run(jobs: 1, seed: $0, count: 100).flatMap(\.items) }
    // One job has nothing to reorder: an item is done as soon as it is there.
    #expect(Set(orders).count == 1)
    let several = (0..<5).map { seed in
      run(jobs: 2, seed: seed, count: 100).map(\.items)
    }
    #expect(several.contains { $0.contains { $0 != $0.sorted() } })
  }

  @Test func oneItemNeedsNoThread() {
    for jobs in [1, 2, 8] {
      for count in [0, 1] {
        let workers = run(jobs: jobs, count: count)
        #expect(workers.count == 1)
        #expect(workers[0].items.count == count)
        #expect(workers[0].threads.isSubset(of: [pthread_self()]))
      }
    }
  }

  @Test func jobsBelowOneAreOne() {
    for jobs in [0, -3] {
      let workers = run(jobs: jobs, count: 10)
      #expect(workers.map(\.items) == [Array(0..<10)])
    }
  }

  /// The producer works itself when 64 items wait, or when they weigh too much.
  @Test(arguments: [(0, 66), (16 << 20, 6)])
  func theQueueIsBounded(weight: Int, most: Int) {
    var largest = 0
    let workers = run(jobs: 2, count: 400, leaves: 300, weight: weight) {
      largest = max(largest, $0)
    }
    #expect(workers.flatMap(\.items).count == 400)
    #expect(largest <= most)
    let own = workers.first { $0.threads.contains(pthread_self()) }
    #expect((own?.items.count ?? 0) >= 300 && workers.count == 2)
  }

  /// One item of which its worker makes a hundred, and each of those two more.
  @Test(arguments: [1, 2, 8])
  func whatWorkersFindIsDoneOnce(jobs: Int) {
    for seed in [nil, 1, 2, 3] as [UInt64?] {
      final class Finder {
        var items: [Int] = []
        let offer: @Sendable (Int) -> Bool
        init(_ offer: @escaping @Sendable (Int) -> Bool) { self.offer = offer }

        func take(_ item: Int) {
          items.append(item)
          guard item <= 100 else { return }
          let inner = item == 0 ? 1...100 : item * 1_000...item * 1_000 + 1
          for other in inner where !offer(other) { take(other) }
        }
      }
      var finders: [Finder] = []
      WorkerPool(jobs: jobs, seed: seed).run(
        produce: { submit in submit(0) },
        makeOfferingWorker: { Finder($0) },
        work: { finder, item in finder.take(item) },
        finish: { finders.append($0) })
      let inner = (1...100).flatMap { [$0 * 1_000, $0 * 1_000 + 1] }
      #expect(finders.flatMap(\.items).sorted() == ([0] + Array(1...100) + inner).sorted())
      #expect(finders.count <= jobs)
    }
  }

  /// Who shows how much is left has all found before most of it is done.
  @Test(arguments: [nil, 5] as [UInt64?])
  func manyMayWait(seed: UInt64?) {
    var pool = WorkerPool(jobs: 2, seed: seed)
    pool.capacity = 1 << 17
    let isProduced = Counter()
    var workers: [Worker] = []
    let caller = pthread_self()
    pool.run(
      produce: { submit in
        for item in 0..<10_000 { submit(item) }
        isProduced.add()
      },
      makeWorker: { Worker() },
      work: { worker, item in
        if pthread_self() == caller { #expect(isProduced.value == 1) }
        worker.items.append(item)
        if item < 10 { usleep(1_000) }
      },
      finish: { workers.append($0) })
    #expect(workers.flatMap(\.items).sorted() == Array(0..<10_000))
  }

  @Test(arguments: [1, 2, 8])
  func aProducerThatFailsLeavesNothingBehind(jobs: Int) {
    var finished: [Worker] = []
    let done = Counter()
    #expect(throws: Failure.self) {
      try WorkerPool(jobs: jobs, seed: 3).run(
        produce: { submit in
          for item in 0..<50 { submit(item) }
          throw Failure()
        },
        makeWorker: { Worker() },
        work: { worker, item in
          worker.items.append(item)
          done.add()
        },
        finish: { finished.append($0) })
    }
    #expect(done.value == 50)
    #expect(finished.flatMap(\.items).sorted() == Array(0..<50))
  }
}

/// A number that threads count up.
private final class Counter: Sendable {
  private let count = Atomic(0)

  var value: Int { count.load(ordering: .sequentiallyConsistent) }

  func add() { count.add(1, ordering: .sequentiallyConsistent) }
}
