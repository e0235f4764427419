# SPDX-License-Identifier: Apache-2.0
# What a plan becomes: JSON, a table, a workbook, a page.
set(directives_output_sources plan_docx.cpp plan_json.cpp plan_page.cpp plan_page_view.cpp
                              plan_pages.cpp plan_pdf.cpp plan_sheet.cpp plan_table.cpp
                              plan_table_cells.cpp plan_words.cpp)
set(directives_output_tests plan_json_test.cpp plan_page_test.cpp plan_print_test.cpp plan_sample.cpp
                            plan_sheet_test.cpp plan_table_test.cpp)

# The page in Debian's Chromium. Without node, the browser or its driver the tests are left out, and configure says so.
function(haidang_add_browser_tests)
  find_program(NODE_PROGRAM node)
  find_program(CHROMIUM_PROGRAM chromium)
  if(NOT NODE_PROGRAM OR NOT CHROMIUM_PROGRAM OR NOT EXISTS "${CMAKE_SOURCE_DIR}/web/node_modules/playwright-core")
    message(STATUS "No browser tests: they need node, chromium and `npm ci --prefix web`.")
    return()
  endif()
  set(samples "${CMAKE_CURRENT_BINARY_DIR}/sample_pages")
  add_test(NAME sample_plan_pages COMMAND sample_plan_pages "${samples}")
  add_test(NAME browser_test COMMAND "${NODE_PROGRAM}" --test "${CMAKE_SOURCE_DIR}/tests/browser/plan_page_test.mjs")
  set_tests_properties(sample_plan_pages PROPERTIES FIXTURES_SETUP sample_pages)
  set_tests_properties(browser_test PROPERTIES FIXTURES_REQUIRED sample_pages LABELS pages TIMEOUT 300
                       ENVIRONMENT "HAIDANG_SAMPLE_PAGE=${samples}/plan.html;HAIDANG_CHROMIUM=${CHROMIUM_PROGRAM}")
endfunction()

# Called after haidang_module(NAME directives …): builds the page into the module, and sample pages for the browser.
function(haidang_add_plan_outputs)
  set(fonts "${CMAKE_SOURCE_DIR}/web/node_modules/@fontsource/be-vietnam-pro/files")
  set(page "${CMAKE_CURRENT_SOURCE_DIR}/page")
  set(template "${CMAKE_CURRENT_BINARY_DIR}/plan_page_template.html")
  if(NOT EXISTS "${fonts}/be-vietnam-pro-vietnamese-400-normal.woff2")
    message(FATAL_ERROR "The font of the pages is missing (web/node_modules/@fontsource/be-vietnam-pro). "
                        "Run `./dev setup`, or `npm ci --prefix web`, and configure again.")
  endif()
  set(styles tokens layout tasks document print)
  set(scripts text words plan overview tasks source main)
  list(TRANSFORM styles REPLACE "(.+)" "${page}/\\1.css")
  list(TRANSFORM scripts REPLACE "(.+)" "${page}/\\1.js")
  add_custom_command(
    OUTPUT "${template}"
    COMMAND Python3::Interpreter "${page}/assemble.py" "${page}/page.html" "${fonts}" "${template}" ${styles} ${scripts}
    DEPENDS "${page}/assemble.py" "${page}/page.html" ${styles} ${scripts}
    VERBATIM)
  target_sources(haidang_directives PRIVATE "${template}")
  haidang_embed(TARGET haidang_directives NAME plan_page_template FILE "${template}")

  add_executable(sample_plan_pages plan_sample.cpp sample_plan_pages.cpp)
  target_include_directories(sample_plan_pages PRIVATE .)
  target_link_libraries(sample_plan_pages PRIVATE haidang_directives)
  haidang_add_browser_tests()
endfunction()
