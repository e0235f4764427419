// SPDX-License-Identifier: Apache-2.0
#include "tool.hpp"

#include <algorithm>
#include <array>

namespace haidang::documents {
namespace {

struct Package {
  std::string_view program, name;
};

constexpr std::array kPackages{
    Package{"pdfinfo", "poppler-utils"},     Package{"pdftotext", "poppler-utils"}, Package{"pdftohtml", "poppler-utils"},
    Package{"pdftocairo", "poppler-utils"},  Package{"pdftoppm", "poppler-utils"},  Package{"pdfimages", "poppler-utils"},
    Package{"tesseract", "tesseract-ocr-vie"}, Package{"soffice", "libreoffice-writer"}};

std::string package_of(const std::string& program) {
  const auto found = std::find_if(kPackages.begin(), kPackages.end(), [&](const Package& each) { return each.program == program; });
  return found == kPackages.end() ? program : std::string(found->name);
}

}  // namespace

Result<platform::ChildOutcome> run_tool(std::vector<std::string> arguments, const std::filesystem::path& folder, const ReadLimits& limits) {
  const std::string program = arguments.front();
  platform::ChildLimits child;
  child.wall_time = std::chrono::seconds(limits.seconds);
  child.processor_time = std::chrono::seconds(limits.seconds);
  child.memory_bytes = limits.memory_bytes;
  child.output_bytes = limits.unpacked_bytes;
  child.written_file_bytes = limits.unpacked_bytes;
  // One thread each: pages are read side by side, and Tesseract's own threads only wait for each other.
  auto outcome = platform::run_child({.arguments = std::move(arguments), .standard_input = {}, .working_folder = folder, .environment = {"OMP_THREAD_LIMIT=1"}}, child);
  switch (outcome.end) {
    case platform::ChildEnd::NotStarted: return reject(Code::ReaderMissing, {{"program", program}, {"package", package_of(program)}});
    case platform::ChildEnd::TimeUp: return reject(Code::ReadingTooSlow, {{"seconds", std::to_string(limits.seconds)}}, program);
    case platform::ChildEnd::OutputTooLarge: return reject(Code::DocumentTooBig, {}, program);
    case platform::ChildEnd::Exited:
    case platform::ChildEnd::Signalled: break;
  }
  return outcome;
}

}  // namespace haidang::documents
