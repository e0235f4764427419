// SPDX-License-Identifier: Apache-2.0
#include "page_picture.hpp"

#include <semaphore>

#include "platform/child_process.hpp"
#include "platform/files.hpp"
#include "sql.hpp"

namespace haidang::review {
namespace {

using namespace std::string_view_literals;

constexpr int kDotsPerInch = 120;  // letters of 13 points stay sharp on a large screen, a page stays under 300 kB
constexpr int kPicturesAtOnce = 2;

/// Pages are asked for by the dozen when a document is opened; more children than processors help nobody.
class Turn {
 public:
  Turn() { places().acquire(); }
  ~Turn() { places().release(); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  static std::counting_semaphore<>& places() {
    static std::counting_semaphore<> kPlaces{kPicturesAtOnce};
    return kPlaces;
  }
};

tl::unexpected<Rejection> without_picture(int page) {
  return reject(Code::PagePictureMissing, {{"page", std::to_string(page)}});
}

Result<std::string> draw(const std::filesystem::path& file, int page) {
  const Turn turn;
  const auto number = std::to_string(page);
  platform::ChildCommand command{.arguments = {"pdftoppm", "-png", "-r", std::to_string(kDotsPerInch), "-f", number,
                                               "-l", number, std::filesystem::absolute(file).string()},
                                 .standard_input = {},
                                 .working_folder = {},
                                 .environment = {}};
  auto outcome = platform::run_child(command, {});
  if (!outcome.succeeded() || !outcome.output.starts_with("\x89PNG"sv)) return without_picture(page);
  return std::move(outcome.output);
}

/// What a browser shows as it is; the other kinds of pictures are not drawn.
Result<PagePicture> original(const std::filesystem::path& path, int page) {
  const auto bytes = platform::read_file(path);
  if (!bytes) return pass_on(bytes);
  if (bytes->starts_with("\x89PNG"sv)) return PagePicture{path, "image/png"};
  if (bytes->starts_with("\xff\xd8\xff"sv)) return PagePicture{path, "image/jpeg"};
  return without_picture(page);
}

std::optional<std::filesystem::path> find_kept(const Parts& parts, TenantId tenant, const std::string& file_hash,
                                               int page) {
  const auto hash = parts.database.read([&](db::Read& read) -> std::optional<std::string> {
    const auto rows = read.query(sql::kFindPagePicture, {tenant, file_hash, page});
    return rows.empty() ? std::nullopt : std::optional(rows.front().text(0));
  });
  return hash ? parts.files.find(tenant, *hash) : std::nullopt;
}

}  // namespace

Result<PagePicture> page_picture(const Parts& parts, const Context& context, DocumentId id, int page) {
  const TenantId tenant = context.actor.tenant;
  const auto document =
      parts.database.read([&](db::Read& read) { return find_document(read, context, kReadDocuments, id); });
  if (!document) return pass_on(document);
  if (page < 1 || page > std::max(document->pages, 1))
    return reject(Code::PageUnknown, {{"page", std::to_string(page)}});
  const auto path = parts.files.find(tenant, document->file_hash);
  if (!path) return without_picture(page);
  if (document->kind == api::FileKind::Picture) return original(*path, page);
  if (document->kind != api::FileKind::Pdf) return without_picture(page);
  if (const auto kept = find_kept(parts, tenant, document->file_hash, page)) return PagePicture{*kept, "image/png"};
  const auto drawn = draw(*path, page);
  if (!drawn) return pass_on(drawn);
  const auto file = parts.files.put_bytes(tenant, *drawn);
  const auto stored = parts.database.write([&](db::Write& write) -> Result<db::Done> {
    write.execute(sql::kInsertPagePicture, {tenant, document->file_hash, page, file.hash});
    return db::Done{};
  });
  if (!stored) return pass_on(stored);
  return PagePicture{*parts.files.find(tenant, file.hash), "image/png"};
}

}  // namespace haidang::review
