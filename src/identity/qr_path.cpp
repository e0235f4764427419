// SPDX-License-Identifier: Apache-2.0
#include "qr_path.hpp"

#include <fmt/format.h>
#include <qrencode.h>

#include <memory>

#include "base/ensure.hpp"

namespace haidang::identity {
namespace {

constexpr int kQuietZone = 4;

bool is_dark(const QRcode& code, int x, int y) {
  return x < code.width && (code.data[y * code.width + x] & 1) != 0;
}

}  // namespace

QrPath qr_path(const std::string& text) {
  const std::unique_ptr<QRcode, void (*)(QRcode*)> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M),
                                                        QRcode_free);
  ensure(code != nullptr, "an otpauth address fits into a QR code");
  QrPath drawn{code->width + 2 * kQuietZone, {}};
  for (int y = 0; y < code->width; ++y) {
    for (int x = 0; x < code->width; ++x) {
      const int begin = x;
      while (is_dark(*code, x, y)) ++x;
      if (x > begin)
        drawn.path += fmt::format("M{} {}h{}v1h-{}z", begin + kQuietZone, y + kQuietZone, x - begin, x - begin);
    }
  }
  return drawn;
}

}  // namespace haidang::identity
