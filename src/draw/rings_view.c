/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The rings view (ringen van invloed of Factor C, Academie voor Overheidscommunicatie): who co-decides, works along, thinks along or is
 * kept informed, in rings around the issue, by sector. The role someone has and the role that is wanted are two analyses, which the
 * method never mixes: one is drawn, and says which; with "both" everyone stands where they are now, and an arrow points to the
 * ring that is wanted. A role belongs to a phase of the decision, which stands above the rings: that of the next event on the issue
 * that has one, or as asked. In every phase the rings are to be made anew.
 *
 * Roles are as the map states them, without limits of our own; they never leave the team. The clerk has a place and no arrow.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/lookup.h"
#include "polar.h"
#include "speech.h"
#include "views.h"

enum { roles = 4, phases = 3, sectors_most = 6, directions = 48 };
static const double phase_gap = 4, arrow_width = 1.3, arrow_least = 11, arrow_into = 7 /* how far an arrow ends within its ring */,
                    crossing_cost = 5;

/* From the middle outwards; ids as in the map. */
static const struct role {
    const char *id, *ring, *one, *more;
} role_of[roles] = {{"co_decide", SV_TR("Co-deciding ({a})"), SV_TR("co-decides"), SV_TR("co-decide")},
                    {"co_work", SV_TR("Working along ({a})"), SV_TR("works along"), SV_TR("work along")},
                    {"co_think", SV_TR("Thinking along ({a})"), SV_TR("thinks along"), SV_TR("think along")},
                    {"co_know", SV_TR("Kept informed ({a})"), SV_TR("is kept informed"), SV_TR("are kept informed")}};

static const struct phase {
    const char *id, *word;
} phase_of[phases] = {
    {"exploring", SV_TR("exploring")}, {"opinion_forming", SV_TR("opinion forming")}, {"decision_making", SV_TR("decision making")}};

typedef struct sector {
    const char *name;
    size_t n;
} sector;

typedef struct rings_view {
    sv_stage *stage;
    sv_cast cast;
    sv_polar polar;
    bool desired, both;
    size_t count[roles], nearer, back, unplaced; /* everyone, shown or not */
    sector *sectors;                             /* the largest first */
    size_t n_sectors;
    sv_lookup lookup; /* the number of a sector, by its name */
} rings_view;

static size_t role_in(const rings_view *v, size_t row, size_t column)
{
    const char *cell = sv_map_cell(v->stage->map, SV_ACTORS, row, column);
    for (size_t i = 0; i < roles; i++)
        if (strcmp(cell, role_of[i].id) == 0)
            return i;
    return roles;
}

/* The ring someone stands in; `roles` for none. */
static size_t ring_of(const rings_view *v, size_t row)
{
    return role_in(v, row, v->desired ? SV_ACTOR_DESIRED : SV_ACTOR_INVOLVEMENT);
}

/* The ring an arrow points to; `roles` for none. */
static size_t target_of(const rings_view *v, size_t row)
{
    size_t target = role_in(v, row, SV_ACTOR_DESIRED);
    bool clerk = strcmp(sv_map_actor(v->stage->map, row)->kind->id, "clerk") == 0;
    return v->both && target != ring_of(v, row) && !clerk ? target : roles;
}

/* Those who have the role that is drawn. */
static sv_status choose(rings_view *v)
{
    sv_stage *stage = v->stage;
    size_t found = 0;
    bool *wanted = sv_alloc(sv_map_rows(stage->map, SV_ACTORS), sizeof *wanted);
    sv_status status = wanted ? SV_OK : sv_stage_no_memory(stage);
    for (size_t i = 0; wanted && i < sv_network_actors(stage->network); i++) {
        size_t row = sv_network_actor(stage->network, i), ring = ring_of(v, row), target = target_of(v, row);
        wanted[row] = ring < roles;
        if (!wanted[row])
            continue;
        found++;
        v->count[ring]++;
        v->nearer += target < ring;
        v->back += target < roles && target > ring;
    }
    v->unplaced = sv_network_actors(stage->network) - found;
    if (status == SV_OK && found == 0)
        status = stage->options->audience == SV_PUBLIC
                     ? sv_error_set(stage->error, SV_E_NOTHING_TO_DRAW, NULL, NULL)
                     : sv_error_set(stage->error, SV_E_VIEW_LACKS, v->desired ? SV_TR("the desired role") : SV_TR("involvement"), NULL);
    if (status == SV_OK)
        status = sv_cast_of(stage, wanted, &v->cast);
    free(wanted);
    return status;
}

/* ---- Sectors ---- */

