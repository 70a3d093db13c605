// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "fuzz/require.h"
#include "inventory/inventorycheck.h"
#include "support/inventorysamples.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QString>
#include <QTemporaryDir>
#include <QVariant>

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <memory>
#include <vector>

namespace Vestibule::Fuzz {

//! Takes numbers and texts from the input, and zeros when it is used up.
class Input final {
public:
    Input(const unsigned char *data, std::size_t size)
        : m_left(reinterpret_cast<const char *>(data), qsizetype(size))
    {
    }
    [[nodiscard]] bool isEmpty() const { return m_left.isEmpty(); }
    unsigned number(unsigned below)
    {
        unsigned number = 0;
        for (unsigned reach = 1; reach < below; reach <<= 8U)
            number = number << 8U | static_cast<unsigned char>(take(1).at(0));
        return number % below;
    }
    QByteArray bytes(unsigned most)
    {
        const auto size = qsizetype(number(most + 1));
        return size == 0 ? QByteArray("") : take(size);
    }

private:
    QByteArray take(qsizetype size)
    {
        QByteArray taken = m_left.first(std::min(size, m_left.size()));
        m_left.remove(0, taken.size());
        return taken.leftJustified(size, '\0');
    }

    QByteArray m_left;
};

//! A small inventory with every kind of row, in pages of 512 bytes, and what an input makes of it.
//! A file of bytes by chance would hardly ever have a right header.
//!
//! It is in memory where the system has a folder for that. The connection that changes values stays
//! open for all inputs: opening one takes half as long as what is tested.
class ChangedInventory final {
public:
    ChangedInventory();
    Q_DISABLE_COPY_MOVE(ChangedInventory)

    [[nodiscard]] QString path() const { return m_folder.filePath(Name); }
    //! The same inventory without changes, in a folder of its own.
    [[nodiscard]] QString unchangedPath() const { return m_otherFolder.filePath(Name); }

    //! Writes the file again, with the changes that the input asks for.
    void change(Input &input);
    //! Only the content can be what is wrong, and the path must be as it was.
    static void checkProblem(const InventoryProblem &problem);
    void checkFolders() const;

private:
    static inline const QString Name = QStringLiteral("a.vestibule");
    static constexpr qsizetype PageSize = 512;
    static constexpr unsigned LongestPart = 8; //!< bytes that are overwritten at once

    static QString folderTemplate();
    static void build(const QString &path);
    static QVariant valueOf(Input &input);
    void write(const QByteArray &bytes);
    void prepareStatements();
    void changeBytes(QByteArray &bytes, Input &input);
    void changeCells(QByteArray &bytes, Input &input);
    void changeValues(Input &input);

    QTemporaryDir m_folder{folderTemplate()};
    QTemporaryDir m_otherFolder{folderTemplate()};
    QByteArray m_whole;
    std::vector<qsizetype> m_dataPages; //!< without those that have the text of the schema
    QFile m_file;
    std::unique_ptr<Database> m_database;
    struct Change {
        std::unique_ptr<Statement> statement;
        bool hasTwoValues = false;
    };
    std::vector<Change> m_changes;
};

inline ChangedInventory::ChangedInventory()
{
    build(path());
    m_file.setFileName(path());
    require(m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered), "the sample can be read");
    m_whole = m_file.readAll();
    require(QFile::copy(path(), unchangedPath()), "the sample can be copied");
    for (qsizetype page = 1; page < m_whole.size() / PageSize; ++page) {
        const QByteArray bytes = m_whole.mid(page * PageSize, PageSize);
        if (!bytes.contains("typeof(") && !bytes.contains(" NOT NULL"))
            m_dataPages.push_back(page * PageSize);
    }
    require(m_dataPages.size() > 8, "there are pages with data");
    prepareStatements();
}

//! /dev/shm is in memory. QTemporaryDir puts other characters in the place of the last six; without
//! a template it takes the temporary folder of the system.
inline QString ChangedInventory::folderTemplate()
{
    return QFile::exists(QStringLiteral("/dev/shm"))
        ? QStringLiteral("/dev/shm/vestibule-fuzz-XXXXXX")
        : QString();
}

