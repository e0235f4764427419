// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <string_view>

#include "http/message.hpp"
#include "prepared_response.hpp"

namespace haidang::http {

/// The file that an upload is written to as it arrives. On a worker, because disks may stall.
class SpoolFile {
 public:
  explicit SpoolFile(std::filesystem::path folder) : folder_(std::move(folder)) {}
  /// 0, or the error number of the system (ENOSPC).
  int write(std::string_view);
  std::shared_ptr<SpooledBody> body() const { return body_; }

 private:
  int open();

  std::filesystem::path folder_;
  OpenFile file_;
  std::shared_ptr<SpooledBody> body_;
};

/// Removes what a program that was killed left behind, a day old or more.
void remove_old_spool_files(const std::filesystem::path& folder);

}  // namespace haidang::http
