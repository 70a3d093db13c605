// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/drift.h"
#include "models/driftrows.h"
#include "widgets/window/savedfile.h"

#include <QObject>
#include <QString>

#include <memory>

class QWidget;

namespace Vestibule {

class DriftBrowser;
class DriftExport;
class PrivacyMode;
class Settings;

//! Asks for a file, and writes the differences to it that are shown: all of them, or those that the
//! filter leaves.
class ChangesExport final : public QObject {
    Q_OBJECT

public:
    //! All of them outlive this object.
    struct Sources {
        const DriftBrowser &drift;
        Settings &settings;
        const PrivacyMode &privacy;
        QWidget &widget; //!< its window is the one to ask in
    };

    explicit ChangesExport(const Sources &sources, QObject *parent = nullptr);
    //! An export that is running stops.
    ~ChangesExport() override;

    //! Suggests this name, with the suffix `csv`. Does nothing while nothing is compared.
    void ask(const QString &name);

Q_SIGNALS:
    //! Its sentence says how many differences it has.
    void saved(const Vestibule::SavedFile &file);
    //! The sentence says why no file was written.
    void failed(const QString &sentence);

private:
    void write(const QString &path);

    Sources m_sources;
    std::unique_ptr<DriftExport> m_export; //!< null unless one is being written
};

} // namespace Vestibule
