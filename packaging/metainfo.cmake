# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# vestibule_write_metainfo(<file> <home page>): what software centres show. AppStream wants pictures by
# address, so they are named as soon as there is a home page, and not before.
function(vestibule_write_metainfo file homepage)
    set(metainfo_addresses "")
    if(homepage)
        set(metainfo_addresses "
  <url type=\"homepage\">${homepage}</url>

  <screenshots>
    <screenshot type=\"default\">
      <caption>The connections of an organization of the demo tenant</caption>
      <caption xml:lang=\"fr\">Les connexions d’une organisation du locataire de démonstration</caption>
      <image>${homepage}/pictures/window.png</image>
    </screenshot>
  </screenshots>
")
    endif()
    configure_file("${CMAKE_CURRENT_FUNCTION_LIST_DIR}/io.github.vestibule.Vestibule.metainfo.xml.in" "${file}" @ONLY)
endfunction()
