public import Findings
internal import YAML

/// Turns the bytes of a pipeline file into names, values and places.
public enum PipelineReader {
  /// The longest file whose structure is read, in bytes: 10 MiB. Longer ones are text only.
  public static let maximumBytes = 10 << 20

  /// Reads a file of a dialect that is known.
  ///
  /// A file is recognised by its path, or, if it ends in `.yml` or `.yaml` or has no path, by its
  /// keys. Broken YAML costs the structure around the damage; the reading says so, and callers
  /// scan the bytes as text in any case. Takes linear time.
  ///
  /// - Parameters:
  ///   - bytes: the file, in an encoding that keeps ASCII as it is.
  ///   - path: its path, of which only the end matters; `nil` for standard input.
  ///   - checks: whether weaknesses are looked for.
  ///   - project: the project of GitLab that the file belongs to, by whose paths `path` goes.
  /// - Returns: `nil` for a file of no dialect.
  public static func read(
    _ bytes: [UInt8], path: Path?, checks: Bool = true, project: GitLabProject? = nil
  ) -> PipelineReading? {
    if let path, isJenkinsfile(path) { return readJenkinsfile(bytes, checks: checks) }
    if let path, isTerraform(path) { return readTerraform(bytes, checks: checks) }
    if let path, isTerraformJSON(path) { return readTerraformJSON(bytes, checks: checks) }
    if checks, path.map(isJSON) ?? true, RoleDocument.isPossible(bytes),
      let role = readRole(bytes, isFile: path != nil)
    {
      return role
    }
    let isIncluded = path.map { project?.files.contains($0) == true } ?? false
    if let path, let dialect = isIncluded ? .gitLabCI : dialect(ofPath: path) {
      return reading(
        of: YAMLReader.read(bytes, limits: limits), as: dialect, bytes, checks: checks,
        given: project?.jobsWithSecrets(in: path) ?? [])
    }
    if let path, isXML(path) { return readXML(bytes) }
    if let path, let kind = CredentialFile.of(path) { return readCredentials(bytes, kind) }
    guard path.map(isYAML) ?? true else { return nil }
    guard bytes.count <= maximumBytes else { return path.flatMap { _ in tooLong(bytes) } }
    if path == nil, TerraformReader.isPossible(bytes) {
      return readTerraform(bytes, checks: checks)
    }
    let possible = KeyCensus(of: bytes).possible
    guard !possible.isEmpty else { return nil }
    let tree = YAMLReader.read(bytes, limits: limits)
    for dialect in possible where tree.documents.contains(where: dialect.isMarked) {
      return reading(of: tree, as: dialect, bytes, eachByItsMarks: true, checks: checks)
    }
    return nil
  }

  /// Whether a file of this path may be of a dialect: of nearly all files the path alone tells that
  /// they are of none.
  public static func mayRead(_ path: Path) -> Bool {
    isYAML(path) || isJSON(path) || isXML(path) || PathIndex.readable.dialect(of: path) != nil
      || CredentialFile.of(path) != nil
  }

  /// The dialect that a path alone decides, such as `.github/workflows/ci.yml`.
  public static func dialect(ofPath path: Path) -> Dialect? {
    PathIndex.all.dialect(of: path)
  }

  /// The rules that checks of pipelines report under.
  public static var checkedRuleIDs: Set<String> {
    WorkflowCheck.ruleIDs.union(InfrastructureChecks.ruleIDs)
  }

  /// The rule of encrypted values, all of which are handed on: what is not old is no weakness.
  public static var oldCiphertextRuleID: String { OldCiphertext.ruleID }

  static let limits = YAMLLimits(maximumBytes: maximumBytes)

  private static func isYAML(_ path: Path) -> Bool {
    path.hasSuffix(".yml") || path.hasSuffix(".yaml")
  }

  private static func isXML(_ path: Path) -> Bool { path.hasSuffix(".xml") }

  private static func isJSON(_ path: Path) -> Bool { path.hasSuffix(".json") }

  private static func isTerraform(_ path: Path) -> Bool {
    Dialect.terraform.paths.contains { $0.matches(path) }
  }

  private static func isJenkinsfile(_ path: Path) -> Bool {
    Dialect.jenkinsPipeline.paths.contains { $0.matches(path) }
  }

  private static func readTerraform(_ bytes: [UInt8], checks: Bool) -> PipelineReading? {
    guard bytes.count <= maximumBytes else { return tooLong(bytes, as: .terraform) }
    var reader = TerraformReader(bytes)
    reader.read()
    return PipelineReading(
      dialect: .terraform, assignments: reader.assignments,
      weaknesses: checks ? reader.weaknesses : [], problems: reader.problems, places: reader.places)
  }

