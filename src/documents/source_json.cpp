// SPDX-License-Identifier: Apache-2.0
#include "documents/source_json.hpp"

#include <array>
#include <cmath>
#include <utility>

namespace haidang::documents {
namespace {

constexpr std::array kFormats{
    std::pair{Format::Text, std::string_view("text")},  std::pair{Format::Docx, std::string_view("docx")},
    std::pair{Format::Odt, std::string_view("odt")},    std::pair{Format::Doc, std::string_view("doc")},
    std::pair{Format::Pdf, std::string_view("pdf")},    std::pair{Format::ScannedPdf, std::string_view("scanned-pdf")},
    std::pair{Format::Image, std::string_view("image")}};

constexpr std::int64_t kMost = std::int64_t{1} << 40;

/// The flags of a line that are false unless said otherwise.
constexpr std::array kFlags{std::pair{"whole_paragraph", &Line::whole_paragraph},
                            std::pair{"blank_before", &Line::blank_before}, std::pair{"bold", &Line::bold},
                            std::pair{"italic", &Line::italic}, std::pair{"centred", &Line::centred}};

json::Value number(double value) {
  const double rounded = std::round(value * 100) / 100;
  if (rounded == std::floor(rounded)) return static_cast<std::int64_t>(rounded);
  return rounded;
}

double to_double(const json::Value& value) {
  return value.is_number() ? value.to_number<double>() : 0;
}

void write_place(json::Object& object, const Place& place) {
  if (place.page != 0) object["page"] = place.page;
  if (place.box) {
    const Box& box = *place.box;
    object["box"] = json::Array{number(box.left), number(box.top), number(box.right), number(box.bottom)};
  }
  object["begin"] = static_cast<std::int64_t>(place.begin);
  object["end"] = static_cast<std::int64_t>(place.end);
}

json::Value line_json(const Line& line) {
  json::Object object{{"text", line.text}};
  write_place(object, line.place);
  for (const auto& [name, flag] : kFlags)
    if (line.*flag) object[name] = true;
  if (line.indent != 0) object["indent"] = number(line.indent);
  if (line.confidence != 1) object["confidence"] = number(line.confidence);
  return object;
}

json::Value cell_json(const Cell& cell, int row, int column) {
  json::Object object;
  if (cell.origin_row != row || cell.origin_column != column)
    object["origin"] = json::Array{cell.origin_row, cell.origin_column};
  if (!cell.lines.empty()) {
    json::Array lines;
    for (const auto& line : cell.lines) lines.push_back(line_json(line));
    object["lines"] = std::move(lines);
  }
  return object;
}

json::Value table_json(const Table& table) {
  json::Object object;
  write_place(object, table.place);
  object["ruled"] = table.ruled;
  json::Array rows;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    json::Array row;
    for (std::size_t c = 0; c < table.rows[r].size(); ++c)
      row.push_back(cell_json(table.rows[r][c], static_cast<int>(r), static_cast<int>(c)));
    rows.push_back(std::move(row));
  }
  object["rows"] = std::move(rows);
  return object;
}

json::Value block_json(const Block& block) {
  if (const auto* line = std::get_if<Line>(&block)) return json::Object{{"line", line_json(*line)}};
  return json::Object{{"table", table_json(std::get<Table>(block))}};
}

/// Reads the parts of a SourceDocument and keeps the first thing that was wrong.
class SourceReading {
 public:
  SourceDocument document(const json::Value& value) {
    SourceDocument source;
    json::Fields fields(value, "$");
    source.format = format(fields);
    source.text = fields.text("text");
    source.confidence = decimal(fields, "confidence", 1);
    each(fields, "remarks", [&](const json::Value& item, const std::string&) {
      if (item.is_string()) source.remarks.emplace_back(item.get_string().c_str());
    });
    each(fields, "pages",
         [&](const json::Value& item, const std::string& path) { source.pages.push_back(page(item, path)); });
    each(fields, "blocks",
         [&](const json::Value& item, const std::string& path) { source.blocks.push_back(block(item, path)); });
    note(fields);
    return source;
  }

  const std::optional<Rejection>& problem() const { return problem_; }

 private:
  template <class Visit>
  void each(json::Fields& fields, std::string_view key, Visit visit) {
    const auto* array = fields.array_if(key);
    if (array == nullptr) return;
    const std::string path = fields.path_of(key);
    for (std::size_t i = 0; i < array->size(); ++i) visit((*array)[i], path + "[" + std::to_string(i) + "]");
  }

  void note(const json::Fields& fields) {
    if (!problem_) problem_ = fields.problem();
  }

