internal import Aging
internal import Detection
public import Findings
internal import Git
public import Inputs
public import Rules

/// One scan, from paths to a report: the whole flow on one page.
public struct Scan {
  private let rules: RuleList
  private let options: ScanOptions

  /// A scan by some rules.
  public init(rules: RuleList, options: ScanOptions) {
    self.rules = rules
    self.options = options
  }

  /// Runs the scan.
  ///
  /// - Throws: ``InputError`` for a mistake in what was asked for. Everything that goes wrong later
  ///   is a notification of the report.
  public func run() throws(InputError) -> Report {
    // A mistake in a path is told before anything is read.
    let plan = try InputPlan(options.input)
    var report = Report(
      toolVersion: options.toolVersion, mode: options.input.mode.name, asOf: options.asOf,
      ageScope: options.age.rawValue)
    report.roots = plan.roots
    report.rulesInForce = rules.count

    report.gate = options.policy.words

    let notes = Notes()
    var pool = WorkerPool(jobs: options.jobs, seed: options.seed)
    // Who waits wants to know for how long: names of files are found long before they are opened.
    if options.progress != nil { pool.capacity = Self.foundAhead }
    let histories = Histories(
      plan.repositories, mode: options.input.mode, pool: pool, notify: notes.add)

    // What a found configuration says is for its own root.
    let configured = options.configurationFolder.map { plan.roots(of: $0) }
    if configured?.isEmpty != true { report.configuration = options.configurationName }

    // Each input becomes documents, each document becomes findings, on all threads.
    let workers = try read(plan, configured, histories, pool, notes)
    var masked = MaskedNames(keepsPlaces: options.keepsMasked)
    for worker in workers {
      worker.handFindings(to: &report.findings)
      report.struck += worker.struck
      report.strikes.merge(worker.strikes, uniquingKeysWith: +)
      report.suppressions.merge(worker.suppressions, uniquingKeysWith: +)
      report.coverage += worker.coverage
      notes.all += worker.notifications
      masked.merge(worker.masked)
    }
    // The report's places of what a mask covers, and of what it missed.
    report.masked = masked.all
    if masked.isFull {
      notes.add(
        Notification(
          severity: .warning, code: .limit,
          message:
            "more than a million names are masked in the logs; where masks missed a value is "
            + "not told for the others"))
    }
    for index in report.findings.indices { masked.explainGaps(in: &report.findings[index]) }

    JobFileRepeats.drop(from: &report.findings)
    let standing = { (location: Location) in
      histories.history(of: location.origin.root)?.standing(
        of: location.origin.blob, at: location.origin.path) ?? (0, 0)
    }
    for worker in workers { report.findings += worker.versions.best(standing: standing) }
    // One value in one file is one finding, however many lines or versions repeat it.
    report.findings = Grouping.group(report.findings, standing: standing)
    // A weakness that was mended is none; a secret that was removed still is one.
    report.findings.removeAll { finding in
      let origin = finding.location.origin
      return !finding.isSecret && origin.source == .history
        && standing(finding.location).0 != 2
    }
    report.findings = Incidents.join(report.findings)
    // Times of lines before ages: what was printed is as old as its line.
    JenkinsStage(plan: plan).apply(to: &report.findings)
    // Ages before lifetimes: a value was alive when it was first seen.
    AgeStage(
      histories: histories, pool: pool, scope: options.age, asOf: options.asOf,
      cacheKey: options.ageCacheKey, tool: options.toolVersion,
      authors: AuthorNaming(authors: options.authors, key: options.fingerprintKey)
    ).apply(to: &report.findings)
    // What is encrypted is no secret; only its age may be a weakness.
    CiphertextStage(histories: histories, scope: options.age, asOf: options.asOf)
      .apply(to: &report.findings)
    if !report.findings.isEmpty {
      let (rules, asOf) = (rules, options.asOf)
      report.findings.edit(
        WorkSharing(jobs: options.jobs), remembering: { LifetimeStage(rules: rules, asOf: asOf) },
        { stage, finding, _ in stage.apply(to: &finding) })
    }
    SeverityOverride.apply(
      options.severities, to: &report.findings, of: configured, counting: &report.suppressions)
    // Before fingerprints, which are made of places; after ages, which look key paths up; while all
    // findings are there.
    var redaction = PlaceRedaction(
      report.findings, struck: report.struck, masked: report.masked)
    for index in report.findings.indices { redaction.apply(to: &report.findings[index]) }
    report.struck = report.struck.map { redaction.redacted($0) }
    report.masked = report.masked.map { redaction.redacted($0) }
    report.findings.removeAll { $0.confidence < options.minimumConfidence }

    // Order and names come last: they depend on nothing but the findings.
    Identity.order(&report.findings)
    Identity.name(
      &report.findings, key: options.fingerprintKey, sharing: WorkSharing(jobs: options.jobs))

    // The gate after names, which messages use; the baseline before it, because it may know them.
    report.baseline = options.baseline.map {
      BaselineStage(baseline: $0, key: options.fingerprintKey, pool: pool)
        .compare(&report.findings)
    }
    let gate = PolicyStage(policy: options.policy, asOf: options.asOf, roots: configured)
    notes.all += gate.apply(to: &report.findings)

    report.coverage.commits = histories.commits
    report.notifications = notes.ordered().map { redaction.redacted($0) }
    report.coverage.notScanned = report.notifications.count(where: \.isIncomplete)
    Identity.order(&report.struck)
    return report
  }

