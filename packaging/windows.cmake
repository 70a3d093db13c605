# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# The installer for Windows, by NSIS. Written from the documentation, and never built so far. One obstacle is known: the
# program vestibule-demo-tenant waits for POSIX signals (src/demo/main.cpp).
set_target_properties(vestibule PROPERTIES WIN32_EXECUTABLE ON)

# The icon of the program's file.
set(icon_file "${CMAKE_CURRENT_BINARY_DIR}/icons/vestibule.ico")
set(icon_resource "${CMAKE_CURRENT_BINARY_DIR}/vestibule.rc")
file(CONFIGURE OUTPUT "${icon_resource}" CONTENT "IDI_ICON1 ICON \"@icon_file@\"\n" @ONLY)
target_sources(vestibule PRIVATE "${icon_resource}")
add_dependencies(vestibule application_icon)

# Qt's libraries and plugins beside the program.
qt_generate_deploy_app_script(TARGET vestibule FILENAME_VARIABLE deploy_script NO_UNSUPPORTED_PLATFORM_ERROR)
install(SCRIPT "${deploy_script}" COMPONENT program)

set(CPACK_GENERATOR NSIS)
set(CPACK_NSIS_DISPLAY_NAME Vestibule)
set(CPACK_NSIS_MUI_ICON "${icon_file}")
set(CPACK_NSIS_MUI_UNIICON "${icon_file}")
set(CPACK_NSIS_INSTALLED_ICON_NAME "bin\\vestibule.exe")
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_MODIFY_PATH ON)
set(CPACK_NSIS_URL_INFO_ABOUT "${VESTIBULE_HOMEPAGE}")