inline void ChangedInventory::build(const QString &path)
{
    {
        Database database(path, Database::Mode::Write);
        database.exec(QStringLiteral("PRAGMA page_size = %1").arg(PageSize));
        database.exec(QStringLiteral("VACUUM"));
    }
    Samples::InventoryBuilder builder(path);
    const auto text = [](const char16_t *words) { return QString::fromUtf16(words); };
    const auto first = builder.addOrganization({text(u"org_1"), text(u"acme"), text(u"Acme")});
    const auto second = builder.addOrganization({text(u"org_2"), text(u"\u00c9cole"), {}});
    builder.addOrganization({text(u"org_3"), {}, {}}, OrganizationState::Failed);
    builder.addOrganization({text(u"org_4"), {}, {}}, OrganizationState::Waiting);
    builder.addLink(first,
                    {.connectionId = text(u"con_1"),
                     .organizationConnectionName = text(u"Staff"),
                     .name = text(u"acme-okta"),
                     .strategy = text(u"okta"),
                     .isEnabled = true,
                     .assignMembershipOnLogin = true,
                     .organizationAccessLevel = text(u"limited"),
                     .organizationMemberAccessLevel = text(u"owner"),
                     .json = RowText(R"({"connection_id":"con_1","is_signup_enabled":null})")});
    builder.addLink(
        second,
        {.connectionId = text(u"con_1"), .isEnabled = true, .assignMembershipOnLogin = true});
    builder.addLink(second, {.connectionId = text(u"con_2"), .strategy = text(u"auth0")});
    for (const char16_t *statement : {
             u"INSERT INTO run VALUES(1, '2026-11-29T14:00:00.000Z', '2026-11-29T14:01:00.000Z', "
             u"NULL, NULL, 10, 0)",
             u"INSERT INTO inventory VALUES('catalogue', '2026-11-29T14:02:00.000Z')",
             u"INSERT INTO catalogue VALUES('con_1', 'acme-okta', 'okta'), ('con_9', NULL, x'')",
             u"INSERT INTO mute VALUES('shared-membership', '', 'con_1', 'right', 'me', "
             u"'2026-11-29T14:03:00.000Z')",
             u"INSERT INTO appeared VALUES('org_5', 'new', 'New')",
             u"UPDATE link SET extra = '{\"new\":[1,null]}' WHERE con = 2",
         })
        builder.exec(text(statement));
    require(!builder.finish(), "the sample can be written");
}

