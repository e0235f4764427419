// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "documents/source.hpp"

namespace haidang::documents {

/// The small program that lies beside the test program.
inline ReaderProgram test_reader() {
  return {{(std::filesystem::read_symlink("/proc/self/exe").parent_path() / "documents_test_reader").string()}};
}

}  // namespace haidang::documents
