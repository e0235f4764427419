// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct _xmlDoc;
struct _xmlNode;

namespace haidang::documents::xml {

/// An element; empty when there is none, so that paths can be followed without asking at every step.
/// Names are compared without their namespace: the vocabularies we read do not overlap.
class Element {
 public:
  Element() = default;
  explicit Element(_xmlNode* node) : node_(node) {}
  explicit operator bool() const { return node_ != nullptr; }

  std::string_view name() const;
  bool is(std::string_view local_name) const { return name() == local_name; }
  Element child(std::string_view local_name) const;  ///< the first of that name
  Element first() const;                             ///< the first child element
  Element next() const;                              ///< the next sibling element
  std::optional<std::string> attribute(std::string_view local_name) const;
  std::string attribute_or(std::string_view local_name, std::string_view otherwise) const;
  std::string text() const;  ///< of all text nodes directly inside
  const void* identity() const { return node_; }

 private:
  _xmlNode* node_ = nullptr;
};

/// The child elements, for range loops.
class Children {
 public:
  explicit Children(Element parent) : first_(parent.first()) {}
  struct Iterator {
    Element at;
    Element operator*() const { return at; }
    Iterator& operator++() {
      at = at.next();
      return *this;
    }
    bool operator!=(const Iterator& other) const { return at.identity() != other.at.identity(); }
  };
  Iterator begin() const { return {first_}; }
  Iterator end() const { return {}; }

 private:
  Element first_;
};

/// A parsed document. Nothing is fetched, entities are not expanded, nesting is limited (libxml2: 256 levels).
class Document {
 public:
  /// Empty when the text is not well-formed, has a document type (office files have none), or is nested too deeply.
  static std::optional<Document> parse(std::string_view text);
  /// The same for the XHTML that poppler writes, which names a document type.
  static std::optional<Document> parse_xhtml(std::string_view text);
  Element root() const;

 private:
  struct Free {
    void operator()(_xmlDoc*) const;
  };
  explicit Document(_xmlDoc* document) : document_(document) {}
  std::unique_ptr<_xmlDoc, Free> document_;
};

}  // namespace haidang::documents::xml
