// Libraries that are loaded when they are first needed, and not when the program starts.
//
// The header of such a library's module lists the functions that are used. It gets a struct of them,
// each with the type that the library's own header gives it, and a function that fills the struct.
//
// Nothing but a workbook needs libzip, libisal and libxlsxwriter, nothing but a web page libxml2. With
// them come libcrypto, libminizip, libbz2, ICU, liblzma and the C++ library: finding, mapping and
// relocating them was 2.8 of the 9.3 ms of converting a table of 60 targets to JSON.
#pragma once

#include <dlfcn.h>
#include <stddef.h>

#define YILAN_FIELD(name) __typeof__(&name) name;

#define YILAN_FIND(name)                                          \
    functions->name = (__typeof__(&name))dlsym(library, #name);   \
    if (functions->name == NULL) return 0;

// Declares `struct NAME_functions`, and `NAME_load`, which returns whether a file of one of the two names
// has all of the functions. `EACH` is a macro that calls its argument for each of them.
#define YILAN_LIBRARY(name, file, other_file, EACH)                            \
    struct name##_functions {                                                  \
        EACH(YILAN_FIELD)                                                      \
    };                                                                         \
    static inline int name##_load(struct name##_functions *functions) {        \
        void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);                   \
        if (library == NULL) library = dlopen(other_file, RTLD_NOW | RTLD_LOCAL); \
        if (library == NULL) return 0;                                         \
        EACH(YILAN_FIND)                                                       \
        return 1;                                                              \
    }
