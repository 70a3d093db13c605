# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# Files that only Debian's policy asks for: copyright, changelog, overrides for lintian with their reasons, and zsh's
# completion in the folder for packages.
set(VESTIBULE_DEBIAN_REVISION 1)
set(debian_changelog "${CMAKE_CURRENT_BINARY_DIR}/changelog.Debian")
configure_file(debian/changelog.in "${debian_changelog}" @ONLY)
vestibule_compress("${debian_changelog}" compressed_changelog)
add_custom_target(compressed_changelog ALL DEPENDS "${compressed_changelog}")

function(vestibule_install_debian_documents component package)
    install(FILES debian/copyright "${compressed_changelog}"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/${package}"
        COMPONENT ${component} EXCLUDE_FROM_ALL)
    set(debian_package ${package})
    configure_file(debian/lintian-overrides.in "${CMAKE_CURRENT_BINARY_DIR}/lintian-overrides/${package}" @ONLY)
    install(FILES "${CMAKE_CURRENT_BINARY_DIR}/lintian-overrides/${package}"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/lintian/overrides"
        COMPONENT ${component} EXCLUDE_FROM_ALL)
endfunction()
vestibule_install_debian_documents(debian_program vestibule)
vestibule_install_debian_documents(debian_demo_tenant vestibule-demo-tenant)

install(FILES completions/_vestibule DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions"
    COMPONENT debian_program EXCLUDE_FROM_ALL)
