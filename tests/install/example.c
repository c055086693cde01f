/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The library in the hands of somebody else's program: how many actors a map has, and who is closest to all.
 * Only the installed headers are used, and it is compiled with what pkg-config says.
 */
#include <speelveld.h>

#include <math.h>
#include <stdio.h>

/* The actor with the highest score of all; SV_NO_ROW when none has one. */
static size_t highest(const sv_scores *scores, size_t score, size_t n, double *value)
{
    size_t best = SV_NO_ROW;
    for (size_t actor = 0; actor < n; actor++) {
        double own = sv_scores_value(scores, score, actor);
        if (!isnan(own) && (best == SV_NO_ROW || own > *value)) {
            best = actor;
            *value = own;
        }
    }
    return best;
}

static sv_status tell(const sv_map *map, sv_error *error)
{
    size_t score = sv_score_find("harmonic"), n = sv_map_rows(map, SV_ACTORS), best;
    sv_network *network = NULL;
    sv_scores *scores = NULL;
    double value = 0;
    sv_status status = sv_network_new(map, NULL, &network, error);
    if (status == SV_OK)
        status = sv_scores_new(network, &score, 1, NULL, &scores, error);
    if (status == SV_OK) {
        best = highest(scores, score, n, &value);
        printf("%zu actors; %s is closest to all: %.3f\n", n, best == SV_NO_ROW ? "nobody" : sv_map_actor(map, best)->name, value);
    }
    sv_scores_free(scores);
    sv_network_free(network);
    return status;
}

int main(int argc, char **argv)
{
    const char *path = argc > 1 ? argv[1] : "";
    char message[512];
    sv_error error = {0};
    sv_map *map = NULL;
    sv_status status = sv_map_read(&path, 1, &map, NULL, &error);
    if (status == SV_OK)
        status = tell(map, &error);
    if (status != SV_OK)
        fprintf(stderr, "%s\n", sv_error_message(&error, SV_ENGLISH, message, sizeof message));
    sv_map_free(map);
    return status == SV_OK ? 0 : 1;
}
