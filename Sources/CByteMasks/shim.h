#ifndef YKIEN_BYTE_MASKS_H
#define YKIEN_BYTE_MASKS_H

// Which of 64 bytes equal one of three, as bits. SSE2 belongs to every x86-64; other processors take eight bytes at once.

#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>

static inline uint64_t yk_byte_mask(const uint8_t *bytes, uint8_t first, uint8_t second, uint8_t third) {
  const __m128i a = _mm_set1_epi8((char)first);
  const __m128i b = _mm_set1_epi8((char)second);
  const __m128i c = _mm_set1_epi8((char)third);
  uint64_t mask = 0;
  for (int part = 0; part < 4; part++) {
    const __m128i data = _mm_loadu_si128((const __m128i *)(bytes + 16 * part));
    const __m128i found =
        _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(data, a), _mm_cmpeq_epi8(data, b)), _mm_cmpeq_epi8(data, c));
    mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(found) << (16 * part);
  }
  return mask;
}

#else

// The high bit of each byte of the word that is zero, without false ones.
static inline uint64_t yk_zero_bytes(uint64_t word) {
  const uint64_t low = 0x7F7F7F7F7F7F7F7FULL;
  return ~(((word & low) + low) | word | low);
}

static inline uint64_t yk_byte_mask(const uint8_t *bytes, uint8_t first, uint8_t second, uint8_t third) {
  const uint64_t ones = 0x0101010101010101ULL;
  uint64_t mask = 0;
  for (int part = 0; part < 8; part++) {
    uint64_t word;
    memcpy(&word, bytes + 8 * part, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    const uint64_t found = yk_zero_bytes(word ^ (ones * first)) | yk_zero_bytes(word ^ (ones * second)) |
                           yk_zero_bytes(word ^ (ones * third));
    // Gathers the high bits of the eight bytes into one byte.
    mask |= ((found >> 7) * 0x0102040810204080ULL >> 56) << (8 * part);
  }
  return mask;
}

#endif

// What a look at a text of rows says.
typedef struct {
  // Line feeds, and the place behind the last one.
  size_t count;
  size_t end;
  // Whether a quote stands in it, or a line without anything.
  int is_plain;
} yk_lines;

// Counts the lines of a text that begins at the beginning of a line.
static inline yk_lines yk_count_lines(const uint8_t *bytes, size_t count, uint8_t quote) {
  yk_lines lines = {0, 0, 1};
  uint64_t quotes = 0;
  uint64_t blanks = 0;
  // Whether the byte before is a line feed.
  uint64_t before = 1;
  size_t start = 0;
  for (; start + 64 <= count; start += 64) {
    const uint64_t feeds = yk_byte_mask(bytes + start, '\n', '\n', '\n');
    quotes |= yk_byte_mask(bytes + start, quote, quote, quote);
    const uint64_t returns = yk_byte_mask(bytes + start, '\r', '\r', '\r');
    blanks |= (feeds << 1 | before) & (feeds | returns);
    before = feeds >> 63;
    if (feeds) {
      lines.count += (size_t)__builtin_popcountll(feeds);
      lines.end = start + 64 - (size_t)__builtin_clzll(feeds);
    }
  }
  for (; start < count; start++) {
    const uint8_t byte = bytes[start];
    quotes |= byte == quote;
    blanks |= before & (byte == '\n' || byte == '\r');
    before = byte == '\n';
    if (before) {
      lines.count++;
      lines.end = start + 1;
    }
  }
  lines.is_plain = !quotes && !blanks;
  return lines;
}

// Notes where the cells of a text without quotes begin and end. Both lists need room for 64 more than `room` cells.
// Returns the number of cells whose end was found; at most `room`, at least all when there is room for them.
static inline size_t yk_find_cells(
    const uint8_t *bytes, size_t count, uint8_t separator, uint32_t *starts, uint32_t *ends, size_t room) {
  size_t found = 0;
  starts[0] = 0;
  size_t start = 0;
  for (; start + 64 <= count && found < room; start += 64) {
    uint64_t mask = yk_byte_mask(bytes + start, separator, '\n', '\n');
    const size_t all = (size_t)__builtin_popcountll(mask);
    // Four at a time, because loops that end at random are foreseen badly; what is written too much is written again.
    for (size_t index = 0; index < all; index += 4) {
      for (size_t step = 0; step < 4; step++) {
        const uint32_t place = (uint32_t)(start + (size_t)__builtin_ctzll(mask | (uint64_t)1 << 63));
        ends[found + index + step] = place;
        starts[found + index + step + 1] = place + 1;
        mask &= mask - 1;
      }
    }
    found += all;
  }
  for (; start < count && found < room; start++) {
    if (bytes[start] == separator || bytes[start] == '\n') {
      ends[found] = (uint32_t)start;
      starts[++found] = (uint32_t)start + 1;
    }
  }
  return found;
}

// What kind of bytes a text holds.
typedef struct {
  // All bits that are set in any byte, and the lowest byte.
  uint8_t all;
  uint8_t lowest;
  // Whether no character composes with one before it, as far as lead bytes tell: see isComposed in Responses.
  int is_composed;
} yk_byte_kinds;

static inline yk_byte_kinds yk_find_kinds(const uint8_t *bytes, size_t count) {
  uint8_t all = 0, lowest = 255, open = 0;
  // A loop that the compiler turns into vector instructions.
  size_t index = 0;
  for (; index + 2 < count; index++) {
    const uint8_t byte = bytes[index], next = bytes[index + 1], third = bytes[index + 2];
    const uint8_t is_letter = (uint8_t)((byte == 0xE1) & ((next | 1) == 0xBB));
    const uint8_t is_mark = (uint8_t)((byte == 0xE2) & (next == 0x80) & (third >= 0x90));
    open |= (uint8_t)((byte >= 0xCC) & (is_letter == 0) & (is_mark == 0));
    all |= byte;
    lowest = byte < lowest ? byte : lowest;
  }
  for (; index < count; index++) {
    const uint8_t byte = bytes[index];
    open |= byte >= 0xCC && !(byte == 0xE1 && index + 1 < count && (bytes[index + 1] | 1) == 0xBB);
    all |= byte;
    lowest = byte < lowest ? byte : lowest;
  }
  const yk_byte_kinds kinds = {all, lowest, !open};
  return kinds;
}

// Copies cells one after the other; `to` has room for all. Returns the bytes written.
static inline size_t yk_copy_cells(
    const uint8_t *bytes, size_t count, const uint32_t *starts, const uint32_t *ends, size_t step, size_t rows,
    uint8_t *to, size_t room, uint32_t *places, uint32_t base) {
  size_t written = 0;
  for (size_t row = 0; row < rows; row++) {
    const size_t start = starts[row * step];
    const size_t length = ends[row * step] - start;
    if (length <= 16 && start + 16 <= count && written + 16 <= room) {
      // What is written too much is written again by the next cell.
      memcpy(to + written, bytes + start, 16);
    } else {
      memcpy(to + written, bytes + start, length);
    }
    written += length;
    places[row] = base + (uint32_t)written;
  }
  return written;
}

#endif
