// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/subject.h"

namespace Vestibule {

TenantDomain domainOf(const Subject &subject)
{
    return std::visit(Overloaded{[](const NoSubject &) { return TenantDomain(); },
                                 [](const DemoSubject &demo) { return demo.domain; },
                                 [](const TenantSubject &tenant) { return tenant.domain; },
                                 [](const SavedViewSubject &saved) { return saved.view->domain; }},
                      subject);
}

const Profile *profileOf(const Subject &subject)
{
    const auto *tenant = std::get_if<TenantSubject>(&subject);
    return tenant && tenant->profile ? &*tenant->profile : nullptr;
}

SavedViewPtr savedViewOf(const Subject &subject)
{
    const auto *saved = std::get_if<SavedViewSubject>(&subject);
    return saved ? saved->view : nullptr;
}

bool isDemo(const Subject &subject)
{
    return std::holds_alternative<DemoSubject>(subject);
}

bool canRefresh(const Subject &subject)
{
    return std::visit(Overloaded{[](const NoSubject &) { return false; },
                                 [](const DemoSubject &) { return true; },
                                 [](const TenantSubject &) { return true; },
                                 [](const SavedViewSubject &) { return false; }},
                      subject);
}

bool canEnterToken(const Subject &subject)
{
    return std::visit(
        Overloaded{[](const NoSubject &) { return false; },
                   [](const DemoSubject &) { return false; },
                   [](const TenantSubject &tenant) { return !tenant.domain.isEmpty(); },
                   [](const SavedViewSubject &) { return false; }},
        subject);
}

bool canRemember(const Subject &subject)
{
    return std::visit(Overloaded{[](const NoSubject &) { return false; },
                                 [](const DemoSubject &) { return false; },
                                 [](const TenantSubject &) { return true; },
                                 [](const SavedViewSubject &) { return false; }},
                      subject);
}

} // namespace Vestibule
