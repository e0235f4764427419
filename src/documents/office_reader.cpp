// SPDX-License-Identifier: Apache-2.0
#include "office_reader.hpp"

#include "docx_reader.hpp"
#include "platform/files.hpp"
#include "tool.hpp"

namespace haidang::documents {

Result<SourceDocument> read_office(const std::filesystem::path& file, Format format, const std::string& kind,
                                   const ReadLimits& limits) {
  const platform::TemporaryFolder folder;
  // The name says nothing about the content; LibreOffice would believe it.
  const auto copy = folder.path() / ("document" + kind);
  std::filesystem::copy_file(file, copy);
  const auto outcome = run_tool({"soffice", "--headless", "--norestore", "--nolockcheck",
                                 "-env:UserInstallation=file://" + (folder.path() / "profile").string(), "--convert-to",
                                 "docx:MS Word 2007 XML", "--outdir", (folder.path() / "out").string(), copy.string()},
                                folder.path(), limits);
  if (!outcome) {
    const bool missing = outcome.error().code == Code::ReaderMissing;
    return missing ? Result<SourceDocument>(reject(Code::OldFormatNeedsOffice, {{"kind", kind}}))
                   : Result<SourceDocument>(pass_on(outcome));
  }
  const auto converted = folder.path() / "out" / "document.docx";
  if (!std::filesystem::exists(converted))
    return reject(Code::DocumentCorrupt, {{"kind", kind}}, outcome->errors.substr(0, 1000));
  const auto bytes = platform::read_file(converted, limits.unpacked_bytes);
  if (!bytes) return pass_on(bytes);
  auto source = read_docx(*bytes, limits);
  if (source) source->format = format;
  return source;
}

}  // namespace haidang::documents
