// SPDX-License-Identifier: Apache-2.0
#include "rejection_json.hpp"

#include <algorithm>
#include <array>

namespace haidang::documents {
namespace {

/// What a reader may say. A child that was taken over by a document can name no other code.
constexpr std::array kReaderCodes{
    Code::NotText,       Code::FileNotFound,         Code::FileTooLarge,    Code::FileUnreadable,
    Code::DocumentEmpty, Code::NotADocument,         Code::DocumentCorrupt, Code::DocumentEncrypted,
    Code::TooManyPages,  Code::UnpackedTooLarge,     Code::ReadingTooSlow,  Code::NoTextFound,
    Code::ReaderMissing, Code::OldFormatNeedsOffice, Code::DocumentTooBig,  Code::KindUnsupported};

}  // namespace

json::Value rejection_to_json(const Rejection& rejection) {
  json::Object parameters;
  for (const auto& [name, value] : rejection.parameters) parameters[name] = value;
  json::Object object{{"code", static_cast<int>(rejection.code)}};
  object["parameters"] = std::move(parameters);
  object["for_log"] = rejection.for_log;
  return json::Object{{"rejection", std::move(object)}};
}

std::optional<Rejection> rejection_from_json(const json::Value& value) {
  const auto* outer = value.if_object();
  const auto* found = outer == nullptr ? nullptr : outer->if_contains("rejection");
  if (found == nullptr) return std::nullopt;
  json::Fields fields(*found, "$.rejection");
  const auto number = fields.integer("code", 0, 99'999);
  const auto code = std::find_if(kReaderCodes.begin(), kReaderCodes.end(),
                                 [&](Code each) { return static_cast<std::int64_t>(each) == number; });
  if (code == kReaderCodes.end()) return std::nullopt;
  Rejection rejection{*code, {}, fields.text_if("for_log").value_or("")};
  if (const auto* parameters = fields.find("parameters"); parameters != nullptr && parameters->is_object())
    for (const auto& [name, text] : parameters->get_object())
      if (text.is_string()) rejection.parameters.emplace_back(std::string(name), std::string(text.get_string()));
  return rejection;
}

}  // namespace haidang::documents
