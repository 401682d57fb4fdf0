internal import Findings
internal import Inputs
internal import Pipelines

/// The projects of GitLab among the roots of a working tree: their files say together which job runs
/// what. Past versions and what is staged are read file by file.
struct GitLabProjects: Sendable {
  private var projects: [Int: GitLabProject] = [:]

  /// Reads the main file of each root, and those that it includes.
  init(_ plan: InputPlan, notify: (Notification) -> Void) {
    guard plan.request.mode == .tree else { return }
    for root in plan.roots.indices {
      let origin = Origin(source: .file, root: root, path: GitLabProject.main)
      let project = GitLabProject(
        read: { path in
          plan.companion(
            String(decoding: path.bytes, as: UTF8.self), of: origin,
            limit: PipelineReader.maximumBytes)
        },
        list: { plan.files(in: $0, of: root) })
      guard let project else { continue }
      projects[root] = project
      for (file, problem) in project.problems {
        notify(
          Notification(
            severity: .note, code: .structure, message: "line \(problem.line): \(problem.message)",
            origin: Origin(source: .file, root: root, path: file)))
      }
      guard project.isCut else { continue }
      notify(
        Notification(
          severity: .warning, code: .limit,
          message:
            "more than \(GitLabProject.most) files or patterns of them are included; of the others it is not "
            + "known which jobs run their scripts",
          origin: origin))
    }
  }

  /// The project that a document belongs to.
  func project(of origin: Origin) -> GitLabProject? {
    origin.source == .file && origin.members.isEmpty ? projects[origin.root] : nil
  }
}
