public import Findings
public import Git

/// What each path of a request is: decided before anything is read, so that a mistake costs nothing.
public struct InputPlan: Sendable {
  /// A repository, and the parts of it that were asked for: what lies below any of these paths.
  struct Area: Sendable {
    let root: Int
    var parts: [Path]

    /// Whether a path was asked for.
    func holds(_ path: Path) -> Bool { parts.contains { path.isBelow($0) } }
  }

  /// A directory that no repository speaks for: everything in it is read.
  struct Folder: Sendable {
    let root: Int
    let location: Path
  }

  /// The request.
  public let request: InputRequest
  /// The places that findings are relative to.
  public private(set) var roots: [Root] = []
  /// The repositories among the roots, by root.
  public private(set) var repositories: [Int: Repository] = [:]
  private(set) var standardInput: Origin?
  private(set) var files: [FileUnit] = []
  private(set) var areas: [Area] = []
  private(set) var folders: [Folder] = []
  /// What a reader of the report must know of paths that were left out.
  private(set) var notes: [Notification] = []
  /// The place of each root: absolute and without links.
  private var places: [Path] = []
  private var known: [RootKey: Int] = [:]
  private var discovered: [Path: Repository?] = [:]

  /// The top of a repository, or what stands before the paths of any other root.
  private struct RootKey: Hashable {
    let path: Path
    let isRepository: Bool
  }

  /// Looks at each path.
  ///
  /// - Throws: ``InputError`` for the first path that is not there, or that the mode cannot read.
  public init(_ request: InputRequest) throws(InputError) {
    self.request = request
    for path in request.paths {
      do throws(InputError) {
        try add(path)
      } catch {
        // A list of files, such as that of a diff, may name what is gone by now.
        guard request.isFileList else { throw error }
        notes.append(error.notification)
      }
    }
  }

  private mutating func add(_ path: Path) throws(InputError) {
    if path == Path("-") {
      let root = root(Path(""), isRepository: false, at: Path("-"), prefix: Path(""))
      standardInput = Origin(source: .standardInput, root: root, path: Path("stdin"))
      return
    }
    let place = try FilePlace(path)
    if let repository = try repository(holding: place) {
      add(place, in: repository)
      return
    }
    guard request.mode == .tree || request.mode == .history else { throw .noRepository(path) }
    let prefix = place.kind == .directory ? path.asPrefix : path.parentPrefix
    let location = place.kind == .directory ? place.real : place.real.parent
    let root = root(prefix, isRepository: false, at: location, prefix: prefix)
    switch place.kind {
    case .directory: folders.append(Folder(root: root, location: place.real))
    case .file: add(place, root: root, path: Path(bytes: path.name))
    }
  }

  /// A place inside a repository is named from the top, as findings of the whole repository are.
  private mutating func add(_ place: FilePlace, in repository: Repository) {
    let top = repository.workTree ?? repository.gitDirectory
    let root = root(top, isRepository: true, at: top, prefix: place.prefix(of: top))
    repositories[root] = repository
    let path = place.real.relative(to: top) ?? Path("")
    if place.kind == .file, request.mode == .tree {
      add(place, root: root, path: path)
    } else if let index = areas.firstIndex(where: { $0.root == root }) {
      areas[index].parts.append(path)
    } else {
      areas.append(Area(root: root, parts: [path]))
    }
  }

  private mutating func add(_ place: FilePlace, root: Int, path: Path) {
    files.append(
      FileUnit(
        location: place.real, origin: Origin(source: .file, root: root, path: path),
        isNamed: true))
  }

  private mutating func repository(holding place: FilePlace) throws(InputError) -> Repository? {
    let directory = place.kind == .directory ? place.real : place.real.parent
    if discovered[directory] == nil {
      do throws(GitError) {
        discovered[directory] = .some(try Repository.discover(directory, root: directory))
      } catch {
        guard request.mode == .tree else { throw .git(error) }
        discovered[directory] = .some(nil)
        notes.append(
          Notification(
            severity: .warning, code: .information,
            message: "the repository was not opened, so that all files are read and have no ages "
              + "(\(error))"))
      }
    }
    // A file inside a git directory is a file like any other.
    guard let repository = discovered[directory] ?? nil,
      place.kind == .directory || !repository.isBare
    else { return nil }
    return repository
  }

  /// The place of a root: absolute and without links.
  func place(of root: Int) -> Path { places.indices.contains(root) ? places[root] : Path("") }

  /// The roots that a folder speaks for: the repository whose top it is, or what lies in it and in no
  /// repository.
  ///
  /// - Parameter folder: absolute and without links.
  public func roots(of folder: Path) -> Set<Int> {
    Set(
      roots.indices.filter { root in
        roots[root].isRepository ? places[root] == folder : places[root].isBelow(folder)
      })
  }

  private mutating func root(
    _ path: Path, isRepository: Bool, at place: Path, prefix: @autoclosure () -> Path
  ) -> Int {
    let key = RootKey(path: path, isRepository: isRepository)
    if let root = known[key] { return root }
    known[key] = roots.count
    places.append(place)
    roots.append(Root(prefix: prefix(), isRepository: isRepository))
    return roots.count - 1
  }
}
