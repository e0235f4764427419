// SPDX-License-Identifier: Apache-2.0
#include "program_settings.hpp"

namespace haidang::app {
namespace {

constexpr std::string_view kMask = "••••";

/// Replaces what stands between `from` and `to`.
std::string masked(std::string text, std::size_t from, std::size_t to) {
  return text.replace(from, to - from, kMask);
}

}  // namespace

std::string without_password(const std::string& location) {
  if (const auto word = location.find("password="); word != std::string::npos) {
    const auto from = word + std::string_view("password=").size();
    return masked(location, from, std::min(location.find_first_of(" &", from), location.size()));
  }
  const auto scheme = location.find("://");
  if (scheme == std::string::npos) return location;
  const auto at = location.find('@', scheme), colon = location.find(':', scheme + 3);
  if (at == std::string::npos || colon == std::string::npos || colon > at) return location;
  return masked(location, colon + 1, at);
}

std::string ProgramSettings::database_location() const {
  return database.empty() ? "sqlite:" + (data / "haidang.db").string() : database;
}

void declare_settings(platform::Settings& settings, ProgramSettings& place) {
  settings.add({"data", "thư mục dữ liệu: tệp tải lên, và cơ sở dữ liệu SQLite nếu không chọn nơi khác",
                "folder of the data: uploaded files, and the SQLite database unless another is named"},
               place.data);
  settings.add_masked(
      {"database", "cơ sở dữ liệu: sqlite:TỆP hoặc postgresql://… ; để trống: SQLite trong thư mục dữ liệu",
       "database: sqlite:FILE or postgresql://… ; empty: SQLite in the data folder"},
      place.database, without_password);
  settings.add(
      {"address", "địa chỉ IP để nghe; 0.0.0.0 là mọi địa chỉ", "IP address to listen on; 0.0.0.0 is every one"},
      place.address);
  settings.add({"port", "cổng TCP; 0 là cổng trống bất kỳ", "TCP port; 0 is any free one"}, place.port, {0, 65'535});
  settings.add({"tls_certificate", "tệp chứng thư TLS (PEM), cùng với tls_key", "TLS certificate (PEM), with tls_key"},
               place.tls_certificate);
  settings.add({"tls_key", "tệp khóa riêng TLS (PEM)", "TLS private key (PEM)"}, place.tls_key);
  settings.add({"trust_proxy", "tin X-Forwarded-For và X-Forwarded-Proto của máy chủ trung gian",
                "believe X-Forwarded-For and X-Forwarded-Proto of a proxy in front"},
               place.trust_proxy);
  settings.add({"workers", "số luồng xử lý yêu cầu", "threads that answer requests"}, place.workers, {1, 1'000});
  settings.add(
      {"job_threads", "số luồng làm việc nền (đọc văn bản)", "threads for background work (reading documents)"},
      place.job_threads, {1, 64});
  settings.add({"upload_limit_mb", "dung lượng lớn nhất của một tệp tải lên, MB", "largest uploaded file, in MB"},
               place.upload_limit_mb, {1, 10'000});
  settings.add({"tenant", "số của tỉnh, thành phố mà máy chủ này phục vụ", "number of the province this server serves"},
               place.tenant, {1, 1'000'000});
  settings.add(
      {"today", "chạy như thể hôm nay là ngày này, để tập huấn", "run as if today were this day, for training"},
      place.today);
  settings.add({"log_level", "mức nhật ký", "what the log takes"}, place.log_level,
               {"debug", "info", "warning", "error"});
  settings.add({"log_file", "tệp nhật ký; để trống: đầu ra lỗi chuẩn", "log file; empty: standard error"},
               place.log_file);
  settings.add({"example", "nạp thành phố mẫu: cơ quan, tài khoản, văn bản",
                "load the example city: agencies, accounts, documents"},
               place.example);
}

std::vector<std::string> foreign_variables() {
  return {"HAIDANG_TEST_", "HAIDANG_CHROMIUM", "HAIDANG_SAMPLE_PAGE"};
}

}  // namespace haidang::app
