// SPDX-License-Identifier: Apache-2.0
#include "base/codec.hpp"

#include <doctest/doctest.h>

namespace haidang {
namespace {

enum class BookState { OnShelf, Lent };
BOOST_DESCRIBE_ENUM(BookState, OnShelf, Lent)

struct Author {
  std::string name;
  std::optional<LocalDate> born_on;
};
BOOST_DESCRIBE_STRUCT(Author, (), (name, born_on))

using BookId = Id<struct BookTag>;
struct Book {
  BookId id{0};
  BookState state = BookState::OnShelf;
  std::vector<Author> authors;
  std::optional<int> pages;
};
BOOST_DESCRIBE_STRUCT(Book, (), (id, state, authors, pages))

constexpr std::string_view kBook =
    R"({"id":"9007199254740993","state":"lent","authors":[{"name":"Nguyên Hồng","born_on":"1918-11-05"}]})";

Result<Book> read_book(std::string_view text) {
  return codec::read<Book>(*json::parse(text));
}

TEST_CASE("a described struct comes back from JSON as it went, with ids beyond what a double holds") {
  const auto book = read_book(kBook);
  REQUIRE(book);
  CHECK(book->id.value() == 9007199254740993);
  CHECK(book->state == BookState::Lent);
  CHECK_FALSE(book->pages);
  CHECK(json::compact(codec::write(*book)) == kBook);
}

TEST_CASE("what is wrong in a JSON value is named by its path") {
  CHECK(read_book(R"({"id":"1","state":"lent"})").error().parameters[0].second == "$.authors");
  CHECK(read_book(R"({"id":"1","state":"eaten","authors":[]})").error().parameters[0].second == "$.state");
  CHECK(read_book(R"({"id":1,"state":"lent","authors":[]})").error().parameters[0].second == "$.id");
  const auto day =
      read_book(R"({"id":"1","state":"lent","authors":[{"name":"x"},{"name":"y","born_on":"1918-02-30"}]})");
  CHECK(day.error().code == Code::JsonFieldInvalid);
  CHECK(day.error().parameters[0].second == "$.authors[1].born_on");
  const auto unknown = read_book(R"({"id":"1","state":"lent","authors":[],"colour":"red"})");
  CHECK(unknown.error().code == Code::JsonUnknownField);
  CHECK(unknown.error().parameters[0].second == "$.colour");
}

TEST_CASE("the schema of a described struct names what is required and refers to inner structs") {
  codec::SchemaBook schemas;
  CHECK(json::compact(schemas.schema_of<Book>()) == R"({"$ref":"#/components/schemas/Book"})");
  const auto& book = schemas.schemas().at("Book").as_object();
  CHECK(json::compact(book.at("required")) == R"(["id","state","authors"])");
  CHECK(json::compact(book.at("properties").as_object().at("authors")) ==
        R"({"type":"array","items":{"$ref":"#/components/schemas/Author"}})");
  CHECK(json::compact(schemas.schemas().at("BookState")) == R"({"type":"string","enum":["on_shelf","lent"]})");
}

}  // namespace
}  // namespace haidang
