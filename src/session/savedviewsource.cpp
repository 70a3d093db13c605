// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/savedviewsource.h"

namespace Vestibule {

namespace {

//! Its result is there from the start; finished() comes later, as that of any other reply.
class ReadyPage final : public Reply<ConnectionPage> {
public:
    explicit ReadyPage(const ConnectionPage &page) { finish(page); }

private:
    void abortWork() override {}
};

} // namespace

SavedViewSource::SavedViewSource(SavedViewPtr view)
    : m_view(std::move(view))
{
}

ReplyPtr<ConnectionPage> SavedViewSource::fetchPage(const PageRequest &request)
{
    const QList<OrganizationConnection> rows = m_view->filtered(request.isEnabled);
    ConnectionPage page{.request = request, .total = rows.size()};
    page.readAt = m_view->readAt.toLocalTime();
    page.items = rows.mid(page.offset(), request.size);
    return ReplyPtr<ConnectionPage>(new ReadyPage(page));
}

ConnectionEndpoint SavedViewSource::endpoint() const
{
    return m_view->provenance.endpoint;
}

} // namespace Vestibule
