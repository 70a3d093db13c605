// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/loginprompt.h"
#include "core/organization.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Vestibule {

//! One part of the drawing in words. All of them are plain text, after displaySafe().
struct PromptLine {
    QString connectionId{}; //!< the real one, also while names are masked
    QString kind{}; //!< what it is on the page, for those who do not see it: "Button"
    QString label{}; //!< what people read on it
    QString signup{}; //!< the offer to sign up below a form; empty without one
    //! The connection, unless the label is its name, and the fields that decided with their values.
    QString source{};
    QString note{}; //!< what is not certain about it; may be empty
    bool isByDefault = false; //!< see PromptPart
    //! The label, and the source in a second line, with longer names where those are shortened.
    QString whole{};

    //! All of it in a sentence or two, for screen readers.
    [[nodiscard]] QString spoken() const;
    bool operator==(const PromptLine &) const = default;
};

//! The parts in one place.
struct PromptSection {
    PromptPlace place = PromptPlace::Unknown;
    QString title{};
    QString sentence{}; //!< about all of its lines; may be empty
    QList<PromptLine> lines{}; //!< not empty

    bool operator==(const PromptSection &) const = default;
};

//! The whole drawing in words: what the window draws and a report lists.
struct LoginPromptWords {
    QString heading{}; //!< of the page that is drawn
    QString drawing{}; //!< that it is only a drawing
    QString extent{}; //!< which connections are missing in it; empty if none is
    QString problem{}; //!< empty without one
    QString nothing{}; //!< that nothing can be drawn on the page; empty if there is something
    QList<PromptSection> sections{}; //!< without those that have no lines
    QString unknownTitle{};
    QStringList unknown{}; //!< what the drawing does not know

    bool operator==(const LoginPromptWords &) const = default;
};

//! Masks names and ids of connections on request, but not the organization's: the caller gives it
//! as it is to be shown.
[[nodiscard]] LoginPromptWords loginPromptWords(const LoginPrompt &prompt,
                                                const Organization &organization,
                                                bool isMasked = false);

//! What is written on a page besides its connections.
struct PromptPageWords {
    QString identifier{};
    QString password{};
    QString send{};
    QString otherwise{}; //!< between a form and buttons
};
[[nodiscard]] PromptPageWords promptPageWords();

//! True for the places that are on the page itself.
[[nodiscard]] bool isOnPrompt(PromptPlace place);

} // namespace Vestibule
