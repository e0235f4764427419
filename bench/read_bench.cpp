// SPDX-License-Identifier: Apache-2.0
// From the bytes of a directive to its plan: processor time per document and page, and how it grows, beside a pass
// that only decodes the text and makes it small.
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "base/vietnamese.hpp"
#include "directives/read_plan.hpp"
#include "documents/source.hpp"

namespace {

using namespace haidang;

constexpr std::size_t kCharactersOnAPage = 3000;  // a full page of an A4 directive in size 14

double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// A directive of so many pages: clauses of every sort, numbered on.
std::string directive_of(std::size_t pages) {
  std::string text =
      "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG\nSố: 128/KH-UBND\nHải Phòng, ngày 27 tháng 5 năm 2022\n\nKẾ HOẠCH\nCải "
      "cách hành chính của thành phố\n\nI. NHIỆM VỤ\n";
  for (int number = 1; count_code_points(text) < pages * kCharactersOnAPage; ++number) {
    const std::string n = std::to_string(number);
    text +=
        n +
        ". Sở Nội vụ\na) Chủ trì, phối hợp với Văn phòng UBND thành phố, các Sở: Tài chính, Thông tin và Truyền thông "
        "kiểm tra công vụ tại ít nhất 40 cơ quan, đơn vị; "
        "hoàn thành trong quý III/2022.\nb) Định kỳ hằng tháng, trước ngày 20, báo cáo kết quả thực hiện Kế hoạch số " +
        n +
        "/KH-UBND ngày 11/3/2022 của UBND thành phố.\n"
        "c) Thường xuyên công khai tiến độ; bảo đảm từ 95% phản ánh trở lên được trả lời đúng hạn.\n"
        "d) Trong vòng 10 ngày làm việc kể từ ngày ký ban hành Kế hoạch, công khai số điện thoại đường dây nóng trên "
        "Cổng Thông tin điện tử thành phố.\n";
  }
  return text;
}

/// The least of several runs, in milliseconds of processor time.
template <class Work>
double milliseconds(Work work) {
  double least = 1e9;
  for (int run = 0; run < 7; ++run) {
    const double start = processor_seconds();
    work();
    least = std::min(least, (processor_seconds() - start) * 1000);
  }
  return least;
}

std::size_t kept = 0;  // what is computed must be seen to be used

void measure(std::size_t pages) {
  const std::string text = directive_of(pages);
  std::size_t tasks = 0;
  const double read = milliseconds([&] {
    const auto source = documents::read_text(text);
    tasks = directives::read_plan(*source).tasks.size();
    kept += tasks;
  });
  const double yardstick = milliseconds([&] { kept += to_lower(to_nfc(text)).size(); });
  std::printf("%6zu %8zu %10.2f %12.3f %14.2f %8.1f\n", pages, tasks, read, read / static_cast<double>(pages),
              yardstick, read / yardstick);
}

}  // namespace

int main() {
  std::printf("from bytes to plan, processor time in milliseconds; yardstick: decode and lower-case the same text\n");
  std::printf("%6s %8s %10s %12s %14s %8s\n", "pages", "tasks", "ms", "ms per page", "yardstick ms", "ratio");
  measure(12);  // the first run makes the lexicon
  for (const std::size_t pages : {12, 24, 48, 96}) measure(pages);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("peak memory: %.1f MiB (%zu)\n", static_cast<double>(usage.ru_maxrss) / 1024, kept % 2);
}
