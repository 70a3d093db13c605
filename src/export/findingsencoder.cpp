// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/findingsencoder.h"

#include "models/displaytext.h"
#include "models/findingtext.h"
#include "session/inventorytext.h"

#include <QCoreApplication>

#include <optional>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

class FindingsTextEncoder final : public InventoryEncoder {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::FindingsText)

public:
    explicit FindingsTextEncoder(const InventorySummary &summary)
        : m_summary(summary)
    {
    }

    QByteArray begin() override
    {
        const QStringList facts{displaySafe(m_summary.tenant), periodText(m_summary),
                                countsText(m_summary.counts)};
        return QString(facts.join(", "_L1) + "\n\n"_L1).toUtf8();
    }

    QByteArray encode(const QList<InventoryRow> &rows) override
    {
        QString text;
        for (const InventoryRow &row : rows) {
            const auto &finding = std::get<Finding>(row);
            if (m_rule != finding.key.rule)
                text += head(finding.key.rule);
            text += "  "_L1 + subject(finding);
            if (finding.muteReason)
                text += tr(" (muted: %1)").arg(displaySafe(*finding.muteReason));
            text += u'\n';
        }
        return text.toUtf8();
    }

    QByteArray end() override
    {
        return m_rule ? QByteArray() : QString(tr("No findings.") + u'\n').toUtf8();
    }

private:
    QString head(FindingRule rule)
    {
        const FindingRuleInfo &info = findingRule(rule);
        QString text = m_rule ? u"\n"_s : QString();
        m_rule = rule;
        text += tr("%1: %2 (%3)", "severity, title and id of a rule")
                    .arg(severityWord(info.severity), findingTitle(rule), info.id)
            + u'\n' + findingSentence(rule) + u'\n';
        if (!info.source.isEmpty())
            text += info.source + u'\n';
        return text;
    }

    static QString subject(const Finding &finding)
    {
        const auto named = [](const QString &name, const QString &id) {
            return displaySafe(name.isEmpty() ? id : name + " ("_L1 + id + u')');
        };
        const FindingKey &key = finding.key;
        QStringList parts;
        if (!key.organizationId.isEmpty())
            parts.append(named(finding.organizationName, key.organizationId));
        if (!key.connectionId.isEmpty())
            parts.append(named(finding.connectionName.value_or(QString()), key.connectionId));
        return parts.join(", "_L1);
    }

    InventorySummary m_summary;
    std::optional<FindingRule> m_rule; //!< whose findings were written last
};

} // namespace

std::unique_ptr<InventoryEncoder> makeFindingsTextEncoder(const InventorySummary &summary)
{
    return std::make_unique<FindingsTextEncoder>(summary);
}

} // namespace Vestibule
