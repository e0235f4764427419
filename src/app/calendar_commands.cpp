// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>

#include "calendar/explanation.hpp"
#include "calendar/preview.hpp"
#include "command.hpp"
#include "platform/files.hpp"

namespace haidang::app {
namespace {

constexpr std::size_t kMostBytes = std::size_t{64} << 20;

using CalendarPointer = std::shared_ptr<const calendar::Calendar>;

/// A calendar of the library by its id, else a file.
Result<CalendarPointer> find_calendar(const std::string& name, const calendar::Library& library) {
  auto known = library.calendar(name);
  const bool is_a_file_name = name.find_first_of("./") != std::string::npos;
  if (known || !is_a_file_name) return known;
  const auto text = platform::read_file(name, kMostBytes);
  if (!text) return pass_on(text);
  auto definition = calendar::parse_calendar(*text);
  if (!definition) return pass_on(definition);
  return library.compile(std::move(*definition));
}

std::string mark(const calendar::Source& source, Language language) {
  if (source.verified) return "";
  return language == Language::Vietnamese ? "  [chưa kiểm chứng]" : "  [unverified]";
}

void show_hours(const calendar::Calendar& shown, CommandContext& context) {
  for (const auto& layer : shown.layers())
    for (const auto& hours : layer.weekly_hours) {
      calendar::Step step{.kind = calendar::StepKind::Hours, .weekdays = hours.weekdays};
      step.spans = hours.spans;
      step.valid_from = hours.valid_from;
      step.valid_to = hours.valid_to;
      step.counts_as_working_day = hours.counts_as_working_day;
      context.out << "  " << step_text(step, context.language) << mark(hours.source, context.language) << "\n    "
                  << hours.source.document << "\n";
    }
}

void show_days(const calendar::Calendar& shown, std::optional<int> year, CommandContext& context) {
  for (const auto& [number, entry] : shown.entries()) {
    const auto date = calendar::date_of_day(number);
    if (year && static_cast<int>(date.year()) != *year) continue;
    context.out << "  " << iso(date) << "  " << with_weekday(date, context.language) << ": "
                << spans_text(entry.spans, context.language) << " · " << entry.name.in(context.language)
                << mark(entry.source, context.language) << "\n    " << entry.source.document << "\n";
  }
}

void show(const std::string& name, std::optional<int> year, CommandContext& context) {
  const auto found = find_calendar(name, calendar::Library::with_packs());
  if (!found) return tell(context, found.error());
  const auto& shown = **found;
  const bool vietnamese = context.language == Language::Vietnamese;
  context.out << shown.id() << ": " << shown.name().in(context.language) << "\n"
              << (vietnamese ? "đầy đủ từ " : "complete from ") << on_paper(shown.complete_from())
              << (vietnamese ? " đến " : " to ") << on_paper(shown.complete_until()) << "\n";
  show_hours(shown, context);
  show_days(shown, year, context);
}

void check(const std::string& file, CommandContext& context) {
  const auto found = find_calendar(file, calendar::Library::with_packs());
  if (!found) return tell(context, found.error());
  std::size_t unverified = 0;
  for (const auto& [day, entry] : (*found)->entries()) unverified += entry.source.verified ? 0 : 1;
  const bool vietnamese = context.language == Language::Vietnamese;
  context.out << (*found)->id() << (vietnamese ? ": dùng được; " : ": can be used; ") << (*found)->entries().size()
              << (vietnamese ? " ngày ghi riêng, trong đó " : " dated days, ") << unverified
              << (vietnamese ? " ngày chưa kiểm chứng; đầy đủ đến " : " of them unverified; complete until ")
              << on_paper((*found)->complete_until()) << "\n";
}

struct PreviewOptions {
  std::string calendar, against = "vietnam", cases;
  bool json = false;
};

void show_preview(const PreviewOptions& options, CommandContext& context) {
  const auto library = calendar::Library::with_packs();
  const auto before = find_calendar(options.against, library), after = find_calendar(options.calendar, library);
  if (!before) return tell(context, before.error());
  if (!after) return tell(context, after.error());
  const auto text = platform::read_file(options.cases, kMostBytes);
  if (!text) return tell(context, text.error());
  const auto cases = calendar::parse_cases(*text, library);
  if (!cases) return tell(context, cases.error());
  const auto moved = calendar::preview(*cases, *before, *after);
  context.out << (options.json ? preview_json(moved) : preview_table(moved, context.language));
}

}  // namespace

void add_calendar_commands(CLI::App& program, CommandContext& context) {
  auto* group = program.add_subcommand("calendar", "Lịch làm việc · working calendars");
  group->require_subcommand(1);

  // Options are shared with the callbacks, which outlive this function.
  auto* show_command = group->add_subcommand("show", "Xem một lịch · show a calendar");
  const auto name = std::make_shared<std::string>("vietnam");
  const auto year = std::make_shared<std::optional<int>>();
  show_command->add_option("CALENDAR", *name, "tên lịch hoặc tệp · id or file");
  show_command->add_option("--year", *year, "chỉ một năm · one year only");
  show_command->callback([name, year, &context] { show(*name, *year, context); });

  auto* check_command = group->add_subcommand("check", "Kiểm tra một tệp lịch · check a calendar file");
  const auto file = std::make_shared<std::string>();
  check_command->add_option("FILE", *file)->required();
  check_command->callback([file, &context] { check(*file, context); });

  auto* preview_command =
      group->add_subcommand("preview", "Xem lịch sửa sẽ đổi những hạn nào · what an edited calendar would move");
  const auto options = std::make_shared<PreviewOptions>();
  preview_command->add_option("--calendar", options->calendar, "lịch mới: tên hoặc tệp · new calendar: id or file")
      ->required();
  preview_command->add_option("--against", options->against, "lịch đang dùng · calendar in use")->capture_default_str();
  preview_command->add_option("--cases", options->cases, "tệp các ca · file of cases")->required();
  preview_command->add_flag("--json", options->json, "in JSON");
  preview_command->callback([options, &context] { show_preview(*options, context); });
}

}  // namespace haidang::app
