// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cstdlib>

#include "library_sample.hpp"
#include "platform/files.hpp"

namespace haidang::http {

TEST_CASE("the contract of the library is the golden file") {
  const std::string printed = open_api(sample::library_routes(), "1.2.3");
  const char* golden = "src/http/golden/openapi.json";
  if (std::getenv("ACCEPT")) REQUIRE(platform::write_file(golden, printed));
  CHECK(printed == platform::read_file(golden).value_or(""));
}

TEST_CASE("the contract does not depend on the order in which routes are added") {
  const auto routes = sample::library_routes();
  Router reversed;
  for (auto route = routes.routes().rbegin(); route != routes.routes().rend(); ++route) reversed.add_route(*route);
  CHECK(open_api(reversed, "1") == open_api(routes, "1"));
}

}  // namespace haidang::http