static const char *sector_of(const rings_view *v, size_t place)
{
    return sv_map_cell(v->stage->map, SV_ACTORS, v->cast.scene.actors[place], SV_ACTOR_SECTOR);
}

/* Largest first, equal ones by name; those without a sector last. */
static int largest_first(const void *left, const void *right)
{
    const sector *a = left, *b = right;
    if (!*a->name != !*b->name)
        return *a->name ? -1 : 1;
    if (a->n != b->n)
        return a->n > b->n ? -1 : 1;
    return strcmp(a->name, b->name);
}

static sv_status find_sectors(rings_view *v)
{
    size_t n = v->cast.scene.n;
    v->sectors = sv_alloc(n, sizeof *v->sectors);
    if (!v->sectors)
        return sv_stage_no_memory(v->stage);
    for (size_t i = 0; i < n; i++) {
        size_t at = sv_lookup_get(&v->lookup, sector_of(v, i));
        if (at == SV_LOOKUP_NONE) {
            at = v->n_sectors++;
            v->sectors[at].name = sector_of(v, i);
            if (!sv_lookup_put(&v->lookup, v->sectors[at].name, at))
                return sv_stage_no_memory(v->stage);
        }
        v->sectors[at].n++;
    }
    qsort(v->sectors, v->n_sectors, sizeof *v->sectors, largest_first);
    sv_lookup_clear(&v->lookup);
    for (size_t i = 0; i < v->n_sectors; i++)
        if (!sv_lookup_put(&v->lookup, v->sectors[i].name, i))
            return sv_stage_no_memory(v->stage);
    return SV_OK;
}

/* With more sectors than there is room for, the last stands for all the smallest. */
static const char *sector_name(rings_view *v, size_t i)
{
    bool rest = i + 1 == sectors_most && v->n_sectors > sectors_most;
    const char *name = v->sectors[i].name;
    return sv_stage_capital(v->stage, rest    ? sv_stage_say(v->stage, SV_TR("others"))
                                      : *name ? name
                                              : sv_stage_say(v->stage, SV_TR("not given")));
}

static void set_cells(rings_view *v)
{
    sv_stage *stage = v->stage;
    sv_polar *polar = &v->polar;
    bool alone = v->n_sectors == 1;
    polar->n_rings = roles;
    polar->n_sectors = v->n_sectors < sectors_most ? v->n_sectors : sectors_most;
    polar->turned = v->both;
    polar->above = phase_gap * stage->page->scale + stage->page->subtitle * 1.25;
    for (size_t i = 0; i < roles; i++)
        polar->ring[i].text = sv_stage_fill(stage, role_of[i].ring, sv_stage_number(stage, (double)v->count[i]), NULL, NULL);
    polar->faint = true;
    for (size_t i = 0; i < v->cast.scene.n; i++) {
        size_t at = sv_lookup_get(&v->lookup, sector_of(v, i));
        polar->cell[i] = sv_polar_cell(polar, ring_of(v, v->cast.scene.actors[i]), at < polar->n_sectors ? at : polar->n_sectors - 1);
        if (!alone)
            polar->name[polar->cell[i]].text = sector_name(v, polar->cell[i] % polar->n_sectors);
    }
}

/* ---- Words ---- */

/* The next event on the issue that has a phase; SV_NO_ROW when there is none. */
static size_t next_event(const sv_stage *stage)
{
    const sv_map *map = stage->map;
    size_t found = SV_NO_ROW, issue = stage->options->issue;
    if (issue == SV_NO_ROW && sv_map_rows(map, SV_ISSUES) == 1)
        issue = 0;
    for (size_t row = 0; row < sv_map_rows(map, SV_EVENTS) && issue != SV_NO_ROW; row++) {
        int date = sv_map_date(map, SV_EVENTS, row, SV_EVENT_DATE);
        if (!sv_map_usable(map, SV_EVENTS, row) || date < stage->options->as_of || !*sv_map_cell(map, SV_EVENTS, row, SV_EVENT_PHASE))
            continue;
        if (sv_map_find_issue(map, sv_map_cell(map, SV_EVENTS, row, SV_EVENT_ISSUE)) != issue)
            continue;
        if (found == SV_NO_ROW || date < sv_map_date(map, SV_EVENTS, found, SV_EVENT_DATE))
            found = row;
    }
    return found;
}

