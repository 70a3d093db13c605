// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QVariant>

namespace Vestibule::Demo {

class Catalogue;

//! One difference between the two states of the demo tenant. The names are those of the first
//! state, but for what only the second one has.
struct Change {
    QString kind{}; //!< added, removed or changed
    QString organizationId{}; //!< empty for a connection in all organizations
    QString organizationName{};
    QString connectionId{}; //!< empty for an organization as a whole
    QString connectionName{};
    QString field{}; //!< for changed: the API's name
    // For changed: a text, a flag, or nullptr; invalid if the field is left out.
    QVariant before{};
    QVariant after{};

    bool operator==(const Change &) const = default;
};

//! Brings a catalogue from its first state to its second one, in which links, connections and
//! organizations have changed, appeared and vanished. Returns all of it.
QList<Change> changeToSecondState(Catalogue &catalogue);

//! A JSON object on each line, in UTF-8; what is empty or left out is not in it.
QByteArray toJsonLines(const QList<Change> &changes);

} // namespace Vestibule::Demo
