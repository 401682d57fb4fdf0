/// What kind of subject a JSON Web Token speaks for, by the forms that issuers document. The
/// subject itself, which may be a person, is not told.
enum JWTSubject {
  case kubernetesServiceAccount
  case githubJob
  case gitlabJob
  case gitlabUser

  init?(_ subject: String) {
    if subject.hasPrefix("system:serviceaccount:") {
      self = .kubernetesServiceAccount
    } else if subject.hasPrefix("repo:") {
      self = .githubJob
    } else if subject.hasPrefix("project_path:") || subject.hasPrefix("job_") {
      self = .gitlabJob
    } else if subject.hasPrefix("gid://gitlab/") {
      self = .gitlabUser
    } else {
      return nil
    }
  }

  /// The kind in words.
  var meaning: String {
    switch self {
    case .kubernetesServiceAccount: "a Kubernetes service account"
    case .githubJob: "a GitHub Actions job"
    case .gitlabJob: "a GitLab CI/CD job"
    case .gitlabUser: "a GitLab user or job"
    }
  }
}
