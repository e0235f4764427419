// SPDX-License-Identifier: Apache-2.0
#include "tool.hpp"

#include <algorithm>
#include <array>

namespace haidang::documents {
namespace {

struct Needs {
  std::string_view program, package;
  std::size_t memory_bytes = 0;  ///< address space it takes even for a small document
  int open_files = 64;
};

constexpr std::size_t kGigabyte = std::size_t{1} << 30;

constexpr std::array kPrograms{Needs{"pdfinfo", "poppler-utils"},
                               Needs{"pdftotext", "poppler-utils"},
                               Needs{"pdftohtml", "poppler-utils"},
                               Needs{"pdftocairo", "poppler-utils"},
                               Needs{"pdftoppm", "poppler-utils"},
                               Needs{"tesseract", "tesseract-ocr-vie"},
                               Needs{"soffice", "libreoffice-writer", 6 * kGigabyte, 512}};

Needs needs_of(const std::string& program) {
  const auto found =
      std::find_if(kPrograms.begin(), kPrograms.end(), [&](const Needs& each) { return each.program == program; });
  return found == kPrograms.end() ? Needs{program, program} : *found;
}

}  // namespace

Result<platform::ChildOutcome> run_tool(std::vector<std::string> arguments, const std::filesystem::path& folder,
                                        const ReadLimits& limits) {
  const std::string program = arguments.front();
  const Needs needs = needs_of(program);
  platform::ChildLimits child;
  child.wall_time = std::chrono::seconds(limits.seconds);
  child.processor_time = std::chrono::seconds(limits.seconds);
  child.memory_bytes = std::max(limits.memory_bytes, needs.memory_bytes);
  child.open_files = needs.open_files;
  child.output_bytes = limits.unpacked_bytes;
  child.written_file_bytes = limits.unpacked_bytes;
  // One thread each: pages are read side by side, and Tesseract's own threads only wait for each other.
  auto outcome = platform::run_child({.arguments = std::move(arguments),
                                      .standard_input = {},
                                      .working_folder = folder,
                                      .environment = {"OMP_THREAD_LIMIT=1"}},
                                     child);
  switch (outcome.end) {
    case platform::ChildEnd::NotStarted:
      return reject(Code::ReaderMissing, {{"program", program}, {"package", std::string(needs.package)}});
    case platform::ChildEnd::TimeUp:
      return reject(Code::ReadingTooSlow, {{"seconds", std::to_string(limits.seconds)}}, program);
    case platform::ChildEnd::OutputTooLarge:
      return reject(Code::DocumentTooBig, {}, program);
    case platform::ChildEnd::Exited:
    case platform::ChildEnd::Signalled:
      break;
  }
  return outcome;
}

}  // namespace haidang::documents