  static double decimal(json::Fields& fields, std::string_view key, double when_absent) {
    const auto* value = fields.find(key);
    return value == nullptr ? when_absent : to_double(*value);
  }

  static Format format(json::Fields& fields) {
    const std::string name = fields.text("format");
    for (const auto& [format, text] : kFormats)
      if (text == name) return format;
    fields.fail("format", name);
    return Format::Text;
  }

  Page page(const json::Value& value, const std::string& path) {
    json::Fields fields(value, path);
    Page page{decimal(fields, "width", 0), decimal(fields, "height", 0)};
    page.rotation = static_cast<int>(fields.integer_if("rotation", 0, 270).value_or(0));
    note(fields);
    return page;
  }

  static Place place(json::Fields& fields) {
    Place place;
    place.page = static_cast<int>(fields.integer_if("page", 0, 1'000'000).value_or(0));
    place.begin = static_cast<std::size_t>(fields.integer("begin", 0, kMost));
    place.end = static_cast<std::size_t>(fields.integer("end", 0, kMost));
    if (const auto* box = fields.array_if("box"); box != nullptr && box->size() == 4)
      place.box = Box{to_double((*box)[0]), to_double((*box)[1]), to_double((*box)[2]), to_double((*box)[3])};
    return place;
  }

  Line line(const json::Value& value, const std::string& path) {
    json::Fields fields(value, path);
    Line line;
    line.text = fields.text("text");
    line.place = place(fields);
    for (const auto& [name, flag] : kFlags) line.*flag = fields.boolean(name, false);
    line.indent = decimal(fields, "indent", 0);
    line.confidence = decimal(fields, "confidence", 1);
    note(fields);
    return line;
  }

  Cell cell(const json::Value& value, const std::string& path, int row, int column) {
    json::Fields fields(value, path);
    Cell cell{{}, row, column};
    if (const auto* origin = fields.array_if("origin"); origin != nullptr && origin->size() == 2) {
      cell.origin_row = static_cast<int>(to_double((*origin)[0]));
      cell.origin_column = static_cast<int>(to_double((*origin)[1]));
    }
    each(fields, "lines",
         [&](const json::Value& item, const std::string& at) { cell.lines.push_back(line(item, at)); });
    note(fields);
    return cell;
  }

  std::vector<Cell> row(const json::Value& value, const std::string& path, int index) {
    std::vector<Cell> row;
    if (!value.is_array()) return row;
    for (const auto& item : value.get_array())
      row.push_back(cell(item, path + "[" + std::to_string(row.size()) + "]", index, static_cast<int>(row.size())));
    return row;
  }

  Table table(const json::Value& value, const std::string& path) {
    json::Fields fields(value, path);
    Table table;
    table.place = place(fields);
    table.ruled = fields.boolean("ruled", true);
    each(fields, "rows", [&](const json::Value& item, const std::string& at) {
      table.rows.push_back(row(item, at, static_cast<int>(table.rows.size())));
    });
    note(fields);
    return table;
  }

  Block block(const json::Value& value, const std::string& path) {
    json::Fields fields(value, path);
    const auto* as_line = fields.find("line");
    const auto* as_table = fields.find("table");
    if (as_table != nullptr) return table(*as_table, path + ".table");
    if (as_line == nullptr) fields.fail("line", "line | table");
    note(fields);
    return as_line == nullptr ? Line{} : line(*as_line, path + ".line");
  }

  std::optional<Rejection> problem_;
};

}  // namespace

std::string_view name_of(Format format) {
  for (const auto& [each, name] : kFormats)
    if (each == format) return name;
  return {};
}

json::Value to_json(const SourceDocument& source) {
  json::Object object{{"format", name_of(source.format)}};
  if (source.confidence != 1) object["confidence"] = number(source.confidence);
  if (!source.remarks.empty()) {
    json::Array remarks;
    for (const auto& remark : source.remarks) remarks.emplace_back(remark);
    object["remarks"] = std::move(remarks);
  }
  json::Array pages;
  for (const auto& page : source.pages) {
    json::Object item{{"width", number(page.width)}, {"height", number(page.height)}};
    if (page.rotation != 0) item["rotation"] = page.rotation;
    pages.push_back(std::move(item));
  }
  if (!pages.empty()) object["pages"] = std::move(pages);
  json::Array blocks;
  for (const auto& block : source.blocks) blocks.push_back(block_json(block));
  object["blocks"] = std::move(blocks);
  object["text"] = source.text;
  return object;
}

Result<SourceDocument> source_from_json(const json::Value& value) {
  SourceReading reading;
  SourceDocument source = reading.document(value);
  if (reading.problem()) return tl::unexpected<Rejection>(*reading.problem());
  return source;
}

}  // namespace haidang::documents
