// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/clientcredentials.h"

#include <QDebug>

namespace Vestibule {

QDebug operator<<(QDebug debug, const ClientCredentials &credentials)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "application: " << (credentials.isComplete() ? "set" : "empty");
    return debug;
}

} // namespace Vestibule
