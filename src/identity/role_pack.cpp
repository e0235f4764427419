// SPDX-License-Identifier: Apache-2.0
#include "identity/role_pack.hpp"

#include <algorithm>
#include <set>

#include "base/ensure.hpp"
#include "base/json.hpp"
#include "embedded/roles.hpp"
#include "sql.hpp"

namespace haidang::identity {
namespace {

constexpr std::string_view kFormat = "haidang-roles/1";

Result<NamedPermission> read_permission(const json::Value& value, std::string path) {
  json::Fields fields(value, std::move(path));
  NamedPermission permission{fields.text("permission"), fields.text("vi"), fields.text("en")};
  if (const auto problem = fields.problem()) return tl::unexpected(*problem);
  return permission;
}

bool is_listed(const RolePack& pack, std::string_view permission) {
  return std::any_of(pack.permissions.begin(), pack.permissions.end(),
                     [&](const NamedPermission& listed) { return listed.permission == permission; });
}

std::vector<std::string> read_names(json::Fields& fields, const RolePack& pack) {
  std::vector<std::string> names;
  const auto* items = fields.array_if("permissions");
  if (!items) return fields.fail("permissions", "thiếu · missing"), names;
  for (const auto& item : *items) {
    const std::string name(item.is_string() ? std::string_view(item.get_string()) : std::string_view());
    const bool twice = std::find(names.begin(), names.end(), name) != names.end();
    if (twice || !is_listed(pack, name)) fields.fail("permissions", "“" + name + "”");
    names.push_back(name);
  }
  return names;
}

Result<Role> read_role(const json::Value& value, std::string path, const RolePack& pack) {
  json::Fields fields(value, std::move(path));
  Role role{fields.text("role"),
            fields.text("vi"),
            fields.text("en"),
            fields.text("vi_description"),
            fields.text("en_description"),
            {}};
  role.permissions = read_names(fields, pack);
  if (pack.find(role.role)) fields.fail("role", "“" + role.role + "”");
  if (const auto problem = fields.problem()) return tl::unexpected(*problem);
  return role;
}

}  // namespace

const Role* RolePack::find(std::string_view role) const {
  const auto found = std::find_if(roles.begin(), roles.end(), [&](const Role& one) { return one.role == role; });
  return found == roles.end() ? nullptr : &*found;
}

const NamedPermission& RolePack::permission(std::string_view name) const {
  const auto found = std::find_if(permissions.begin(), permissions.end(),
                                  [&](const NamedPermission& one) { return one.permission == name; });
  ensure(found != permissions.end(), "a role names only listed permissions");
  return *found;
}

Result<RolePack> parse_role_pack(std::string_view text) {
  const auto value = json::parse(text);
  if (!value) return pass_on(value);
  json::Fields fields(*value, "$");
  RolePack pack;
  if (fields.text("format") != kFormat) fields.fail("format", std::string(kFormat));
  const auto* permissions = fields.array_if("permissions");
  const auto* roles = fields.array_if("roles");
  if (!permissions || !roles) fields.fail("roles", "thiếu · missing");
  if (const auto problem = fields.problem()) return tl::unexpected(*problem);
  for (const auto& item : *permissions) {
    auto permission = read_permission(item, "$.permissions");
    if (!permission) return pass_on(permission);
    pack.permissions.push_back(std::move(*permission));
  }
  for (const auto& item : *roles) {
    auto role = read_role(item, "$.roles", pack);
    if (!role) return pass_on(role);
    pack.roles.push_back(std::move(*role));
  }
  return pack;
}

const RolePack& built_in_roles() {
  static const RolePack kPack = [] {
    auto pack = parse_role_pack(embedded::roles());
    ensure(pack.has_value(), "the built-in roles can be read");
    return std::move(*pack);
  }();
  return kPack;
}

namespace {

using Pairs = std::set<std::pair<std::string, std::string>>;

Pairs wanted_pairs(const RolePack& pack) {
  Pairs pairs;
  for (const auto& role : pack.roles) {
    for (const auto& permission : role.permissions) pairs.emplace(role.role, permission);
  }
  return pairs;
}

Pairs stored_pairs(db::Read& transaction, TenantId tenant) {
  Pairs pairs;
  for (const auto row : transaction.query(sql::kListRolePermissions, {tenant})) pairs.emplace(row.text(0), row.text(1));
  return pairs;
}

}  // namespace

void store_roles(db::Database& database, TenantId tenant, const RolePack& pack) {
  const auto wanted = wanted_pairs(pack);
  const auto stored = database.read([&](db::Read& transaction) { return stored_pairs(transaction, tenant); });
  if (stored == wanted) return;
  const auto done = database.write([&](db::Write& transaction) -> Result<db::Done> {
    transaction.execute(sql::kDeleteRolePermissions, {tenant});
    for (const auto& [role, permission] : wanted) {
      transaction.execute(sql::kInsertRolePermission, {tenant, role, permission});
    }
    return db::Done{};
  });
  ensure(done.has_value(), "storing roles is never refused");
}

}  // namespace haidang::identity
