// SPDX-License-Identifier: Apache-2.0
#include "user_name.hpp"

#include <doctest/doctest.h>

using namespace haidang;
using namespace haidang::identity;

TEST_CASE("a user name is kept in lower case") {
  CHECK(*parse_user_name("An.Nguyen-2") == "an.nguyen-2");
  CHECK(*parse_user_name("abc") == "abc");
}

TEST_CASE("a user name with Vietnamese letters or spaces is refused, with what it might be instead") {
  const auto refused = parse_user_name("Nguyễn Văn Đạt");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == Code::UserNameUnfit);
  CHECK(refused.error().parameters[0].second == "nguyen.van.dat");
}

TEST_CASE("a user name that is too short, too long, or begins with a digit is refused") {
  for (const auto& name : {std::string("ab"), std::string(65, 'a'), std::string("1an"), std::string(""),
                           std::string("a b c"), std::string(".an"), std::string("an_nv"), std::string("ан.нв")}) {
    CHECK_MESSAGE(!parse_user_name(name), name);
  }
  CHECK(parse_user_name(std::string(64, 'a')));
}

TEST_CASE("whoever signs in with marks or capitals is the account without them") {
  CHECK(signed_in_as("Nguyễn.Án") == "nguyen.an");
  CHECK(signed_in_as(" an.nv ") == "an.nv");
  CHECK(signed_in_as(std::string(1'000'000, 'x')).size() <= 256);
}

TEST_CASE("names and contacts are read as people write them") {
  CHECK(*parse_person_name("  Nguyễn   Văn An ") == "Nguyễn Văn An");
  CHECK(parse_person_name("  ").error().code == Code::PersonNameMissing);
  CHECK(parse_person_name(std::string(201, 'a')).error().code == Code::AccountTextTooLong);
  CHECK(**parse_email("an@haiphong.gov.vn") == "an@haiphong.gov.vn");
  CHECK_FALSE(parse_email("")->has_value());
  for (const auto* wrong : {"an", "@a.vn", "an@", "an@vn", "a@b@c.vn", "a n@b.vn", "an@b."})
    CHECK_FALSE(parse_email(wrong));
  CHECK(**parse_phone("0225.3 842 614") == "0225.3 842 614");
  CHECK(parse_phone("+84 (225) 3842614")->has_value());
  CHECK_FALSE(parse_phone("12345"));
  CHECK_FALSE(parse_phone("gọi sau 5 giờ 123456"));
}
