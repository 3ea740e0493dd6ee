internal import Foundation

/// A folder of its own for the files of one run, removed with everything in it at the end.
public struct ScratchFolder: ~Copyable {
  /// The path of the folder, which only this user may enter.
  public let path: String

  /// Makes a new folder among the temporary files; nil when that is not possible.
  public init?() {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ykien-\(UUID().uuidString)")
    let made: Void? = try? FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    guard made != nil else { return nil }
    path = folder.path(percentEncoded: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
