#ifndef YKIEN_ALLOCATION_H
#define YKIEN_ALLOCATION_H

// How the C library keeps freed memory. Other C libraries than glibc have no such settings and need none.

#include <stdlib.h>

#if defined(__GLIBC__)
#include <malloc.h>

static inline void yk_keep_freed_memory(int byte_count, int arena_count) {
  mallopt(M_MMAP_THRESHOLD, byte_count);
  mallopt(M_TRIM_THRESHOLD, byte_count);
  mallopt(M_ARENA_MAX, arena_count);
}

#else

static inline void yk_keep_freed_memory(int byte_count, int arena_count) {
  (void)byte_count, (void)arena_count;
}

#endif
#endif
