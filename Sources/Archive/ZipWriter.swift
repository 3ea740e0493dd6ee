import CLibZip

/// Makes a zip archive in memory; the same members give the same bytes, whenever and wherever they are packed.
public enum ZipWriter {
  /// A file to pack.
  public struct Member: Sendable, Hashable {
    /// The name in the archive, folders separated by `/`.
    public var name: String
    /// The content.
    public var bytes: [UInt8]

    /// Creates a member.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// The archive with the members in their order, each dated 1 January 1980.
  ///
  /// - Throws: ``ArchiveError/damaged`` when libzip cannot pack a member, as when two have the same name.
  /// - Complexity: O(total size); the members are in memory twice while they are packed.
  public static func archive(_ members: [Member]) throws(ArchiveError) -> [UInt8] {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard let target = unsafe zip_source_buffer_create(nil, 0, 0, &error) else { throw .damaged }
    // The archive owns one reference and gives it up when it is closed; ours lets the bytes be read then.
    unsafe zip_source_keep(target)
    defer { unsafe zip_source_free(target) }
    guard let archive = unsafe zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
      unsafe zip_source_free(target)
      throw .damaged
    }
    // libzip reads from these buffers until the archive is closed.
    var storages: [UnsafeMutableRawBufferPointer] = unsafe []
    defer {
      for index in unsafe storages.indices { unsafe storages[index].deallocate() }
    }
    for member in members {
      let storage = UnsafeMutableRawBufferPointer.allocate(byteCount: member.bytes.count, alignment: 1)
      unsafe storage.copyBytes(from: member.bytes)
      unsafe storages.append(storage)
    }
    for (index, member) in members.enumerated() {
      let storage = unsafe storages[index]
      guard
        let source = unsafe zip_source_buffer(archive, storage.baseAddress, zip_uint64_t(storage.count), 0)
      else {
        unsafe zip_discard(archive)
        throw .damaged
      }
      let place = unsafe zip_file_add(archive, member.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
      guard place >= 0 else {
        unsafe zip_source_free(source)
        unsafe zip_discard(archive)
        throw .damaged
      }
      // 33 is the first day that a zip archive can tell.
      guard unsafe zip_file_set_dostime(archive, zip_uint64_t(place), 0, 33, 0) == 0,
        unsafe zip_set_file_compression(archive, zip_uint64_t(place), ZIP_CM_DEFLATE, 9) == 0
      else {
        unsafe zip_discard(archive)
        throw .damaged
      }
    }
    guard unsafe zip_close(archive) == 0 else {
      unsafe zip_discard(archive)
      throw .damaged
    }
    return try unsafe bytes(of: target)
  }

  private static func bytes(of source: OpaquePointer) throws(ArchiveError) -> [UInt8] {
    var status = unsafe zip_stat_t()
    unsafe zip_stat_init(&status)
    guard unsafe zip_source_stat(source, &status) == 0, unsafe zip_source_open(source) == 0 else { throw .damaged }
    defer { unsafe zip_source_close(source) }
    let size = Int(clamping: unsafe status.size)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, Int(unsafe zip_source_read(source, buffer.baseAddress, zip_uint64_t(size))))
    }
    guard bytes.count == size else { throw .damaged }
    return bytes
  }
}
