// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "api_types.hpp"
#include "db/database.hpp"
#include "organisations/directory.hpp"

namespace haidang::organisations {

/// Decides, records and applies what one legal document does. Rejects ReorganisationDateFar, and what
/// `act_from_draft` and `record_acts` reject.
Result<api::ReorganisationRecorded> reorganise(db::Write&, Directory&, const Context&, const api::ReorganisationDraft&);
/// The same, without recording it.
Result<api::ReorganisationPreview> preview_reorganisation(const History&, const Context&,
                                                          const api::ReorganisationDraft&);

}  // namespace haidang::organisations
