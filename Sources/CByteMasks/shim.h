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
#endif
