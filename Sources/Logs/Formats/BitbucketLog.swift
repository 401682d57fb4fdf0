extension LogFormat {
  /// Step logs of Bitbucket Pipelines: no frames; the runner's own commands come first.
  public static let bitbucket = LogFormat(
    name: "bitbucket",
    recognises: { sample in
      sample.hasLine(among: 8, opening: BitbucketLog.opening) {
        $0.equals("+ umask 000") || $0.starts(with: "+ GIT_LFS_SKIP_SMUDGE=1 retry")
      }
    })
}

private enum BitbucketLog {
  static let opening = FirstBytes("+")
}
