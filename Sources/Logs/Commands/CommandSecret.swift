/// Where a program expects a secret among its arguments.
///
/// Only what a flag or a place means for this one program stands here; names that say "password" by
/// themselves (`--password`, `--token=`) are understood wherever they stand.
struct CommandSecret {
  /// How the secret is given.
  enum Argument {
    /// The word behind a flag, or what follows the flag's `=`.
    case flag(StaticString)
    /// What follows a flag in the same word: `-pSECRET`.
    case attached(StaticString)
    /// The word behind a flag, from a separator on: `-u name:SECRET`.
    case pair(StaticString, separator: UInt8)
    /// A word that is no flag, counted from 0 behind the program and its subcommand.
    case word(Int)
    /// A word as `word` counts them, from a separator on: `name/SECRET@host`.
    case wordPair(Int, separator: UInt8)
  }

  /// Names of the program, without folder and `.exe`.
  let programs: Set<String>
  /// The first words that are no flags, if only one use of the program takes a secret.
  let subcommand: [String]
  let argument: Argument
  /// What the secret is: the name of the assignment.
  let meaning: String

  private init(
    _ programs: Set<String>, _ subcommand: [String] = [], _ argument: Argument,
    _ meaning: String = "password"
  ) {
    self.programs = programs
    self.subcommand = subcommand
    self.argument = argument
    self.meaning = meaning
  }

  /// All uses. Source: the programs' manual pages.
  static let all: [CommandSecret] = [
    // Registries and packages.
    .init(["docker", "podman", "nerdctl", "buildah", "skopeo", "crane"], ["login"], .flag("-p")),
    .init(["helm"], ["registry", "login"], .flag("-p")),
    .init(["oras"], ["login"], .flag("-p")),
    .init(["twine", "poetry", "flit"], [], .flag("-p")),
    .init(["poetry"], ["config", "http-basic.*"], .word(1)),
    .init(["poetry"], ["config", "pypi-token.*"], .word(0), "token"),
    .init(["composer"], ["config", "http-basic.*"], .word(1)),
    .init(["composer"], ["config", "github-oauth.*"], .word(0), "token"),
    .init(["conan"], [], .flag("-p")),
    .init(["dotnet"], ["nuget", "push"], .flag("-k"), "api key"),
    .init(["nuget"], ["setapikey"], .word(0), "api key"),
    .init(["nuget"], [], .flag("-Password")),
    .init(["choco"], [], .flag("-k"), "api key"),
    .init(["cargo"], ["login"], .word(0), "token"),
    .init(["gem"], ["push"], .flag("-k"), "api key"),
    .init(["npm", "yarn", "pnpm"], ["config", "set", "*authToken"], .word(0), "token"),
    .init(["npm", "yarn", "pnpm"], ["config", "set", "*_password"], .word(0)),
    // Databases.
    .init(["mysql", "mysqldump", "mysqladmin", "mariadb", "mariadb-dump"], [], .attached("-p")),
    .init(["mongo", "mongosh", "mongodump", "mongorestore", "cqlsh"], [], .flag("-p")),
    .init(["redis-cli"], [], .flag("-a")),
    .init(["sqlcmd", "bcp", "osql"], [], .flag("-P")),
    .init(["sqlplus", "expdp", "impdp"], [], .wordPair(0, separator: UInt8(ascii: "/"))),
    .init(["rabbitmqctl"], ["add_user"], .word(1)),
    .init(["rabbitmqctl"], ["change_password"], .word(1)),
    // Transfers and remote hosts.
    .init(["curl"], [], .pair("-u", separator: UInt8(ascii: ":"))),
    .init(["curl"], [], .pair("--user", separator: UInt8(ascii: ":"))),
    .init(["curl"], [], .pair("--proxy-user", separator: UInt8(ascii: ":"))),
    .init(["http", "https", "xh"], [], .pair("-a", separator: UInt8(ascii: ":"))),
    .init(["http", "https", "xh"], [], .pair("--auth", separator: UInt8(ascii: ":"))),
    .init(["lftp"], [], .pair("-u", separator: UInt8(ascii: ","))),
    .init(["ncftpput", "ncftpget"], [], .flag("-p")),
    .init(["smbclient"], [], .pair("-U", separator: UInt8(ascii: "%"))),
    .init(["sshpass"], [], .flag("-p")),
    .init(["sshpass"], [], .attached("-p")),
    .init(["plink", "pscp", "psftp"], [], .flag("-pw")),
    .init(["ipmitool"], [], .flag("-P")),
    .init(["ldapsearch", "ldapadd", "ldapmodify", "ldapdelete", "ldappasswd"], [], .flag("-w")),
    // Clouds and services.
    .init(["az"], ["login"], .flag("-p")),
    .init(["az"], ["acr", "login"], .flag("-p")),
    .init(
      ["aws"], ["configure", "set", "aws_secret_access_key"], .word(0), "aws_secret_access_key"),
    .init(["aws"], ["configure", "set", "aws_session_token"], .word(0), "aws_session_token"),
    .init(["cf", "ibmcloud", "oc", "argocd"], ["login"], .flag("-p")),
    .init(["doctl"], ["auth", "init"], .flag("-t"), "token"),
    .init(["vault"], ["login"], .word(0), "token"),
    .init(["snyk"], ["auth"], .word(0), "token"),
    .init(["codecov", "codecov.sh"], [], .flag("-t"), "token"),
    // Files and keys.
    .init(["htpasswd"], [], .word(2)),
    .init(["zip", "unzip"], [], .flag("-P")),
    .init(["7z", "7za", "rar"], [], .attached("-p")),
    .init(["gpg", "gpg2"], [], .flag("--passphrase")),
    .init(["openssl"], [], .pair("-passin", separator: UInt8(ascii: ":"))),
    .init(["openssl"], [], .pair("-passout", separator: UInt8(ascii: ":"))),
    .init(["openssl"], [], .pair("-pass", separator: UInt8(ascii: ":"))),
    .init(["openssl"], [], .flag("-k")),
    .init(["keytool", "jarsigner"], [], .flag("-storepass")),
    .init(["keytool", "jarsigner"], [], .flag("-keypass")),
    .init(["security"], ["unlock-keychain"], .flag("-p")),
    .init(["security"], ["create-keychain"], .flag("-p")),
    .init(["security"], ["import"], .flag("-P")),
    .init(["security"], ["set-key-partition-list"], .flag("-k")),
    .init(["signtool"], ["sign"], .flag("/p")),
    .init(["useradd", "usermod"], [], .flag("-p")),
  ]

  /// The uses of each program.
  static let byProgram: [String: [CommandSecret]] = {
    var table: [String: [CommandSecret]] = [:]
    for secret in all {
      for program in secret.programs { table[program, default: []].append(secret) }
    }
    return table
  }()
}
