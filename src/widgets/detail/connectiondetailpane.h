// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organizationconnection.h"

#include <QList>
#include <QWidget>

#include <memory>

class QLabel;

namespace Ui {
class ConnectionDetailPane;
}

namespace Vestibule {

class CommonFieldsView;
class FieldView;
class HintList;
class JsonHighlighter;
class TextSearch;

//! Everything about the selected connection: its fields with a sentence each, and its JSON as it
//! came.
class ConnectionDetailPane final : public QWidget {
    Q_OBJECT

public:
    explicit ConnectionDetailPane(QWidget *parent = nullptr);
    ~ConnectionDetailPane() override;

    //! One connection is shown; of several what they have in common, of none a hint.
    void showConnections(const QList<OrganizationConnection> &connections);
    //! Names and ids are masked from the next showConnections() on; what copyId() copies is not.
    void setMasked(bool isMasked) { m_isMasked = isMasked; }
    //! Of the one connection on show; empty when there is none or several.
    [[nodiscard]] QString shownId() const { return m_shownId; }
    void copyId() const;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addPanes();
    void showConnection(const OrganizationConnection &selected);
    void showOtherFields(const OrganizationConnection &connection);
    void elideId();

    std::unique_ptr<Ui::ConnectionDetailPane> m_ui;
    HintList *m_hints;
    QList<FieldView *> m_fields;
    QLabel *m_otherFields;
    CommonFieldsView *m_common;
    JsonHighlighter *m_highlighter;
    TextSearch *m_jsonSearch;
    QString m_shownId;
    bool m_isMasked = false;
};

} // namespace Vestibule
