// SPDX-License-Identifier: Apache-2.0
#include "picture_files.hpp"

#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>
#include <png.h>
#include <tiffio.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace haidang::documents {
namespace {

using Pages = std::vector<Picture>;

constexpr double kGoodResolution = 300, kLowest = 220, kHighest = 420;
constexpr double kPaperInches = 11.69;  // A4: what a picture without a sensible resolution is taken for

tl::unexpected<Rejection> corrupt(const char* kind, std::string why) {
  return reject(Code::DocumentCorrupt, {{"kind", kind}}, std::move(why));
}

/// Screens and cameras write 72 or 96, which says nothing about paper.
double resolution(double stated, std::int64_t width, std::int64_t height) {
  if (stated >= 120 && stated <= 1300) return stated;
  return std::max(50.0, static_cast<double>(std::max(width, height)) / kPaperInches);
}

Picture at_good_resolution(Picture picture) {
  if (picture.dots_per_inch >= kLowest && picture.dots_per_inch <= kHighest) return picture;
  const double factor = kGoodResolution / picture.dots_per_inch;
  const double pixels = static_cast<double>(picture.grey.size()) * factor * factor;
  return pixels > static_cast<double>(kMostPixels) ? picture : scaled(picture, factor);
}

Result<Pages> read_png(std::string_view bytes) {
  png_image image;
  std::memset(&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) return corrupt("PNG", image.message);
  const std::unique_ptr<png_image, void (*)(png_image*)> owner(&image, png_image_free);
  auto picture = make_picture(image.width, image.height, resolution(0, image.width, image.height));
  if (!picture) return reject(Code::DocumentTooBig);
  image.format = PNG_FORMAT_GRAY;
  const png_color paper{255, 255, 255};
  if (png_image_finish_read(&image, &paper, picture->grey.data(), image.width, nullptr) == 0)
    return corrupt("PNG", image.message);
  Pages pages;
  pages.push_back(std::move(*picture));
  return pages;
}

struct JpegFailure {
  jpeg_error_mgr manager;
  std::jmp_buf escape;
};

void jpeg_fail(j_common_ptr state) {
  auto* failure = reinterpret_cast<JpegFailure*>(state->err);
  std::longjmp(failure->escape, 1);
}

enum class JpegEnd { Read, Damaged, TooBig };

/// No object with a destructor may live here: the library leaves by longjmp.
JpegEnd decode_jpeg(std::string_view bytes, jpeg_decompress_struct& state, JpegFailure& failure,
                    std::optional<Picture>& picture) {
  state.err = jpeg_std_error(&failure.manager);
  failure.manager.error_exit = jpeg_fail;
  failure.manager.output_message = [](j_common_ptr) {};
  if (setjmp(failure.escape) != 0) return JpegEnd::Damaged;
  jpeg_create_decompress(&state);
  jpeg_mem_src(&state, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_read_header(&state, TRUE);
  state.out_color_space = JCS_GRAYSCALE;
  const double stated = state.density_unit == 2   ? state.X_density * 2.54
                        : state.density_unit == 1 ? state.X_density
                                                  : 0;
  picture =
      make_picture(state.image_width, state.image_height, resolution(stated, state.image_width, state.image_height));
  if (!picture) return JpegEnd::TooBig;
  jpeg_start_decompress(&state);
  while (state.output_scanline < state.output_height) {
    JSAMPROW row = picture->row(static_cast<int>(state.output_scanline));
    jpeg_read_scanlines(&state, &row, 1);
  }
  jpeg_finish_decompress(&state);
  return JpegEnd::Read;
}

Result<Pages> read_jpeg(std::string_view bytes) {
  jpeg_decompress_struct state{};
  JpegFailure failure{};
  std::optional<Picture> picture;
  const JpegEnd end = decode_jpeg(bytes, state, failure, picture);
  jpeg_destroy_decompress(&state);
  if (end == JpegEnd::TooBig) return reject(Code::DocumentTooBig);
  if (end == JpegEnd::Damaged) return corrupt("JPEG", "jpeg decoder");
  Pages pages;
  pages.push_back(std::move(*picture));
  return pages;
}

/// A file in memory for libtiff.
struct TiffMemory {
  std::string_view bytes;
  toff_t at = 0;
};

tmsize_t tiff_read(thandle_t handle, void* into, tmsize_t size) {
  auto& memory = *static_cast<TiffMemory*>(handle);
  if (size <= 0 || memory.at >= memory.bytes.size()) return 0;
  const auto count = std::min<std::size_t>(static_cast<std::size_t>(size), memory.bytes.size() - memory.at);
  std::memcpy(into, memory.bytes.data() + memory.at, count);
  memory.at += count;
  return static_cast<tmsize_t>(count);
}

toff_t tiff_seek(thandle_t handle, toff_t to, int whence) {
  auto& memory = *static_cast<TiffMemory*>(handle);
  memory.at = whence == SEEK_CUR ? memory.at + to : whence == SEEK_END ? memory.bytes.size() + to : to;
  return memory.at;
}

std::optional<Picture> read_tiff_page(TIFF* tiff, bool& too_big) {
  std::uint32_t width = 0, height = 0;
  float stated = 0;
  std::uint16_t unit = 0;
  TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &width);
  TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &height);
  TIFFGetField(tiff, TIFFTAG_XRESOLUTION, &stated);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_RESOLUTIONUNIT, &unit);
  auto picture =
      make_picture(width, height, resolution(unit == RESUNIT_CENTIMETER ? stated * 2.54 : stated, width, height));
  too_big = !picture;
  if (!picture) return std::nullopt;
  std::vector<std::uint32_t> colours(picture->grey.size());
  if (TIFFReadRGBAImageOriented(tiff, width, height, colours.data(), ORIENTATION_TOPLEFT, 0) == 0) return std::nullopt;
  std::transform(colours.begin(), colours.end(), picture->grey.begin(), [](std::uint32_t colour) {
    return static_cast<std::uint8_t>((TIFFGetR(colour) * 77 + TIFFGetG(colour) * 151 + TIFFGetB(colour) * 28) >> 8);
  });
  return picture;
}

