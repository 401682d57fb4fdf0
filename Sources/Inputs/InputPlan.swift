public import Findings
public import Git

/// What each path of a request is: decided before anything is read, so that a mistake costs nothing.
public struct InputPlan: Sendable {
  /// One of the paths.
  enum Target: Sendable {
    case standardInput(root: Int)
    /// A single file.
    case file(FileUnit)
    /// A directory that no repository speaks for: everything in it is read.
    case directory(root: Int, location: Path)
    /// A repository, or the part of it below a path.
    case repository(root: Int, under: Path)
  }

  /// The request.
  public let request: InputRequest
  /// The places that findings are relative to.
  public private(set) var roots: [Root] = []
  /// The repositories among the roots, by root.
  public private(set) var repositories: [Int: Repository] = [:]
  private(set) var targets: [Target] = []
  private var known: [RootKey: Int] = [:]

  private struct RootKey: Hashable {
    let location: Path
    let isRepository: Bool
  }

  /// Looks at each path.
  ///
  /// - Throws: ``InputError`` for the first path that is not there, or that the mode cannot read.
  public init(_ request: InputRequest) throws(InputError) {
    self.request = request
    for path in request.paths { try add(path) }
  }

  private mutating func add(_ path: Path) throws(InputError) {
    if path == Path("-") {
      let root = root(at: Path("-"), prefix: Path(""), isRepository: false)
      targets.append(.standardInput(root: root))
      return
    }
    let place: FilePlace
    do {
      place = try FilePlace(path)
    } catch {
      // A list of files may name one that is gone by now, such as a deleted file of a diff.
      if request.isFileList, case .missing = error { return }
      throw error
    }
    switch place.kind {
    case .directory: try addDirectory(place)
    case .file: addFile(place)
    }
  }

  private mutating func addDirectory(_ place: FilePlace) throws(InputError) {
    guard let repository = try discover(place.real, typed: place.typed) else {
      if request.mode == .tree || request.mode == .history {
        let root = root(at: place.real, prefix: place.directoryPrefix, isRepository: false)
        targets.append(.directory(root: root, location: place.real))
        return
      }
      throw .noRepository(place.typed)
    }
    let top = repository.workTree ?? repository.gitDirectory
    let under = place.real.relative(to: top) ?? Path("")
    let root = root(
      at: top, prefix: place.prefix(of: top), isRepository: true)
    repositories[root] = repository
    targets.append(.repository(root: root, under: under))
  }

  /// A file inside a working tree is named from the top of the repository, as findings of the whole
  /// repository are.
  private mutating func addFile(_ place: FilePlace) {
    let repository = try? Repository.discover(place.real.parent)
    if let repository, let top = repository.workTree, let path = place.real.relative(to: top) {
      let root = root(at: top, prefix: place.prefix(of: top), isRepository: true)
      repositories[root] = repository
      targets.append(
        .file(
          FileUnit(
            location: place.real, origin: Origin(source: .file, root: root, path: path),
            followsLink: true)))
      return
    }
    let root = root(
      at: place.real.parent, prefix: place.typed.parentPrefix, isRepository: false)
    targets.append(
      .file(
        FileUnit(
          location: place.real,
          origin: Origin(source: .file, root: root, path: Path(bytes: place.typed.name)),
          followsLink: true)))
  }

  private func discover(_ path: Path, typed: Path) throws(InputError) -> Repository? {
    do throws(GitError) {
      return try Repository.discover(path, root: path)
    } catch {
      throw .git(error)
    }
  }

  private mutating func root(at location: Path, prefix: Path, isRepository: Bool) -> Int {
    let key = RootKey(location: location, isRepository: isRepository)
    if let root = known[key] { return root }
    known[key] = roots.count
    roots.append(Root(prefix: prefix, isRepository: isRepository))
    return roots.count - 1
  }
}
