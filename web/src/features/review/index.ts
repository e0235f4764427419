// SPDX-License-Identifier: Apache-2.0
export { DeadlineLine } from "./DeadlineLine";
export { PartyText } from "./PartyText";
export { ReopenButton } from "./ReopenButton";
