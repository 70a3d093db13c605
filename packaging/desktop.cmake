# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# Files for desktops, shells and man.
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/${VESTIBULE_APP_ID}.desktop"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/applications" COMPONENT program)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/${VESTIBULE_APP_ID}.metainfo.xml"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo" COMPONENT program)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/${VESTIBULE_APP_ID}.mime.xml"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/mime/packages" RENAME "${VESTIBULE_APP_ID}.xml" COMPONENT program)

install(FILES completions/vestibule.bash DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions"
    RENAME vestibule COMPONENT program)
install(FILES completions/_vestibule DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions"
    COMPONENT outside_debian)
install(FILES completions/vestibule.fish DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d"
    COMPONENT program)

find_program(VESTIBULE_GZIP gzip REQUIRED)

# vestibule_compress(<file> <variable>): compresses the file during the build, without a time stamp, so that the
# result is always the same; the variable gets its path.
function(vestibule_compress file variable)
    get_filename_component(name "${file}" NAME)
    set(compressed "${CMAKE_CURRENT_BINARY_DIR}/compressed/${name}.gz")
    add_custom_command(OUTPUT "${compressed}"
        COMMAND "${CMAKE_COMMAND}" -E copy "${file}" "compressed/${name}"
        COMMAND "${VESTIBULE_GZIP}" -9nf "compressed/${name}"
        DEPENDS "${file}"
        WORKING_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}"
        COMMENT "Compressing ${name}"
        VERBATIM)
    set(${variable} "${compressed}" PARENT_SCOPE)
endfunction()

vestibule_compress("${CMAKE_CURRENT_SOURCE_DIR}/vestibule.1" program_manual)
vestibule_compress("${CMAKE_CURRENT_SOURCE_DIR}/vestibule-demo-tenant.1" demo_tenant_manual)
add_custom_target(compressed_manuals ALL DEPENDS "${program_manual}" "${demo_tenant_manual}")
install(FILES "${program_manual}" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT program)
install(FILES "${demo_tenant_manual}" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT demo_tenant)
