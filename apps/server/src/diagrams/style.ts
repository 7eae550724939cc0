/** Sizes of texts, in pixels. */
export const titleSize = 13;
export const labelSize = 11;

/** A line of a label is no wider than this, unless it is one word; in pixels. */
export const labelWidthMax = 72;

/** Lines through a text stop this far from it. */
export const halo = 4;

/**
 * The look of a chart. The current and the visited states differ by their border as well, never by colour
 * alone.
 */
export const style = [
  `text{font:${titleSize}px system-ui,"Segoe UI","Noto Sans","Noto Sans ` +
    'Arabic",sans-serif;fill:#1c2733;text-anchor:middle}',
  '.paper{fill:#fff}.group{fill:#f4f7fa;stroke:#b8c4d0}.leaf{fill:#fff;stroke:#51677d}' +
    '.any{fill:none;stroke:#b8c4d0;stroke-dasharray:4 3}',
  '.end{stroke-width:3}.visited{fill:#e3f0e6;stroke:#2e7d4f;stroke-width:2}' +
    '.lit{fill:#ffe08a;stroke:#8a5a00;stroke-width:3}',
  `.small{font-size:${labelSize}px;fill:#45566a}.lit-title{font-weight:700}`,
  `.group-title,.label{paint-order:stroke;stroke:#fff;stroke-width:${halo}px}`,
  `.group-title{font-weight:600;stroke:#f4f7fa}.label{font-size:${labelSize}px}`,
  '.line{fill:none;stroke:#7b8ea3}.tip{fill:#7b8ea3}.travelled{stroke:#2e7d4f;stroke-width:2}' +
    '.travelled-tip{fill:#2e7d4f}',
  `.start{fill:#1c2733}`,
].join('');
