// SPDX-License-Identifier: Apache-2.0
#include "pdf_reader.hpp"

#include <algorithm>
#include <charconv>

#include "base/vietnamese.hpp"
#include "page_layout.hpp"
#include "pdf_words.hpp"
#include "platform/files.hpp"
#include "scan_reader.hpp"
#include "source_text.hpp"
#include "tool.hpp"

namespace haidang::documents {
namespace {

constexpr std::size_t kPagesPerDrawing = 20;  // the drawings of many pages at once would need much memory
constexpr int kFewLetters = 12;

tl::unexpected<Rejection> corrupt(std::string why) {
  return reject(Code::DocumentCorrupt, {{"kind", "PDF"}}, std::move(why));
}

/// Poppler's words for why it could not.
tl::unexpected<Rejection> refused(const platform::ChildOutcome& outcome) {
  const bool locked = outcome.errors.find("Incorrect password") != std::string::npos ||
                      outcome.errors.find("copying of text") != std::string::npos;
  if (locked) return reject(Code::DocumentEncrypted, {{"kind", "PDF"}});
  return corrupt(outcome.errors.substr(0, 400));
}

Result<int> count_pages(const std::string& file, const std::filesystem::path& folder, const ReadLimits& limits) {
  const auto outcome = run_tool({"pdfinfo", file}, folder, limits);
  if (!outcome) return pass_on(outcome);
  if (!outcome->succeeded()) return refused(*outcome);
  const auto at = outcome->output.find("\nPages:");
  if (at == std::string::npos) return corrupt("no page count");
  const auto digits = outcome->output.find_first_of("0123456789", at);
  int pages = 0;
  if (digits != std::string::npos)
    std::from_chars(outcome->output.data() + digits, outcome->output.data() + outcome->output.size(), pages);
  if (pages <= 0) return corrupt("no pages");
  if (pages > limits.pages)
    return reject(Code::TooManyPages, {{"pages", std::to_string(pages)}, {"limit", std::to_string(limits.pages)}});
  return pages;
}

int count_letters(const PageContent& page) {
  int letters = 0;
  for (const auto& word : page.words)
    for (const char32_t c : decode_utf8(word.text)) letters += is_letter(c) || is_digit(c) ? 1 : 0;
  return letters;
}

/// The pages that must be read from their picture.
std::vector<std::size_t> pages_without_text(const std::vector<PageContent>& pages) {
  std::vector<std::size_t> indexes;
  for (std::size_t i = 0; i < pages.size(); ++i)
    if (count_letters(pages[i]) < kFewLetters) indexes.push_back(i);
  return indexes;
}

/// Bold letters and drawn lines make the reading better; without them it still is one.
void add_looks(std::vector<PageContent>& pages, const std::string& file, const std::filesystem::path& folder,
               const ReadLimits& limits) {
  if (const auto letters =
          run_tool({"pdftohtml", "-xml", "-i", "-noroundcoord", "-zoom", "1", "-stdout", file}, folder, limits);
      letters && letters->succeeded())
    mark_letters(pages, letters->output);
  for (std::size_t first = 0, last = 0; first < pages.size(); first = last) {
    // One drawing has one size: what lies outside that of its first page is not drawn.
    const auto same_size = [&](std::size_t i) {
      return pages[i].page.width == pages[first].page.width && pages[i].page.height == pages[first].page.height;
    };
    for (last = first + 1; last < pages.size() && last < first + kPagesPerDrawing && same_size(last);) ++last;
    const auto drawing = run_tool(
        {"pdftocairo", "-svg", "-f", std::to_string(first + 1), "-l", std::to_string(last), file, "-"}, folder, limits);
    if (drawing && drawing->succeeded()) add_rulings(pages, first, drawing->output);
  }
}

}  // namespace

Result<SourceDocument> read_pdf(const std::filesystem::path& path, const ReadLimits& limits) {
  const std::string file = std::filesystem::absolute(path).string();
  const platform::TemporaryFolder folder;
  const auto count = count_pages(file, folder.path(), limits);
  if (!count) return pass_on(count);
  const auto words = run_tool({"pdftotext", "-bbox", file, "-"}, folder.path(), limits);
  if (!words) return pass_on(words);
  if (!words->succeeded()) return refused(*words);
  auto pages = words_of_bbox(words->output);
  if (!pages || pages->empty()) return corrupt("no words could be read");

  const auto poor = pages_without_text(*pages);
  if (poor.size() < pages->size()) add_looks(*pages, file, folder.path(), limits);
  auto recognised = recognise_pages(poor, pages_of_pdf(file, limits), limits);
  if (!recognised) return pass_on(recognised);
  std::vector<std::optional<double>> slopes(pages->size());
  for (std::size_t i = 0; i < poor.size(); ++i) {
    slopes[poor[i]] = (*recognised)[i].slope;
    (*pages)[poor[i]] = std::move((*recognised)[i].content);
  }

  SourceDocument source;
  source.format = 2 * poor.size() > pages->size() ? Format::ScannedPdf : Format::Pdf;
  for (const auto& page : *pages) source.pages.push_back(page.page);
  source.blocks = lay_out_pages(std::move(*pages));
  if (source.blocks.empty()) return reject(Code::NoTextFound);
  if (!poor.empty()) finish_recognised(source, slopes);
  lay_out_text(source);
  return source;
}

}  // namespace haidang::documents
