// SPDX-License-Identifier: Apache-2.0
#include "docx_building.hpp"

#include <zip.h>

#include <stdexcept>

namespace haidang::documents {
namespace {

const std::string kNames = R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
                           R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006")"
                           R"( xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape")"
                           R"( xmlns:v="urn:schemas-microsoft-com:vml")";
const std::string kHead = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";

std::string part(const std::string& root, const std::string& inner) {
  return kHead + "<w:" + root + kNames + ">" + inner + "</w:" + root + ">";
}

}  // namespace

std::string zip_of(const std::map<std::string, std::string>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  if (archive == nullptr) throw std::runtime_error("cannot make a zip archive");
  zip_source_keep(target);
  for (const auto& [name, content] : parts) {
    zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
    zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
  }
  if (zip_close(archive) != 0) throw std::runtime_error("cannot write a zip archive");
  zip_source_open(target);
  zip_source_seek(target, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(target)), '\0');
  zip_source_seek(target, 0, SEEK_SET);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

std::string docx_of(const std::string& body, const std::string& styles, const std::string& numbering) {
  std::map<std::string, std::string> parts{
      {"[Content_Types].xml",
       kHead + R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>)"},
      {"word/document.xml", part("document", "<w:body>" + body + "</w:body>")}};
  if (!styles.empty()) parts["word/styles.xml"] = part("styles", styles);
  if (!numbering.empty()) parts["word/numbering.xml"] = part("numbering", numbering);
  return zip_of(parts);
}

std::string paragraph(const std::string& text, const std::string& properties, const std::string& run_properties) {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:rPr>" + run_properties +
         "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
}

}  // namespace haidang::documents
