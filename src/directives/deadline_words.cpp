// SPDX-License-Identifier: Apache-2.0
#include "deadline_words.hpp"

#include <array>

#include "phrase_books.hpp"

namespace haidang::directives {
namespace {

using documents::PhraseBook;
using documents::TokenText;

constexpr std::array kStrict{"trước", "trước thời điểm", "trước hạn", "xong trước", "hoàn thành trước"};
constexpr std::array kUntil{"đến hết",
                            "hết",
                            "chậm nhất",
                            "chậm nhất là",
                            "chậm nhất đến",
                            "chậm nhất đến hết",
                            "chậm nhất trong",
                            "chậm nhất vào",
                            "chậm nhất là vào",
                            "chậm nhất là trong",
                            "chậm nhất là đến",
                            "chậm nhất là hết",
                            "chậm nhất hết",
                            "chậm nhất là đến hết",
                            "chậm nhất vào cuối",
                            "muộn nhất",
                            "muộn nhất là",
                            "muộn nhất vào",
                            "không muộn hơn",
                            "không chậm hơn",
                            "không quá",
                            "xong",
                            "xong trong",
                            "hoàn thành",
                            "hoàn thành trong",
                            "hoàn thành vào",
                            "hoàn thành xong trong",
                            "thời hạn",
                            "thời hạn hoàn thành",
                            "hạn",
                            "hạn hoàn thành",
                            "hạn cuối",
                            "hạn chót",
                            "thời gian hoàn thành",
                            "cho đến hết",
                            "hoàn thành cuối",
                            "xong cuối",
                            "hoàn thành vào cuối",
                            "xong vào cuối",
                            "trước cuối"};
constexpr std::array kWeak{"trong",   "vào",         "ngay trong", "đến",      "tới",
                           "cho đến", "kéo dài đến", "vào cuối",   "đến cuối", "trong cuối"};
constexpr std::array kStart{"từ", "kể từ", "bắt đầu từ", "từ đầu", "tính từ", "sau", "từ cuối", "có hiệu lực từ"};
constexpr std::array kNever{"cuối",     "so với",       "tầm nhìn đến", "tầm nhìn", "năm học", "thời kỳ",
                            "tính đến", "tính đến hết", "giai đoạn",    "của",      "đầu"};

template <std::size_t N>
void add_all(PhraseBook& book, Leading leading, const std::array<const char*, N>& phrases) {
  for (const char* phrase : phrases) book.add(phrase, leading);
}

}  // namespace

const PhraseBook& leading_words() {
  static const PhraseBook book = [] {
    PhraseBook words;
    add_all(words, Strict, kStrict);
    add_all(words, Until, kUntil);
    add_all(words, Weak, kWeak);
    add_all(words, Start, kStart);
    add_all(words, Never, kNever);
    return words;
  }();
  return book;
}

const PhraseBook& finishing_words() {
  static const PhraseBook book =
      book_of({"hoàn thành", "xong", "chậm nhất", "trình", "báo cáo", "gửi", "thời hạn", "hoàn tất", "kết thúc"});
  return book;
}

const PhraseBook& selecting_words() {
  static const PhraseBook book = book_of({"tiếp nhận", "ban hành", "phát sinh", "nộp", "được cấp", "đã cấp",
                                          "có hiệu lực", "được giao", "khởi công", "tồn đọng", "ký", "thành lập",
                                          "xây dựng", "tồn", "dự án hoàn thành", "công trình hoàn thành", "đăng ký"});
  return book;
}

int count_word(std::string_view key) {
  static constexpr std::array<std::string_view, 11> kNumbers{"không", "một", "hai", "ba",   "bốn", "năm",
                                                             "sáu",   "bảy", "tám", "chín", "mười"};
  for (std::size_t n = 1; n < kNumbers.size(); ++n)
    if (kNumbers[n] == key) return static_cast<int>(n);
  return -1;
}

int weekday_of_word(const TokenText& text, std::size_t i) {
  if (text.key(i) == "chủ" && text.key(i + 1) == "nhật") return 7;
  if (text.key(i) != "thứ") return 0;
  static constexpr std::array<std::pair<std::string_view, int>, 6> kDays{
      {{"hai", 1}, {"ba", 2}, {"tư", 3}, {"năm", 4}, {"sáu", 5}, {"bảy", 6}}};
  for (const auto& [word, day] : kDays)
    if (text.key(i + 1) == word) return day;
  return text.is_number(i + 1) && text.number(i + 1) >= 2 && text.number(i + 1) <= 7 ? text.number(i + 1) - 1 : 0;
}

}  // namespace haidang::directives
