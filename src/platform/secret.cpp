// SPDX-License-Identifier: Apache-2.0
#include "platform/secret.hpp"

#include <string.h>  // explicit_bzero is no part of <cstring>

namespace haidang::platform {

Secret::~Secret() {
  ::explicit_bzero(text_.data(), text_.size());
}

}  // namespace haidang::platform
