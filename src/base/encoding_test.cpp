// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.hpp"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <vector>

#include "base/vietnamese.hpp"

using namespace haidang;

namespace {

constexpr std::array kAll{Encoding::Utf8,           Encoding::Utf16LittleEndian,
                          Encoding::Utf16BigEndian, Encoding::Windows1258,
                          Encoding::Tcvn3,          Encoding::Vni};

std::string encoded(std::string_view text, Encoding encoding) {
  const auto bytes = encode_text_as(text, encoding);
  REQUIRE_MESSAGE(bytes, text);
  return *bytes;
}

DecodedText decoded(std::string_view bytes) {
  const auto text = decode_text(bytes);
  REQUIRE(text);
  return *text;
}

/// What an office's TCVN3 file of this text reads like here.
std::string through_tcvn3(std::string_view text) {
  return decoded(encoded(text, Encoding::Tcvn3)).text;
}

bool is_no_text(std::string_view bytes) {
  const auto text = decode_text(bytes);
  return !text && text.error().code == Code::NotText;
}

const std::vector<std::string>& words() {
  static const std::vector<std::string> all{
      "của",  "và",  "được",  "nghiệp", "thực",  "hiện", "quyết", "định", "đường", "nước",   "những", "khuỷu",
      "xã",   "hội", "tổ",    "chức",   "ngoẵn", "vẻ",   "kỹ",    "ở",    "ý",     "ẩn",     "mỗi",   "người",
      "trẻ",  "sẵn", "lặng",  "bằng",   "chẵn",  "rừng", "lửa",   "giữa", "mượn",  "thưởng", "kỳ",    "thuở",
      "hoặc", "đẩy", "nhanh", "trong",  "cho",   "theo", "khi",   "tại",  "ngày",  "về",     "chế",   "gỗ"};
  return all;
}

/// Sentences that begin with a capital, some lines in capitals: what every encoding must bring back whole.
std::string random_text(std::mt19937& random) {
  std::string text = "Ủy ban nhân dân tỉnh chỉ đạo thực hiện.\n";
  for (auto sentences = 1 + random() % 6; sentences > 0; --sentences) {
    const bool capitals = random() % 4 == 0;
    std::string line;
    for (auto left = 5 + random() % 15; left > 0; --left)
      line += words()[random() % words().size()] + (left > 1 ? random() % 9 ? " " : ", " : "");
    auto letters = decode_utf8(capitals ? "BAN CHỈ ĐẠO " + to_upper(line) + " TỈNH NAM" : line + ".");
    if (!capitals) letters[0] = decode_utf8(to_upper(encode_utf8({&letters[0], 1})))[0];
    text += encode_utf8(letters) + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("random Vietnamese text comes back from every encoding, and the encoding is found") {
  std::mt19937 random(11);
  for (int round = 0; round < 400; ++round) {
    const auto text = random_text(random);
    for (const auto encoding : kAll) {
      CAPTURE(name_of(encoding));
      const auto bytes = encoded(text, encoding);
      const auto found = decoded(bytes);
      CHECK(found.encoding == encoding);
      CHECK(found.text == text);
      CHECK(found.confidence > 0.3);
      CHECK(decode_text_as(bytes, encoding)->text == text);
    }
  }
}

TEST_CASE("every letter of the alphabet has its bytes in every encoding") {
  const std::string small = "a àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ";
  for (const auto encoding : kAll) {
    CAPTURE(name_of(encoding));
    CHECK(decode_text_as(encoded(small, encoding), encoding)->text == small);
    if (encoding == Encoding::Tcvn3) continue;  // its capitals are restored from words, not letters
    const auto capitals = to_upper(small);
    CHECK(decode_text_as(encoded(capitals, encoding), encoding)->text == capitals);
  }
}

TEST_CASE("known bytes mean known words") {
  CHECK(decoded("H\xB5 N\xE9i").text == "Hà Nội");
  CHECK(decoded("H\xB5 N\xE9i").encoding == Encoding::Tcvn3);
  CHECK(decoded("Ha\xF8 No\xE4i").text == "Hà Nội");
  CHECK(decoded("Ha\xF8 No\xE4i").encoding == Encoding::Vni);
  CHECK(decoded("H\xE0 N\xF4\xF2i").text == "Hà Nội");
  CHECK(decoded("H\xE0 N\xF4\xF2i").encoding == Encoding::Windows1258);
  CHECK(decoded("\xA7\xA1k L\xA8k, \xAE\xAD\xEAng s\xE8 5").text == "ĐĂk Lăk, đường số 5");
  CHECK(decode_text_as("\xD1\xD6\xD4\xD8NG N\xD6\xD4\xD9\x43", Encoding::Vni)->text == "ĐƯỜNG NƯỚC");
  CHECK(decode_text_as("A\xF9 a\xD9", Encoding::Vni)->text == "Á á");  // a mark typed in the other case
}

TEST_CASE("Unicode is known by its mark or without it, in either normal form") {
  const std::string text = "Điều 1. Tổ chức thực hiện\n";
  CHECK(decoded("\xEF\xBB\xBF" + text).text == text);
  CHECK(decoded("\xEF\xBB\xBF" + text).encoding == Encoding::Utf8);
  CHECK(decoded("Hoa\u0300 Nghie\u0323\u0302p").text == "Hoà Nghiệp");
  for (const auto encoding : {Encoding::Utf16LittleEndian, Encoding::Utf16BigEndian}) {
    const auto bytes = encoded(text, encoding);
    CHECK(decoded(bytes).encoding == encoding);
    CHECK(decoded(std::string_view(bytes).substr(2)).encoding == encoding);
    CHECK(decoded(std::string_view(bytes).substr(2)).text == text);
    CHECK(is_no_text(std::string_view(bytes).substr(0, bytes.size() - 1)));
  }
}

TEST_CASE("plain ASCII, short and empty files are text") {
  for (const auto* text : {"", "a", "\n", "UBND", "Plan 2024: 15 %"}) {
    CHECK(decoded(text).text == text);
    CHECK(decoded(text).encoding == Encoding::Utf8);
  }
}

TEST_CASE("line ends of all systems become one, and the end mark of DOS goes") {
  CHECK(decoded("a\r\nb\rc\nd\r\n\x1A").text == "a\nb\nc\nd\n");
  CHECK(decoded("a\u2028b").text == "a\nb");
}

TEST_CASE("binary files are no text") {
  CHECK(is_no_text(std::string_view("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\1\0", 20)));
  CHECK(
      is_no_text(std::string_view("\x7F"
                                  "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0\x3E\0",
                                  20)));
  CHECK(is_no_text(std::string_view("PK\3\4\x14\0\0\0\x08\0\xA2\x51", 12)));
  CHECK(is_no_text("\x1F\x8B\x08\x01\x9D\xD2\xBB\x5F\x81\x03\xCB\x48\xCD\xC9\xC9\x57\x28\xCF\x2F\xCA\x49\xE1\x02\x8F"));
  CHECK(is_no_text(std::string_view("\xFF\xFE\x00\xD8\x41\x00", 6)));  // half a surrogate pair
  std::mt19937 random(12);
  for (int round = 0; round < 500; ++round) {
    std::string bytes(100 + random() % 2'000, '\0');
    for (auto& byte : bytes) byte = static_cast<char>(random());
    CHECK(is_no_text(bytes));
    for (auto& byte : bytes) byte = static_cast<char>(1 + random() % 255);
    CHECK(is_no_text(bytes));
  }
}

TEST_CASE("English and French of Windows stay what they are") {
  // "C’est déjà l’été : où est passé le café ? – À côté de la forêt."
  const std::string french =
      "C\x92"
      "est d\xE9j\xE0 l\x92\xE9t\xE9 : o\xF9 est pass\xE9 le caf\xE9 ? \x96 \xC0 c\xF4t\xE9 de la for\xEAt.";
  CHECK(decoded(french).text == "C’est déjà l’été : où est passé le café ? – À côté de la forêt.");
  CHECK(decoded(french).confidence < 0.5);
  CHECK(decoded("The city\x92s \x93smart\x94 plan \x97 na\xEFve?").text == "The city’s “smart” plan — naïve?");
}

TEST_CASE("a line in capitals gets its capitals back in TCVN3") {
  for (const auto* text : {"ỦY BAN NHÂN DÂN", "TỈNH HÀ NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CHỈ THỊ",
                           "NHÀ Ở XÃ HỘI", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "QUYẾT ĐỊNH:"}) {
    CHECK(through_tcvn3(text) == text);
  }
}

TEST_CASE("names and sentences keep their own case in TCVN3") {
  for (const auto* text :
       {"Hà Nam, ngày 28 tháng 6 năm 2019", "Về việc tăng cường quản lý thuế trên địa bàn tỉnh",
        "Sở Tài chính chủ trì; UBND các huyện ở vùng lũ báo cáo.", "Số: 11/CT-UBND, QĐ-UBND, NĐ-CP, GD&ĐT",
        "Căn cứ Luật Đất đai; ý kiến của Ủy ban nhân dân tỉnh ở Hà Nam.", "Phần II. Ổn định đời sống; phần VI ở dưới.",
        "Đồng chí Nguyễn Ái Quốc và bà Lê Thị Ánh dự.", "đ) Ông Trần Văn Ổn; điểm đ khoản 2 Điều 5.",
        "UBND tỉnh yêu cầu:\n1. Ổn định thị trường. Ưu tiên nhà ở.\n- Ứng dụng công nghệ.\na) Ủy quyền cho sở."}) {
    CHECK(through_tcvn3(text) == text);
  }
}

TEST_CASE("a small đ that should be large is mended where the text never writes a large one") {
  const auto bytes = encoded("cộng hòa\nđồng chí chủ tịch tỉnh nói.\nông ấy đi. ở lại làm gì?\n", Encoding::Tcvn3);
  CHECK(decoded(bytes).text == "cộng hòa\nĐồng chí chủ tịch tỉnh nói.\nÔng ấy đi. Ở lại làm gì?\n");
  CHECK(decoded(encoded("UBND tỉnh Nam định, tỉnh lâm đồng", Encoding::Tcvn3)).text ==
        "UBND tỉnh Nam Định, tỉnh lâm Đồng");
}

TEST_CASE("a line that only goes on keeps its small first letter in TCVN3") {
  const std::string wrapped =
      "Tập trung chỉ đạo các đơn vị thuộc phạm vi quản lý thực hiện nghiêm túc việc\n"
      "ứng dụng công nghệ thông tin trong quản lý, điều hành, giải quyết hồ sơ cho dân\n"
      "và doanh nghiệp trên địa bàn; kịp thời báo cáo những khó khăn, vướng mắc khi có.\n"
      "Ổn định tổ chức bộ máy.\n";
  CHECK(through_tcvn3(wrapped) == wrapped);
}

TEST_CASE("what an encoding lacks is named") {
  const auto missing = encode_text_as("a → b", Encoding::Vni);
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == Code::NotInEncoding);
  CHECK(missing.error().parameters[0].second == "→");
  CHECK_FALSE(decode_text_as("\xC0", Encoding::Tcvn3));
  CHECK_FALSE(decode_text_as("\xC3", Encoding::Utf8));
  CHECK_FALSE(decode_text_as("abc", Encoding::Utf16BigEndian));
}

TEST_CASE("a damaged byte does not change the encoding") {
  std::mt19937 random(13);
  for (int round = 0; round < 100; ++round) {
    auto text = random_text(random);
    for (int i = 0; i < 3; ++i) text += random_text(random);
    for (const auto encoding : {Encoding::Utf8, Encoding::Windows1258, Encoding::Tcvn3, Encoding::Vni}) {
      auto bytes = encoded(text, encoding);
      bytes[bytes.size() / 2] = '\xFE';
      CHECK(decoded(bytes).encoding == encoding);
    }
  }
}
