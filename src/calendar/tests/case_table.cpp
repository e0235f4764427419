// SPDX-License-Identifier: Apache-2.0
#include "case_table.hpp"

#include <cstdio>
#include <fstream>
#include <functional>
#include <stdexcept>

namespace haidang::calendar::testing {
namespace {

[[noreturn]] void unreadable(const std::string& text) {
  throw std::runtime_error("cannot read the cell: " + text);
}

std::string iso_day(const std::string& written) {
  int day = 0, month = 0, year = 0;
  if (std::sscanf(written.c_str(), "%d/%d/%d", &day, &month, &year) != 3) unreadable(written);
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
  return text;
}

bool starts_with(const std::string& text, const std::string& begin) {
  return text.rfind(begin, 0) == 0;
}

/// "đến 31/8/2022", "đến 11:00 5/8/2022".
json::Object by_date(const std::string& rest) {
  const auto words = split(rest, " ");
  if (words.size() == 1) return {{"kind", "by_date"}, {"date", iso_day(words[0])}};
  return {{"kind", "by_date"}, {"date", iso_day(words[1])}, {"hour", words[0]}};
}

json::Object budget(const std::string& text) {
  if (starts_with(text, "trong ngày, nhận đến "))
    return {{"kind", "same_day"}, {"cut_off", text.substr(text.size() - 5)}};
  if (starts_with(text, "đến ")) return by_date(text.substr(std::string("đến ").size()));
  if (starts_with(text, "trước "))
    return {
        {"kind", "by_date"}, {"date", iso_day(text.substr(std::string("trước ").size()))}, {"strictly_before", true}};
  const auto space = text.find(' ');
  if (space == std::string::npos) unreadable(text);
  static const std::map<std::string, std::string> units{{"ngày làm việc", "working_days"},
                                                        {"giờ làm việc", "working_hours"},
                                                        {"phút làm việc", "working_minutes"},
                                                        {"ngày", "calendar_days"}};
  const auto unit = units.find(text.substr(space + 1));
  if (unit == units.end()) unreadable(text);
  return {{"kind", unit->second}, {"amount", std::stoi(text)}};
}

using Change = std::function<void(json::Object&)>;

Change set(std::string key, json::Value value) {
  return [=](json::Object& rule) { rule[key] = value; };
}

const std::map<std::string, Change>& modifiers() {
  static const std::map<std::string, Change> table{
      {"tính cả ngày nhận", set("count_from", "same_day")},
      {"chạy giờ", set("count_from", "instant")},
      {"ngoài giờ vẫn là ngày nhận", set("outside_hours", "as_it_is")},
      {"hết 24 giờ", set("due_at", "end_of_day")},
      {"đúng giờ nhận", set("due_at", "start_hour")},
      {"ngày nghỉ giữ nguyên", set("roll", "none")},
      {"ngày nghỉ thì chuyển", set("roll", "next_working_day")},
      {"bổ sung tính lại", set("after_supplement", "restart")},
      {"bổ sung lùi hạn", set("after_supplement", "shift")},
      {"không gia hạn", set("extension", json::Object{{"allowed", false}})},
      {"gia hạn tối đa 2 ngày", set("extension", json::Object{{"at_most_working_days", 2}})},
      {"báo trước 1 ngày", set("extension", json::Object{{"notice_days", 1}})},
      {"quá giờ thì 60 phút hôm sau",
       [](json::Object& rule) { rule["budget"].as_object()["minutes_after_cut_off"] = 60; }}};
  return table;
}

json::Object rule(const std::string& text) {
  const auto parts = split(text, "; ");
  json::Object object{{"id", "dòng trong bảng"}, {"budget", budget(parts[0])}};
  // A named date stands unless the row says otherwise, as in the rule "den-ngay".
  if (object["budget"].as_object()["kind"] == "by_date") object["roll"] = "none";
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const auto found = modifiers().find(parts[i]);
    if (found == modifiers().end()) unreadable(parts[i]);
    found->second(object);
  }
  return object;
}

void add_pauses(json::Array& pauses, const std::string& text, const char* reason) {
  if (text.empty()) return;
  for (const auto& part : split(text, "; ")) {
    const auto ends = split(part, " – ");
    if (ends.size() != 2) unreadable(part);
    pauses.push_back(json::Object{{"from", iso_moment(ends[0])}, {"to", iso_moment(ends[1])}, {"reason", reason}});
  }
}

json::Array extensions(const std::string& text) {
  json::Array list;
  if (text.empty()) return list;
  for (const auto& part : split(text, "; ")) {
    const auto halves = split(part, ": ");
    if (halves.size() != 2) unreadable(part);
    json::Object extension{{"granted_at", iso_moment(halves[0])}};
    if (starts_with(halves[1], "đến "))
      extension["until"] = iso_moment(halves[1].substr(std::string("đến ").size()));
    else
      extension["by"] = budget(halves[1]);
    list.push_back(std::move(extension));
  }
  return list;
}

}  // namespace

std::vector<std::string> split(const std::string& text, const std::string& separator) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (auto at = text.find(separator); at != std::string::npos; at = text.find(separator, from)) {
    parts.push_back(text.substr(from, at - from));
    from = at + separator.size();
  }
  parts.push_back(text.substr(from));
  return parts;
}

std::string iso_moment(const std::string& written) {
  const auto words = split(written, " ");
  if (words.size() != 2) unreadable(written);
  return iso_day(words[1]) + "T" + words[0];
}

std::vector<TableCase> read_table(const std::string& path) {
  std::ifstream file(path);
  std::vector<TableCase> cases;
  std::string line;
  bool is_heading = true;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    if (std::exchange(is_heading, false)) continue;
    const auto cells = split(line, "\t");
    if (cells.size() != 9) throw std::runtime_error(path + ":" + std::to_string(number) + ": nine columns are needed");
    cases.push_back({number, cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8]});
  }
  return cases;
}

json::Object as_json(const TableCase& row) {
  json::Array pauses;
  add_pauses(pauses, row.pauses, "other");
  add_pauses(pauses, row.supplements, "supplement");
  auto calendar = row.calendar;
  if (const auto dot = calendar.find(".json"); dot != std::string::npos) {
    calendar.resize(dot);
    for (auto& c : calendar)
      if (c == '_') c = '-';
  }
  json::Object object{{"name", row.name}, {"calendar", calendar}, {"start", iso_moment(row.start)}};
  object["rule"] = rule(row.rule);
  object["pauses"] = std::move(pauses);
  object["extensions"] = extensions(row.extensions);
  return object;
}

}  // namespace haidang::calendar::testing
