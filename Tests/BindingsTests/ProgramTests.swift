import Foundation
import Programs
import Testing

@Suite("Programs")
struct ProgramTests {
  @Test("A program runs in its folder, with its arguments as they are and a bare environment")
  func runs() throws {
    guard let folder = ScratchFolder() else { throw CancellationError() }
    try ProgramRun(
      "sh", ["-c", "printf '%s|' \"$1\" \"$HOME\" \"$GIVEN\" \"$LANG$USER\" > out", "sh", "a b;$(x)"], in: folder.path,
      environment: ["GIVEN": "v"]
    ).run()
    let text = try String(contentsOf: URL(filePath: folder.path).appending(path: "out"), encoding: .utf8)
    #expect(text == "a b;$(x)|\(folder.path)|v||")
  }

  @Test("What goes wrong is told apart")
  func failures() throws {
    guard let folder = ScratchFolder() else { throw CancellationError() }
    #expect(throws: ProgramRun.Failure.missing) { try ProgramRun("no-such-program-1", [], in: folder.path).run() }
    #expect(throws: ProgramRun.Failure.failed(status: 3, errors: "last words")) {
      try ProgramRun("sh", ["-c", "echo last words >&2; exit 3"], in: folder.path).run()
    }
    #expect(throws: ProgramRun.Failure.timedOut) {
      try ProgramRun("sleep", ["60"], in: folder.path, timeout: 0.2).run()
    }
    #expect(ProgramRun.find("sh") != nil)
  }

  @Test("Much written to standard error neither blocks nor is kept whole")
  func flood() throws {
    guard let folder = ScratchFolder() else { throw CancellationError() }
    let failure = #expect(throws: ProgramRun.Failure.self) {
      try ProgramRun("sh", ["-c", "yes error | head -c 1000000 >&2; exit 1"], in: folder.path).run()
    }
    guard case .failed(let status, let errors) = failure else { throw CancellationError() }
    #expect(status == 1)
    #expect(errors.count <= 2000 && errors.contains("error\nerror"))
  }

  @Test("A scratch folder is gone with what is in it")
  func scratch() throws {
    var path = ""
    do {
      guard let folder = ScratchFolder() else { throw CancellationError() }
      path = folder.path
      try Data("x".utf8).write(to: URL(filePath: path).appending(path: "x"))
      #expect(FileManager.default.fileExists(atPath: path))
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
