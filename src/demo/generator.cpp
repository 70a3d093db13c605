// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/generator.h"

#include <algorithm>
#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace Vestibule::Demo {

namespace {

//! SplitMix64, because Qt does not promise to keep the sequence of QRandomGenerator.
class Random final {
public:
    explicit Random(const QString &text)
    {
        const QByteArray bytes = text.toUtf8();
        for (const char byte : bytes)
            m_state = (m_state ^ quint64(static_cast<unsigned char>(byte))) * 0x100000001b3ULL;
    }

    quint64 next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        quint64 value = m_state;
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
        value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
        return value ^ (value >> 31);
    }

    int below(int bound) { return int(next() % quint64(bound)); }
    bool percent(int chance) { return below(100) < chance; }

private:
    quint64 m_state = 0xcbf29ce484222325ULL;
};

struct Kind {
    std::string_view strategy;
    std::string_view suffix; //!< of the connection's name
    int weight; //!< of 100
};

constexpr std::array Kinds{
    Kind{"okta", "okta", 20},        Kind{"samlp", "saml", 18},
    Kind{"waad", "entra", 16},       Kind{"oidc", "oidc", 11},
    Kind{"google-apps", "gws", 8},   Kind{"adfs", "adfs", 6},
    Kind{"auth0", "users", 7},       Kind{"ad", "ldap", 4},
    Kind{"pingfederate", "ping", 3}, Kind{"google-oauth2", "google", 3},
    Kind{"email", "email", 2},       Kind{"custom", "legacy", 2},
};

constexpr std::array<std::string_view, 60> ConnectionCompanies{
    "northwind",  "contoso",    "fabrikam",    "tailspin",     "litware",      "adatum",
    "proseware",  "wingtip",    "woodgrove",   "fourthcoffee", "lamna",        "relecloud",
    "bellows",    "margie",     "alpine",      "trey",         "consolidated", "munson",
    "vanarsdel",  "nodpub",     "blueyonder",  "cohovineyard", "cohowinery",   "humongous",
    "lucerne",    "datum",      "southridge",  "cpandl",       "treyresearch", "firstup",
    "boldermark", "harborline", "quarrystone", "silverbirch",  "meridian",     "oakfield",
    "larkspur",   "redwing",    "stonebridge", "foxglove",     "hollowell",    "kestrel",
    "pinecrest",  "riverton",   "saltmarsh",   "thornbury",    "umberland",    "vantage",
    "westmere",   "yarrow",     "zephyr",      "amberley",     "brightwater",  "calloway",
    "dunmore",    "eastgate",   "fairhaven",   "glenrock",     "highmoor",     "ironwood",
};

constexpr std::array<std::string_view, 12> Regions{"emea", "apac", "latam", "us",  "uk",     "fr",
                                                   "de",   "jp",   "labs",  "ops", "retail", "hq"};

QString text(std::string_view view)
{
    return QString::fromLatin1(view.data(), qsizetype(view.size()));
}

const Kind &drawKind(Random &random)
{
    int ticket = random.below(100);
    for (const Kind &kind : Kinds) {
        ticket -= kind.weight;
        if (ticket < 0)
            return kind;
    }
    return Kinds.front();
}

//! One company after another; later rounds add a region and then a number, so that no name comes
//! twice.
QString connectionName(int index, const Kind &kind)
{
    const int companies = int(ConnectionCompanies.size());
    const int regions = int(Regions.size());
    const int round = index / companies;
    QString name = text(ConnectionCompanies.at(size_t(index % companies)));
    if (round > 0)
        name += u'-' + text(Regions.at(size_t((round - 1) % regions)));
    if (round > regions)
        name += u'-' + QString::number((round - 1) / regions + 1);
    return name + u'-' + text(kind.suffix);
}

QString accessLevel(Random &random)
{
    const int ticket = random.below(100);
    return ticket < 55 ? u"none"_s
        : ticket < 75  ? u"readonly"_s
        : ticket < 90  ? u"limited"_s
                       : u"full"_s;
}

