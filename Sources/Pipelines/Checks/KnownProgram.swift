/// The names of programs that reasons may tell. The first word of a command may be anything that somebody
/// wrote there, a password too.
enum KnownProgram {
  /// The program of a command's first word, without its folder and `.exe`; `nil` for one that nobody
  /// knows.
  static func name(_ word: String) -> String? {
    let file =
      word.utf8.split { $0 == UInt8(ascii: "/") || $0 == .backslash }.last ?? word.utf8[...]
    let core = file.suffix(4).elementsEqual(".exe".utf8) ? file.dropLast(4) : file
    let name = String(Substring(core))
    return names.contains(name) ? name : nil
  }

  private static let names: Set<String> = [
    "ansible", "ansible-playbook", "argocd", "aws", "az", "bash", "buildah", "bundle", "cargo",
    "cf", "codecov", "composer", "crane", "curl", "dart", "deno", "docker", "doctl", "dotnet",
    "eas", "fastlane", "firebase", "flutter", "flyctl", "gcloud", "gem", "gh", "git", "glab",
    "go", "goreleaser", "gpg", "gradle", "gradlew", "helm", "heroku", "java", "kubectl", "lftp",
    "make", "mongo", "mongosh", "mvn", "mvnw", "mysql", "mysqldump", "netlify", "node", "npm",
    "npx", "nuget", "oc", "op", "openssl", "packer", "php", "pip", "pip3", "pnpm", "podman",
    "poetry", "psql", "pulumi", "python", "python3", "railway", "rclone", "redis-cli", "rsync",
    "scp", "semantic-release", "sentry-cli", "sfdx", "sh", "skopeo", "snyk", "sonar-scanner",
    "sqlcmd", "ssh", "sshpass", "sudo", "supabase", "terraform", "tofu", "trivy", "twine", "uv",
    "vault", "vercel", "wget", "wrangler", "yarn", "zip",
  ]
}
