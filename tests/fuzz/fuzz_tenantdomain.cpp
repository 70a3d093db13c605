// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/tenantdomain.h"
#include "fuzz/require.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using Fuzz::require;

namespace {

void checkOrigin(const TenantDomain &domain)
{
    const QUrl origin = domain.origin();
    require(origin.isValid() && !origin.host().isEmpty(), "an origin has a host");
    require(origin.scheme() == "https"_L1 || (origin.scheme() == "http"_L1 && domain.isLoopback()),
            "https, except on loopback addresses");
    require(origin.userInfo().isEmpty(), "an origin carries no credentials");
    require(origin.path().isEmpty() && !origin.hasQuery() && !origin.hasFragment(),
            "an origin ends after its port");
    require(origin.port(1) > 0 && origin.port(1) <= 65535, "a port is between 1 and 65535");
    require(QUrl(origin.toString(QUrl::FullyEncoded), QUrl::StrictMode) == origin,
            "an origin is the same after writing and parsing it");
}

void checkText(const TenantDomain &domain)
{
    const QString text = domain.text();
    require(std::ranges::all_of(text, [](QChar c) { return c > u' ' && c < u'\x7f'; }),
            "text() is printable ASCII");
    require(text == text.toLower(), "text() has no capitals");
    const auto again = TenantDomain::fromText(text);
    require(again.has_value(), "fromText() accepts text()");
    require(*again == domain, "text() means the same domain");
    require(again->text() == text, "text() is the same after fromText()");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const auto text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto domain = TenantDomain::fromText(text);
    if (!domain)
        return 0;
    require(!domain->isEmpty(), "an accepted domain is not empty");
    checkOrigin(*domain);
    checkText(*domain);
    return 0;
}
