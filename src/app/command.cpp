// SPDX-License-Identifier: Apache-2.0
#include "command.hpp"

#include <ostream>

namespace haidang::app {

void tell(CommandContext& context, const Rejection& rejection) {
  context.errors << message(rejection, context.language) << "\n" << advice(rejection, context.language) << "\n";
  context.exit_code = 1;
}

}  // namespace haidang::app
