// What the kernel offers and Swift's Glibc module leaves out: it is declared for GNU programs only,
// or is a macro that Swift doesn't see.
#pragma once

#include <fcntl.h>
#include <malloc.h>

// What the programs that this one starts are told of their surroundings. Swift takes the variable for
// one that threads may change.
static inline char **yilan_environment(void) {
    extern char **environ;
    return environ;
}

// Renames a file; see renameat2(2).
int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);

// RENAME_EXCHANGE: the two change their names, in one step.
enum { yilan_rename_exchange = 1 << 1 };

// O_TMPFILE: a file without a name, in the folder that is opened.
enum { yilan_open_unnamed = 020000000 | O_DIRECTORY };
