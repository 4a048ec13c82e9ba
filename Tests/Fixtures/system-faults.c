// A system that lacks what the variable YILAN_FAULTS lists; for LD_PRELOAD.
//
//   flock    no locks on files           rename2  no exchange of names
//   bind     no names for sockets        tmpfile  no files without names
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static int fails(const char *what) {
    const char *faults = getenv("YILAN_FAULTS");
    return faults && strstr(faults, what);
}

int flock(int file, int operation) {
    if (fails("flock")) return errno = ENOLCK, -1;
    int (*real)(int, int) = dlsym(RTLD_NEXT, "flock");
    return real(file, operation);
}

int renameat2(int folder, const char *from, int other, const char *to, unsigned flags) {
    if (fails("rename2")) return errno = EINVAL, -1;
    int (*real)(int, const char *, int, const char *, unsigned) = dlsym(RTLD_NEXT, "renameat2");
    return real(folder, from, other, to, flags);
}

int bind(int socket, const void *address, unsigned length) {
    if (fails("bind")) return errno = EACCES, -1;
    int (*real)(int, const void *, unsigned) = dlsym(RTLD_NEXT, "bind");
    return real(socket, address, length);
}

static int opened(const char *function, const char *path, int flags, int mode) {
    if (fails("tmpfile") && (flags & O_TMPFILE) == O_TMPFILE) return errno = EOPNOTSUPP, -1;
    int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, function);
    return real(path, flags, mode);
}

int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    int mode = va_arg(rest, int);
    va_end(rest);
    return opened("open", path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    int mode = va_arg(rest, int);
    va_end(rest);
    return opened("open64", path, flags, mode);
}
