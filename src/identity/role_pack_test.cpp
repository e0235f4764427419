// SPDX-License-Identifier: Apache-2.0
#include "identity/role_pack.hpp"

#include <doctest/doctest.h>

using namespace haidang;
using namespace haidang::identity;

namespace {

std::string pack_with(const std::string& roles) {
  return R"({"format": "haidang-roles/1", "permissions": [{"permission": "plans.read", "vi": "Xem", "en": "Read"}],
    "roles": [)" +
         roles + "]}";
}

std::string role(const std::string& name, const std::string& permissions) {
  return R"({"role": ")" + name + R"(", "vi": "a", "en": "b", "vi_description": "c", "en_description": "d",
    "permissions": [)" +
         permissions + "]}";
}

}  // namespace

TEST_CASE("the built-in roles are six, and the administrator does not read documents") {
  const auto& pack = built_in_roles();
  CHECK(pack.roles.size() == 6);
  for (const auto* name : {"administrator", "chair", "office", "agency_head", "officer", "auditor"}) {
    REQUIRE_MESSAGE(pack.find(name), name);
    CHECK_FALSE(pack.find(name)->permissions.empty());
  }
  for (const auto& permission : pack.find("administrator")->permissions) CHECK(permission != "documents.read");
  CHECK(pack.permission("plans.read").english == "Read plans");
  CHECK_FALSE(pack.find("king"));
}

TEST_CASE("a role may only hold permissions that are listed, each once") {
  CHECK(parse_role_pack(pack_with(role("clerk", R"("plans.read")"))));
  CHECK(parse_role_pack(pack_with(role("clerk", R"("plans.write")"))).error().code == Code::JsonFieldInvalid);
  CHECK(parse_role_pack(pack_with(role("clerk", R"("plans.read", "plans.read")"))).error().code ==
        Code::JsonFieldInvalid);
}

TEST_CASE("two roles of one name, another format and a misspelt key are refused") {
  CHECK(parse_role_pack(pack_with(role("clerk", "") + ", " + role("clerk", ""))).error().code ==
        Code::JsonFieldInvalid);
  CHECK(parse_role_pack(R"({"format": "haidang-roles/9", "permissions": [], "roles": []})").error().code ==
        Code::JsonFieldInvalid);
  CHECK(parse_role_pack(R"({"format": "haidang-roles/1", "permissions": [], "roles": [], "role": 1})").error().code ==
        Code::JsonUnknownField);
  CHECK_FALSE(parse_role_pack("[]"));
}
