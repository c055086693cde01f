/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What what-if and compare share: which scores. */
#include "changing.h"

#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"

sv_status changing_scores(const cli_call *call, size_t **which, size_t *n, sv_error *error)
{
    const char *at = cli_value(call, "by");
    size_t capacity = 0;
    sv_status status = SV_OK;
    *which = NULL;
    *n = 0;
    while (status == SV_OK && at) {
        size_t length = strcspn(at, ",");
        char *word = sv_copy_text(at, length);
        bool room = word && sv_grow(which, &capacity, *n + 1, sizeof **which);
        status = room ? cli_score(word, *which + *n, error) : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        free(word);
        for (size_t i = 0; status == SV_OK && i < *n; i++)
            if ((*which)[i] == (*which)[*n]) /* named twice, told once */
                (*n)--;
        *n += status == SV_OK;
        at = at[length] ? at + length + 1 : NULL;
    }
    return status;
}
