// SPDX-License-Identifier: Apache-2.0

/** The sign of the program, for dark grounds. */
export function Lighthouse({ size = 32 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden focusable="false">
      <path d="M13.2 13h5.6l1.7 15h-9z" fill="#fff" />
      <path d="M12.5 9h7v3h-7zM14 6.2 16 4.5l2 1.7V8h-4z" fill="#fff" />
      <path d="M2 7.2 11 9v2.2L2 13zM30 7.2 21 9v2.2l9 1.8z" fill="#F2B84B" />
      <path d="M12.6 17.5h6.8l.5 4h-7.8z" fill="#2b8fa6" />
    </svg>
  );
}
