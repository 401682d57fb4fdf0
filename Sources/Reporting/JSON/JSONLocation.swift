import Findings

extension JSONWriter {
  /// Where something stands.
  mutating func location(_ location: Location) {
    object { json in
      json.origin(location.origin)
      let region = location.region
      json.object("region") { json in
        json.member("startLine", region.startLine)
        json.member("startColumn", region.startColumn)
        json.member("endLine", region.endLine)
        json.member("endColumn", region.endColumn)
        json.member("byteOffset", region.byteOffset)
        json.member("byteLength", region.byteLength)
      }
      if !location.place.isEmpty {
        json.object("place") { json in
          json.member("job", location.place.job)
          json.member("step", location.place.step)
          json.member("keyPath", location.place.keyPath)
          json.member("time", location.place.time)
        }
      }
      json.member("lineHash", location.lineHash)
    }
  }

  /// The members of an object that say where a document came from.
  mutating func origin(_ origin: Origin) {
    path("path", origin.path)
    member("root", origin.root)
    if !origin.members.isEmpty {
      array("members", origin.members) { json, path in
        json.object { $0.path("path", path) }
      }
    }
    member("source", origin.source.rawValue)
    member("blob", origin.blob?.description)
  }

  /// A path as text; if it is not UTF-8, its bytes in base64 beside it.
  mutating func path(_ name: String, _ path: Path) {
    let text = String(decoding: path.bytes, as: UTF8.self)
    member(name, text)
    if !text.utf8.elementsEqual(path.bytes) { member(name + "Base64", Base64.text(path.bytes)) }
  }
}
