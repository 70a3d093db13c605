// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "fuzz/require.h"
#include "inventory/inventorycheck.h"
#include "inventory/inventorycontent.h"
#include "support/inventorysamples.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QString>
#include <QTemporaryDir>

#include <array>
#include <cstdlib>
#include <optional>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using Fuzz::require;
using Kind = InventoryProblem::Kind;

namespace {

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

//! A small inventory with every kind of row, in pages of 512 bytes.
void makeInventory(const QString &path)
{
    {
        Database database(path, Database::Mode::Write);
        database.exec(u"PRAGMA page_size = 512"_s);
        database.exec(u"VACUUM"_s);
    }
    Samples::InventoryBuilder builder(path);
    const auto first = builder.addOrganization({u"org_1"_s, u"acme"_s, u"Acme"_s});
    const auto second = builder.addOrganization({u"org_2"_s, u"École"_s, {}});
    builder.addOrganization({u"org_3"_s, {}, {}}, OrganizationState::Failed);
    builder.addOrganization({u"org_4"_s, {}, {}}, OrganizationState::Waiting);
    builder.addLink(first,
                    {.connectionId = u"con_1"_s,
                     .organizationConnectionName = u"Staff"_s,
                     .name = u"acme-okta"_s,
                     .strategy = u"okta"_s,
                     .isEnabled = true,
                     .assignMembershipOnLogin = false,
                     .organizationAccessLevel = u"limited"_s,
                     .organizationMemberAccessLevel = u"owner"_s,
                     .json = R"({"connection_id":"con_1","is_signup_enabled":null})"_ba});
    builder.addLink(second, {.connectionId = u"con_1"_s, .isEnabled = false});
    builder.addLink(second, {.connectionId = u"con_2"_s, .strategy = u"auth0"_s});
    builder.exec(u"INSERT INTO run VALUES (1, '2026-11-29T14:00:00.000Z', "
                 "'2026-11-29T14:01:00.000Z', NULL, NULL, 10, 0)"_s);
    require(!builder.finish(), "the sample can be written");
}

//! Overwrites bytes of the file, and may cut it.
void changeBytes(QByteArray &file, Input &input)
{
    if (input.number(8) == 0)
        file.truncate(qsizetype(input.number(unsigned(file.size()))));
    while (!input.isEmpty() && !file.isEmpty()) {
        const auto place = qsizetype(input.number(unsigned(file.size())));
        const QByteArray bytes = input.bytes(8);
        const qsizetype size = file.size();
        file.replace(place, bytes.size(), bytes);
        file.truncate(size);
    }
}

//! Puts values of any type into any column, as a program can that turns the checks off.
void changeValues(const QString &path, Input &input)
{
    static constexpr std::array Columns{"inventory SET value",
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
                                        "link_raw SET org",
                                        "link_raw SET json"};
    Database database(path, Database::Mode::Write);
    database.exec(u"PRAGMA synchronous = OFF"_s);
    database.exec(u"PRAGMA journal_mode = OFF"_s);
    database.exec(u"PRAGMA ignore_check_constraints = ON"_s);
    while (!input.isEmpty()) {
        const char *const column = Columns.at(input.number(unsigned(Columns.size())));
        const unsigned type = input.number(5);
        const QByteArray bytes = input.bytes(40);
        QVariant value;
        if (type == 1)
            value = qlonglong(bytes.size()) - 2;
        else if (type == 2)
            value = bytes.toDouble() + 0.5;
        else if (type == 3)
            value = QString::fromUtf8(bytes);
        else if (type == 4)
            value = bytes;
        Statement(database, u"UPDATE OR IGNORE %1 = ?"_s.arg(QLatin1StringView(column)))
            .bind(value)
            .run();
        (void)database.takeProblem(); // this value is not possible
    }
}

void checkProblem(const InventoryProblem &problem)
{
    const bool isOfContent = problem.kind == Kind::Damaged || problem.kind == Kind::Foreign
        || problem.kind == Kind::NotAnInventory || problem.kind == Kind::NewerVersion;
    require(isOfContent, "only the content is wrong");
    require(problem.detail.size() <= 300, "details are short");
}

void checkList(InventoryContent &content, Database &database, const InventoryQuery &query)
{
    const InventoryView view = content.open(database, query);
    const auto rows = content.fetch(database, view.number, 0, view.rows);
    const auto facets = content.facets(database, query);
    if (!database.problem()) {
        require(rows.size() == view.rows, "a view has as many rows as it says");
        for (const InventoryFacet &facet : facets)
            require(facet.rows >= 0, "no negative number of rows");
    }
    for (qsizetype i = 0; i < rows.size() && !database.problem(); ++i) {
        const auto place = content.find(database, view.number, keyOf(rows.at(i)));
        require(!place || *place < view.rows, "a place is in the view");
    }
    content.close(view.number);
}

std::optional<InventoryProblem> read(const QString &path, Input &input)
{
    const auto mode = modeToOpen(path);
    if (!mode)
        return mode.error();
    Database database(path, *mode);
    InventoryContent content;
    content.load(database);
    for (const auto list :
         {InventoryList::Links, InventoryList::Connections, InventoryList::Organizations}) {
        if (database.problem())
            break;
        const auto &columns = columnsOf(list);
        checkList(content, database,
                  {.list = list,
                   .sortedBy = columns.at(qsizetype(input.number(unsigned(columns.size())))),
                   .isDescending = true});
        checkList(content, database, {.list = list, .filter = {.findText = u"é"_s}});
    }
    if (!database.problem())
        (void)content.summarize(database);
    return database.takeProblem();
}

} // namespace

//! The first byte says how a valid inventory is changed; the others are the changes. A file of
//! bytes by chance would hardly ever have a right header.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    static int argumentCount = 1;
    static std::array<char, 5> name{"fuzz"};
    static std::array<char *, 2> arguments{name.data(), nullptr};
    static const QCoreApplication application(argumentCount, arguments.data());
    static const QTemporaryDir folder(QFile::exists(u"/dev/shm"_s) ? u"/dev/shm/vestibule-XXXXXX"_s
                                                                   : QString());
    static const QString path = folder.filePath(u"a.vestibule"_s);
    static const QByteArray whole = [] {
        makeInventory(path);
        QFile file(path);
        require(file.open(QIODevice::ReadOnly), "the sample can be read");
        return file.readAll();
    }();

    Input input(data, size);
    const bool changesBytes = input.number(2) == 0;
    Input order = input; // the same bytes choose the columns
    QByteArray bytes = whole;
    if (changesBytes)
        changeBytes(bytes, input);
    QFile file(path);
    require(file.open(QIODevice::WriteOnly | QIODevice::Truncate)
                && file.write(bytes) == bytes.size(),
            "the file can be written");
    file.close();
    if (!changesBytes)
        changeValues(path, input);

    if (const auto problem = read(path, order))
        checkProblem(*problem);
    require(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
                == QStringList{u"a.vestibule"_s},
            "nothing is written beside the file");
    return 0;
}
