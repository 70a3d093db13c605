// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/tokenanswer.h"
#include "fuzz/require.h"

using namespace Vestibule;
using Fuzz::require;

//! Reads what a token endpoint may send, as an answer and as a refusal.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto refusal = parseTokenRefusal(body);
    require(!refusal || !refusal->error.isEmpty(), "a refusal has a code");
    const auto answer = parseTokenAnswer(body);
    if (!answer) {
        require(answer.error().kind == ApiError::Kind::BadPayload
                    && !answer.error().detail.isEmpty(),
                "a refusal says why");
        return 0;
    }
    require(!answer->token.isEmpty(), "there is a token");
    for (const char c : answer->token.secret().bytes())
        require(c > ' ' && c < 127, "a token fits into a header");
    require(answer->lifetime.count() >= 1 && answer->lifetime <= TokenAnswer::LongestLifetime,
            "a token has a sensible life");
    const QByteArray again = R"({"access_token":")" + answer->token.secret().bytes().toByteArray()
        + R"(","token_type":"bearer","expires_in":)" + QByteArray::number(answer->lifetime.count())
        + '}';
    const auto read = parseTokenAnswer(again);
    require(read && *read == *answer, "an answer is read again as it was");
    return 0;
}
