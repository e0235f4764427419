// SPDX-License-Identifier: Apache-2.0
#include "pdf_words.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "base/vietnamese.hpp"
#include "xml.hpp"

namespace haidang::documents {
namespace {

double number(xml::Element element, std::string_view name) {
  const double value = std::strtod(element.attribute_or(name, "0").c_str(), nullptr);
  return std::isfinite(value) ? std::clamp(value, -1e6, 1e6) : 0;
}

/// Control characters stand in the text of damaged PDFs; XML does not allow them.
std::string without_controls(std::string_view text) {
  std::string clean(text);
  std::replace_if(
      clean.begin(), clean.end(), [](char c) { return c >= 0 && c < ' ' && c != '\n' && c != '\t'; }, ' ');
  return clean;
}

/// A word drawn in pieces, as where its letters change their look.
bool touches(const Box& left, const Box& right) {
  return std::abs(right.left - left.right) < 0.04 * height_of(right) &&
         std::abs(left.bottom - right.bottom) < 0.1 * height_of(right);
}

PageContent read_page(xml::Element element) {
  PageContent content;
  content.page = {number(element, "width"), number(element, "height")};
  for (const auto word : xml::Children(element)) {
    if (!word.is("word")) continue;
    Word read;
    read.text = collapse_spaces(word.text());
    read.box = {number(word, "xMin"), number(word, "yMin"), number(word, "xMax"), number(word, "yMax")};
    if (read.text.empty() || height_of(read.box) <= 0) continue;
    if (!content.words.empty() && touches(content.words.back().box, read.box)) {
      content.words.back().text += read.text;
      content.words.back().box = around(content.words.back().box, read.box);
    } else {
      content.words.push_back(std::move(read));
    }
  }
  return content;
}

struct Letters {
  Box box;
  bool bold, italic;
};

/// A run of text counts as bold only when all of it is.
Letters read_letters(xml::Element text) {
  Letters letters{};
  const double left = number(text, "left"), top = number(text, "top");
  letters.box = {left, top, left + number(text, "width"), top + number(text, "height")};
  auto inside = text;
  for (;;) {
    const auto only = inside.first();
    if (!only || only.next() || !collapse_spaces(inside.text()).empty()) break;
    letters.bold = letters.bold || only.is("b");
    letters.italic = letters.italic || only.is("i");
    inside = only;
  }
  return letters;
}

void mark_page(std::vector<Word>& words, const std::vector<Letters>& runs) {
  for (auto& word : words)
    for (const auto& run : runs) {
      const bool inside = centre_of(word.box) >= run.box.left && centre_of(word.box) <= run.box.right &&
                          middle_of(word.box) >= run.box.top - 1 && middle_of(word.box) <= run.box.bottom + 1;
      if (!inside) continue;
      word.bold = run.bold;
      word.italic = run.italic;
      break;
    }
}

}  // namespace

std::optional<std::vector<PageContent>> words_of_bbox(std::string_view xhtml) {
  const auto document = xml::Document::parse_xhtml(without_controls(xhtml));
  if (!document) return std::nullopt;
  std::vector<PageContent> pages;
  for (const auto element : xml::Children(document->root().child("body").child("doc")))
    if (element.is("page")) pages.push_back(read_page(element));
  return pages;
}

void mark_letters(std::vector<PageContent>& pages, std::string_view xml) {
  const auto document = xml::Document::parse_xhtml(without_controls(xml));
  if (!document) return;
  std::size_t index = 0;
  for (const auto page : xml::Children(document->root())) {
    if (!page.is("page") || index >= pages.size()) continue;
    std::vector<Letters> runs;
    for (const auto text : xml::Children(page)) {
      if (!text.is("text")) continue;
      const auto letters = read_letters(text);
      if (letters.bold || letters.italic) runs.push_back(letters);
    }
    mark_page(pages[index++].words, runs);
  }
}

}  // namespace haidang::documents
