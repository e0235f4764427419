// SPDX-License-Identifier: Apache-2.0
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./ReviewPage.module.css";

const kStored = "haidang.review.split";
const within = (share: number) => Math.min(70, Math.max(30, Math.round(share)));

function remembered(): number {
  try {
    return within(Number(localStorage.getItem(kStored)) || 48);
  } catch {
    return 48;
  }
}

/** The share of the width that the document takes, in percent, and the bar between the two that changes it. */
export function useSplit(): { share: number; splitter: React.ReactNode; frame: React.RefObject<HTMLDivElement | null> } {
  const { t } = useTranslation("review");
  const [share, setShare] = useState(remembered);
  const frame = useRef<HTMLDivElement>(null);
  const change = (next: number) => {
    setShare(within(next));
    try {
      localStorage.setItem(kStored, String(within(next)));
    } catch {
      // Storage is switched off: the width holds until the page is left.
    }
  };
  const drag = (event: React.PointerEvent) => {
    if (!(event.currentTarget as HTMLElement).hasPointerCapture(event.pointerId) || !frame.current) return;
    const { left, width } = frame.current.getBoundingClientRect();
    change(((event.clientX - left) / width) * 100);
  };
  const steps: Record<string, number> = { ArrowLeft: -4, ArrowRight: 4, Home: -100, End: 100 };
  const splitter = (
    // A separator that takes the focus is a control by the rules of ARIA.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div className={styles.splitter} role="separator" aria-orientation="vertical" aria-label={t("splitter")} aria-valuenow={share} aria-valuemin={30} aria-valuemax={70} tabIndex={0} // eslint-disable-line jsx-a11y/no-noninteractive-tabindex
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)} onPointerMove={drag} onDoubleClick={() => change(48)}
      onKeyDown={(event) => {
        const step = steps[event.key];
        if (step === undefined) return;
        event.preventDefault();
        change(share + step);
      }} />
  );
  return { share, splitter, frame };
}
