// SPDX-License-Identifier: Apache-2.0
#include "documents/reader_process.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <iostream>
#include <new>

#include "documents/source_json.hpp"
#include "platform/files.hpp"
#include "read_in_process.hpp"
#include "rejection_json.hpp"

namespace haidang::documents {
namespace {

Result<SourceDocument> read_within_memory(const std::filesystem::path& file, const ReadLimits& limits) {
  try {
    const auto bytes = platform::read_file(file, limits.file_bytes);
    if (!bytes) return pass_on(bytes);
    return read_in_process(*bytes, file, limits);
  } catch (const std::bad_alloc&) {
    return reject(Code::DocumentTooBig);
  }
}

}  // namespace

std::string limits_argument(const ReadLimits& limits) {
  std::string text;
  for (const std::uint64_t number : {std::uint64_t{limits.file_bytes}, static_cast<std::uint64_t>(limits.pages),
                                     static_cast<std::uint64_t>(limits.seconds), std::uint64_t{limits.memory_bytes},
                                     std::uint64_t{limits.unpacked_bytes}, std::uint64_t{limits.text_bytes}})
    text += (text.empty() ? "" : ":") + std::to_string(number);
  return text;
}

std::optional<ReadLimits> parse_limits_argument(std::string_view text) {
  std::array<std::uint64_t, 6> numbers{};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), numbers[i]);
    if (error != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    const bool last = i + 1 == numbers.size();
    if (last ? !text.empty() : !text.starts_with(':')) return std::nullopt;
    if (!last) text.remove_prefix(1);
  }
  return ReadLimits{numbers[0], static_cast<int>(numbers[1]), static_cast<int>(numbers[2]), numbers[3], numbers[4],
                    numbers[5]};
}

int run_reader(const std::filesystem::path& file, const ReadLimits& limits) {
  const auto source = read_within_memory(file, limits);
  std::cout << (source ? json::pretty(to_json(*source)) : json::pretty(rejection_to_json(source.error())))
            << std::flush;
  return source ? 0 : 1;
}

int run_reader_command(const std::vector<std::string>& arguments) {
  if (arguments.empty() || arguments.size() > 2) return 2;
  const auto limits = arguments.size() == 2 ? parse_limits_argument(arguments[1]) : ReadLimits{};
  return limits ? run_reader(arguments[0], *limits) : 2;
}

}  // namespace haidang::documents
