#ifndef COPERATION_COUNT_H
#define COPERATION_COUNT_H

#include <stdbool.h>
#include <stdint.h>

/// Whether operations can be counted here.
bool operation_count_is_available(void);

/// How many operations there were since the process began, on all threads.
///
/// An operation is an allocation, and for each 64 bytes of it another one. Text that is put together,
/// lists that are filtered or mapped and tables that grow all take some; unlike time, the count is
/// the same on every machine and in every run.
uint64_t operation_count(void);

#endif