Connection makeConnection(Random &random, const Kind &kind, const QString &name,
                          const QString &idText)
{
    const bool database = kind.strategy == "auth0";
    const bool social = kind.strategy == "google-oauth2" || kind.strategy == "email"
        || kind.strategy == "windowslive";

    Connection connection;
    connection.name = name;
    connection.id = makeId(u"con_"_s, idText);
    connection.strategy = text(kind.strategy);
    connection.enabled = !random.percent(20);
    connection.assignMembershipOnLogin = random.percent(social ? 15 : 60);
    connection.showAsButton = database || social || random.percent(70);
    // The API refuses sign-up without membership on login.
    connection.signupEnabled = database && connection.assignMembershipOnLogin && random.percent(50);
    connection.accessLevel = database || social ? u"none"_s : accessLevel(random);
    // The API demands a name for every level but none.
    if (connection.accessLevel != "none"_L1 || random.percent(10)) {
        QString label = connection.name.left(50); // the API's limit
        label.replace(u'-', u' ');
        label[0] = label.at(0).toUpper();
        connection.organizationConnectionName = label;
    }
    if (random.percent(40))
        connection.memberAccessLevel = accessLevel(random);
    return connection;
}

Connection generateConnection(const QString &seed, int index)
{
    Random random(seed + u'/' + QString::number(index));
    const Kind &kind = drawKind(random);
    const QString name = connectionName(index, kind);
    return makeConnection(random, kind, name, seed + u'/' + name);
}

//! A connection that a large part of all organizations has.
struct Common {
    Kind kind;
    std::string_view name;
    int percent;
};

constexpr std::array Commons{
    Common{{"auth0", "users", 0}, "Username-Password-Authentication", 45},
    Common{{"google-oauth2", "google", 0}, "google-oauth2", 30},
    Common{{"email", "email", 0}, "email", 12},
    Common{{"windowslive", "microsoft", 0}, "windowslive", 6},
};

//! A part of an organization's names.
struct NamePart {
    std::u16string_view display; //!< in Forms, %1 is replaced by the company
    std::string_view slug;
};

constexpr std::array Companies{
    NamePart{u"Northwind", "northwind"},
    NamePart{u"Northwind Traders", "northwind-traders"},
    NamePart{u"Northwinds", "northwinds"},
    NamePart{u"Harborline Freight", "harborline-freight"},
    NamePart{u"Harbourline Freight", "harbourline-freight"},
    NamePart{u"東京電機", "tokyo-denki"},
    NamePart{u"Quarrystone Legal", "quarrystone-legal"},
    NamePart{u"Silverbirch Clinics", "silverbirch-clinics"},
    NamePart{u"Αιγαίο Ναυτιλία", "aigaio-naftilia"},
    NamePart{u"Meridian Bank", "meridian-bank"},
    NamePart{u"Meridian Banks", "meridian-banks"},
    NamePart{u"Oakfield Schools", "oakfield-schools"},
    NamePart{u"Łódzkie Młyny", "lodzkie-mlyny"},
    NamePart{u"Redwing Airlines", "redwing-airlines"},
    NamePart{u"Северный Ветер", "severny-veter"},
    NamePart{u"Stonebridge Hotels", "stonebridge-hotels"},
    NamePart{u"Foxglove Pharma", "foxglove-pharma"},
    NamePart{u"شركة النخيل", "al-nakheel"},
    NamePart{u"Kestrel Robotics", "kestrel-robotics"},
    NamePart{u"Kestrel Robotic", "kestrel-robotic"},
    NamePart{u"서울바이오", "seoul-bio"},
    NamePart{u"Pinecrest Dairy", "pinecrest-dairy"},
    NamePart{u"Müller & Söhne", "mueller-soehne"},
    NamePart{u"Muller & Sons", "muller-sons"},
    NamePart{u"Thornbury Press", "thornbury-press"},
    NamePart{u"גליל תוכנה", "galil-tochna"},
    NamePart{u"Vantage Energy", "vantage-energy"},
    NamePart{u"Westmere Council", "westmere-council"},
    NamePart{u"गंगा वस्त्र", "ganga-vastra"},
    NamePart{u"Zephyr Games", "zephyr-games"},
    NamePart{u"Île de Ré Voiles", "ile-de-re-voiles"},
};

