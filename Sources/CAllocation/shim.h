#ifndef YKIEN_ALLOCATION_H
#define YKIEN_ALLOCATION_H

// How the C library keeps freed memory. Other C libraries than glibc have no such settings and need none.

#include <dlfcn.h>
#include <stdlib.h>

// OpenBLAS ends the threads that wait for work; it starts them again when it has some. Other libraries have no such
// function and start none.
static inline void yk_end_idle_threads(void) {
  int (*end)(void) = (int (*)(void))dlsym(NULL, "blas_thread_shutdown_");
  if (end) end();
}

#if defined(__GLIBC__)
#include <malloc.h>

static inline void yk_keep_freed_memory(int byte_count, int arena_count) {
  mallopt(M_MMAP_THRESHOLD, byte_count);
  mallopt(M_TRIM_THRESHOLD, byte_count);
  mallopt(M_ARENA_MAX, arena_count);
  // Arenas of threads grow by this much at once: else every page is a call of its own.
  mallopt(M_TOP_PAD, byte_count);
}

#else

static inline void yk_keep_freed_memory(int byte_count, int arena_count) {
  (void)byte_count, (void)arena_count;
}

#endif
#endif
