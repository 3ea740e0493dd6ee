// FreeXL trusts sizes that a damaged file tells and can then be ended by the system. It therefore works in a process of
// its own with limits on memory and time, which hands back cells through a pipe.
#include <freexl.h>
#include <linux/memfd.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// What the stream from the process consists of: a mark, then what is said beside it (host byte order).
enum {
  yk_mark_sheet = 'S',      // length (uint32), name
  yk_mark_number = 'N',     // row, column (uint32 from 0), double
  yk_mark_text = 'T',       // row, column, length (uint32), bytes
  yk_mark_moment = 'D',     // as a text
  yk_mark_protected = 'P',  // nothing; the workbook has a password
  yk_mark_end = 'E'         // nothing; all was read
};

// A file in memory without a name; -1 on failure. Glibc's own declaration needs _GNU_SOURCE, which Swift does not set.
static inline int yk_memory_file(void) { return (int)syscall(SYS_memfd_create, "workbook", MFD_CLOEXEC); }

static inline void yk_write_number(FILE *out, uint32_t number) { fwrite(&number, sizeof number, 1, out); }

static inline void yk_write_text(FILE *out, const char *text) {
  uint32_t length = (uint32_t)strlen(text);
  yk_write_number(out, length);
  fwrite(text, 1, length, out);
}

static inline void yk_write_cell(FILE *out, unsigned row, unsigned short column, const FreeXL_CellValue *cell) {
  char mark = yk_mark_number;
  switch (cell->type) {
    case FREEXL_CELL_INT:
    case FREEXL_CELL_DOUBLE: break;
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT: mark = yk_mark_text; break;
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
    case FREEXL_CELL_TIME: mark = yk_mark_moment; break;
    default: return;
  }
  if (mark != yk_mark_number && cell->value.text_value == NULL) return;
  fputc(mark, out);
  yk_write_number(out, row);
  yk_write_number(out, column);
  if (mark == yk_mark_number) {
    double number = cell->type == FREEXL_CELL_INT ? cell->value.int_value : cell->value.double_value;
    fwrite(&number, sizeof number, 1, out);
  } else {
    yk_write_text(out, cell->value.text_value);
  }
}

static inline void yk_write_sheet(FILE *out, const void *handle, unsigned short sheet) {
  const char *name = NULL;
  unsigned rows = 0;
  unsigned short columns = 0;
  if (freexl_get_worksheet_name(handle, sheet, &name) != FREEXL_OK || name == NULL) return;
  fputc(yk_mark_sheet, out);
  yk_write_text(out, name);
  if (freexl_select_active_worksheet(handle, sheet) != FREEXL_OK) return;
  if (freexl_worksheet_dimensions(handle, &rows, &columns) != FREEXL_OK) return;
  for (unsigned row = 0; row < rows; row++) {
    for (unsigned short column = 0; column < columns; column++) {
      FreeXL_CellValue cell;
      if (freexl_get_cell_value(handle, row, column, &cell) == FREEXL_OK) yk_write_cell(out, row, column, &cell);
    }
  }
}

// Writes a workbook to a pipe; 0 when all went well.
static inline int yk_write_workbook(const char *path, int pipe) {
  const void *handle = NULL;
  unsigned value = 0;
  FILE *out = fdopen(pipe, "w");
  if (out == NULL || freexl_open(path, &handle) != FREEXL_OK) return 1;
  if (freexl_get_info(handle, FREEXL_BIFF_PASSWORD, &value) == FREEXL_OK && value == FREEXL_BIFF_OBFUSCATED) {
    fputc(yk_mark_protected, out);
  } else if (freexl_get_info(handle, FREEXL_BIFF_SHEET_COUNT, &value) == FREEXL_OK) {
    for (unsigned sheet = 0; sheet < value && sheet < UINT16_MAX; sheet++) {
      yk_write_sheet(out, handle, (unsigned short)sheet);
    }
  }
  fputc(yk_mark_end, out);
  return fflush(out) == 0 ? 0 : 1;
}

// Starts a process that writes a workbook to a pipe; gives its number and the pipe's end to read, or -1.
static inline pid_t yk_start_reading(const char *path, uint64_t memory, unsigned seconds, int *output) {
  int ends[2];
  if (pipe(ends) != 0) return -1;
  pid_t process = fork();
  if (process == 0) {
    struct rlimit none = {0, 0}, bytes = {memory, memory}, time = {seconds, seconds};
    sigset_t all;
    close(ends[0]);
    setrlimit(RLIMIT_CORE, &none);
    setrlimit(RLIMIT_AS, &bytes);
    setrlimit(RLIMIT_CPU, &time);
    // A fault must end the process and not run handlers of the one it came from.
    for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
    sigfillset(&all);
    sigprocmask(SIG_UNBLOCK, &all, NULL);
    alarm(seconds * 2);
    _exit(yk_write_workbook(path, ends[1]));
  }
  close(ends[1]);
  if (process < 0) close(ends[0]);
  *output = ends[0];
  return process;
}

// Waits for the process to end; whether it ended as it should.
static inline int yk_ended_well(pid_t process) {
  int status = 0;
  while (waitpid(process, &status, 0) < 0) {
    // Only an interruption is worth another try: macros such as errno need no care here.
    if (kill(process, 0) != 0) return 0;
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
