# SPDX-License-Identifier: Apache-2.0
# The pages: `npm run build` in web/ makes web/dist anew whenever a source of theirs, or the contract of the API, has changed.
# HAIDANG_WEB_STAMP is touched when that has happened.
find_program(NPM npm REQUIRED)
set(HAIDANG_WEB_STAMP "${CMAKE_BINARY_DIR}/web_dist.stamp")
file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/web/src/*" "${CMAKE_SOURCE_DIR}/web/public/*"
     "${CMAKE_SOURCE_DIR}/web/scripts/*" "${CMAKE_SOURCE_DIR}/web/vite/*" "${CMAKE_SOURCE_DIR}/api/openapi.json")
list(FILTER web_sources EXCLUDE REGEX "/generated/")
add_custom_command(
  OUTPUT "${HAIDANG_WEB_STAMP}"
  COMMAND "${NPM}" run --silent build --prefix "${CMAKE_SOURCE_DIR}/web"
  COMMAND "${CMAKE_COMMAND}" -E touch "${HAIDANG_WEB_STAMP}"
  DEPENDS ${web_sources} "${CMAKE_SOURCE_DIR}/web/index.html" "${CMAKE_SOURCE_DIR}/web/package.json"
          "${CMAKE_SOURCE_DIR}/web/vite.config.ts"
  COMMENT "Building the pages"
  VERBATIM)
add_custom_target(web_dist DEPENDS "${HAIDANG_WEB_STAMP}")
