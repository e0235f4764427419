// SPDX-License-Identifier: Apache-2.0
#include "docx_reader.hpp"

#include "archive.hpp"
#include "docx_body.hpp"
#include "source_text.hpp"
#include "xml.hpp"

namespace haidang::documents {
namespace {

constexpr const char* kKind = ".docx";
constexpr const char* kMainPart = "word/document.xml";

tl::unexpected<Rejection> corrupt(std::string why) {
  return reject(Code::DocumentCorrupt, {{"kind", kKind}}, std::move(why));
}

/// The target of the first relation of a kind, as a name inside the archive.
std::string related_part(Archive& archive, const std::string& relations, std::string_view kind,
                         const std::string& folder, const std::string& otherwise) {
  if (!archive.has(relations)) return otherwise;
  const auto text = archive.read(relations);
  const auto document = text ? xml::Document::parse(*text) : std::nullopt;
  if (!document) return otherwise;
  for (const auto relation : xml::Children(document->root())) {
    const std::string type = relation.attribute_or("Type", "");
    const std::string target = relation.attribute_or("Target", "");
    if (!type.ends_with(kind) || target.empty()) continue;
    return target.front() == '/' ? target.substr(1) : folder + target;
  }
  return otherwise;
}

/// A part that a document can do without: damaged, it counts as absent.
std::optional<xml::Document> optional_part(Archive& archive, const std::string& name) {
  if (!archive.has(name)) return std::nullopt;
  const auto text = archive.read(name);
  return text ? xml::Document::parse(*text) : std::nullopt;
}

std::string folder_of(const std::string& part) {
  const auto slash = part.rfind('/');
  return slash == std::string::npos ? std::string() : part.substr(0, slash + 1);
}

}  // namespace

Result<SourceDocument> read_docx(std::string_view bytes, const ReadLimits& limits) {
  auto archive = Archive::open(bytes, kKind, limits);
  if (!archive) return pass_on(archive);
  const std::string main = related_part(*archive, "_rels/.rels", "/officeDocument", "", kMainPart);
  const std::string folder = folder_of(main);
  const auto text = archive->read(main);
  if (!text) return pass_on(text);
  const auto document = xml::Document::parse(*text);
  if (!document) return corrupt("document.xml is not well-formed");
  const auto body = document->root().child("body");
  if (!body) return corrupt("no body");

  const std::string relations = folder + "_rels/" + main.substr(folder.size()) + ".rels";
  DocxContext context;
  context.text_left = limits.text_bytes;
  if (const auto styles =
          optional_part(*archive, related_part(*archive, relations, "/styles", folder, folder + "styles.xml")))
    context.styles = Styles(styles->root());
  if (const auto lists =
          optional_part(*archive, related_part(*archive, relations, "/numbering", folder, folder + "numbering.xml")))
    context.numbering = Numbering(lists->root(), context.styles);

  SourceDocument source;
  source.format = Format::Docx;
  source.blocks = DocxBody(context).read(body);
  if (context.text_left == 0 || context.cells_left == 0) return reject(Code::DocumentTooBig);
  if (source.blocks.empty()) return reject(Code::NoTextFound);
  source.remarks.assign(context.remarks.begin(), context.remarks.end());
  lay_out_text(source);
  return source;
}

}  // namespace haidang::documents
