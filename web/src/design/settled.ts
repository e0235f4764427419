// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from "react";

/** A value once it has stood still for a moment, so that a search asks the server for words and not for letters. */
export function useSettled<Value>(value: Value, milliseconds = 150): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
