// The one digest that is used needs no provider: looking one up costs more than a cell's digest.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
