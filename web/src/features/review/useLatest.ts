// SPDX-License-Identifier: Apache-2.0
import { useCallback, useLayoutEffect, useRef } from "react";

/** A function that stays the same and always calls the newest one: what is given it need not be drawn again. */
export function useLatest<Arguments extends unknown[]>(newest: (...given: Arguments) => void): (...given: Arguments) => void {
  const kept = useRef(newest);
  useLayoutEffect(() => {
    kept.current = newest;
  });
  return useCallback((...given: Arguments) => kept.current(...given), []);
}
