public import Findings

/// A part of a log that prints many variables with their values.
public struct EnvironmentBlock: Sendable {
  /// What printed the variables.
  public enum Kind: String, Sendable, CaseIterable {
    /// The environment that GitHub's runner prints at the beginning of each step.
    case stepEnvironment
    /// The inputs that GitHub's runner prints at the beginning of a step that uses an action.
    case stepInputs
    /// `env` or `printenv`: values as they are.
    case env
    /// bash's `declare -x` or `export -p`: values quoted.
    case declare
    /// `export -p` of another shell: values quoted.
    case export
    /// `set`: all variables of a shell, values quoted where need be.
    case set
    /// A table or list of PowerShell.
    case powerShell
    /// A value of a program: JSON, Python's or JavaScript's notation, `docker inspect`.
    case object
    /// The data of Kubernetes' secrets, as `kubectl get secret -o yaml` prints them.
    case secretData
    /// The headers that curl -v sends.
    case requestHeaders
    /// A plan of Terraform, or its outputs.
    case plan
    /// What a tool lists of its settings: npm's, a pod's environment.
    case configuration
    /// The system properties of Java, as Maven and Gradle print them.
    case properties
  }

  /// What printed the variables.
  public let kind: Kind
  /// The lines, in the text that was read.
  public let range: Range<Int>
  /// The variables that are not empty, in order. Each step of a job prints the whole environment
  /// again, so that the same ones come back in later blocks.
  public let assignments: [Assignment]
}
