#ifndef CSHA256_H
#define CSHA256_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether this processor has instructions for SHA-256 that `csha256_absorb` knows.
bool csha256_is_available(void);

/// Takes `count` blocks of 64 bytes into `state`, the eight words of the hash; only where
/// `csha256_is_available` says so.
void csha256_absorb(uint32_t state[8], const uint8_t *blocks, size_t count);

#endif