constexpr std::array Forms{
    NamePart{u"%1", ""},
    NamePart{u"%1 Inc.", "inc"},
    NamePart{u"%1 GmbH", "gmbh"},
    NamePart{u"%1 (EMEA)", "emea"},
    NamePart{u"%1 Labs", "labs"},
    NamePart{u"%1 Group", "group"},
    NamePart{u"%1 (staging)", "staging"},
    NamePart{u"%1 Partners", "partners"},
    NamePart{u"%1 Holdings", "holdings"},
    NamePart{u"%1 APAC", "apac"},
    NamePart{u"%1, Contractors", "contractors"},
    NamePart{u"%1 – Retail", "retail"},
    NamePart{u"The %1 Foundation", "foundation"},
};

QString text(std::u16string_view view)
{
    return QString::fromUtf16(view.data(), qsizetype(view.size()));
}

} // namespace

QString makeId(const QString &prefix, const QString &text)
{
    constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    Random random(prefix + text);
    QString id = prefix;
    for (int i = 0; i < 16; ++i)
        id += QLatin1Char(alphabet.at(size_t(random.below(int(alphabet.size())))));
    return id;
}

QList<Connection> generateConnections(const QString &seed, int count)
{
    QList<Connection> connections;
    connections.reserve(count);
    for (int index = 0; index < count; ++index)
        connections.append(generateConnection(seed, index));
    return connections;
}

QString tenantConnectionId(const QString &name)
{
    return makeId(u"con_"_s, u"tenant/"_s + name);
}

QList<Connection> drawConnections(const QString &organizationName, int number)
{
    constexpr int OrganizationsOfAGroup = 9;
    Random random(organizationName + u"/connections"_s);
    QList<Connection> drawn;
    if (random.percent(6))
        return drawn;
    const int lower = random.below(10); // a handful is usual, ten are rare
    const int count = 1 + std::min(lower, random.below(10));
    const auto add = [&drawn, &random](const Kind &kind, const QString &name) -> Connection & {
        drawn.append(makeConnection(random, kind, name, u"tenant/"_s + name));
        return drawn.last();
    };
    for (const Common &common : Commons) {
        if (!random.percent(common.percent) || drawn.size() == count)
            continue;
        Connection &connection = add(common.kind, text(common.name));
        connection.assignMembershipOnLogin = random.percent(5);
        connection.signupEnabled = common.kind.strategy == "auth0"
            && connection.assignMembershipOnLogin && random.percent(50);
    }
    if (drawn.size() < count && random.percent(20)) {
        const int group = number / OrganizationsOfAGroup;
        const Kind &kind = Kinds.at(size_t(group % 4));
        add(kind, connectionName(group, kind) + u"-group"_s);
    }
    QStringList suffixes;
    while (drawn.size() < count) {
        const Kind &kind = drawKind(random);
        QString name = organizationName + u'-' + text(kind.suffix);
        if (suffixes.contains(text(kind.suffix)))
            name += u'-' + QString::number(drawn.size() + 1);
        suffixes.append(text(kind.suffix));
        add(kind, name);
    }
    sortConnections(drawn);
    return drawn;
}

void sortConnections(QList<Connection> &connections)
{
    std::stable_sort(connections.begin(), connections.end(),
                     [](const Connection &left, const Connection &right) {
                         return left.id.compare(right.id, Qt::CaseInsensitive) < 0;
                     });
}

Organization generateOrganization(int number)
{
    const int companies = int(Companies.size());
    const int forms = int(Forms.size());
    const int company = number % companies;
    // Neighbours get different forms, and still each company gets every form once a round.
    const int form = (number / companies + company * 5) % forms;
    const int round = number / (companies * forms) + 1;
    const NamePart &companyPart = Companies.at(size_t(company));
    const NamePart &formPart = Forms.at(size_t(form));

    Organization organization;
    organization.displayName = text(formPart.display).arg(text(companyPart.display));
    organization.name = text(companyPart.slug);
    if (!formPart.slug.empty())
        organization.name += u'-' + text(formPart.slug);
    if (round > 1) {
        organization.displayName += u' ' + QString::number(round);
        organization.name += u'-' + QString::number(round);
    }
    organization.id = makeId(u"org_"_s, organization.name);
    if (number % 7 == 0)
        organization.branding = Branding{organization.name, u"#0059d6"_s, u"#ffffff"_s};
    return organization;
}

} // namespace Vestibule::Demo
