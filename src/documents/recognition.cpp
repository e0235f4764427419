// SPDX-License-Identifier: Apache-2.0
#include "recognition.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <span>

#include "base/vietnamese.hpp"
#include "picture_cleaning.hpp"
#include "picture_columns.hpp"
#include "picture_rulings.hpp"
#include "platform/files.hpp"
#include "recognised_words.hpp"
#include "table_cells.hpp"
#include "tool.hpp"

namespace haidang::documents {
namespace {

constexpr double kLeastInk = 0.0002;     // less is dust on an empty page
constexpr double kGoodConfidence = 0.8;  // below, the page may lie on its side
constexpr double kFewLetters = 30;
constexpr double kLeastSlope = 0.0008;  // 0.05 degrees: two dots across a page

struct Reading {
  std::vector<Word> words;
  double letters = 0, confidence = 0;
  bool sideways = false;
  double worth() const { return (sideways ? 0.1 : 1) * letters * confidence * confidence; }
  bool is_good() const { return !sideways && confidence >= kGoodConfidence && letters >= kFewLetters; }
};

Reading weigh(RecognisedWords recognised) {
  Reading reading{std::move(recognised.words)};
  reading.sideways = recognised.sideways;
  for (const auto& word : reading.words) {
    const auto letters = static_cast<double>(count_code_points(word.text));
    reading.letters += letters;
    reading.confidence += word.confidence * letters;
  }
  if (reading.letters > 0) reading.confidence /= reading.letters;
  return reading;
}

/// The pictures of one page, and where they lie for Tesseract to see.
class PageReading {
 public:
  PageReading(const std::filesystem::path& folder, const ReadLimits& limits) : folder_(folder), limits_(limits) {}

  Result<Reading> read(Picture& picture, const PictureRulings& rulings) {
    auto cells = read_cells(picture, rulings);
    if (!cells) return pass_on(cells);
    const auto second = take_second_columns(picture);
    auto words = words_in(picture);
    if (!words) return pass_on(words);
    std::move(cells->words.begin(), cells->words.end(), std::back_inserter(words->words));
    if (second) {
      auto more = words_in(*second);
      if (!more) return pass_on(more);
      std::move(more->words.begin(), more->words.end(), std::back_inserter(words->words));
    }
    return weigh(std::move(*words));
  }

  /// By how much the picture must be turned clockwise for its letters to stand upright; 0 when Tesseract cannot tell.
  Result<int> turn_needed(const Picture& picture) {
    auto file = save(picture);
    if (!file) return pass_on(file);
    const auto outcome = run_tool({"tesseract", file->string(), "-", "--psm", "0"}, folder_, limits_);
    if (!outcome) return pass_on(outcome);
    const std::string_view text = outcome->output;
    const auto at = text.find("Rotate: ");
    int degrees = 0;
    if (at != std::string_view::npos) std::from_chars(text.data() + at + 8, text.data() + text.size(), degrees);
    return degrees == 90 || degrees == 180 || degrees == 270 ? degrees : 0;
  }

  /// Reads the cells of drawn tables by themselves and wipes them off the picture: across a table Tesseract joins
  /// lines of different cells and passes over single digits.
  Result<RecognisedWords> read_cells(Picture& picture, const PictureRulings& rulings) {
    RecognisedWords all;
    const auto cells = cells_with_ink(picture, rulings);
    for (std::size_t first = 0; first < cells.size(); first += kCellsAtOnce) {
      const StackedCells stacked(picture,
                                 std::span(cells).subspan(first, std::min(kCellsAtOnce, cells.size() - first)));
      if (!stacked.picture()) continue;
      auto words = words_in(*stacked.picture(), kOneColumn);
      if (!words) return words;
      for (auto& word : words->words)
        if (stacked.put_back(word.box)) all.words.push_back(std::move(word));
    }
    return all;
  }

 private:
  static constexpr const char* kOneColumn = "6";
  static constexpr std::size_t kCellsAtOnce = 60;

  Result<RecognisedWords> words_in(const Picture& picture, const char* layout = "3") {
    auto file = save(picture);
    if (!file) return pass_on(file);
    const std::string dpi = std::to_string(std::lround(picture.dots_per_inch));
    const auto outcome = run_tool({"tesseract", file->string(), "-", "-l", "vie", "--psm", layout, "--dpi", dpi, "tsv"},
                                  folder_, limits_);
    if (!outcome) return pass_on(outcome);
    return words_of_tsv(outcome->output, picture.dots_per_inch);
  }

  Result<std::filesystem::path> save(const Picture& picture) {
    return platform::write_file(folder_ / "page.pgm", write_pgm(picture));
  }

  const std::filesystem::path& folder_;
  const ReadLimits& limits_;
};

/// A page made ready for reading, and what was found out about it on the way.
struct PreparedPage {
  Picture picture;
  double slope = 0;
  PictureRulings rulings;
};

PreparedPage prepare(Picture picture) {
  even_out_light(picture);
  remove_specks(picture);
  PreparedPage page;
  const double slope = slope_of_lines(picture);
  if (std::abs(slope) >= kLeastSlope) {
    page.slope = slope;
    picture = levelled(picture, slope);
  }
  page.rulings = take_rulings(picture);
  page.picture = std::move(picture);
  return page;
}

class Recognition {
 public:
  Recognition(const std::filesystem::path& folder, const ReadLimits& limits) : tool_(folder, limits) {}

  Result<RecognisedPage> run(Picture picture) {
    if (auto first = attempt(picture, 0); !first) return pass_on(first);
    if (!best_.is_good()) {
      const auto turn = tool_.turn_needed(page_.picture);
      if (!turn) return pass_on(turn);
      if (*turn != 0)
        if (auto second = attempt(turned(picture, *turn), *turn); !second) return pass_on(second);
    }
    if (!best_.is_good()) {
      // Strong noise: what a coarser look loses in sharpness it gains in calm.
      const Picture calm = scaled(smoothed(smoothed(rotation_ == 0 ? picture : turned(picture, rotation_))), 0.75);
      if (auto third = attempt(calm, rotation_); !third) return pass_on(third);
    }
    return finish();
  }

 private:
  Result<bool> attempt(const Picture& picture, int rotation) {
    PreparedPage page = prepare(picture);
    auto reading = tool_.read(page.picture, page.rulings);
    if (!reading) return pass_on(reading);
    if (page_.picture.width != 0 && reading->worth() <= best_.worth()) return false;
    best_ = std::move(*reading);
    page_ = std::move(page);
    rotation_ = rotation;
    return true;
  }

  RecognisedPage finish() {
    RecognisedPage result;
    const double points = 72 / page_.picture.dots_per_inch;
    result.content.page = {page_.picture.width * points, page_.picture.height * points, rotation_};
    result.content.words = std::move(best_.words);
    result.content.horizontals = std::move(page_.rulings.horizontals);
    result.content.verticals = std::move(page_.rulings.verticals);
    result.slope = page_.slope;
    result.confidence = best_.confidence;
    return result;
  }

  PageReading tool_;
  PreparedPage page_;
  Reading best_;
  int rotation_ = 0;
};

}  // namespace

Result<RecognisedPage> recognise(Picture picture, const std::filesystem::path& folder, const ReadLimits& limits) {
  if (share_of_ink(picture) < kLeastInk) {
    const double points = 72 / picture.dots_per_inch;
    RecognisedPage empty;
    empty.content.page = {picture.width * points, picture.height * points};
    return empty;
  }
  return Recognition(folder, limits).run(std::move(picture));
}

}  // namespace haidang::documents
