#include "COperationCount.h"

#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>

static _Atomic uint64_t count;

uint64_t operation_count(void) { return atomic_load(&count); }

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
// The sanitizer takes malloc's place itself.
#define MALLOC_IS_TAKEN
#endif
#endif

#if defined(__GLIBC__) && !defined(MALLOC_IS_TAKEN)

// An executable that defines these takes the place of glibc's, which has its own under other names.
// Source: The GNU C Library Reference Manual, "Replacing malloc", 2026.
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t number, size_t size);
extern void *__libc_realloc(void *memory, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

bool operation_count_is_available(void) { return true; }

static void add(size_t size) {
  atomic_fetch_add_explicit(&count, 1 + size / 64, memory_order_relaxed);
}

void *malloc(size_t size) {
  add(size);
  return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
  add(number * size);
  return __libc_calloc(number, size);
}

void *realloc(void *memory, size_t size) {
  add(size);
  return __libc_realloc(memory, size);
}

void *memalign(size_t alignment, size_t size) {
  add(size);
  return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **memory, size_t alignment, size_t size) {
  void *found = memalign(alignment, size);
  if (found == NULL) return ENOMEM;
  *memory = found;
  return 0;
}

#else

bool operation_count_is_available(void) { return false; }

#endif
