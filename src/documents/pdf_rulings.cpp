// SPDX-License-Identifier: Apache-2.0
#include <libxml/xmlreader.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <memory>
#include <string>

#include "pdf_words.hpp"

namespace haidang::documents {
namespace {

constexpr double kThickest = 4;    // points; thicker shapes are areas, not lines
constexpr double kStraight = 0.8;  // how far the ends of a line may be out of true
constexpr std::size_t kMostPerPage = 20'000;

struct Point {
  double x = 0, y = 0;
};

/// matrix(a,b,c,d,e,f) as SVG writes it.
struct Transform {
  std::array<double, 6> m{1, 0, 0, 1, 0, 0};
  Point apply(Point p) const { return {m[0] * p.x + m[2] * p.y + m[4], m[1] * p.x + m[3] * p.y + m[5]}; }
  double scale() const { return std::sqrt(std::abs(m[0] * m[3] - m[1] * m[2])); }
};

Transform parse_transform(const std::string& text) {
  Transform transform;
  if (!text.starts_with("matrix(")) return transform;
  const char* at = text.c_str() + 7;
  for (double& value : transform.m) {
    char* end = nullptr;
    value = std::strtod(at, &end);
    if (end == at || !std::isfinite(value)) return {};
    at = *end == ',' ? end + 1 : end;
  }
  return transform;
}

/// The pieces of a path: straight strokes, and the outline of each closed part.
class PathReading {
 public:
  PathReading(const std::string& data, const Transform& transform) : transform_(transform) {
    const char* at = data.c_str();
    char command = 'M';
    while (*at != '\0') {
      if (std::strchr("MLCZHV", *at) != nullptr) {
        command = *at++;
        if (command == 'Z') close();
        continue;
      }
      if (*at == ' ' || *at == ',') {
        ++at;
        continue;
      }
      if (!step(command, at)) return;
    }
    finish_part();
  }
  const std::vector<std::pair<Point, Point>>& strokes() const { return strokes_; }
  const std::vector<Box>& outlines() const { return outlines_; }

 private:
  static bool read(const char*& at, double& value) {
    char* end = nullptr;
    value = std::strtod(at, &end);
    if (end == at || !std::isfinite(value)) return false;
    at = *end == ',' ? end + 1 : end;
    return true;
  }

  bool step(char command, const char*& at) {
    std::array<double, 6> values{};
    const std::size_t count = command == 'C' ? 6 : 2;
    for (std::size_t i = 0; i < count; ++i)
      if (!read(at, values[i])) return false;
    const Point to = transform_.apply({values[count - 2], values[count - 1]});
    if (command == 'M') {
      finish_part();
      start_ = to;
      outline_ = {to.x, to.y, to.x, to.y};
    } else if (command == 'L') {
      strokes_.emplace_back(here_, to);
    } else {
      curved_ = true;
    }
    outline_ = around(outline_, {to.x, to.y, to.x, to.y});
    here_ = to;
    ++points_;
    return true;
  }

  void close() {
    strokes_.emplace_back(here_, start_);
    here_ = start_;
  }

  void finish_part() {
    if (points_ >= 3 && !curved_) outlines_.push_back(outline_);
    points_ = 0;
    curved_ = false;
  }

  const Transform& transform_;
  Point start_, here_;
  Box outline_;
  int points_ = 0;
  bool curved_ = false;
  std::vector<std::pair<Point, Point>> strokes_;
  std::vector<Box> outlines_;
};

/// One property of a style attribute: "stroke:rgb(…);" gives "rgb(…)".
std::string property(const std::string& style, const std::string& name) {
  const auto at = style.find(name + ":");
  if (at == std::string::npos || (at > 0 && style[at - 1] != ';')) return {};
  const auto begin = at + name.size() + 1;
  return style.substr(begin, style.find(';', begin) - begin);
}

/// White lines are there to hide others.
bool is_inked(const std::string& colour) {
  return !colour.empty() && colour != "none" && colour.find("100%,100%,100%") == std::string::npos;
}

void add_stroke(PageContent& page, Point a, Point b) {
  if (std::abs(a.y - b.y) <= kStraight)
    page.horizontals.push_back({std::min(a.x, b.x), std::max(a.x, b.x), (a.y + b.y) / 2});
  else if (std::abs(a.x - b.x) <= kStraight)
    page.verticals.push_back({std::min(a.y, b.y), std::max(a.y, b.y), (a.x + b.x) / 2});
}

/// Many programs draw lines as thin filled rectangles.
void add_area(PageContent& page, const Box& box) {
  if (height_of(box) <= kThickest && width_of(box) > height_of(box))
    page.horizontals.push_back({box.left, box.right, middle_of(box)});
  else if (width_of(box) <= kThickest)
    page.verticals.push_back({box.top, box.bottom, centre_of(box)});
}

void add_path(PageContent& page, const std::string& style, const std::string& data, const Transform& transform) {
  if (page.horizontals.size() + page.verticals.size() > kMostPerPage) return;
  const PathReading path(data, transform);
  const double thickness = std::strtod(property(style, "stroke-width").c_str(), nullptr) * transform.scale();
  if (is_inked(property(style, "stroke")) && thickness <= kThickest)
    for (const auto& [from, to] : path.strokes()) add_stroke(page, from, to);
  if (is_inked(property(style, "fill")))
    for (const auto& outline : path.outlines()) add_area(page, outline);
}

std::string attribute(xmlTextReader* reader, const char* name) {
  const std::unique_ptr<xmlChar, void (*)(void*)> value(xmlTextReaderGetAttribute(reader, BAD_CAST name), xmlFree);
  return value ? reinterpret_cast<const char*>(value.get()) : "";
}

bool defines_only(const xmlChar* name) {
  return xmlStrEqual(name, BAD_CAST "defs") != 0 || xmlStrEqual(name, BAD_CAST "symbol") != 0 ||
         xmlStrEqual(name, BAD_CAST "clipPath") != 0 || xmlStrEqual(name, BAD_CAST "mask") != 0;
}

}  // namespace

void add_rulings(std::vector<PageContent>& pages, std::size_t first, std::string_view svg) {
  if (svg.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return;
  // Streamed: the outlines of the letters make these files large.
  const std::unique_ptr<xmlTextReader, void (*)(xmlTextReader*)> reader(
      xmlReaderForMemory(svg.data(), static_cast<int>(svg.size()), nullptr, nullptr,
                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE),
      xmlFreeTextReader);
  if (!reader) return;
  std::size_t seen = 0;
  int more = xmlTextReaderRead(reader.get());
  while (more == 1) {
    const xmlChar* name = xmlTextReaderConstLocalName(reader.get());
    const bool opens = xmlTextReaderNodeType(reader.get()) == XML_READER_TYPE_ELEMENT;
    if (opens && defines_only(name)) {
      more = xmlTextReaderNext(reader.get());
      continue;
    }
    if (opens && xmlStrEqual(name, BAD_CAST "page") != 0) ++seen;
    const std::size_t index = first + (seen == 0 ? 0 : seen - 1);
    if (opens && xmlStrEqual(name, BAD_CAST "path") != 0 && index < pages.size())
      add_path(pages[index], attribute(reader.get(), "style"), attribute(reader.get(), "d"),
               parse_transform(attribute(reader.get(), "transform")));
    more = xmlTextReaderRead(reader.get());
  }
}

}  // namespace haidang::documents
