// SPDX-License-Identifier: Apache-2.0
/** The pages that stand before or over all others; each is fetched when it is needed. */
export const loadSignInPage = () => import("./SignInPage");
export const loadLapsedDialog = () => import("./LapsedDialog");
export const loadFirstPasswordPage = () => import("./FirstPasswordPage");