  /// How many inputs may be found before they are opened, where a progress is shown.
  private static let foundAhead = 1 << 17

  private func read(
    _ plan: InputPlan, _ configured: Set<Int>?, _ histories: Histories, _ pool: WorkerPool,
    _ notes: Notes
  ) throws(InputError) -> [ScanWorker] {
    var detection = options.detection
    detection.roots = configured
    detection.prefixes = plan.roots.map(\.prefix)
    let engine = DetectionEngine(rules: rules, options: detection)
    let dumpRule = engine.environmentRule
    let (limits, keepsStruck) = (options.input.limits, options.keepsStruck)
    let (keepsMasked, jobs) = (options.keepsMasked, options.jobs)
    let projects = GitLabProjects(plan, notify: notes.add)
    let meter = options.progress.map(ProgressMeter.init)
    var workers: [ScanWorker] = []
    var failure: InputError?
    pool.run(
      weight: \.heldBytes,
      produce: { submit in
        withoutActuallyEscaping(submit) { submit in
          let reader = InputReader(
            plan,
            store: { (root) throws(GitError) in try histories.store(of: root) },
            historyPaths: { root, isWanted in
              histories.history(of: root)?.firstPaths(where: isWanted) ?? { _ in nil }
            },
            headFiles: { root in
              histories.history(of: root)?.headFiles ?? { _, _ in true }
            },
            submit: { unit in
              meter?.found()
              submit(.unit(unit))
            }, notify: notes.add)
          do throws(InputError) { try reader.read() } catch { failure = error }
          meter?.complete()
        }
      },
      makeOfferingWorker: { offer in
        ScanWorker(
          DocumentScanner(
            engine: engine, dumpRule: dumpRule, keepsStruck: keepsStruck, keepsMasked: keepsMasked,
            projects: projects,
            sharing: SharedWork(helpers: jobs - 1) { offer(.share($0)) }),
          limits: limits, meter: meter, offer: offer)
      },
      work: { (worker: inout ScanWorker, task: ScanTask) in worker.scan(task) },
      finish: { workers.append($0) })
    if let failure { throw failure }
    return workers
  }
}

/// The notifications of the thread that reads.
private final class Notes {
  var all: [Notification] = []

  func add(_ notification: Notification) { all.append(notification) }

  /// All of them, by place, each once.
  func ordered() -> [Notification] {
    var seen: Set<Notification> = []
    return all.filter { seen.insert($0).inserted }.sorted { left, right in
      let (one, other) = (left.origin?.fullPath ?? Path(""), right.origin?.fullPath ?? Path(""))
      if one != other { return one < other }
      if left.code != right.code { return left.code.rawValue < right.code.rawValue }
      if left.message != right.message { return left.message < right.message }
      // Two versions of one file: no order of reading may show.
      return left.origin?.blob?.description ?? "" < right.origin?.blob?.description ?? ""
    }
  }
}
