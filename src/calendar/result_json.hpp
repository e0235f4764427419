// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "base/json.hpp"
#include "calendar/deadline.hpp"

namespace haidang::calendar {

json::Object to_json(const DeadlineCase&, const Deadline&);
/// {"code": 1235, "name": "SecondExtension", "message": {vi, en}, "advice": {vi, en}}.
json::Object to_json(const Rejection&);

}  // namespace haidang::calendar
