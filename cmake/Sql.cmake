# SPDX-License-Identifier: Apache-2.0
# haidang_sql(MODULE identity STATEMENTS find_account.sql … MIGRATIONS 20261123_create_accounts.sql …)
#
# The SQL of a module lies beside it: one statement per file in sql/, schema steps in migrations/. The module may then
#   #include "sql.hpp"
# which declares `haidang::identity::sql::kFindAccount` (a db::Statement) for each statement, in the order given here, and
# `std::span<const db::Migration> haidang::identity::sql::migrations()`. A leading comment of a file says why; it is not sent.
function(haidang_sql)
  cmake_parse_arguments(S "" "MODULE" "STATEMENTS;MIGRATIONS" ${ARGN})
  set(files "")
  foreach(name IN LISTS S_STATEMENTS)
    list(APPEND files "${CMAKE_CURRENT_SOURCE_DIR}/sql/${name}")
  endforeach()
  foreach(name IN LISTS S_MIGRATIONS)
    list(APPEND files "${CMAKE_CURRENT_SOURCE_DIR}/migrations/${name}")
  endforeach()
  set(header "${CMAKE_CURRENT_BINARY_DIR}/sql.hpp")
  add_custom_command(
    OUTPUT "${header}"
    COMMAND Python3::Interpreter "${CMAKE_SOURCE_DIR}/cmake/embed_sql.py" "${S_MODULE}" "${header}" ${files}
    DEPENDS ${files} "${CMAKE_SOURCE_DIR}/cmake/embed_sql.py"
    VERBATIM)
  target_sources(haidang_${S_MODULE} PRIVATE "${header}")
endfunction()