//! Also what no version of the program writes: the checks of the tables are turned off.
inline void ChangedInventory::prepareStatements()
{
    m_database = std::make_unique<Database>(path(), Database::Mode::Write);
    for (const char *pragma : {"synchronous = OFF", "journal_mode = MEMORY",
                               "ignore_check_constraints = ON", "locking_mode = NORMAL"})
        m_database->exec(QStringLiteral("PRAGMA %1").arg(QLatin1StringView(pragma)));
    const auto add = [this](const QString &sql) {
        m_changes.push_back({std::make_unique<Statement>(*m_database, sql), sql.count(u'?') == 2});
    };
    static constexpr std::array Columns{
        "inventory SET value",
        "run SET began",
        "run SET heartbeat",
        "run SET ended",
        "run SET requests",
        "organization SET ord",
        "organization SET id",
        "organization SET name",
        "organization SET display_name",
        "organization SET folded",
        "organization SET state",
        "organization SET read_at",
        "organization SET error_status",
        "organization SET error_text",
        "organization SET seen_again",
        "connection SET key",
        "connection SET id",
        "connection SET name",
        "connection SET strategy",
        "connection SET folded",
        "link SET org",
        "link SET con",
        "link SET is_enabled",
        "link SET assign_membership_on_login",
        "link SET show_as_button",
        "link SET is_signup_enabled",
        "link SET organization_access_level",
        "link SET organization_member_access_level",
        "link SET organization_connection_name",
        "link SET extra",
        "link_raw SET org",
        "link_raw SET con",
        "link_raw SET json",
        "catalogue SET id",
        "catalogue SET name",
        "catalogue SET strategy",
        "mute SET rule",
        "mute SET organization_id",
        "mute SET connection_id",
        "mute SET reason",
    };
    for (const char *column : Columns)
        add(QStringLiteral("UPDATE OR IGNORE %1 = ?").arg(QLatin1StringView(column)));
    // One row of several.
    for (const char *statement : {
             "UPDATE OR REPLACE inventory SET value = ? WHERE key = ?",
             "INSERT OR REPLACE INTO inventory VALUES(?, ?)",
             "DELETE FROM inventory WHERE key = ?",
             "UPDATE OR REPLACE organization SET state = ? WHERE ord = ?",
             "UPDATE OR REPLACE organization SET id = ? WHERE ord = ?",
             "UPDATE OR REPLACE organization SET name = ? WHERE ord = ?",
             "DELETE FROM organization WHERE ord = ?",
             "INSERT OR REPLACE INTO organization(ord, id, name, display_name, folded, state) "
             "VALUES(?, ?, 'n', '', 'n', 'read')",
             "UPDATE OR REPLACE connection SET id = ? WHERE key = ?",
             "UPDATE OR REPLACE connection SET name = ? WHERE key = ?",
             "UPDATE OR REPLACE connection SET strategy = ? WHERE key = ?",
             "DELETE FROM connection WHERE key = ?",
             "INSERT OR REPLACE INTO connection(key, id, folded) VALUES(?, ?, '')",
             "UPDATE OR REPLACE link SET is_enabled = ? WHERE org = ?",
             "UPDATE OR REPLACE link SET show_as_button = ? WHERE org = ?",
             "UPDATE OR REPLACE link SET organization_access_level = ? WHERE org = ?",
             "UPDATE OR REPLACE link SET organization_connection_name = ? WHERE org = ?",
             "UPDATE OR REPLACE link SET extra = ? WHERE con = ?",
             "DELETE FROM link WHERE org = ?",
             "INSERT OR REPLACE INTO link(org, con) VALUES(?, ?)",
             "DELETE FROM link_raw WHERE org = ?",
             "INSERT OR REPLACE INTO link_raw VALUES(?, ?, '{}')",
             "INSERT OR REPLACE INTO catalogue VALUES(?, ?, 'okta')",
             "INSERT OR REPLACE INTO mute VALUES(?, ?, '', 'r', 'b', 'a')",
             "INSERT OR REPLACE INTO run VALUES(?, ?, '2026-11-29T14:01:00.000Z', NULL, NULL, 1, "
             "1)",
         })
        add(QString::fromLatin1(statement));
    require(!m_database->problem(), "the changes can be prepared");
}

//! What a column can have, often one that means something somewhere.
inline QVariant ChangedInventory::valueOf(Input &input)
{
    static constexpr std::array Words{
        "waiting",
        "read",
        "failed",
        "gone",
        "none",
        "readonly",
        "limited",
        "full",
        "okta",
        "auth0",
        "google-oauth2",
        "org_1",
        "org_2",
        "org_9",
        "con_1",
        "con_2",
        "con_9",
        "tenant",
        "endpoint",
        "enabled_connections",
        "frozen",
        "given_ids",
        "listed_again",
        "catalogue",
        "unused",
        "shared-membership",
        "nearly-full",
        "2026-11-29T14:03:20.000Z",
        "2026-02-30T25:61:00Z",
        "{\"new\":null}",
        "{\"a\":1.0,\"a\":2}",
        "[1]",
        "{",
        "acme",
        "\xc3\x89"
        "cole",
        "e\xcc\x81"
        "cole",
    };
    static constexpr std::array<qint64, 8> Numbers{std::numeric_limits<qint64>::min(),
                                                   std::numeric_limits<qint64>::max(),
                                                   1LL << 32U,
                                                   (1LL << 32U) + 1,
                                                   std::numeric_limits<qint32>::max(),
                                                   std::numeric_limits<qint32>::min(),
                                                   1LL << 62U,
                                                   -2};
    switch (input.number(8)) {
    case 0:
        return {};
    case 1:
        return Numbers.at(input.number(Numbers.size()));
    case 2:
        return input.bytes(6).toDouble() + 0.5;
    case 3:
        return QString::fromUtf8(input.bytes(40));
    case 4:
        return input.bytes(40);
    case 5:
        return QByteArray(Words.at(input.number(Words.size())));
    case 6:
        return qlonglong(input.number(6)) - 1;
    default:
        return QString::fromUtf8(Words.at(input.number(Words.size())));
    }
}

