// SPDX-License-Identifier: Apache-2.0
// The reading child for the tests: what `haidang read-source` is for the program.
#include <string>
#include <vector>

#include "documents/reader_process.hpp"

int main(int argc, char** argv) {
  return haidang::documents::run_reader_command(std::vector<std::string>(argv + 1, argv + argc));
}
