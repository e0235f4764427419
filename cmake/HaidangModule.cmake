# SPDX-License-Identifier: Apache-2.0
# haidang_module(NAME calendar DEPENDS base platform SOURCES a.cpp LINK fmt::fmt TESTS a_test.cpp)
#
# One module is one target, one folder, one namespace. A module sees its own folder and the public include
# folders of what it declares in DEPENDS, so an undeclared dependency does not compile. LINK is for libraries
# that stay private to the module; LINK_PUBLIC for those that its public headers name. STORE_TESTS become a test
# program of their own, NAME_store_test, which is given both databases.

set_property(GLOBAL PROPERTY HAIDANG_EDGES "")

function(haidang_module)
  cmake_parse_arguments(M "" "NAME" "DEPENDS;SOURCES;LINK;LINK_PUBLIC;TESTS;STORE_TESTS;TEST_LINK" ${ARGN})
  set(target haidang_${M_NAME})
  add_library(${target} STATIC ${M_SOURCES})
  target_include_directories(${target} PUBLIC include PRIVATE . "${CMAKE_CURRENT_BINARY_DIR}")
  target_link_libraries(${target} PUBLIC ${M_LINK_PUBLIC} PRIVATE ${M_LINK})
  foreach(dependency IN LISTS M_DEPENDS)
    target_link_libraries(${target} PUBLIC haidang_${dependency})
    set_property(GLOBAL APPEND PROPERTY HAIDANG_EDGES "${M_NAME} -> ${dependency}")
  endforeach()
  if(M_TESTS)
    haidang_test(NAME ${M_NAME}_test MODULE ${M_NAME} SOURCES ${M_TESTS} LINK ${M_TEST_LINK})
  endif()
  if(M_STORE_TESTS)
    haidang_test(NAME ${M_NAME}_store_test MODULE ${M_NAME} STORE SOURCES ${M_STORE_TESTS} LINK ${M_TEST_LINK})
  endif()
endfunction()

# A test program: doctest's main comes from cmake/doctest_main.cpp. It runs in the source folder of the project,
# so that tests find fixtures by paths that do not depend on the machine. STORE: it uses db/testing.hpp and is given the
# PostgreSQL cluster of cmake/TestPostgres.cmake.
function(haidang_test)
  cmake_parse_arguments(T "STORE" "NAME;MODULE" "SOURCES;LINK" ${ARGN})
  add_executable(${T_NAME} ${T_SOURCES} "${CMAKE_SOURCE_DIR}/cmake/doctest_main.cpp")
  target_include_directories(${T_NAME} PRIVATE . "${DOCTEST_INCLUDE_DIR}" "${VALIJSON_INCLUDE_DIR}")
  target_link_libraries(${T_NAME} PRIVATE haidang_${T_MODULE} ${T_LINK})
  add_test(NAME ${T_NAME} COMMAND ${T_NAME} WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
  if(T_STORE)
    target_link_libraries(${T_NAME} PRIVATE haidang_db_testing)
    haidang_test_uses_postgres(${T_NAME})
  endif()
endfunction()

# A libFuzzer target, built only with -DHAIDANG_FUZZ=ON (clang): fuzz/x_fuzz.cpp with its corpus in fuzz/corpus/x.
# Its test, labelled `fuzz`, runs for one minute; new inputs are kept in the build folder, not in the corpus.
add_custom_target(fuzzers)
function(haidang_fuzzer)
  cmake_parse_arguments(F "" "NAME;MODULE" "SOURCES;LINK" ${ARGN})
  if(HAIDANG_FUZZ)
    add_executable(${F_NAME} ${F_SOURCES})
    target_include_directories(${F_NAME} PRIVATE .)
    target_link_libraries(${F_NAME} PRIVATE haidang_${F_MODULE} ${F_LINK})
    target_link_options(${F_NAME} PRIVATE -fsanitize=fuzzer)
    add_dependencies(fuzzers ${F_NAME})
    string(REGEX REPLACE "_fuzz$" "" corpus "${F_NAME}")
    set(found "${CMAKE_BINARY_DIR}/found/${corpus}")
    file(MAKE_DIRECTORY "${found}")
    add_test(NAME ${F_NAME} COMMAND ${F_NAME} -max_total_time=60 -artifact_prefix=${found}/ "${found}"
                                    "${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus/${corpus}")
    set_tests_properties(${F_NAME} PROPERTIES LABELS fuzz TIMEOUT 300)
  endif()
endfunction()

# A program of `./dev bench`, no part of an ordinary build. It prints a small table, with ratios to a yardstick measured in the same run.
add_custom_target(benchmarks)
function(haidang_benchmark)
  cmake_parse_arguments(B "" "NAME;MODULE" "SOURCES;LINK" ${ARGN})
  add_executable(${B_NAME} EXCLUDE_FROM_ALL ${B_SOURCES})
  target_link_libraries(${B_NAME} PRIVATE haidang_${B_MODULE} ${B_LINK})
  add_dependencies(benchmarks ${B_NAME})
endfunction()

# The drawing of the module boundaries, compared with the one in ARCHITECTURE.md by the test `module_graph`.
function(haidang_write_module_graph)
  get_property(edges GLOBAL PROPERTY HAIDANG_EDGES)
  list(JOIN edges ";\n  " body)
  file(WRITE "${CMAKE_BINARY_DIR}/modules.dot" "digraph modules {\n  ${body};\n}\n")
  add_test(NAME module_graph
           COMMAND Python3::Interpreter "${CMAKE_SOURCE_DIR}/cmake/check_module_graph.py" "${CMAKE_SOURCE_DIR}/ARCHITECTURE.md"
                   "${CMAKE_BINARY_DIR}/modules.dot")
endfunction()
