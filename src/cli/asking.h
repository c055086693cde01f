/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What commands that give advice share: their options, the map as its audience may see it, and handing over the answer. */
#ifndef SV_CLI_ASKING_H
#define SV_CLI_ASKING_H

#include "session.h"

/* Every such command lists these in its table. */
#define ASKING_OPTIONS                                                        \
    CLI_AS_OF_OPTION, CLI_AUDIENCE_OPTION, CLI_LENIENT_OPTION,                \
    {                                                                         \
        "format", 0, SV_TR("table|csv|json"), SV_TR("how to answer (default table)") \
    }
#define ASKING_FROM_OPTION {"from", 0, SV_TR("ACTOR"), SV_TR("where to begin (default: whoever is marked as own in the map)")}
#define ASKING_ISSUE_OPTION {"issue", 0, SV_TR("ISSUE"), SV_TR("the issue it is about, by id or title")}

typedef struct asking {
    sv_map *map;               /* the edition for the audience */
    sv_answer_options options; /* format, language, audience, day */
    bool judging_refused;      /* what judges named politicians may not be shown to this audience */
    size_t issue;              /* SV_NO_ROW when none was named */
    sv_error error;            /* for the command's own faults */
    char *text;                /* the answer */
    size_t length;
} asking;

typedef enum asking_need {
    ASKING_ISSUE = 1,  /* --issue must be given; the only one of the map is taken by itself */
    ASKING_JUDGES = 2, /* it predicts or judges named politicians: refused for the public unless all of it is public already */
    ASKING_WHOLE = 4,  /* it looks after the whole map: no edition is made, and the audience is private unless another is named */
    ASKING_JUDGES_PARTLY = 8, /* some of it does: what may not be shown is left out, see judging_refused */
} asking_need;

/* Read the options and the map. False: it has been said, and *code is the exit code. */
bool asking_begin(const cli_call *call, unsigned needs, asking *ask, int *code);

/* The actor an option names, SV_NO_ROW when it is not given; a fault when there is no such actor. */
sv_status asking_actor(const cli_call *call, asking *ask, const char *option, size_t *actor);
/* The actor of this name or id. */
sv_status asking_actor_named(asking *ask, const char *name, size_t *actor);

/* Where ways begin: --from, else our own actors; a fault when there is neither. *from is freed with free(), also after a fault. */
sv_status asking_from(const cli_call *call, asking *ask, size_t **from, size_t *n);

/* Print the answer, or say what went wrong; free everything; give the exit code: 1 when there is `none`. */
int asking_end(const cli_call *call, asking *ask, sv_status status, bool none);

#endif