Result<Pages> read_tiff(std::string_view bytes, const ReadLimits& limits) {
  TIFFSetErrorHandler(nullptr);
  TIFFSetWarningHandler(nullptr);
  TiffMemory memory{bytes};
  const std::unique_ptr<TIFF, void (*)(TIFF*)> tiff(
      TIFFClientOpen(
          "memory", "rm", &memory, tiff_read, [](thandle_t, void*, tmsize_t) -> tmsize_t { return 0; }, tiff_seek,
          [](thandle_t) { return 0; },
          [](thandle_t handle) -> toff_t { return static_cast<TiffMemory*>(handle)->bytes.size(); },
          [](thandle_t, void**, toff_t*) { return 0; }, [](thandle_t, void*, toff_t) {}),
      TIFFClose);
  if (!tiff) return corrupt("TIFF", "directory");
  Pages pages;
  do {
    if (static_cast<int>(pages.size()) == limits.pages)
      return reject(Code::TooManyPages,
                    {{"pages", "> " + std::to_string(limits.pages)}, {"limit", std::to_string(limits.pages)}});
    bool too_big = false;
    auto picture = read_tiff_page(tiff.get(), too_big);
    if (too_big) return reject(Code::DocumentTooBig);
    if (!picture) return corrupt("TIFF", "page " + std::to_string(pages.size() + 1));
    pages.push_back(std::move(*picture));
  } while (TIFFReadDirectory(tiff.get()) != 0);
  return pages;
}

Result<Pages> decode(std::string_view bytes, const ReadLimits& limits) {
  if (bytes.starts_with("\x89PNG")) return read_png(bytes);
  if (bytes.starts_with("\xff\xd8")) return read_jpeg(bytes);
  return read_tiff(bytes, limits);
}

}  // namespace

Result<std::vector<Picture>> read_pictures(std::string_view bytes, const ReadLimits& limits) {
  auto pages = decode(bytes, limits);
  if (!pages) return pages;
  for (auto& page : *pages) page = at_good_resolution(std::move(page));
  return pages;
}

}  // namespace haidang::documents
