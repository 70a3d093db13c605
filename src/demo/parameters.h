// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <optional>

namespace Vestibule::Demo {

//! Larger numbers are as far beyond the end as this one, and `page * per_page` stays exact.
inline constexpr qint64 LargestNumber = 1'000'000'000'000'000;

//! One parameter of a query, as the API describes it.
struct Parameter {
    QString name{};
    QString description{}; //!< of the API's description, without the last full stop
};

//! The parameters of a query string. A refusal is in the words of the API, `Query validation error:
//! '...' on property page (...).`; only the first is kept.
class Parameters final {
public:
    //! query is what follows the question mark, undecoded.
    explicit Parameters(const QByteArray &query);

    const QStringList &names() const { return m_names; } //!< in the order in which they first came
    const QString &error() const { return m_error; } //!< empty: nothing was refused so far

    void allowOnly(const QList<Parameter> &known);
    //! What was sent when it is a whole number from minimum to maximum; absent when nothing was
    //! sent, and when it is anything else, which is refused. So for the other two.
    std::optional<qint64> number(const Parameter &parameter, qint64 minimum, qint64 maximum);
    std::optional<bool> flag(const Parameter &parameter);
    std::optional<QString> text(const Parameter &parameter, qsizetype longest); //!< characters

    //! Refuses with message, unless something was refused before.
    void refuse(const QString &message, const Parameter &parameter);

private:
    //! Absent when it was not sent, or sent twice, which is refused.
    std::optional<QString> only(const Parameter &parameter, const QString &type);
    void refuseType(const QString &expected, const QString &found, const Parameter &parameter);

    QStringList m_names{};
    QHash<QString, QStringList> m_values{};
    QString m_error{};
};

//! The parameters that every listing has.
extern const Parameter PageParameter;
extern const Parameter PerPageParameter;
extern const Parameter IncludeTotalsParameter;

} // namespace Vestibule::Demo
