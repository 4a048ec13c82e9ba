#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>
#include <stdlib.h>

#include "../loading.h"

#define YILAN_LIBISAL_FUNCTIONS(USE) \
    USE(crc32_gzip_refl)             \
    USE(isal_deflate)                \
    USE(isal_deflate_init)           \
    USE(isal_deflate_reset)          \
    USE(isal_deflate_set_dict)       \
    USE(isal_inflate)                \
    USE(isal_inflate_init)

YILAN_LIBRARY(libisal, "libisal.so.2", "libisal.so", YILAN_LIBISAL_FUNCTIONS)

// ISA-L's streams hold buffers larger than any array that Swift imports, so they are made, driven
// and freed here, and Swift sees their addresses only. The library's function is handed in.

/// Begins a raw deflate stream at level 2, which packs eight times as fast as zlib's level 4 and a
/// tenth larger; a null pointer where memory is short.
static inline void *isal_packing_begin(__typeof__(&isal_deflate_init) init) {
    struct isal_zstream *stream = malloc(sizeof *stream);
    uint8_t *work = malloc(ISAL_DEF_LVL2_DEFAULT);
    if (!stream || !work) {
        free(stream);
        free(work);
        return NULL;
    }
    init(stream);
    stream->level = 2;
    stream->level_buf = work;
    stream->level_buf_size = ISAL_DEF_LVL2_DEFAULT;
    stream->gzip_flag = IGZIP_DEFLATE;
    return stream;
}

/// Lets a byte stand before a stream's first one, of a value that no UTF-8 text holds: so nothing refers to it.
///
/// A stream that nothing stands before looks its third byte up by what happens to be in a register, the
/// stream's own address (`.write_first_byte` in igzip_icf_body_h1_gr_bt.asm, up to 2.32). Texts came to other
/// bytes in one of some 70,000 streams: their address is another one in each run.
static inline void isal_packing_precede(
    void *packing, __typeof__(&isal_deflate_set_dict) set_dictionary) {
    uint8_t byte = 0xFF;
    set_dictionary(packing, &byte, 1);
}

/// Sets the bytes to be packed next, and whether they end at a whole byte, or end the stream.
static inline void isal_packing_take(
    void *packing, const uint8_t *input, uint32_t count, int flushes, int ends) {
    struct isal_zstream *stream = packing;
    stream->next_in = (uint8_t *)input;
    stream->avail_in = count;
    stream->flush = flushes ? SYNC_FLUSH : NO_FLUSH;
    stream->end_of_stream = ends != 0;
}

/// Packs into `output`; returns how many bytes came, fewer than there is room for when nothing is
/// left, or -1.
static inline int64_t isal_packing_give(
    void *packing, uint8_t *output, uint32_t room, __typeof__(&isal_deflate) deflate) {
    struct isal_zstream *stream = packing;
    stream->next_out = output;
    stream->avail_out = room;
    return deflate(stream) == COMP_OK ? (int64_t)(room - stream->avail_out) : -1;
}

/// Has a stream begin anew.
static inline void isal_packing_reset(void *packing, __typeof__(&isal_deflate_reset) reset) {
    reset(packing);
}

static inline void isal_packing_end(void *packing) {
    struct isal_zstream *stream = packing;
    free(stream->level_buf);
    free(stream);
}

/// Begins to expand a raw deflate stream; a null pointer where memory is short.
static inline void *isal_expanding_begin(__typeof__(&isal_inflate_init) init) {
    struct inflate_state *state = malloc(sizeof *state);
    if (!state) return NULL;
    init(state);
    state->crc_flag = ISAL_DEFLATE;
    return state;
}

/// Sets the packed bytes that come next; those before must be used up.
static inline void isal_expanding_take(void *expanding, const uint8_t *input, uint32_t count) {
    struct inflate_state *state = expanding;
    state->next_in = (uint8_t *)input;
    state->avail_in = count;
}

/// Expands into `output`; returns how many bytes came, or -1 where the stream is damaged.
static inline int64_t isal_expanding_give(
    void *expanding, uint8_t *output, uint32_t room, __typeof__(&isal_inflate) inflate) {
    struct inflate_state *state = expanding;
    state->next_out = output;
    state->avail_out = room;
    return inflate(state) == ISAL_DECOMP_OK ? (int64_t)(room - state->avail_out) : -1;
}

/// Whether the packed bytes that were taken are used up.
static inline int isal_expanding_wants_more(void *expanding) {
    return ((struct inflate_state *)expanding)->avail_in == 0;
}

/// Whether the stream has ended and all of it was given.
static inline int isal_expanding_has_ended(void *expanding) {
    return ((struct inflate_state *)expanding)->block_state == ISAL_BLOCK_FINISH;
}

static inline void isal_expanding_end(void *expanding) { free(expanding); }
