# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# The bundle for macOS and its disk image. Written from the documentation, and never built so far.
set(icon_file "${CMAKE_CURRENT_BINARY_DIR}/icons/vestibule.icns")
set_source_files_properties("${icon_file}" TARGET_DIRECTORY vestibule
    PROPERTIES GENERATED ON MACOSX_PACKAGE_LOCATION Resources)
target_sources(vestibule PRIVATE "${icon_file}")
add_dependencies(vestibule application_icon)
set_target_properties(vestibule PROPERTIES
    MACOSX_BUNDLE ON
    MACOSX_BUNDLE_BUNDLE_NAME Vestibule
    MACOSX_BUNDLE_GUI_IDENTIFIER "${VESTIBULE_APP_ID}"
    MACOSX_BUNDLE_BUNDLE_VERSION "${PROJECT_VERSION}"
    MACOSX_BUNDLE_SHORT_VERSION_STRING "${PROJECT_VERSION}"
    MACOSX_BUNDLE_COPYRIGHT "2026 The Vestibule authors, MIT License"
    MACOSX_BUNDLE_ICON_FILE vestibule.icns)

# Qt's frameworks and plugins inside the bundle.
qt_generate_deploy_app_script(TARGET vestibule FILENAME_VARIABLE deploy_script NO_UNSUPPORTED_PLATFORM_ERROR)
install(SCRIPT "${deploy_script}" COMPONENT program)

set(CPACK_GENERATOR DragNDrop)
set(CPACK_DMG_VOLUME_NAME Vestibule)
