import Testing

@testable import benchmark

@Suite struct PeerTests {
  @Test func pathsAreGivenOrFound() throws {
    let peers = try Peer.parse("kingfisher=/opt/k,rg,git") { $0 == "git" ? "/usr/bin/git" : nil }
    #expect(peers == [.kingfisher: "/opt/k", .git: "/usr/bin/git"])
    #expect(try Peer.parse("") { _ in nil }.isEmpty)
  }

  @Test func unknownPeersAreRefused() {
    #expect(throws: Peer.Unknown.self) { try Peer.parse("rg,grep") { _ in "/bin/x" } }
  }
}