/* "Role now  ·  Phase: opinion forming (29 October 2026, Committee)", with the title of the event or without. */
static const char *phase_line(rings_view *v, bool whole)
{
    sv_stage *stage = v->stage;
    size_t event = stage->options->phase ? SV_NO_ROW : next_event(stage);
    const char *id = event != SV_NO_ROW ? sv_map_cell(stage->map, SV_EVENTS, event, SV_EVENT_PHASE) : stage->options->phase;
    const char *role = v->both      ? SV_TR("Role now, arrow to the role that is wanted")
                       : v->desired ? SV_TR("Role that is wanted")
                                    : SV_TR("Role now");
    const char *phase = SV_TR("not known"), *line;
    char date[40];
    for (size_t i = 0; i < phases && id; i++)
        if (strcmp(id, phase_of[i].id) == 0)
            phase = phase_of[i].word;
    line = sv_stage_fill(stage, SV_TR("Phase: {a}"), sv_stage_say(stage, phase), NULL, NULL);
    if (event != SV_NO_ROW) {
        sv_speech_date(sv_map_date(stage->map, SV_EVENTS, event, SV_EVENT_DATE), stage->language, date);
        line = whole ? sv_stage_fill(stage, SV_TR("{a} ({b}, {c})"), line, date, sv_map_cell(stage->map, SV_EVENTS, event, SV_EVENT_TITLE))
                     : sv_stage_fill(stage, SV_TR("{a} ({b})"), line, date, NULL);
    }
    return sv_stage_join(stage, sv_stage_say(stage, role), "  ·  ", line);
}

/* How many are in each ring, or how many are to come nearer. */
static const char *finding_of(rings_view *v)
{
    sv_stage *stage = v->stage;
    const char *words = "";
    for (size_t i = 0; i < roles; i++)
        words = sv_stage_join(stage, words, ", ", sv_stage_count(stage, v->count[i], role_of[i].one, role_of[i].more));
    return v->both ? sv_stage_fill(stage, SV_TR("To come nearer: {a}, to step back: {b}."), sv_stage_number(stage, (double)v->nearer),
                                   sv_stage_number(stage, (double)v->back), NULL)
                   : sv_stage_fill(stage, v->desired ? SV_TR("Wanted: {a}.") : SV_TR("Now: {a}."), words, NULL, NULL);
}

static void fill_legend(const sv_cast *cast, void *context)
{
    const rings_view *v = context;
    sv_stage *stage = cast->stage;
    if (v->nearer + v->back) {
        sv_line arrow = {
            .from = SV_NO_MARK, .to = SV_NO_MARK, .colour = stage->theme->bridge, .width = arrow_width * stage->page->scale, .arrow = true};
        sv_legend_add(&stage->legend, &(sv_legend_entry){.text = sv_stage_say(stage, SV_TR("to the role that is wanted")), .line = arrow});
    }
    sv_cast_legend(cast, SV_LEGEND_ALL & ~SV_LEGEND_SIZE);
}

/* ---- Drawing ---- */

/* Above the rings: which role, and of which phase. */
static sv_status add_phase(rings_view *v)
{
    sv_stage *stage = v->stage;
    const sv_page *page = stage->page;
    sv_measure line = {.text = phase_line(v, true), .font_size = page->subtitle, .bold = true};
    sv_status status = sv_renderer_measure(stage->renderer, &line, 1, stage->error);
    if (status == SV_OK && line.width > stage->inside.right - stage->inside.left) {
        line.text = phase_line(v, false);
        status = sv_renderer_measure(stage->renderer, &line, 1, stage->error);
    }
    if (status == SV_OK)
        sv_picture_mark(&stage->picture, &(sv_mark){.id = "phase",
                                                    .classes = "phase",
                                                    .x = v->polar.x,
                                                    .y = stage->inside.top - line.height / 2,
                                                    .width = line.width,
                                                    .height = line.height,
                                                    .text = line.text,
                                                    .font_size = line.font_size,
                                                    .bold = true,
                                                    .text_colour = stage->theme->ink});
    return status;
}

/* ---- Arrows ---- */

static bool inside(const sv_rect *box, double x, double y)
{
    return x > box->left && x < box->right && y > box->bottom && y < box->top;
}

/* How many names and shapes of those shown are at a place, but for one's own shape. */
static size_t covered(const rings_view *v, size_t self, double x, double y)
{
    size_t count = 0;
    for (size_t i = 0; i < v->cast.scene.n; i++) {
        const sv_figure *figure = &v->polar.arrangement.figures[i];
        sv_rect shape = sv_figure_shape(figure), label = sv_figure_label(figure);
        count += v->cast.shown[i] && ((i != self && inside(&shape, x, y)) || inside(&label, x, y));
    }
    for (size_t i = 0; i < sv_polar_side(&v->polar); i++) {
        const sv_polar_name *name = &v->polar.name[i];
        sv_rect box = {name->x - name->width / 2, name->y - name->height / 2, name->x + name->width / 2, name->y + name->height / 2};
        count += name->text && inside(&box, x, y);
    }
    return count;
}

