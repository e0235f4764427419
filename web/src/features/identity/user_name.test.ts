// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { suggestedUserName } from "./user_name";

test.each([["Nguyễn Văn An", "annv"], ["Đỗ Quốc Cường", "cuongdq"], ["  Trần   Thị Bình ", "binhtt"], ["An", "an"], ["", ""]])(
  "%s signs in as %s", (name, expected) => expect(suggestedUserName(name)).toBe(expected));
