// SPDX-License-Identifier: Apache-2.0
#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <memory>

#include "base/ensure.hpp"
#include "base/vietnamese.hpp"

namespace haidang {

struct Collator::State {
  std::unique_ptr<icu::Collator> collator;
};

Collator::Collator() {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(icu::Locale("vi"), error));
  ensure(U_SUCCESS(error), "ICU brings the Vietnamese collation along");
  collator->setAttribute(UCOL_NORMALIZATION_MODE, UCOL_ON, error);
  state_ = new State{std::move(collator)};
}

Collator::~Collator() {
  delete state_;
}

int Collator::compare(std::string_view a, std::string_view b) const {
  UErrorCode error = U_ZERO_ERROR;
  return state_->collator->compareUTF8(icu::StringPiece(a.data(), static_cast<int>(a.size())),
                                       icu::StringPiece(b.data(), static_cast<int>(b.size())), error);
}

std::string Collator::sort_key(std::string_view text) const {
  const auto wide = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
  std::string key(static_cast<std::size_t>(state_->collator->getSortKey(wide, nullptr, 0)), '\0');
  state_->collator->getSortKey(wide, reinterpret_cast<std::uint8_t*>(key.data()), static_cast<int>(key.size()));
  while (!key.empty() && key.back() == '\0') key.pop_back();  // ICU's own terminator
  return key;
}

}  // namespace haidang