/* What an arrow in a direction costs: how long it is until it is within the ring that is wanted, and far more for what it crosses. */
static double cost_of(const rings_view *v, size_t place, size_t target, double angle, double *length)
{
    const sv_figure *figure = &v->polar.arrangement.figures[place];
    double scale = v->stage->page->scale, stride = 2 * scale, cost = 0, within = 0;
    for (*length = 0; within < arrow_into * scale; *length += stride) {
        double x = figure->x + *length * cos(angle), y = figure->y + *length * sin(angle);
        if (*length > v->polar.across)
            return HUGE_VAL;
        within += sv_polar_ring(&v->polar, x, y) == target ? stride : 0;
        cost += stride * (1 + crossing_cost * (double)covered(v, place, x, y));
    }
    return cost;
}

/* From someone's shape into the ring that is wanted, by the way that is short and crosses least. */
static void add_arrow(const rings_view *v, size_t place)
{
    const sv_figure *figure = &v->polar.arrangement.figures[place];
    size_t row = v->cast.scene.actors[place], target = target_of(v, row);
    double scale = v->stage->page->scale, least = HUGE_VAL, angle = 0, far = 0, reach;
    sv_line line = {.classes = "wanted",
                    .from = SV_NO_MARK,
                    .to = SV_NO_MARK,
                    .colour = v->stage->theme->bridge,
                    .width = arrow_width * scale,
                    .arrow = true};
    sv_text id = {0};
    if (target == roles || !v->cast.shown[place])
        return;
    for (int i = 0; i < directions; i++) {
        double way = 2 * acos(-1) * i / directions, length, cost = cost_of(v, place, target, way, &length);
        if (cost < least - 1e-9) {
            least = cost;
            angle = way;
            far = length;
        }
    }
    reach = fmin(1 / hypot(cos(angle) / (figure->width / 2), sin(angle) / (figure->height / 2)), far - arrow_least * scale);
    for (int k = 0; k < 4; k++) {
        double at = reach + (far - reach) * k / 3;
        line.points[2 * k] = figure->x + at * cos(angle);
        line.points[2 * k + 1] = figure->y + at * sin(angle);
    }
    sv_text_addf(&id, "wanted-%s", sv_map_actor(v->stage->map, row)->id);
    line.id = sv_stage_keep(v->stage, &id);
    sv_picture_line(&v->stage->picture, &line);
}

static sv_status compose(rings_view *v)
{
    sv_stage *stage = v->stage;
    const uint32_t *zone = stage->theme->zone, fill[roles] = {zone[2], zone[1], zone[3], zone[0]};
    const char *missing = NULL;
    sv_frame frame = {.finding = finding_of(v), .sentence = sv_stage_say(stage, SV_TR("The nearer to the middle, the more say."))};
    sv_status status;
    if (v->unplaced)
        missing = sv_stage_count(stage, v->unplaced, SV_TR("actor without that role on the map is not on it"),
                                 SV_TR("actors without that role on the map are not on it"));
    frame.note = sv_stage_say(stage, SV_TR("Roles as the map states them; make the rings anew in every phase (Factor C)."));
    status = sv_polar_compose(&v->polar, &v->cast, &frame, missing, fill_legend, v);
    stage->report.unplaced = v->unplaced;
    if (status != SV_OK)
        return status;
    sv_polar_draw(&v->polar, &v->cast, fill);
    for (size_t i = 0; i < v->cast.scene.n; i++)
        add_arrow(v, i);
    status = add_phase(v);
    v->cast.bare_labels = true;
    return status == SV_OK && !sv_cast_draw(&v->cast, &v->polar.arrangement) ? sv_stage_no_memory(stage) : status;
}

sv_status sv_rings_view(sv_stage *stage)
{
    rings_view v = {.stage = stage};
    const char *role = stage->options->role ? stage->options->role : "actual";
    sv_status status;
    v.desired = strcmp(role, "desired") == 0;
    v.both = strcmp(role, "both") == 0;
    stage->legend_below = true;
    status = choose(&v);
    if (status == SV_OK)
        status = find_sectors(&v);
    if (status == SV_OK && !sv_polar_begin(&v.polar, &v.cast))
        status = sv_stage_no_memory(stage);
    if (status == SV_OK) {
        set_cells(&v);
        status = compose(&v);
    }
    sv_polar_clear(&v.polar);
    sv_cast_clear(&v.cast);
    sv_lookup_clear(&v.lookup);
    free(v.sectors);
    return status;
}
