import Findings
import Logs
import Testing

/// Echoed commands give the secrets among their arguments.
@Suite struct CommandTests {
  private func arguments(_ log: String, _ format: LogFormat = .plain) -> [String] {
    LogReader.read(raw(log), as: format).arguments.map { string($0.value) }
  }

  @Test(arguments: [
    "+ docker login -u ci -p «s3cret» registry.example.com", "$ podman login -p=«s3cret» r",
    "$ cd x && docker login -p «s3cret»", "##[command]/usr/bin/docker login -p «s3cret» r",
    "++ A=1 sudo docker login -u a -p «s3cret»", "+ ./x.sh:12: sshpass -p «s3cret» ssh h",
    "+ sshpass -p'«s3cret»' ssh h", "+ mysql -uroot -p«s3cret» -e 'select 1'",
    "+ curl -s -u 'ci:«s3cret»' https://example.com", "$ htpasswd -b -c /etc/x admin «s3cret»",
    "+ ldapsearch -x -D cn=admin -w «s3cret» -b dc=x",
    "+ twine upload -u __token__ -p «s3cret» dist/*",
    "+ az login --service-principal -u x -p «s3cret» --tenant y",
    "+ redis-cli -h c -a «s3cret» ping",
    "+ mongo --host db -u admin -p «s3cret» --eval 'db'",
    "+ cf login -a https://x -u ci -p «s3cret» -o o",
    "+ security unlock-keychain -p «s3cret» build.keychain", "+ rabbitmqctl add_user ci «s3cret»",
    "$ security import cert.p12 -k build.keychain -P «s3cret» -T /usr/bin/codesign",
    "+ dotnet nuget push x.nupkg -k «s3cret» -s https://x",
    "+ lftp -u deploy,«s3cret» ftp.example.com",
    "+ sqlplus scott/«s3cret»@db @x.sql", "+ openssl pkcs12 -in c.p12 -passin pass:«s3cret» -nodes",
    "+ echo ::add-mask::«s3cret»", "+ poetry config http-basic.repo ci «s3cret»",
    "+ cargo login «s3cret»",
    "+ bash codecov.sh", "::set-output name=token::«s3cret»",
    "##vso[task.setvariable variable=x;issecret=true]«s3cret»",
    "[command]C:\\bin\\signtool.exe sign /p «s3cret»", "+ \tdocker login -p «s3cret» r",
  ])
  func anArgumentIsASecret(line: String) {
    let expected = line.contains("«") ? ["s3cret"] : []
    let log = line.replacing("«", with: "").replacing("»", with: "") + "\n"
    #expect(arguments(log) == expected)
    let reading = LogReader.read(raw(log), as: .plain)
    #expect(reading.arguments.map { string(reading.text.bytes[$0.range]) } == expected)
  }

  @Test(arguments: [
    "docker login -p s3cret", "+ docker run -p 80:80 x", "+ docker login -p",
    "+ docker login -p --x",
    "+ echo s3cret", "+ mysql -p -u root", "+", "+ ", "$ ", "$5 -p x", "+ curl -u ci https://x",
    "+++ b/file", "+ mkdir -p a", "##[group]Run docker/login-action@v3",
  ])
  func otherLinesHaveNone(line: String) { #expect(arguments(line + "\n") == []) }

  @Test(arguments: [
    "+ echo s3cret\n+ docker login -u ci --password-stdin r\n",
    "+ docker login -u ci --password-stdin r\n+ echo s3cret\n",
    "$ echo 's3cret' | docker login -u ci --password-stdin r\n",
    "+ echo s3cret\n+ flyctl auth docker --password-stdin\n",
    "+ echo s3cret\n+ some-tool login --token-stdin\n",
    "+ echo s3cret\n+ glab auth login --with-token\n",
    "+ echo root:s3cret\n+ chpasswd\n", "+ printf %s s3cret\n+ gh auth login --with-token\n",
  ])
  func whatIsPipedIntoALoginIsASecret(log: String) { #expect(arguments(log) == ["s3cret"]) }

  @Test func theScriptOfAStepIsRead() {
    let lines = [
      "##[group]Run docker login -u ci -p s3cret", "␛[36;1mdocker login -u ci -p s3cret␛[0m",
      "shell: /usr/bin/bash -e {0}", "env:", "  A: docker login -p b", "##[endgroup]",
      "docker login -p c",
    ]
    let log = lines.map { "2024-05-01T10:00:00.1234567Z \($0)\n" }.joined()
    #expect(arguments(log, .github) == ["s3cret", "s3cret"])
  }

  @Test func `a long script is read to its end`() {
    let time = "2024-05-01T10:00:00.1234567Z "
    let lines =
      ["##[group]Run make"] + Array(repeating: "make", count: 1_000)
      + ["docker login -u ci -p s3cret", "shell: bash", "##[endgroup]", "docker login -p c"]
    #expect(arguments(lines.map { "\(time)\($0)\n" }.joined(), .github) == ["s3cret"])
  }

  @Test func masksAndLookupsAreTold() {
    let found = LogReader.read(
      raw("+ docker login -p ***\n+ docker login -p $TOKEN\n"), as: .plain
    ).arguments
    #expect(found.map(\.kind) == [.masked, .reference])
  }

  @Test func aCommandMayBeLongerThanAnyBuffer() {
    let files = String(repeating: "src/file.txt ", count: 6_000)
    #expect(
      arguments("+ tar c \(files)&& docker login -u me -p s3cret\n+ docker login -p other\n")
        == ["s3cret", "other"])
    // In one command of very many words each secret is found once.
    #expect(
      arguments("+ docker login -p first \(files)-p second \(files)\n") == ["first", "second"])
    #expect(
      arguments(
        "+ echo '\(String(repeating: "a ", count: 35_000))' first | docker login --password-stdin\n"
      )
        == ["first"])
  }

  @Test func aLineOfManyWordsIsLinear() {
    let words = String(repeating: "docker login -p x && ", count: 3_000)
    #expect(arguments("+ " + words + "\n").count == 3_000)
    #expect(arguments("+ " + String(repeating: "'a", count: 200_000) + "\n") == [])
    for mark in ["'a ", "\"a ", "\"\\\" ", "$'\\' ", "'\" ", "\\ "] {
      let open = String(repeating: mark, count: 60_000 / mark.utf8.count | 1)
      let found = arguments("+ docker login -p s3cret \(open)\n+ docker login -p other\n")
      #expect(found == ["s3cret", "other"], "\(mark)")
    }
  }
}
