import CAllocation

/// Lets the process keep what it frees for what it asks for next, instead of giving it back to the system each time.
///
/// Stages hand buffers of some megabytes from thread to thread: when each is fetched from the system anew, a quarter of
/// an ingest's time goes into zeroing pages. Few arenas, so that what one thread frees another finds. Call it once, when
/// the program begins.
public func keepFreedMemory() { yk_keep_freed_memory(32 << 20, 2) }
