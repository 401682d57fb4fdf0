/// Groups of commands, as shells nest them, with what becomes of the output of all commands of a group:
/// `{ a; b; } > file`, `for … done | sort`.
struct CommandGroups {
  /// What opens and closes a group.
  enum Mark {
    case brace, parenthesis, condition, loop, choice
  }

  private struct Group {
    let mark: Mark
    let parent: Int?
    var targets: [Range<Int>] = []
    var reader: Int?
  }

  private var groups: [Group] = []
  /// The groups that are open, the innermost last.
  private var open: [Int] = []
  /// The innermost group around each command.
  private var owners: [Int?] = []
  /// The group that was closed just now.
  private var closed: Int?

  mutating func open(_ mark: Mark) {
    groups.append(Group(mark: mark, parent: open.last))
    open.append(groups.count - 1)
  }

  /// Closes the innermost group; what closes another kind is text.
  mutating func close(_ mark: Mark) {
    guard let last = open.last, groups[last].mark == mark else { return }
    closed = open.removeLast()
  }

  /// A command of the innermost group; to be told of all commands, in order.
  mutating func own(_ command: Int) { owners.append(open.last) }

  /// The end of a command, or of what stands behind a group.
  mutating func end(targets: [Range<Int>], reader: Int?) {
    guard let group = closed else { return }
    groups[group].targets = targets
    groups[group].reader = reader
    closed = nil
  }

  /// Gives commands whose output nothing takes what becomes of the output of the groups around them.
  mutating func hand(to commands: inout [ScriptCommand]) {
    // Outer ones come first, so that each needs its parent alone.
    for index in groups.indices where groups[index].targets.isEmpty && groups[index].reader == nil {
      guard let parent = groups[index].parent else { continue }
      groups[index].targets = groups[parent].targets
      groups[index].reader = groups[parent].reader
    }
    for (index, owner) in owners.enumerated() {
      guard let owner, commands[index].targets.isEmpty, !commands[index].isPiped else { continue }
      commands[index].targets = groups[owner].targets
      commands[index].reader = groups[owner].reader
    }
  }
}
