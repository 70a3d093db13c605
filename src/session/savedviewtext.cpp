// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/savedviewtext.h"

#include "models/displaytext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct SavedViewText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::SavedViewText)
};

QString wholeText(const SavedView &view)
{
    const int rows = int(view.count.rows);
    if (view.provenance.endpoint == ConnectionEndpoint::EnabledConnections)
        return SavedViewText::tr("It contains all %Ln connection(s) of the older list.", nullptr,
                                 rows);
    if (!view.provenance.isEnabled)
        return SavedViewText::tr("It contains all %Ln connection(s).", nullptr, rows);
    return *view.provenance.isEnabled
        ? SavedViewText::tr("It contains all %Ln enabled connection(s), and no others.", nullptr,
                            rows)
        : SavedViewText::tr("It contains all %Ln disabled connection(s), and no others.", nullptr,
                            rows);
}

QString partText(const SavedView &view)
{
    const int rows = int(view.count.rows);
    const bool isPage = view.provenance.extent == ExportExtent::OnePage;
    const QString page = QLocale().toString(view.provenance.pageIndex + 1);
    if (!view.count.total) {
        return isPage
            ? SavedViewText::tr("It contains only page %1, with %Ln connection(s).", nullptr, rows)
                  .arg(page)
            : SavedViewText::tr("It contains only a selection of %Ln connection(s).", nullptr,
                                rows);
    }
    const QString total = QLocale().toString(qlonglong(*view.count.total));
    return isPage
        ? SavedViewText::tr("It contains only page %1: %Ln of %2 connections.", nullptr, rows)
              .arg(page, total)
        : SavedViewText::tr("It contains only a selection: %Ln of %1 connections.", nullptr, rows)
              .arg(total);
}

} // namespace

QString savedViewText(const SavedView &view, const QString &tenant)
{
    const QString origin = view.readAt.isValid()
        ? SavedViewText::tr("Saved copy: read from %1, %2.", "tenant, date and time")
              .arg(tenant, readTimeText(view.readAt, {}))
        : SavedViewText::tr("Saved copy: read from %1.").arg(tenant);
    return origin + u' ' + (view.isPart() ? partText(view) : wholeText(view));
}

QString savedViewProblemText(const SavedViewProblem &problem, const QString &file)
{
    switch (problem.kind) {
    case SavedViewProblem::Kind::Unreadable:
        return SavedViewText::tr("%1 cannot be read: %2.").arg(file, problem.detail);
    case SavedViewProblem::Kind::TooLarge:
        return SavedViewText::tr("%1 is too large to be a saved view: it has more than %2.")
            .arg(file, QLocale().formattedDataSize(MaximumSavedViewSize));
    case SavedViewProblem::Kind::Inventory: // it is opened, so that nobody reads this
    case SavedViewProblem::Kind::NotASavedView:
        return SavedViewText::tr(
                   "%1 is not a saved view. A saved view is a JSON file exported by Vestibule.")
            .arg(file);
    case SavedViewProblem::Kind::Damaged:
        return SavedViewText::tr("%1 is damaged, or was changed after it was exported: %2.")
            .arg(file, problem.detail);
    }
    Q_UNREACHABLE();
}

} // namespace Vestibule
