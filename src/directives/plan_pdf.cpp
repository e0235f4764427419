// SPDX-License-Identifier: Apache-2.0
#include "directives/plan_pdf.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "plan_pages.hpp"

namespace haidang::directives {
namespace {

constexpr double kWidth = 841.89, kHeight = 595.28;  // A4 landscape, points
constexpr double kMargin = 42, kPadding = 4;
constexpr double kBottom = kHeight - kMargin;
constexpr double kTable = kWidth - 2 * kMargin;
constexpr double kSize = 11, kLine = 14;

struct Released {
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* drawing) const { cairo_destroy(drawing); }
};
template <class T>
using Owned = std::unique_ptr<T, Released>;

enum class Weight { Plain, Bold };
struct Style {
  double size = kSize;
  Weight weight = Weight::Plain;
  bool centred = false;
};

cairo_status_t append(void* target, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

/// Writes the pages from top to bottom. Run twice: the first time only counts them.
class Printer {
 public:
  Printer(cairo_t* drawing, PlanStatus status, int pages) : drawing_(drawing), status_(status), pages_(pages) {}

  int print(const PrintedPlan& plan) {
    begin_page();
    heading(plan.title, {14, Weight::Bold, true});
    heading(plan.subtitle, {13, Weight::Plain, true});
    if (!plan.subject.empty()) heading(plan.subject, {13, Weight::Bold, true});
    y_ += 6;
    head();
    std::size_t number = 0;
    for (const auto& group : plan.groups) {
      group_row(fmt::format("{}. {}", ++number, group.agency));
      for (const auto& row : group.rows) task_row(row);
    }
    y_ += 6;
    heading(plan.totals, {12, Weight::Plain, false});
    end_page();
    return page_;
  }

 private:
  using Cells = std::array<Owned<PangoLayout>, kPrintColumns>;

  Owned<PangoLayout> layout(const std::string& text, double width, const Style& style) const {
    Owned<PangoLayout> made(pango_cairo_create_layout(drawing_));
    // Rounded positions would make letters uneven at the resolution of print.
    pango_context_set_round_glyph_positions(pango_layout_get_context(made.get()), FALSE);
    PangoFontDescription* font = pango_font_description_from_string("Liberation Serif, Times New Roman, serif");
    pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
    if (style.weight == Weight::Bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(made.get(), font);
    pango_font_description_free(font);
    pango_layout_set_width(made.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(made.get(), style.centred ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
    pango_layout_set_text(made.get(), text.data(), static_cast<int>(text.size()));
    return made;
  }

  /// Draws one line of a layout whose column begins at `left`, on the baseline of the present line.
  void draw_line(PangoLayout* text, int index, double left, double width, double size = kSize) const {
    PangoLayoutLine* line = pango_layout_get_line_readonly(text, index);
    if (!line) return;
    PangoRectangle extents;
    pango_layout_line_get_extents(line, nullptr, &extents);
    const bool centred = pango_layout_get_alignment(text) == PANGO_ALIGN_CENTER;
    const double inset = centred ? std::max(0.0, (width - extents.width / double{PANGO_SCALE}) / 2) : 0;
    cairo_move_to(drawing_, left + inset, y_ + size);
    pango_cairo_show_layout_line(drawing_, line);
  }

  void heading(const std::string& text, const Style& style) {
    const auto made = layout(text, kTable, style);
    for (int at = 0; at < pango_layout_get_line_count(made.get()); ++at) {
      const double step = style.size + 4;
      if (y_ + step > kBottom) next_page();
      draw_line(made.get(), at, kMargin, kTable, style.size);
      y_ += step;
    }
  }

  static double width_of(std::size_t column) { return kTable * kPrintHead[column].width / 1000; }

  /// Thin lines around the cells between `top` and the present line.
  void frame(double top, bool columns) const {
    cairo_set_source_rgb(drawing_, 0.54, 0.6, 0.66);
    cairo_set_line_width(drawing_, 0.5);
    cairo_rectangle(drawing_, kMargin, top, kTable, y_ - top);
    double left = kMargin;
    for (std::size_t at = 0; columns && at + 1 < kPrintColumns; ++at) {
      left += width_of(at);
      cairo_move_to(drawing_, left, top);
      cairo_line_to(drawing_, left, y_);
    }
    cairo_stroke(drawing_);
    cairo_set_source_rgb(drawing_, 0.09, 0.13, 0.17);
  }

  void shade(double height) const {
    cairo_set_source_rgb(drawing_, 0.93, 0.95, 0.97);
    cairo_rectangle(drawing_, kMargin, y_, kTable, height);
    cairo_fill(drawing_);
    cairo_set_source_rgb(drawing_, 0.09, 0.13, 0.17);
  }

  void head() {
    const double top = y_;
    shade(kLine + 2 * kPadding);
    y_ += kPadding;
    double left = kMargin;
    for (std::size_t at = 0; at < kPrintColumns; ++at) {
      const auto made = layout(kPrintHead[at].heading, width_of(at) - 2 * kPadding, {kSize, Weight::Bold, true});
      draw_line(made.get(), 0, left + kPadding, width_of(at) - 2 * kPadding);
      left += width_of(at);
    }
    y_ += kLine + kPadding;
    frame(top, true);
  }

  void next_page() {
    end_page();
    begin_page();
  }

  void next_table_page() {
    next_page();
    head();
  }

  void group_row(const std::string& text) {
    const auto made = layout(text, kTable - 2 * kPadding, {kSize, Weight::Bold, false});
    const int lines = pango_layout_get_line_count(made.get());
    constexpr double kOneTask = 2 * kLine + 2 * kPadding;  // a group's name never stands alone at the foot of a page
    if (y_ + lines * kLine + 2 * kPadding + kOneTask > kBottom) next_table_page();
    const double top = y_;
    shade(lines * kLine + 2 * kPadding);
    y_ += kPadding;
    for (int at = 0; at < lines; ++at, y_ += kLine) draw_line(made.get(), at, kMargin + kPadding, kTable);
    y_ += kPadding;
    frame(top, false);
  }

  /// A row that fits on a page is not broken; a longer one goes on, line by line.
  void task_row(const std::array<std::string, kPrintColumns>& texts) {
    Cells cells;
    int lines = 1;
    for (std::size_t at = 0; at < kPrintColumns; ++at) {
      cells[at] = layout(texts[at], width_of(at) - 2 * kPadding, {kSize, Weight::Plain, at < 2});
      lines = std::max(lines, pango_layout_get_line_count(cells[at].get()));
    }
    const double height = lines * kLine + 2 * kPadding;
    if (y_ + height > kBottom && height < kBottom - 2 * kMargin) next_table_page();
    for (int line = 0; line < lines;) line = part_of_row(cells, line, lines);
  }

  int part_of_row(const Cells& cells, int line, int lines) {
    if (y_ + kLine + 2 * kPadding > kBottom) next_table_page();
    const double top = y_;
    y_ += kPadding;
    for (; line < lines && y_ + kLine + kPadding <= kBottom; ++line, y_ += kLine) {
      double left = kMargin;
      for (std::size_t at = 0; at < kPrintColumns; left += width_of(at++))
        if (line < pango_layout_get_line_count(cells[at].get()))
          draw_line(cells[at].get(), line, left + kPadding, width_of(at) - 2 * kPadding);
    }
    y_ += kPadding;
    frame(top, true);
    return line;
  }

  void begin_page() {
    ++page_;
    y_ = kMargin;
    if (status_ == PlanStatus::Draft) watermark();
    cairo_set_source_rgb(drawing_, 0.09, 0.13, 0.17);
  }

  void watermark() const {
    const auto mark = layout(kDraftMark, kWidth, {110, Weight::Bold, false});
    int width = 0, height = 0;
    pango_layout_get_pixel_size(mark.get(), &width, &height);
    cairo_save(drawing_);
    cairo_set_source_rgb(drawing_, 0.9, 0.92, 0.94);
    cairo_translate(drawing_, kWidth / 2, kHeight / 2);
    cairo_rotate(drawing_, -0.45);
    cairo_move_to(drawing_, -width / 2.0, -height / 2.0);
    pango_cairo_show_layout(drawing_, mark.get());
    cairo_restore(drawing_);
  }

  void end_page() {
    const auto number = layout(fmt::format("{} / {}", page_, pages_), kTable, {10, Weight::Plain, true});
    y_ = kHeight - kMargin + 8;
    draw_line(number.get(), 0, kMargin, kTable);
    cairo_show_page(drawing_);
  }

  cairo_t* drawing_;
  PlanStatus status_;
  int pages_, page_ = 0;
  double y_ = kMargin;
};

struct Made {
  std::string bytes;
  int pages = 0;
};

Made make(const PrintedPlan& plan, PlanStatus status, int pages) {
  Made made;
  {
    const Owned<cairo_surface_t> surface(cairo_pdf_surface_create_for_stream(append, &made.bytes, kWidth, kHeight));
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, plan.title.c_str());
    const Owned<cairo_t> drawing(cairo_create(surface.get()));
    made.pages = Printer(drawing.get(), status, pages).print(plan);
    cairo_surface_finish(surface.get());
    const bool good = cairo_status(drawing.get()) == CAIRO_STATUS_SUCCESS &&
                      cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS;
    if (!good) throw std::runtime_error("the PDF cannot be drawn");
  }
  return made;
}

}  // namespace

std::string plan_pdf(const Plan& plan, PlanStatus status) {
  const PrintedPlan pages = printed(plan, status);
  const int count = make(pages, status, 0).pages;
  return make(pages, status, count).bytes;
}

}  // namespace haidang::directives
