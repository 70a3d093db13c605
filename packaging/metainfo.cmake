# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# vestibule_write_metainfo(<file> <home page>): writes the file that software centres read. AppStream needs addresses
# of pictures, so there are none without a home page.
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
