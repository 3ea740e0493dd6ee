import CLibZip

/// Why an archive or one of its members cannot be read.
public enum ArchiveError: Error, Sendable, Hashable {
  /// The bytes are no zip archive, or it is damaged.
  case notAnArchive
  /// The member is protected with a password.
  case encrypted
  /// The member would unpack to more bytes than allowed.
  case tooLarge(limit: Int)
  /// The member unpacks to suspiciously many bytes for its size in the archive.
  case ratioTooHigh(limit: Int)
  /// The member's bytes are damaged (checksum, truncated data, unknown compression).
  case damaged
}

/// What a member of an archive may cost.
public struct ArchiveLimits: Sendable, Hashable {
  /// The most bytes one member may unpack to.
  public var memberByteCount: Int
  /// The most bytes a member may unpack to per byte stored, once it is larger than 1 MiB.
  public var ratio: Int
  /// The most members an archive may have.
  public var memberCount: Int

  /// Creates limits; the defaults suit archives of submissions and exports.
  public init(memberByteCount: Int = 1 << 30, ratio: Int = 200, memberCount: Int = 2_000_000) {
    self.memberByteCount = memberByteCount
    self.ratio = ratio
    self.memberCount = memberCount
  }
}

/// A member of an archive.
public struct ArchiveMember: Sendable, Hashable {
  /// Its position in the archive.
  public let index: Int
  /// The name it was stored under: a label for people, never a path to write to.
  public let name: String
  /// The size it claims to unpack to.
  public let byteCount: Int

  /// Whether it stands for a folder.
  public var isFolder: Bool { name.hasSuffix("/") }
}

/// A zip archive whose members are read into memory; nothing is ever unpacked to the disk.
@safe
public struct ZipArchive: ~Copyable {
  private let archive: OpaquePointer
  private let limits: ArchiveLimits
  // libzip reads from this buffer until the archive is closed.
  private let storage: UnsafeMutableRawPointer

  /// Opens an archive held in memory.
  public init(bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveError) {
    // libzip takes an empty file for an empty archive.
    guard bytes.count >= 22 else { throw .notAnArchive }
    let storage = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
    unsafe bytes.withUnsafeBytes {
      unsafe storage.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(storage), byteCount: $0.count)
    }
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard let source = unsafe zip_source_buffer_create(storage, zip_uint64_t(bytes.count), 0, &error) else {
      unsafe storage.deallocate()
      throw .notAnArchive
    }
    guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
      unsafe zip_source_free(source)
      unsafe storage.deallocate()
      throw .notAnArchive
    }
    guard unsafe zip_get_num_entries(archive, 0) <= zip_int64_t(limits.memberCount) else {
      unsafe zip_discard(archive)
      unsafe storage.deallocate()
      throw .tooLarge(limit: limits.memberCount)
    }
    unsafe self.archive = archive
    unsafe self.storage = storage
    self.limits = limits
  }

  deinit {
    unsafe zip_discard(archive)
    unsafe storage.deallocate()
  }

  /// Whether bytes begin as a zip archive does.
  public static func isArchive(_ bytes: Span<UInt8>) -> Bool {
    bytes.count >= 4 && bytes[0] == 0x50 && bytes[1] == 0x4B
      && (bytes[2] == 3 && bytes[3] == 4 || bytes[2] == 5 && bytes[3] == 6)
  }

  /// The members in the order of the archive.
  public func members() -> [ArchiveMember] {
    let count = unsafe zip_get_num_entries(archive, 0)
    var members: [ArchiveMember] = []
    for index in 0..<max(count, 0) {
      var status = unsafe zip_stat_t()
      unsafe zip_stat_init(&status)
      guard unsafe zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0 else { continue }
      let name = unsafe status.name.map { unsafe String(cString: $0) } ?? ""
      members.append(
        ArchiveMember(index: Int(index), name: name, byteCount: Int(clamping: unsafe status.size)))
    }
    return members
  }

  /// Unpacks a member into memory.
  ///
  /// Both the size the archive claims and the bytes that really come out are held against the limits.
  public func bytes(of member: ArchiveMember) throws(ArchiveError) -> [UInt8] {
    var status = unsafe zip_stat_t()
    unsafe zip_stat_init(&status)
    guard unsafe zip_stat_index(archive, zip_uint64_t(member.index), 0, &status) == 0 else { throw .damaged }
    if unsafe status.encryption_method != UInt16(ZIP_EM_NONE) { throw .encrypted }
    let claimed = Int(clamping: unsafe status.size)
    let stored = Int(clamping: unsafe status.comp_size)
    if claimed > limits.memberByteCount { throw .tooLarge(limit: limits.memberByteCount) }
    if claimed > 1 << 20, claimed / max(stored, 1) > limits.ratio { throw .ratioTooHigh(limit: limits.ratio) }
    guard let file = unsafe zip_fopen_index(archive, zip_uint64_t(member.index), 0) else { throw .damaged }
    defer { unsafe zip_fclose(file) }
    var received = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: claimed + 1) { buffer, count in
      // One byte more than claimed is asked for: a member that lies about its size is found out.
      while received <= claimed, let base = buffer.baseAddress {
        let got = unsafe zip_fread(file, base + received, zip_uint64_t(claimed + 1 - received))
        if got <= 0 {
          if got < 0 { received = -1 }
          break
        }
        received += Int(got)
      }
      count = max(received, 0)
    }
    guard received == claimed else { throw .damaged }
    return bytes
  }
}
