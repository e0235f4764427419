// SPDX-License-Identifier: Apache-2.0
#include "scan_reader.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "page_layout.hpp"
#include "picture_files.hpp"
#include "platform/files.hpp"
#include "source_text.hpp"
#include "tool.hpp"

namespace haidang::documents {
namespace {

constexpr double kResolution = 300;
constexpr int kLongestSide = 5200;  // dots: A3 at 300 dpi; larger sheets are drawn coarser

/// Takes pages one after the other, several threads at once, until all are done or one failed.
class PagesAtOnce {
 public:
  PagesAtOnce(const std::vector<std::size_t>& indexes, const PictureSource& pictures, const ReadLimits& limits)
      : indexes_(indexes), pictures_(pictures), limits_(limits), pages_(indexes.size()) {}

  Result<std::vector<RecognisedPage>> run() {
    const auto threads =
        std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, std::max<std::size_t>(1, indexes_.size()));
    {
      std::vector<std::jthread> workers;
      for (std::size_t i = 1; i < threads; ++i) workers.emplace_back([this] { work(); });
      work();
    }
    if (fault_) std::rethrow_exception(fault_);
    if (rejection_) return tl::unexpected<Rejection>(*rejection_);
    return std::move(pages_);
  }

 private:
  void work() {
    try {
      for (std::size_t next = next_++; next < indexes_.size() && !stopped_; next = next_++) take(next);
    } catch (...) {
      const std::scoped_lock lock(mutex_);
      fault_ = std::current_exception();
      stopped_ = true;
    }
  }

  void take(std::size_t at) {
    const platform::TemporaryFolder folder;
    auto picture = pictures_(indexes_[at], folder.path());
    auto page =
        picture ? recognise(std::move(*picture), folder.path(), limits_) : Result<RecognisedPage>(pass_on(picture));
    if (page) {
      pages_[at] = std::move(*page);
      return;
    }
    const std::scoped_lock lock(mutex_);
    if (!rejection_) rejection_ = page.error();
    stopped_ = true;
  }

  const std::vector<std::size_t>& indexes_;
  const PictureSource& pictures_;
  const ReadLimits& limits_;
  std::vector<RecognisedPage> pages_;
  std::atomic<std::size_t> next_{0};
  std::atomic<bool> stopped_{false};
  std::mutex mutex_;
  std::optional<Rejection> rejection_;
  std::exception_ptr fault_;
};

/// From the levelled page back to where it stands on the paper.
void tilt(Box& box, double slope) {
  const double across = slope * (box.left + box.right) / 2, down = slope * (box.top + box.bottom) / 2;
  box = {box.left - down, box.top + across, box.right - down, box.bottom + across};
}

}  // namespace

Result<std::vector<RecognisedPage>> recognise_pages(const std::vector<std::size_t>& indexes,
                                                    const PictureSource& pictures, const ReadLimits& limits) {
  return PagesAtOnce(indexes, pictures, limits).run();
}

void finish_recognised(SourceDocument& source, const std::vector<std::optional<double>>& slopes) {
  double sum = 0, letters = 0;
  const auto put_back = [&](Place& place) {
    const auto page = static_cast<std::size_t>(std::max(1, place.page)) - 1;
    if (place.box && page < slopes.size() && slopes[page]) tilt(*place.box, *slopes[page]);
  };
  for (auto& block : source.blocks)
    if (auto* table = std::get_if<Table>(&block)) put_back(table->place);
  for_each_line(source, [&](Line& line) {
    put_back(line.place);
    const auto weight = static_cast<double>(line.text.size());
    sum += line.confidence * weight;
    letters += weight;
  });
  if (letters > 0) source.confidence = sum / letters;
  source.remarks.emplace_back("ocr");
  if (std::any_of(source.pages.begin(), source.pages.end(), [](const Page& page) { return page.rotation != 0; }))
    source.remarks.emplace_back("rotated-page");
}

Result<SourceDocument> read_picture_file(std::string_view bytes, const ReadLimits& limits) {
  auto pictures = read_pictures(bytes, limits);
  if (!pictures) return pass_on(pictures);
  std::vector<std::size_t> indexes(pictures->size());
  for (std::size_t i = 0; i < indexes.size(); ++i) indexes[i] = i;
  auto pages = recognise_pages(
      indexes,
      [&](std::size_t index, const std::filesystem::path&) { return Result<Picture>(std::move((*pictures)[index])); },
      limits);
  if (!pages) return pass_on(pages);
  SourceDocument source;
  source.format = Format::Image;
  std::vector<PageContent> contents;
  std::vector<std::optional<double>> slopes;
  for (auto& page : *pages) {
    source.pages.push_back(page.content.page);
    contents.push_back(std::move(page.content));
    slopes.emplace_back(page.slope);
  }
  source.blocks = lay_out_pages(std::move(contents));
  if (source.blocks.empty()) return reject(Code::NoTextFound);
  finish_recognised(source, slopes);
  lay_out_text(source);
  return source;
}

PictureSource pages_of_pdf(std::string file, const ReadLimits& limits) {
  return [file = std::move(file), &limits](std::size_t index, const std::filesystem::path& folder) -> Result<Picture> {
    const std::string page = std::to_string(index + 1);
    const auto outcome = run_tool(
        {"pdftoppm", "-gray", "-r", std::to_string(static_cast<int>(kResolution)), "-f", page, "-l", page, file},
        folder, limits);
    if (!outcome) return pass_on(outcome);
    if (auto picture = read_pgm(outcome->output, kResolution)) return std::move(*picture);
    // A sheet too large to draw in full: a second try with its longest side limited.
    const auto coarse = run_tool(
        {"pdftoppm", "-gray", "-scale-to", std::to_string(kLongestSide), "-f", page, "-l", page, file}, folder, limits);
    if (!coarse) return pass_on(coarse);
    auto picture = read_pgm(coarse->output, kResolution);
    if (!picture)
      return reject(Code::DocumentCorrupt, {{"kind", "PDF"}},
                    "page " + page + " cannot be drawn: " + coarse->errors.substr(0, 400));
    return std::move(*picture);
  };
}

}  // namespace haidang::documents
