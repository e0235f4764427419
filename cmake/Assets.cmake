# SPDX-License-Identifier: Apache-2.0
# haidang_assets(TARGET haidang NAME web FOLDER web/dist DEPENDS web_dist "${stamp}")
#
# Puts a whole folder of the web interface into the program, packed with gzip where that saves something. The target may then
#   #include "embedded/web_assets.hpp"
# which declares `std::span<const haidang::http::Asset> haidang::embedded::web_assets();`, sorted by path, for `http::Assets`.
# The folder need not exist before the build: DEPENDS names what makes it (a target, and a file that is touched when it has been
# made anew). Files whose name begins with a dot and source maps stay out. Links haidang_http.
function(haidang_assets)
  cmake_parse_arguments(A "" "TARGET;NAME;FOLDER" "DEPENDS" ${ARGN})
  get_filename_component(folder "${A_FOLDER}" ABSOLUTE BASE_DIR "${CMAKE_SOURCE_DIR}")
  set(output "${CMAKE_CURRENT_BINARY_DIR}/embedded")
  set(name "${A_NAME}_assets")
  add_custom_command(
    OUTPUT "${output}/${name}.cpp" "${output}/${name}.hpp" "${output}/${name}.bin"
    COMMAND Python3::Interpreter "${CMAKE_SOURCE_DIR}/cmake/embed_assets.py" "${name}" "${folder}" "${output}"
    DEPENDS ${A_DEPENDS} "${CMAKE_SOURCE_DIR}/cmake/embed_assets.py"
    DEPFILE "${output}/${name}.d"
    VERBATIM)
  set_source_files_properties("${output}/${name}.cpp" PROPERTIES OBJECT_DEPENDS "${output}/${name}.bin")
  target_sources(${A_TARGET} PRIVATE "${output}/${name}.cpp" "${output}/${name}.hpp")
  target_include_directories(${A_TARGET} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
  target_link_libraries(${A_TARGET} PRIVATE haidang_http)
endfunction()
