// SPDX-License-Identifier: Apache-2.0
#include "library_sample.hpp"

#include <stdexcept>

namespace haidang::http::sample {
namespace {

RouteDeclaration declared(Method method, std::string path, Access access, std::string operation) {
  return {.method = method,
          .path = std::move(path),
          .access = access,
          .operation = operation,
          .summary = "The operation " + operation + " of the library."};
}

Result<Book> rename(const Call& call, const Rename& command) {
  if (command.title == "break") throw std::runtime_error("the shelf broke");
  if (command.title.empty()) return reject(Code::DocumentEmpty);
  return Book{call.id<BookId>("book"), command.title, Shelf::Closed};
}

Result<Response> keep(const Call& call) {
  const auto size = call.request.spooled ? call.request.spooled->size : call.request.body.size();
  return json_response(201, R"({"size":)" + std::to_string(size) + "}");
}

}  // namespace

Router library_routes() {
  Router router;
  auto list = declared(Method::Get, "/api/books", Needs{kReadBooks}, "list_books");
  list.query = {{"q", "Words of the title.", false, {}}, {"shelf", "Where they stand.", false, {"open", "closed"}}};
  router.add<std::vector<Book>>(list, [](const Call& call) -> Result<std::vector<Book>> {
    return std::vector<Book>{{BookId(1), "Số đỏ " + std::string(call.query("q")), Shelf::Open}};
  });
  router.add<Book>(declared(Method::Get, "/api/books/{book}", SignedIn{}, "get_book"),
                   [](const Call& call) -> Result<Book> {
                     return Book{call.id<BookId>("book"), "Chí Phèo", Shelf::Open};
                   });
  auto renaming = declared(Method::Put, "/api/books/{book}", Needs{kManageBooks, Scope::WholeTenant}, "rename_book");
  renaming.rejections = {Code::DocumentEmpty};
  router.add<Rename, Book>(renaming, rename);
  router.add<Empty>(declared(Method::Delete, "/api/books/{book}", Needs{kManageBooks}, "remove_book"),
                    [](const Call&) -> Result<Empty> { return Empty{}; });
  auto scan = declared(Method::Post, "/api/books/{book}/scan", Needs{kManageBooks}, "scan_book");
  scan.takes_upload = true;
  scan.success = 201;
  router.add_raw(scan, keep);
  router.add_raw(declared(Method::Get, "/api/books/newest", Anyone{}, "newest_book"),
                 [](const Call&) -> Result<Response> { return text_response(200, "newest"); });
  router.add_raw(declared(Method::Get, "/api/shelves/{shelf:text}", Anyone{}, "get_shelf"),
                 [](const Call& call) -> Result<Response> { return text_response(200, call.path_value("shelf")); });
  auto health = declared(Method::Get, "/healthz", Anyone{}, "health");
  health.answered_inline = true;
  router.add_raw(health, [](const Call&) -> Result<Response> { return json_response(200, R"({"healthy":true})"); });
  return router;
}

}  // namespace haidang::http::sample