  private static func isTerraformJSON(_ path: Path) -> Bool {
    [".tf.json", ".tofu.json", ".tfvars.json"].contains { path.hasSuffix($0) }
  }

  private static func readTerraformJSON(_ bytes: [UInt8], checks: Bool) -> PipelineReading {
    let tree = YAMLReader.read(bytes, limits: limits)
    let reading = reading(of: tree, as: .terraform, bytes, checks: false)
    let weaknesses =
      checks
      ? InfrastructureChecks.weaknesses(
        of: TerraformJSON.block(tree.documents, in: bytes), in: bytes) : []
    return PipelineReading(of: reading, weaknesses: weaknesses)
  }

  private static func readXML(_ bytes: [UInt8]) -> PipelineReading? {
    guard XMLPairs.isPossible(bytes) else { return nil }
    guard bytes.count <= maximumBytes else { return tooLong(bytes, as: .xmlPairs) }
    var reader = XMLPairs(bytes)
    reader.read()
    guard !reader.assignments.isEmpty else { return nil }
    return PipelineReading(
      dialect: .xmlPairs, assignments: reader.assignments,
      weaknesses: OldCiphertext.weaknesses(reader.assignments), problems: [], places: reader.places)
  }

  private static func readCredentials(
    _ bytes: [UInt8], _ kind: CredentialFile
  ) -> PipelineReading? {
    guard bytes.count <= maximumBytes else { return tooLong(bytes, as: .credentialFile) }
    var reader = CredentialFileReader(bytes, kind)
    reader.read()
    guard !reader.assignments.isEmpty else { return nil }
    return PipelineReading(
      dialect: .credentialFile, assignments: reader.assignments, weaknesses: [], problems: [],
      places: reader.places)
  }

  /// A role has no values that anyone would look for.
  ///
  /// - Parameter isFile: whether the bytes have a name; others may be a part of anything.
  private static func readRole(_ bytes: [UInt8], isFile: Bool) -> PipelineReading? {
    guard bytes.count <= maximumBytes else {
      return isFile ? tooLong(bytes, as: .roleDocument) : nil
    }
    let tree = YAMLReader.read(bytes, limits: limits)
    let weaknesses = RoleDocument.weaknesses(of: tree.documents, in: bytes)
    let problems = tree.problems.map(PipelineProblem.init)
    let isCut = isFile && problems.contains { $0.code == .limit }
    guard isCut || !weaknesses.isEmpty else { return nil }
    return PipelineReading(
      dialect: .roleDocument, assignments: [], weaknesses: weaknesses, problems: problems,
      places: PlaceTable())
  }

  private static func readJenkinsfile(_ bytes: [UInt8], checks: Bool) -> PipelineReading? {
    guard bytes.count <= maximumBytes else { return tooLong(bytes, as: .jenkinsPipeline) }
    var reader = JenkinsfileReader(bytes)
    reader.read()
    return PipelineReading(
      dialect: .jenkinsPipeline, assignments: reader.assignments,
      weaknesses: checks
        ? WorkflowChecks.weaknesses(
          of: [], bytes, .jenkinsPipeline, reader.scripts, reader.assignments) : [],
      problems: [], places: reader.places)
  }

  /// A file whose structure is not read, which is told.
  private static func tooLong(_ bytes: [UInt8], as dialect: Dialect) -> PipelineReading {
    PipelineReading(
      dialect: dialect, assignments: [], weaknesses: [], problems: [.tooLong(bytes)],
      places: PlaceTable())
  }

  /// A long file of YAML that may be of a dialect; `nil` for any other.
  private static func tooLong(_ bytes: [UInt8]) -> PipelineReading? {
    KeyCensus(of: bytes).possible.first.map { tooLong(bytes, as: $0) }
  }

  /// - Parameter eachByItsMarks: whether documents may be of several dialects, as manifests in
  ///   one file are.
  private static func reading(
    of tree: YAMLReading, as dialect: Dialect, _ bytes: [UInt8], eachByItsMarks: Bool = false,
    checks: Bool, given: Set<String?> = []
  ) -> PipelineReading {
    var walker = TreeWalker(bytes, dialect)
    for document in tree.documents {
      walker.walk(document, as: eachByItsMarks ? Dialect.marked(document) : nil)
    }
    return PipelineReading(
      dialect: dialect, assignments: walker.assignments,
      weaknesses: checks
        ? WorkflowChecks.weaknesses(
          of: tree.documents, bytes, dialect, walker.scripts, walker.assignments, given: given)
        : [],
      problems: tree.problems.map(PipelineProblem.init), places: walker.places)
  }
}
