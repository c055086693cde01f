/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Drawing: see drawing.h. */
#include "drawing.h"

sv_status drawing_route(const cli_call *call, const sv_map *map, sv_draw_options *options, sv_error *error)
{
    const char *names[] = {cli_value(call, "to"), cli_value(call, "from")};
    size_t *const rows[] = {&options->to, &options->from};
    for (size_t i = 0; i < 2; i++)
        if (names[i] && (*rows[i] = sv_map_find_actor(map, names[i])) == SV_NO_ROW)
            return sv_error_set(error, SV_E_ACTOR_NONE, names[i], NULL);
    return SV_OK;
}

sv_status drawing_before(const cli_call *call, bool judges, sv_audience audience, sv_map **before, sv_error *error)
{
    cli_call other = *call;
    sv_status status;
    other.inputs[0] = cli_value(call, "before");
    other.n_inputs = 1;
    status = cli_read_whole_map(&other, before);
    if (status != SV_OK)
        return status;
    if (audience == SV_PUBLIC && judges)
        status = sv_map_may_be_public(*before, SV_NO_ROW, error); /* the issue may be another row there, or none */
    return status == SV_OK ? cli_make_edition(&other, SV_TEAM, before) : status;
}
