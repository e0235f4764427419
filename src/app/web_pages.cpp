// SPDX-License-Identifier: Apache-2.0
#include "web_pages.hpp"

#include "embedded/web_assets.hpp"

namespace haidang::app {

const http::Assets* web_assets() {
  static const http::Assets kPages(embedded::web_assets());
  return &kPages;
}

}  // namespace haidang::app
