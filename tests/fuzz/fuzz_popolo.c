/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any JSON as a council register, also when it does not look like one. */
#include "format/popolo.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/text.h"
#include "format/json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *names[2] = {"a.json", "b.json"};
    const struct cJSON *trees[2];
    struct cJSON *tree = NULL;
    char *copy = sv_copy_text((const char *)data, size);
    sv_map *map = sv_map_new();
    sv_json_text text = {0};
    sv_text out = {0};
    if (copy && map && sv_json_open(copy, size, names[0], &text, NULL) == SV_OK) {
        const char *at = text.value;
        tree = sv_json_take(&text, &at);
        trees[0] = trees[1] = tree;
        if (tree && sv_popolo_read(trees, names, 2, map, NULL, NULL) == SV_OK)
            (void)sv_json_write(map, &out, NULL);
    }
    if (out.bytes && sv_json_check(out.bytes, out.length, "out.json", NULL) != SV_OK)
        abort();
    sv_text_clear(&out);
    sv_json_free(tree);
    sv_json_close(&text);
    sv_map_free(map);
    free(copy);
    return 0;
}
