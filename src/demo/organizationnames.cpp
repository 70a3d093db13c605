// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/organizationnames.h"

#include "demo/generator.h"

#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace Vestibule::Demo {

namespace {

struct Word {
    std::u16string_view display; //!< in a form, %1 stands for the company
    std::string_view slug;
};

constexpr std::array Companies{
    Word{u"Northwind", "northwind"},
    Word{u"Northwind Traders", "northwind-traders"},
    Word{u"Northwinds", "northwinds"},
    Word{u"Harborline Freight", "harborline-freight"},
    Word{u"Harbourline Freight", "harbourline-freight"},
    Word{u"東京電機", "tokyo-denki"},
    Word{u"Quarrystone Legal", "quarrystone-legal"},
    Word{u"Silverbirch Clinics", "silverbirch-clinics"},
    Word{u"Αιγαίο Ναυτιλία", "aigaio-naftilia"},
    Word{u"Meridian Bank", "meridian-bank"},
    Word{u"Meridian Banks", "meridian-banks"},
    Word{u"Oakfield Schools", "oakfield-schools"},
    Word{u"Łódzkie Młyny", "lodzkie-mlyny"},
    Word{u"Redwing Airlines", "redwing-airlines"},
    Word{u"Северный Ветер", "severny-veter"},
    Word{u"Stonebridge Hotels", "stonebridge-hotels"},
    Word{u"Foxglove Pharma", "foxglove-pharma"},
    Word{u"شركة النخيل", "al-nakheel"},
    Word{u"Kestrel Robotics", "kestrel-robotics"},
    Word{u"Kestrel Robotic", "kestrel-robotic"},
    Word{u"서울바이오", "seoul-bio"},
    Word{u"Pinecrest Dairy", "pinecrest-dairy"},
    Word{u"Müller & Söhne", "mueller-soehne"},
    Word{u"Muller & Sons", "muller-sons"},
    Word{u"Thornbury Press", "thornbury-press"},
    Word{u"גליל תוכנה", "galil-tochna"},
    Word{u"Vantage Energy", "vantage-energy"},
    Word{u"Westmere Council", "westmere-council"},
    Word{u"गंगा वस्त्र", "ganga-vastra"},
    Word{u"Zephyr Games", "zephyr-games"},
    Word{u"Île de Ré Voiles", "ile-de-re-voiles"},
};

constexpr std::array Forms{
    Word{u"%1", ""},
    Word{u"%1 Inc.", "inc"},
    Word{u"%1 GmbH", "gmbh"},
    Word{u"%1 (EMEA)", "emea"},
    Word{u"%1 Labs", "labs"},
    Word{u"%1 Group", "group"},
    Word{u"%1 (staging)", "staging"},
    Word{u"%1 Partners", "partners"},
    Word{u"%1 Holdings", "holdings"},
    Word{u"%1 APAC", "apac"},
    Word{u"%1, Contractors", "contractors"},
    Word{u"%1 – Retail", "retail"},
    Word{u"The %1 Foundation", "foundation"},
};

QString text(std::u16string_view view)
{
    return QString::fromUtf16(view.data(), qsizetype(view.size()));
}

QString text(std::string_view view)
{
    return QString::fromLatin1(view.data(), qsizetype(view.size()));
}

} // namespace

Organization generateOrganization(int number)
{
    const int companies = int(Companies.size());
    const int forms = int(Forms.size());
    const int company = number % companies;
    // Neighbours get different forms, and still each company every form once a round.
    const int form = (number / companies + company * 5) % forms;
    const int round = number / (companies * forms) + 1;
    const Word &companyWord = Companies.at(size_t(company));
    const Word &formWord = Forms.at(size_t(form));

    Organization organization;
    organization.displayName = text(formWord.display).arg(text(companyWord.display));
    organization.name = text(companyWord.slug);
    if (!formWord.slug.empty())
        organization.name += u'-' + text(formWord.slug);
    if (round > 1) {
        organization.displayName += u' ' + QString::number(round);
        organization.name += u'-' + QString::number(round);
    }
    organization.id = id(u"org_"_s, organization.name);
    if (number % 7 == 0)
        organization.branding = Branding{organization.name, u"#0059d6"_s, u"#ffffff"_s};
    return organization;
}

} // namespace Vestibule::Demo
