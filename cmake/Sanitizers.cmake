# SPDX-License-Identifier: Apache-2.0
# HAIDANG_SANITIZE is a comma-separated list for -fsanitize=, set by the asan and tsan presets.
set(HAIDANG_SANITIZE "" CACHE STRING "sanitizers to build with, e.g. address,undefined")
option(HAIDANG_FUZZ "build the libFuzzer targets (clang only)" OFF)

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wno-missing-field-initializers -Werror=switch -Werror=return-type
                    -Werror=unused-result)
if(HAIDANG_SANITIZE)
  add_compile_options(-fsanitize=${HAIDANG_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${HAIDANG_SANITIZE})
endif()
if(HAIDANG_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-omit-frame-pointer -gdwarf-4)
  add_link_options(-fsanitize=address,undefined)
endif()
