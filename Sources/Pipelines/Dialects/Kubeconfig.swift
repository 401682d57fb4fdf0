extension Dialect {
  /// Configuration of kubectl: tokens, passwords and keys of clients.
  ///
  /// Source: kubernetes.io/docs, "Organizing cluster access using kubeconfig files".
  static let kubeconfig = Dialect(
    "kubeconfig", paths: [".kube/config"],
    marks: [["clusters[].cluster"], ["users[].user", "contexts[].context"]],
    sites: .base64("users[].user.client-key-data"),
    steps: Naming("users[]", by: ["name"]))
}
