// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/aboutbox.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QIcon>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct AboutBox {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::AboutBox)
};

} // namespace

void openAboutBox(QWidget *parent)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(AboutBox::tr("About Vestibule"));
    box->setIconPixmap(QGuiApplication::windowIcon().pixmap(QSize(64, 64)));
    box->setTextFormat(Qt::PlainText);
    box->setText("Vestibule "_L1 + QCoreApplication::applicationVersion());
    box->setInformativeText(AboutBox::tr(
        "Shows every connection through which the people of an Auth0 organization may sign in.\n\n"
        "It only reads: it can send GET requests to the tenant that you configure, and nothing "
        "else; one place in the program builds requests, and a test proves it. Your token travels "
        "in "
        "the Authorization header alone. It is kept in your keyring or for this session, never in "
        "a "
        "file.\n\n"
        "Vestibule is free software under the MIT licence. It is not affiliated with Auth0 or "
        "Okta."));
    box->open();
}

} // namespace Vestibule
