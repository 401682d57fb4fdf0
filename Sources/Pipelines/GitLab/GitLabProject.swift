public import Findings
internal import YAML

/// The local files that the pipeline of a GitLab project is made of: they are one program, in which
/// a job of one file runs the scripts of another.
///
/// Files of other projects, templates and components are not there to be read; where a job with
/// secrets runs a script of one, that is a problem. So is a path of variables that no file gives a value.
///
/// Source: docs.gitlab.com, "Use CI/CD configuration from other files", "include", "trigger".
public struct GitLabProject: Sendable {
  /// The file that a pipeline begins with.
  public static let main = Path(".gitlab-ci.yml")
  /// How many files are read, and how many includes looked at: GitLab itself takes no more.
  public static let most = 150

  /// The files, but for the main one, relative to the project; also those of child pipelines.
  public private(set) var files: Set<Path> = []
  /// Whether there were more files or includes than ``most``.
  public private(set) var isCut = false
  /// What of the includes is not known, each with the file that says so, in the order met.
  public private(set) var problems: [(file: Path, problem: PipelineProblem)] = []
  /// The main file and those that are merged with it.
  private var merged: Set<Path> = []
  /// The jobs of the merged files that hold secrets, and those whose scripts they run.
  private let jobs: Set<String?>

  /// Reads the files of a project; `nil` if the main one includes no other that is there, and nothing
  /// is to be told of the others. Time is linear in their
  /// lengths.
  ///
  /// - Parameters:
  ///   - read: the bytes of a file, by its path in the project; `nil` if there is none.
  ///   - list: the paths of the files in a folder of the project, at any depth.
  public init?(read: (Path) -> [UInt8]?, list: (Path) -> [Path]) {
    guard let main = read(Self.main), main.firstOffset(of: "include", from: 0) != nil else {
      return nil
    }
    var trees: [YAMLNode] = []
    var holders: Set<String?> = []
    var waiting = [(path: Self.main, isChild: false)]
    var includes = 0
    var variables = GitLabVariables()
    var foreign: (path: Path, offset: Int, bytes: [UInt8])?
    while let (path, isChild) = waiting.popLast() {
      guard let bytes = path == Self.main ? main : read(path) else {
        files.remove(path)
        continue
      }
      let documents = YAMLReader.read(bytes, limits: PipelineReader.limits).documents
      // A child is a pipeline of its own: names in it mean other jobs.
      if !isChild {
        merged.insert(path)
        trees += documents
        holders.formUnion(GitLabReferences.holders(in: documents, bytes))
      }
      // A child has those of its own files.
      var known = isChild ? GitLabVariables() : variables
      known.add(documents)
      if !isChild { variables = known }
      let named = GitLabIncludes(documents, known)
      if foreign == nil, !isChild, let offset = named.foreign.first {
        foreign = (path, offset, bytes)
      }
      if let offset = named.unknown.first {
        problems.append((path, PipelineProblem(limitAt: offset, of: bytes, Self.unknownPath)))
      }
      for include in named.local {
        // Each pattern is held against the files of a folder.
        guard includes < Self.most else {
          isCut = true
          break
        }
        includes += 1
        for file in include.files(list) where file != Self.main && !files.contains(file) {
          guard files.count < Self.most else {
            isCut = true
            continue
          }
          files.insert(file)
          waiting.append((file, isChild || include.isChild))
        }
      }
    }
    let closed = GitLabReferences.closed(holders, in: trees)
    jobs = closed
    if let foreign, !GitLabReferences.areAllDefined(closed, in: trees) {
      problems.append(
        (
          foreign.path,
          PipelineProblem(limitAt: foreign.offset, of: foreign.bytes, Self.foreignScript)
        ))
    }
    if files.isEmpty, problems.isEmpty { return nil }
  }

  private static let unknownPath =
    "the path of an included file has variables of which no file tells the value; it is not known which "
    + "jobs run its scripts"
  private static let foreignScript =
    "a job with secrets runs a script of an included file that is not part of the project; what it does "
    + "with them is not known"

  /// The jobs that any file gives secrets to, if a file is one of those that are merged.
  func jobsWithSecrets(in file: Path?) -> Set<String?> {
    file.map(merged.contains) == true ? jobs : []
  }
}
