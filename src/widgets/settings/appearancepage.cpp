// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/settings/appearancepage.h"

#include "core/connectionpage.h"
#include "store/settings.h"

#include "ui_appearancepage.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

AppearancePage::AppearancePage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::AppearancePage>())
{
    m_ui->setupUi(this);
    m_ui->languageField->addItem(tr("System default", "language"), QString());
    // Each language has its own name for itself, because a user may read no other.
    m_ui->languageField->addItem(u"English"_s, u"en"_s);
    m_ui->languageField->addItem(u"Français"_s, u"fr"_s);
    const auto add = [this](Theme theme, const QString &text) {
        m_ui->themeField->addItem(text, int(theme));
    };
    add(Theme::System, tr("Follow system", "theme"));
    add(Theme::Light, tr("Light", "theme"));
    add(Theme::Dark, tr("Dark", "theme"));
    add(Theme::HighContrast, tr("High contrast", "theme"));
    m_ui->rowsField->setRange(PageRequest::MinimumSize, PageRequest::MaximumSize);
    connect(m_ui->themeField, &QComboBox::activated, this,
            [this] { Q_EMIT themeChosen(appearance().theme); });
}

AppearancePage::~AppearancePage() = default;

void AppearancePage::showSettings(const Settings &settings)
{
    const Appearance appearance = settings.appearance();
    m_ui->languageField->setCurrentIndex(m_ui->languageField->findData(appearance.language));
    m_ui->themeField->setCurrentIndex(m_ui->themeField->findData(int(appearance.theme)));
    m_ui->rowsField->setValue(settings.rowsPerPage());
}

Appearance AppearancePage::appearance() const
{
    return {.theme = Theme(m_ui->themeField->currentData().toInt()),
            .language = m_ui->languageField->currentData().toString()};
}

int AppearancePage::rowsPerPage() const
{
    return m_ui->rowsField->value();
}

bool AppearancePage::isLayoutReset() const
{
    return m_ui->resetField->isChecked();
}

} // namespace Vestibule
