# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# `cpack` in the build tree makes the packages; packaging/package.sh does that and everything before it.
set(CPACK_PACKAGE_NAME vestibule)
set(CPACK_PACKAGE_VENDOR "The Vestibule authors")
set(CPACK_PACKAGE_CONTACT "${VESTIBULE_MAINTAINER}")
set(CPACK_PACKAGE_HOMEPAGE_URL "${VESTIBULE_HOMEPAGE}")
set(CPACK_PACKAGE_EXECUTABLES vestibule Vestibule)
set(CPACK_PACKAGE_INSTALL_DIRECTORY Vestibule)
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

if(WIN32 OR APPLE) # one package with everything; see windows.cmake and macos.cmake
    set(CPACK_MONOLITHIC_INSTALL ON)
    include(CPack)
    return()
endif()

# The tarball: one folder with everything in it. No path is compiled in, so the programs run wherever it is unpacked,
# with the system's Qt.
set(CPACK_GENERATOR DEB TGZ)
string(TOLOWER "${CMAKE_SYSTEM_NAME}" system)
set(CPACK_PACKAGE_FILE_NAME "vestibule-${PROJECT_VERSION}-${system}-${CMAKE_SYSTEM_PROCESSOR}")
set(CPACK_ARCHIVE_COMPONENT_INSTALL OFF)

# Debian: one package with the program, and one with the demo tenant, which needs no desktop.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # otherwise it becomes the first line of both
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_COMPONENTS_ALL program debian_program demo_tenant debian_demo_tenant)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SOURCE vestibule)
set(CPACK_DEBIAN_PACKAGE_RELEASE "${VESTIBULE_DEBIAN_REVISION}")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)

set(CPACK_DEBIAN_VESTIBULE_PACKAGE_NAME vestibule)
set(CPACK_DEBIAN_VESTIBULE_PACKAGE_SECTION net)
set(CPACK_DEBIAN_VESTIBULE_DESCRIPTION
"browse the connections of an Auth0 organization
Vestibule shows, for one organization of an Auth0 tenant, every connection
through which its people may sign in: page by page, with each one's flags
and access level in plain words, and exports them to CSV or JSON, from the
window or from the command line.

It only reads: it sends GET requests to one tenant, one POST there to sign
in with an application, and nothing else. Access tokens and secrets are kept
in the keyring. A demo tenant is built in.

It is not affiliated with, nor endorsed by, Auth0 or Okta.")
# A plugin, which dpkg-shlibdeps cannot see: inventories need it.
set(CPACK_DEBIAN_VESTIBULE_PACKAGE_DEPENDS libqt6sql6-sqlite)
# Not linked, and the program starts without them: certificates of authorities, the keyring's library, Qt's own texts
# in other languages, the plugin for Wayland.
set(CPACK_DEBIAN_VESTIBULE_PACKAGE_RECOMMENDS
    "ca-certificates, libsecret-1-0, qt6-translations-l10n, qt6-wayland")
set(CPACK_DEBIAN_VESTIBULE_PACKAGE_SUGGESTS "gnome-keyring | kwalletmanager | keepassxc, vestibule-demo-tenant")

set(CPACK_DEBIAN_DEMO_TENANT_PACKAGE_NAME vestibule-demo-tenant)
set(CPACK_DEBIAN_DEMO_TENANT_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_DEMO_TENANT_DESCRIPTION
"invented Auth0 tenant to try Vestibule on
vestibule-demo-tenant serves the organizations and connections of an invented
Auth0 tenant on the loopback address, to try vestibule and scripts around it
without an account. Rate limits, expired tokens, broken answers and other
faults can be asked for.")
set(CPACK_DEBIAN_DEMO_TENANT_PACKAGE_SUGGESTS vestibule)

include(CPack)

cpack_add_component_group(vestibule)
cpack_add_component_group(demo_tenant)
cpack_add_component(program GROUP vestibule)
cpack_add_component(debian_program GROUP vestibule)
cpack_add_component(demo_tenant GROUP demo_tenant)
cpack_add_component(debian_demo_tenant GROUP demo_tenant)