inline void ChangedInventory::write(const QByteArray &bytes)
{
    require(m_file.seek(0) && m_file.write(bytes) == bytes.size() && m_file.resize(bytes.size()),
            "the file can be written");
}

inline void ChangedInventory::change(Input &input)
{
    QByteArray bytes = m_whole;
    switch (input.number(4)) {
    case 0:
        changeBytes(bytes, input);
        return write(bytes);
    case 1:
        changeCells(bytes, input);
        return write(bytes);
    default:
        write(bytes);
        return changeValues(input);
    }
}

//! Anywhere, also in the header and in the schema. The file may be cut.
inline void ChangedInventory::changeBytes(QByteArray &bytes, Input &input)
{
    if (input.number(8) == 0)
        bytes.truncate(qsizetype(input.number(unsigned(bytes.size()))));
    while (!input.isEmpty() && !bytes.isEmpty()) {
        const auto place = qsizetype(input.number(unsigned(bytes.size())));
        const QByteArray part = input.bytes(LongestPart).left(bytes.size() - place);
        bytes.replace(place, part.size(), part);
    }
}

//! In pages with data, half of the changes in the first bytes, which say how the page is made. So
//! most files pass the checks of header and schema.
inline void ChangedInventory::changeCells(QByteArray &bytes, Input &input)
{
    constexpr unsigned PageHeader = 16;
    while (!input.isEmpty()) {
        const qsizetype page = m_dataPages.at(input.number(unsigned(m_dataPages.size())));
        const bool isHeader = input.number(2) == 0;
        const auto place = qsizetype(input.number(isHeader ? PageHeader : unsigned(PageSize)));
        const QByteArray part = input.bytes(LongestPart).left(PageSize - place);
        bytes.replace(page + place, part.size(), part);
    }
}

//! Through SQLite, which keeps the file well formed.
inline void ChangedInventory::changeValues(Input &input)
{
    m_database->exec(QStringLiteral("BEGIN"));
    while (!input.isEmpty()) {
        Change &change = m_changes.at(input.number(unsigned(m_changes.size())));
        const QVariant value = valueOf(input);
        if (change.hasTwoValues)
            change.statement->bind(value, valueOf(input)).run();
        else
            change.statement->bind(value).run();
        (void)m_database->takeProblem(); // this value is not possible
    }
    m_database->exec(QStringLiteral("COMMIT"));
    require(!m_database->takeProblem(), "the changes can be written");
}

inline void ChangedInventory::checkProblem(const InventoryProblem &problem)
{
    using Kind = InventoryProblem::Kind;
    const bool isOfContent = problem.kind == Kind::Damaged || problem.kind == Kind::Foreign
        || problem.kind == Kind::NotAnInventory || problem.kind == Kind::NewerVersion;
    require(isOfContent, "only the content is wrong");
    require(problem.detail.size() <= 300, "details are short");
}

inline void ChangedInventory::checkFolders() const
{
    for (const QTemporaryDir *folder : {&m_folder, &m_otherFolder}) {
        const QDir::Filters all = QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot;
        require(QDir(folder->path()).entryList(all) == QStringList{Name},
                "nothing is written beside the file");
    }
}

} // namespace Vestibule::Fuzz
