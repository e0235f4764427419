// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <random>

#include "conversation.hpp"
#include "platform/files.hpp"

namespace haidang::http {
namespace {

using namespace testing;

std::vector<std::string> samples() {
  std::vector<std::string> all;
  for (const auto& entry : std::filesystem::directory_iterator("src/http/fuzz/corpus/request"))
    all.push_back(platform::read_file(entry.path()).value());
  return all;
}

std::string mutated(std::string text, std::mt19937& random) {
  for (int changes = static_cast<int>(random() % 4); changes >= 0 && !text.empty(); --changes) {
    const auto at = random() % text.size();
    const auto kind = random() % 4;
    if (kind == 0) text[at] = static_cast<char>(random() % 256);
    if (kind == 1) text.erase(at, random() % 20);
    if (kind == 2) text.insert(at, text.substr(random() % text.size(), random() % 60));
    if (kind == 3) text.insert(at, "\r\n");
  }
  return text;
}

std::string list(const std::vector<int>& statuses) {
  std::string text;
  for (const int status : statuses) text += std::to_string(status) + " ";
  return text;
}

}  // namespace

TEST_CASE("the answers do not depend on how the bytes of a conversation are cut into pieces") {
  std::mt19937 random(20260701);
  const auto originals = samples();
  REQUIRE(originals.size() > 10);
  for (int round = 0; round < 400; ++round) {
    auto text = originals[static_cast<std::size_t>(round) % originals.size()];
    if (round >= static_cast<int>(originals.size())) text = mutated(text, random);
    const auto whole = conversation(text, text.size() + 1);
    CHECK(std::find(whole.begin(), whole.end(), -1) == whole.end());
    for (const std::size_t piece : {std::size_t{1}, std::size_t{2}, 3 + random() % 50})
      CHECK_MESSAGE(list(conversation(text, piece)) == list(whole), piece, " bytes at once: ", text);
  }
}

}  // namespace haidang::http
