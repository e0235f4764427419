// SPDX-License-Identifier: Apache-2.0
#include "read_in_process.hpp"

#include <iostream>
#include <new>

#include "documents/source_json.hpp"
#include "docx_reader.hpp"
#include "kind.hpp"
#include "pdf_reader.hpp"
#include "platform/files.hpp"

namespace haidang::documents {
namespace {

json::Value rejection_json(const Rejection& rejection) {
  json::Object parameters;
  for (const auto& [name, value] : rejection.parameters) parameters[name] = value;
  json::Object object{{"code", static_cast<int>(rejection.code)}};
  object["parameters"] = std::move(parameters);
  object["for_log"] = rejection.for_log;
  return json::Object{{"rejection", std::move(object)}};
}

Result<SourceDocument> read_within_memory(const std::filesystem::path& file, const ReadLimits& limits) {
  try {
    const auto bytes = platform::read_file(file, limits.file_bytes);
    if (!bytes) return pass_on(bytes);
    return read_in_process(*bytes, file, limits);
  } catch (const std::bad_alloc&) {
    return reject(Code::DocumentTooBig);
  }
}

}  // namespace

Result<SourceDocument> read_in_process(std::string_view bytes, const std::filesystem::path& file, const ReadLimits& limits) {
  const auto kind = find_kind(bytes);
  if (!kind) return pass_on(kind);
  switch (*kind) {
    case Kind::Text: return read_text(bytes);
    case Kind::Docx: return read_docx(bytes, limits);
    case Kind::Odt:
    case Kind::Doc:
    case Kind::Rtf: break;
    case Kind::Pdf: return read_pdf(file, limits);
    case Kind::Picture: break;
  }
  return reject(Code::NotADocument);
}

int run_reader(const std::filesystem::path& file, const ReadLimits& limits) {
  const auto source = read_within_memory(file, limits);
  std::cout << (source ? json::pretty(to_json(*source)) : json::pretty(rejection_json(source.error()))) << std::flush;
  return source ? 0 : 1;
}

}  // namespace haidang::documents
