/* SPDX-License-Identifier: MIT */
/*
 * speelveld-render: a plain picture in, SVG, PDF, PNG or DOT out.
 *
 * Without options it answers requests one after another, each from standard input to standard output, until
 * there are no more (src/picture/wire.h says how they look). With --svg, --pdf, --png or --dot it makes one picture from
 * one request and writes it plainly. Graphviz is linked here and nowhere else, and may crash here without harm.
 */
#include "render.h"

#include "../picture/wire.h"
#include "finish.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char help[] =
    "speelveld-render - draws pictures for speelveld\n"
    "\n"
    "  speelveld-render                                   answer requests on standard input, until it ends\n"
    "  speelveld-render --svg|--pdf|--png|--dot < REQUEST > PICTURE\n"
    "                                                     draw one request\n"
    "  speelveld-render --help | --version\n"
    "\n"
    "You need not start it yourself: speelveld does.\n";

/* True when n bytes came. *ended is set when there was nothing at all. */
static bool receive(char *bytes, size_t n, bool *ended)
{
    size_t got = fread(bytes, 1, n, stdin);
    *ended = got == 0;
    return got == n;
}

/* One request from standard input. *ended: there is no other, and nothing was read. */
static sv_status receive_request(sv_request *request, bool *ended, sv_error *error)
{
    char head[SV_WIRE_HEAD], *body = NULL;
    sv_wire_kind kind;
    size_t length;
    bool nothing;
    sv_status status;
    *request = (sv_request){0};
    if (!receive(head, sizeof head, ended))
        return sv_error_set(error, SV_E_RENDERER_FAILED, "a request that is cut short", NULL);
    status = sv_wire_read_head(head, &kind, &length, error);
    if (status)
        return status;
    body = malloc(length + 1);
    if (!body)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (!receive(body, length, &nothing) && length)
        status = sv_error_set(error, SV_E_RENDERER_FAILED, "a request that is cut short", NULL);
    else
        status = sv_wire_read_request(kind, body, length, request, error);
    free(body);
    return status;
}

/* Do what is asked and write the answer into `message`. */
static sv_status answer(GVC_t *context, sv_request *request, sv_text *message, sv_error *error)
{
    sv_text bytes = {0};
    sv_status status = SV_OK;
    if (request->kind == SV_WIRE_MEASURE) {
        status = render_measure(context, request->texts, request->n_texts, error);
        return status ? status : sv_wire_write_sizes(request->texts, request->n_texts, message, error);
    }
    if (request->kind == SV_WIRE_PLACE) {
        status = render_place(context, &request->placement, error);
        return status ? status : sv_wire_write_positions(&request->placement, message, error);
    }
    status = render_picture(context, &request->picture, request->format, request->dpi, &bytes, error);
    if (!status)
        status = sv_wire_write_bytes(sv_text_get(&bytes), bytes.length, message, error);
    sv_text_clear(&bytes);
    return status;
}

static bool send(const char *bytes, size_t n)
{
    return fwrite(bytes, 1, n, stdout) == n && fflush(stdout) == 0;
}

/* The first label of each face costs as much as hundreds later; paid while the host is still busy with its map. */
static void warm_up(GVC_t *context)
{
    sv_measure texts[] = {{.text = "warm", .font_size = 10}, {.text = "warm", .font_size = 10, .bold = true}};
    render_measure(context, texts, sizeof texts / sizeof *texts, NULL);
}

/* A request that cannot be understood ends the talk: there is no telling where the next one would begin. */
static int serve(GVC_t *context)
{
    bool understood = true, ended = false, sent = true;
    warm_up(context);
    while (understood && sent) {
        sv_request request = {0};
        sv_text message = {0};
        sv_error error = {0};
        sv_status status = receive_request(&request, &ended, &error);
        if (ended)
            break;
        understood = status == SV_OK;
        if (understood)
            status = answer(context, &request, &message, &error);
        if (status) {
            message.length = 0;
            message.failed = false;
            sv_wire_write_fault(&error, &message, &error);
        }
        sent = send(sv_text_get(&message), message.length);
        sv_text_clear(&message);
        sv_request_clear(&request);
    }
    return understood && sent ? 0 : 1;
}

static int draw_one(GVC_t *context, sv_picture_format format)
{
    sv_request request = {0};
    sv_text bytes = {0};
    sv_error error = {0};
    bool ended;
    int code = 0;
    sv_status status = receive_request(&request, &ended, &error);
    if (!status && request.kind != SV_WIRE_RENDER)
        status = sv_error_set(&error, SV_E_RENDERER_FAILED, "the request is not one for a picture", NULL);
    if (!status)
        status = render_picture(context, &request.picture, format, request.dpi, &bytes, &error);
    if (!status && !send(bytes.bytes, bytes.length))
        status = sv_error_set(&error, SV_E_FILE_WRITE, "-", "standard output does not take it");
    if (status) {
        char message[600];
        fprintf(stderr, "speelveld-render: %s\n", sv_error_message(&error, SV_ENGLISH, message, sizeof message));
        code = 1;
    }
    sv_text_clear(&bytes);
    sv_request_clear(&request);
    return code;
}

int main(int argc, char **argv)
{
    static const char *const formats[] = {[SV_PICTURE_SVG] = "--svg", [SV_PICTURE_PDF] = "--pdf", [SV_PICTURE_PNG] = "--png",
                                          [SV_PICTURE_DOT] = "--dot"};
    int format = -1, code;
    GVC_t *context;
    if (argc == 2 && strcmp(argv[1], "--help") == 0)
        return fputs(help, stdout) == EOF;
    if (argc == 2 && strcmp(argv[1], "--version") == 0)
        return printf("speelveld-render %s\n", sv_version()) < 0;
    for (int i = 0; argc == 2 && i < SV_PICTURE_FORMATS; i++)
        if (strcmp(argv[1], formats[i]) == 0)
            format = i;
    if (argc > 2 || (argc == 2 && format < 0)) {
        fprintf(stderr, "speelveld-render: %s is not an option here\n\n%s", argv[argc - 1], help);
        return 2;
    }
    environment_settle();
    context = gvContext();
    if (!context)
        return 1;
    code = format < 0 ? serve(context) : draw_one(context, (sv_picture_format)format);
    gvFreeContext(context);
    return code;
}
