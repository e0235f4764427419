// SPDX-License-Identifier: Apache-2.0
#include "example.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <ostream>

#include "embedded/example_decision.hpp"
#include "embedded/example_directive.hpp"
#include "embedded/example_letter.hpp"
#include "embedded/example_notice.hpp"
#include "embedded/example_plan.hpp"
#include "http/route.hpp"
#include "identity/account_lookup.hpp"
#include "identity/example_accounts.hpp"
#include "organisations/packs.hpp"
#include "organisations/store.hpp"
#include "platform/files.hpp"
#include "platform/random.hpp"
#include "review/permissions.hpp"

namespace haidang::app {
namespace {

using organisations::History;
using organisations::Life;
using organisations::OrganisationKind;

constexpr const char* kPack = "haiphong";
constexpr const char* kOfficeUser = "vanphong";
constexpr const char* kUploadOperation = "upload_document";

/// The first organisation of the city, by name, that is wanted; the city itself when there is none.
template <class Wanted>
OrganisationId first_below(const History& history, OrganisationId city, LocalDate today, Wanted&& wanted) {
  auto children = history.children_of(city, today);
  const auto name = [&](const Life* life) { return life->named_on(today).naming.name; };
  std::sort(children.begin(), children.end(), [&](auto* a, auto* b) { return name(a) < name(b); });
  const auto found = std::find_if(children.begin(), children.end(),
                                  [&](const Life* life) { return wanted(life->named_on(today).naming); });
  return found == children.end() ? city : (*found)->id;
}

Result<identity::ExamplePlaces> places_of(const History& history, LocalDate today) {
  const auto city = history.root();
  if (!city) return reject(Code::ExampleNotHere);
  const auto department = [&](std::string_view beginning) {
    return first_below(history, *city, today, [&](const organisations::Naming& naming) {
      return naming.kind == OrganisationKind::Department && naming.name.starts_with(beginning);
    });
  };
  const auto district = first_below(history, *city, today, [](const organisations::Naming& naming) {
    return is_district(naming.kind) || is_commune(naming.kind);
  });
  return identity::ExamplePlaces{*city, department("Văn phòng"), department("Sở"), district};
}

std::string padded(std::string text, std::size_t columns) {
  return text + std::string(text.size() < columns ? columns - text.size() : 1, ' ');
}

std::string table_of(const std::vector<identity::ExampleAccount>& accounts, const History& history, LocalDate today) {
  std::string table = "\nTài khoản mẫu, mật khẩu ngẫu nhiên · example accounts, random passwords:\n";
  for (const auto& account : accounts) {
    const auto* life = history.find(account.organisation);
    table += "  " + padded(account.user_name, 18) + padded(account.password, 20) + padded(account.role, 15) +
             (life ? life->named_on(today).naming.name : "") + "\n";
  }
  return table + "\n";
}

struct ExampleDocument {
  const char* name;
  std::string_view content;
};

std::array<ExampleDocument, 5> example_documents() {
  return {{{"chi-thi-dau-tu-cong.txt", embedded::example_directive()},
           {"cong-van-ho-so-truc-tuyen.pdf", embedded::example_letter()},
           {"ke-hoach-phong-chong-thien-tai.docx", embedded::example_plan()},
           {"quyet-dinh-mua-du-lich.docx", embedded::example_decision()},
           {"thong-bao-ket-luan-rac-thai.pdf", embedded::example_notice()}}};
}

/// Where the passwords stand, for whoever starts the example again. Only the example keeps passwords.
std::filesystem::path accounts_file(const Wiring& wiring) {
  return wiring.settings.data / "example-accounts.txt";
}

const http::Route* find_route(const http::Router& router, std::string_view operation) {
  for (const auto& route : router.routes())
    if (route.declaration.operation == operation) return &route;
  return nullptr;
}

std::optional<Actor> office_of(Wiring& wiring) {
  const auto tenant = wiring.settings.tenant_id();
  return wiring.database->read([&](db::Read& transaction) -> std::optional<Actor> {
    const auto history = wiring.directory.history(transaction, tenant);
    const auto places = places_of(*history, wiring.clock.today());
    const auto account = identity::find_account_by_user_name(transaction, tenant, kOfficeUser);
    if (!places || !account) return std::nullopt;
    return Actor{tenant, *account, kOfficeUser, {{std::string(review::kUploadDocuments.name), places->office}}};
  });
}

}  // namespace

Result<db::Done> load_example_city(Wiring& wiring, CommandContext& context) {
  const auto tenant = wiring.settings.tenant_id();
  const auto now = wiring.clock.now();
  const auto today = wiring.clock.today();
  auto& database = *wiring.database;
  const auto loaded = database.write([&](db::Write& transaction) -> Result<int> {
    organisations::ensure_tenant(transaction, {tenant, "Thành phố Hải Phòng"}, today);
    return organisations::load_pack(transaction, wiring.directory, {tenant, std::nullopt, now}, kPack);
  });
  if (!loaded) return pass_on(loaded);
  const auto known = platform::read_file(accounts_file(wiring));
  if (known) {
    context.out << *known;
    return db::Done{};
  }
  const auto history =
      database.read([&](db::Read& transaction) { return wiring.directory.history(transaction, tenant); });
  const auto places = places_of(*history, today);
  if (!places) return pass_on(places);
  const auto accounts = identity::example_accounts(*places, platform::readable_password);
  if (identity::create_example_accounts(database, tenant, accounts, now) == 0) return db::Done{};
  const auto table = table_of(accounts, *history, today);
  if (const auto kept = platform::write_file(accounts_file(wiring), table); !kept) return pass_on(kept);
  std::filesystem::permissions(accounts_file(wiring), std::filesystem::perms::owner_read);
  context.out << table;
  return db::Done{};
}

void upload_example_documents(Wiring& wiring, platform::Log& log) {
  const auto* route = find_route(wiring.router, kUploadOperation);
  const auto actor = office_of(wiring);
  if (!route || !actor) return;
  const auto now = wiring.clock.now();
  for (const auto& document : example_documents()) {
    http::Request request;
    request.method = http::Method::Post;
    request.query["file_name"] = document.name;
    const auto file = wiring.settings.spool_folder() / document.name;
    if (!platform::write_file(file, document.content)) return;
    request.spooled = std::make_shared<http::SpooledBody>();  // shared with nobody; the type of a request
    request.spooled->path = file;
    request.spooled->size = document.content.size();
    const http::Call call{request, Context{*actor, now, wiring.clock.today()}, now, wiring.clock.today(),
                          Language::Vietnamese};
    const auto uploaded = route->handle(call);
    if (!uploaded && uploaded.error().code != Code::DocumentAlreadyThere)
      log.write(platform::LogLevel::Warning, "example_not_uploaded", {{"reason", platform::for_log(uploaded.error())}});
  }
}

}  // namespace haidang::app
