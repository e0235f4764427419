# SPDX-License-Identifier: Apache-2.0
# haidang_embed(TARGET haidang_calendar NAME vietnam_calendar FILE packs/calendars/vietnam.yaml)
#
# Puts a file into the program, so that one binary is all there is to install. The target may then
#   #include "embedded/vietnam_calendar.hpp"
# which declares `std::string_view haidang::embedded::vietnam_calendar();`.
function(haidang_embed)
  cmake_parse_arguments(E "" "TARGET;NAME;FILE" "" ${ARGN})
  get_filename_component(file "${E_FILE}" ABSOLUTE BASE_DIR "${CMAKE_SOURCE_DIR}")
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/embedded")
  file(WRITE "${folder}/${E_NAME}.hpp.new" "// Generated: the contents of ${E_FILE}.
#pragma once
#include <string_view>
namespace haidang::embedded { std::string_view ${E_NAME}(); }
")
  file(WRITE "${folder}/${E_NAME}.cpp.new" "// Generated: the contents of ${E_FILE}.
#include \"embedded/${E_NAME}.hpp\"
asm(\".section .rodata\\nembedded_${E_NAME}_begin:\\n.incbin \\\"${file}\\\"\\nembedded_${E_NAME}_end:\\n.byte 0\\n.previous\\n\");
extern \"C\" {
extern const char begin_of_it[] asm(\"embedded_${E_NAME}_begin\");
extern const char end_of_it[] asm(\"embedded_${E_NAME}_end\");
}
std::string_view haidang::embedded::${E_NAME}() {
  return {begin_of_it, static_cast<std::size_t>(end_of_it - begin_of_it)};
}
")
  foreach(kind hpp cpp)
    execute_process(COMMAND "${CMAKE_COMMAND}" -E copy_if_different
                            "${folder}/${E_NAME}.${kind}.new" "${folder}/${E_NAME}.${kind}")
  endforeach()
  set_source_files_properties("${folder}/${E_NAME}.cpp" PROPERTIES OBJECT_DEPENDS "${file}")
  target_sources(${E_TARGET} PRIVATE "${folder}/${E_NAME}.cpp")
endfunction()
