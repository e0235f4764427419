// SPDX-License-Identifier: Apache-2.0
#include "xml.hpp"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <limits>

namespace haidang::documents::xml {
namespace {

const char* to_chars(const xmlChar* text) {
  return reinterpret_cast<const char*>(text);
}

Element next_element(xmlNode* node) {
  while (node != nullptr && node->type != XML_ELEMENT_NODE) node = node->next;
  return Element(node);
}

xmlDoc* read(std::string_view text) {
  if (text.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return nullptr;
  return xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr,
                       XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT);
}

}  // namespace

std::string_view Element::name() const {
  return node_ == nullptr ? std::string_view{} : to_chars(node_->name);
}

Element Element::first() const {
  return node_ == nullptr ? Element{} : next_element(node_->children);
}

Element Element::next() const {
  return node_ == nullptr ? Element{} : next_element(node_->next);
}

Element Element::child(std::string_view local_name) const {
  for (const Element each : Children(*this))
    if (each.is(local_name)) return each;
  return {};
}

std::optional<std::string> Element::attribute(std::string_view local_name) const {
  if (node_ == nullptr) return std::nullopt;
  for (const xmlAttr* each = node_->properties; each != nullptr; each = each->next) {
    if (to_chars(each->name) != local_name) continue;
    std::string value;
    for (const xmlNode* part = each->children; part != nullptr; part = part->next)
      if (part->type == XML_TEXT_NODE && part->content != nullptr) value += to_chars(part->content);
    return value;
  }
  return std::nullopt;
}

std::string Element::attribute_or(std::string_view local_name, std::string_view otherwise) const {
  auto found = attribute(local_name);
  return found ? *found : std::string(otherwise);
}

std::string Element::text() const {
  std::string text;
  if (node_ == nullptr) return text;
  for (const xmlNode* part = node_->children; part != nullptr; part = part->next)
    if ((part->type == XML_TEXT_NODE || part->type == XML_CDATA_SECTION_NODE) && part->content != nullptr)
      text += to_chars(part->content);
  return text;
}

void Document::Free::operator()(xmlDoc* document) const {
  xmlFreeDoc(document);
}

std::optional<Document> Document::parse(std::string_view text) {
  auto document = parse_xhtml(text);
  // Entity bombs need a document type; no office program writes one.
  if (document && document->document_->intSubset != nullptr) return std::nullopt;
  return document;
}

std::optional<Document> Document::parse_xhtml(std::string_view text) {
  xmlDoc* document = read(text);
  if (document == nullptr) return std::nullopt;
  return Document(document);
}

Element Document::root() const {
  return Element(xmlDocGetRootElement(document_.get()));
}

}  // namespace haidang::documents::xml
