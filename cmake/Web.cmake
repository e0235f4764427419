# SPDX-License-Identifier: Apache-2.0
# The target `web_dist` builds the pages into web/dist (npm ci has been done before, by ./dev) and touches HAIDANG_WEB_STAMP.
# Then: haidang_assets(TARGET haidang NAME web FOLDER web/dist DEPENDS "${HAIDANG_WEB_STAMP}")
find_program(HAIDANG_NPM npm REQUIRED)
file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/web/src/*" "${CMAKE_SOURCE_DIR}/web/public/*"
     "${CMAKE_SOURCE_DIR}/web/vite/*" "${CMAKE_SOURCE_DIR}/web/scripts/*")
list(FILTER web_sources EXCLUDE REGEX "/web/src/generated/|\\.test\\.tsx?$")
set(HAIDANG_WEB_STAMP "${CMAKE_BINARY_DIR}/web_dist.stamp")
add_custom_command(
  OUTPUT "${HAIDANG_WEB_STAMP}"
  COMMAND "${CMAKE_COMMAND}" -E env npm_config_update_notifier=false "${HAIDANG_NPM}" run --silent build --prefix web
  COMMAND "${CMAKE_COMMAND}" -E touch "${HAIDANG_WEB_STAMP}"
  DEPENDS ${web_sources} "${CMAKE_SOURCE_DIR}/web/index.html" "${CMAKE_SOURCE_DIR}/web/vite.config.ts"
          "${CMAKE_SOURCE_DIR}/web/package-lock.json"
  WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}"
  COMMENT "Building the pages"
  USES_TERMINAL VERBATIM)
add_custom_target(web_dist DEPENDS "${HAIDANG_WEB_STAMP}")

add_test(NAME web_checks COMMAND "${HAIDANG_NPM}" run --silent check --prefix web WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
set_tests_properties(web_checks PROPERTIES TIMEOUT 300)
