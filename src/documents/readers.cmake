# SPDX-License-Identifier: Apache-2.0
# What turns a file into a SourceDocument.
set(reader_sources
    archive.cpp
    docx_body.cpp
    docx_numbering.cpp
    docx_paragraph.cpp
    docx_reader.cpp
    docx_styles.cpp
    docx_table.cpp
    kind.cpp
    read_in_process.cpp
    source_json.cpp
    source_text.cpp
    text_columns.cpp
    text_reader.cpp
    text_row.cpp
    text_tables.cpp
    xml.cpp)
