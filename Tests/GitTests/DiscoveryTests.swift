import Findings
import Testing

@testable import Git

@Suite struct DiscoveryTests {
  let box: Sandbox
  init() throws { box = try Sandbox() }

  @Test func `finds the repository above a file, and its facts`() throws {
    try box.sh("new r; mkdir -p a/b; echo x > a/b/f; commit 2021-01-01 one")
    let repository = try #require(try Repository.discover(box.path("r/a/b/f")))
    #expect(repository.workTree == box.path("r"))
    #expect(repository.gitDirectory == box.path("r/.git"))
    #expect(repository.commonDirectory == repository.gitDirectory)
    #expect(!repository.isBare)
    #expect(!repository.isOwnedByAnother)
    #expect(try repository.objectFormat() == .sha1)
    #expect(try Repository.discover(box.folder) == nil)
    #expect(try Repository.discover(box.path("nothing")) == nil)
  }

  @Test func `opens a bare repository and a git directory given directly`() throws {
    try box.sh("new r; commit 2021-01-01 one; cd ..; git clone -q --bare r b.git")
    #expect(try box.open("b.git").isBare)
    #expect(try box.open("b.git").headCommit() == box.id("main", in: "r"))
    #expect(try box.open("r/.git").isBare)
  }

  @Test func `a linked worktree names its git directory and is named back`() throws {
    try box.sh("new r; echo x > f; commit 2021-01-01 one; git worktree add -q ../w -b side")
    let repository = try box.open("w")
    #expect(repository.workTree == box.path("w"))
    #expect(repository.gitDirectory == box.path("r/.git/worktrees/w"))
    #expect(repository.commonDirectory == box.path("r/.git"))
    #expect(try repository.indexEntries().map(\.path) == [Path("f")])
    // The same gitfile in another folder is not named back.
    try box.sh("mkdir thief; cp w/.git thief/.git")
    #expect(throws: GitError.refused(.gitDirectoryOutside, box.path("thief/.git"))) {
      try Repository.discover(box.path("thief"))
    }
  }

  @Test func `a submodule may keep its git directory in its superproject`() throws {
    try box.sh(
      """
      (new lib; echo x > f; commit 2021-01-01 one)
      (new super; git submodule --quiet add ../lib dir/lib; commit 2021-01-02 two
       git worktree add -q ../linked; cd ../linked; git submodule --quiet update --init)
      """)
    #expect(
      try box.open("super/dir/lib").gitDirectory == box.path("super/.git/modules/dir/lib"))
    #expect(
      try box.open("linked/dir/lib").gitDirectory
        == box.path("super/.git/worktrees/linked/modules/dir/lib"))
  }

  @Test(arguments: ["echo 'gitdir: ../r/.git' > evil/.git", "ln -s ../r/.git evil/.git"])
  func `does not follow a git directory outside`(link: String) throws {
    try box.sh("(new r; commit 2021-01-01 one); mkdir -p evil/sub; \(link)")
    #expect(throws: GitError.refused(.gitDirectoryOutside, box.path("evil/.git"))) {
      try Repository.discover(box.path("evil/sub"))
    }
    let allowed = try Repository.discover(box.path("evil"), allowsOutside: true)
    #expect(allowed?.gitDirectory == box.path("r/.git"))
    let inside = try Repository.discover(box.path("evil"), root: box.folder)
    #expect(inside?.gitDirectory == box.path("r/.git"))
  }

  @Test func `does not follow a common directory outside`() throws {
    try box.sh("(new r; commit 2021-01-01 one); new evil; echo ../../r/.git > .git/commondir")
    #expect(
      throws: GitError.refused(.commonDirectoryOutside, box.path("evil/.git/commondir"))
    ) {
      try Repository.discover(box.path("evil"))
    }
  }

  @Test func `does not borrow objects from outside`() throws {
    try box.sh(
      """
      (new r; echo x > f; commit 2021-01-01 one); git clone -q --shared r borrower
      mkdir group; git clone -q r group/a; git clone -q --shared group/a group/b
      git clone -q r linked; mv linked/.git/objects moved; ln -s ../../moved linked/.git/objects
      """)
    for (name, place) in [("borrower", "r/.git/objects"), ("linked", "linked/.git/objects")] {
      #expect(throws: GitError.refused(.objectsOutside, box.path(place))) {
        try Repository.discover(box.path(name))
      }
    }
    let allowed = try Repository.discover(box.path("borrower"), allowsOutside: true)
    #expect(try allowed?.objects().blobs.count == 1)
    let inside = try Repository.discover(box.path("group/b"), root: box.path("group"))
    #expect(try inside?.objects().blobs.count == 1)
  }

  @Test(arguments: ["config", "packed-refs", "info/exclude", "index", "HEAD"])
  func `does not open a FIFO`(file: String) throws {
    try box.sh("new r; rm -f .git/\(file); mkfifo .git/\(file)")
    #expect(throws: GitError.refused(.specialFile, box.path("r/.git/\(file)"))) {
      try Repository.discover(box.path("r"))
    }
  }

  @Test func `files that look like a git directory do not hide the real one`() throws {
    try box.sh("new r; commit 2021-01-01 one; mkdir objects refs; echo ref: x > HEAD")
    #expect(try box.open("r").gitDirectory == box.path("r/.git"))
  }

  @Test func `an empty .git is no repository, and the one above counts`() throws {
    try box.sh("new r; commit 2021-01-01 one; mkdir -p sub/.git other; echo hello > other/.git")
    #expect(try box.open("r/sub").workTree == box.path("r"))
    #expect(try box.open("r/other").workTree == box.path("r"))
  }

  @Test func `many nested gitfiles that lead outside take no time`() throws {
    try box.sh(
      """
      (new r; commit 2021-01-01 one); mkdir deep; cd deep
      for i in $(seq 60); do mkdir d; cd d; echo "gitdir: \(box.folder)/r/.git" > .git; done
      """)
    let deep = Path(bytes: Array(repeatElement(Array("d/".utf8), count: 60).joined()))
    #expect(throws: GitError.self) { try Repository.discover(box.path("deep").appending(deep)) }
  }
}
