// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include "documents/kind.hpp"
#include "documents/reader_process.hpp"
#include "documents/source_json.hpp"
#include "platform/child_process.hpp"
#include "platform/files.hpp"
#include "rejection_json.hpp"

namespace haidang::documents {
namespace {

platform::ChildLimits child_limits(const ReadLimits& limits) {
  platform::ChildLimits child;
  child.wall_time = std::chrono::seconds(limits.seconds);
  child.processor_time = std::chrono::seconds(limits.seconds);
  child.memory_bytes = limits.memory_bytes;
  child.output_bytes = 8 * limits.text_bytes;
  child.written_file_bytes = limits.unpacked_bytes;
  child.open_files = 256;
  return child;
}

tl::unexpected<Rejection> corrupt(std::string_view bytes, std::string why) {
  return reject(Code::DocumentCorrupt, {{"kind", std::string(name_by_signature(bytes))}}, std::move(why));
}

/// What the child printed, or what its end means.
Result<SourceDocument> answer_of(const platform::ChildOutcome& outcome, std::string_view bytes,
                                 const ReadLimits& limits) {
  switch (outcome.end) {
    case platform::ChildEnd::NotStarted:
      throw std::runtime_error("the reading program cannot be started");
    case platform::ChildEnd::TimeUp:
      return reject(Code::ReadingTooSlow, {{"seconds", std::to_string(limits.seconds)}});
    case platform::ChildEnd::OutputTooLarge:
      return reject(Code::DocumentTooBig);
    case platform::ChildEnd::Signalled:
      return corrupt(bytes, "the reader ended by signal " + std::to_string(outcome.status) + ": " +
                                outcome.errors.substr(0, 2000));
    case platform::ChildEnd::Exited:
      break;
  }
  const auto value = json::parse(outcome.output);
  if (!value) return corrupt(bytes, "the reader's answer is no JSON: " + outcome.errors.substr(0, 2000));
  if (auto rejection = rejection_from_json(*value)) return tl::unexpected<Rejection>(std::move(*rejection));
  auto source = source_from_json(*value);
  if (!source) return corrupt(bytes, "the reader's answer is no document: " + source.error().for_log);
  return source;
}

}  // namespace

Result<SourceDocument> read_document(const std::filesystem::path& file, const ReadLimits& limits,
                                     const ReaderProgram& program) {
  const auto bytes = platform::read_file(file, limits.file_bytes);
  if (!bytes) return pass_on(bytes);
  if (bytes->empty()) return reject(Code::DocumentEmpty);
  if (is_plain_text(*bytes)) {
    if (bytes->size() > limits.text_bytes) return reject(Code::DocumentTooBig);
    return read_text(*bytes);
  }
  platform::ChildCommand command{
      .arguments = program.arguments, .standard_input = {}, .working_folder = {}, .environment = {}};
  command.arguments.push_back(std::filesystem::absolute(file).string());
  command.arguments.push_back(limits_argument(limits));
  return answer_of(platform::run_child(command, child_limits(limits)), *bytes, limits);
}

}  // namespace haidang::documents
