# SPDX-License-Identifier: Apache-2.0
# A private PostgreSQL cluster that ctest starts before the first store test and removes after the last. It lies in a temporary
# folder with a short path, because the path of a socket is limited and the user postgres must be able to reach it.
string(SHA256 build_hash "${CMAKE_BINARY_DIR}")
string(SUBSTRING "${build_hash}" 0 10 build_hash)
set(HAIDANG_TEST_POSTGRES_FOLDER "/tmp/haidang-postgres-${build_hash}")

add_test(NAME postgres_start COMMAND "${CMAKE_SOURCE_DIR}/tools/postgres.sh" start "${HAIDANG_TEST_POSTGRES_FOLDER}")
add_test(NAME postgres_stop COMMAND "${CMAKE_SOURCE_DIR}/tools/postgres.sh" remove "${HAIDANG_TEST_POSTGRES_FOLDER}")
set_tests_properties(postgres_start PROPERTIES FIXTURES_SETUP postgres)
set_tests_properties(postgres_stop PROPERTIES FIXTURES_CLEANUP postgres)

function(haidang_test_uses_postgres test)
  set_tests_properties(${test} PROPERTIES FIXTURES_REQUIRED postgres ENVIRONMENT
                       "HAIDANG_TEST_POSTGRES=postgresql:///haidang?host=${HAIDANG_TEST_POSTGRES_FOLDER}&user=postgres")
endfunction()
