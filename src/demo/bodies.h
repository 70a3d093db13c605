// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <string>

namespace Vestibule::Demo {

//! Bodies that no API should send, for the faults that do.
QByteArray badGatewayPage();
QByteArray timeoutPage();
QByteArray portalPage();
QByteArray deepBody(); //!< 100,000 arrays inside each other
QByteArray endlessBody(); //!< the head of a listing and 64 KiB of rows, each with a comma
QByteArray gzipBombBody(); //!< a listing with 100 MB of blanks, made at the first call

//! A name that takes advantage of a careless program; index picks one of a few.
std::string hostileName(size_t index);

} // namespace Vestibule::Demo
