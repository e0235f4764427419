// SPDX-License-Identifier: Apache-2.0
// sample_plan_pages FOLDER: writes the pages that the browser tests open.
#include <filesystem>
#include <fstream>
#include <iostream>

#include "directives/plan_page.hpp"
#include "plan_sample.hpp"

namespace {

bool write(const std::filesystem::path& path, const haidang::directives::Sample& sample) {
  std::ofstream file(path, std::ios::binary);
  file << haidang::directives::plan_page(sample.plan, sample.source, path.stem().string() + ".txt");
  return static_cast<bool>(file.flush());
}

}  // namespace

int main(int argc, char** argv) {
  using namespace haidang::directives;
  if (argc != 2) {
    std::cerr << "sample_plan_pages FOLDER\n";
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  std::filesystem::create_directories(folder);
  const bool written = write(folder / "plan.html", sample_plan()) && write(folder / "hostile.html", hostile_plan()) &&
                       write(folder / "large.html", large_plan(500));
  return written ? 0 : 1;
}
