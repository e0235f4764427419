// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "http/dispatcher.hpp"

/// A small lending library, the neutral program that the tests of http serve.
namespace haidang::http::sample {

using BookId = Id<struct BookTag>;

enum class Shelf { Open, Closed };
BOOST_DESCRIBE_ENUM(Shelf, Open, Closed)
struct Book {
  BookId id{0};
  std::string title;
  Shelf shelf = Shelf::Open;
};
BOOST_DESCRIBE_STRUCT(Book, (), (id, title, shelf))
struct Rename {
  std::string title;
  std::optional<LocalDate> on;
};
BOOST_DESCRIBE_STRUCT(Rename, (), (title, on))

inline constexpr Permission kReadBooks{"books.read"};
inline constexpr Permission kManageBooks{"books.manage"};

/// Lets in who sends "X-Reader: 7"; only reader 7 may manage.
class ReaderGate : public Gate {
 public:
  Result<std::optional<Actor>> admit(const Request& request, const RouteDeclaration& route, Instant) override {
    const auto reader = codec::parse_id(request.headers.find("X-Reader"));
    if (!reader && std::holds_alternative<Anyone>(route.access)) return std::optional<Actor>();
    if (!reader) return reject(Code::FileNotFound, {{"file", "a reader's card"}});
    const auto* needs = std::get_if<Needs>(&route.access);
    if (needs && needs->permission == kManageBooks && *reader != 7) return reject(Code::NotText);
    return std::optional(Actor{TenantId(1), AccountId(*reader), "Reader", {}});
  }
};

Router library_routes();

}  // namespace haidang::http::sample
