// SPDX-License-Identifier: Apache-2.0
import { createTheme, type MantineColorsTuple } from "@mantine/core";

// Shades of the colours of the design: index 6 is the colour itself in light mode, 4 or 5 its counterpart in dark mode.
const sea: MantineColorsTuple = ["#e7f5f8", "#cfe8ee", "#a2d1dd", "#72b9ca", "#4ba4b9", "#2b8fa6", "#0f6e84", "#0c5d70", "#0a4c5c", "#073b48"];
const gray: MantineColorsTuple = ["#f7f9fb", "#eef2f6", "#e3e9ef", "#d8e0e8", "#c3ced9", "#9dabb9", "#5b6b7b", "#465461", "#2f3b46", "#17212b"];
const dark: MantineColorsTuple = ["#e6ebf0", "#b9c4cf", "#97a5b3", "#5f6f7e", "#3b4957", "#2c3845", "#202b36", "#17202a", "#111920", "#0b1117"];
const red: MantineColorsTuple = ["#fdecec", "#f9d2d2", "#f1a5a5", "#ea7777", "#e05252", "#d63c3c", "#c62828", "#a92020", "#8b1919", "#6d1212"];

export const theme = createTheme({
  colors: { sea, gray, dark, red },
  primaryColor: "sea",
  primaryShade: 6,
  black: "#17212B",
  white: "#ffffff",
  fontFamily: '"Be Vietnam Pro", system-ui, sans-serif',
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, monospace",
  headings: { fontFamily: '"Be Vietnam Pro", system-ui, sans-serif', fontWeight: "600" },
  fontSizes: { xs: "0.8125rem", sm: "0.9375rem", md: "1rem", lg: "1.125rem", xl: "1.25rem" },
  defaultRadius: "md",
  radius: { xs: "2px", sm: "4px", md: "6px", lg: "8px", xl: "16px" },
  spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2rem" },
  cursorType: "pointer",
  focusRing: "auto",
  respectReducedMotion: true,
});
