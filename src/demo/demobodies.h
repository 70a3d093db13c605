// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <string>

namespace Vestibule {

//! Bodies that no API should send, for the faults that do.
QByteArray demoBadGatewayPage();
QByteArray demoTimeoutPage();
QByteArray demoPortalPage();
QByteArray demoDeepBody(); //!< 100,000 arrays inside each other
QByteArray demoEndlessBody(); //!< the head of a listing and 64 KiB of rows, each with a comma
QByteArray demoGzipBomb(); //!< a listing with 100 MB of blanks, made at the first call

//! A name that takes advantage of a careless program; index picks one of a few.
std::string demoHostileName(size_t index);

} // namespace Vestibule
