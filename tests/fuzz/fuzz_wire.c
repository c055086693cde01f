/* SPDX-License-Identifier: MIT */
/* Any bytes as a request: decoded or refused; what was decoded must say the same when it is written and read again. */
#include "picture/wire.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static sv_status write_again(const sv_request *request, sv_text *message)
{
    if (request->kind == SV_WIRE_MEASURE)
        return sv_wire_write_measure(request->texts, request->n_texts, message, NULL);
    if (request->kind == SV_WIRE_PLACE)
        return sv_wire_write_place(&request->placement, message, NULL);
    return sv_wire_write_render(&request->picture, request->format, request->dpi, message, NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    sv_request request, again;
    sv_text message = {0};
    size_t used;
    if (sv_wire_decode((const char *)data, size, &request, &used, NULL))
        return 0;
    if (used > size || write_again(&request, &message) || sv_wire_decode(message.bytes, message.length, &again, &used, NULL))
        abort();
    if (used != message.length || again.kind != request.kind || again.n_texts != request.n_texts ||
        again.placement.n_boxes != request.placement.n_boxes || again.picture.n_marks != request.picture.n_marks)
        abort();
    sv_request_clear(&again);
    sv_request_clear(&request);
    sv_text_clear(&message);
    return 0;
}
