// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace haidang {

/// Gives back the capitals that TCVN3 cannot write: "ủY BAN NHâN DâN" becomes "ỦY BAN NHÂN DÂN", "ông" at the start of
/// a sentence "Ông", while "Hà Nam" stays. ASCII letters are always right; they and the neighbours of a word decide.
/// What starts a line is learnt from the lines whose first letter is ASCII. Linear in the length of the text.
std::u32string restore_capitals(std::u32string text);

}  // namespace haidang
